"""Whatever may be adjusted of a kind of paper changes the paper, and the default is ours again."""

from __future__ import annotations

from datetime import date, time
from functools import cache
from io import BytesIO

import openpyxl
import pytest
from PIL import Image

from jz_training.documents.fonts import Fonts
from jz_training.documents.paper_layouts import (
    ADJUSTABLE,
    LayoutPart,
    layout_parts,
    our_layout,
    paper_columns,
)
from jz_training.documents.sheet.dress import OPTIONAL
from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf
from jz_training.documents.sheet.sign_in_xlsx import sign_in_sheet_xlsx
from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import AS_MADE, ColumnLayout, PaperLayout, PaperStyle
from jz_training.domain.parts import TrainingPart
from jz_training.domain.parts_making import made_parts
from jz_training.domain.repetition import Slot
from jz_training.domain.sheet import SheetOptions, SignInSheet
from jz_training.domain.sheet_geometry import SheetField
from jz_training.domain.sheet_layout import geometry_of
from jz_training.sample.papers import sample_pdf
from tests.documents.pdf_reading import opened, texts
from tests.factories import sheet

SIGNERS = ("经办人", "分管领导")


@cache
def logo() -> bytes:
    made = BytesIO()
    Image.new("RGB", (300, 100), "navy").save(made, "PNG")
    return made.getvalue()


def styled(layout: PaperLayout) -> PaperStyle:
    return PaperStyle(layout=layout)


def shown(kind: PaperKind, layout: PaperLayout) -> str:
    return "".join(texts(sample_pdf(kind, styled(layout), organiser="清河市纺织公司工会")))


@pytest.mark.parametrize("kind", ADJUSTABLE)
def test_what_is_adjusted_stands_on_the_paper(kind: PaperKind) -> None:
    parts = layout_parts(kind)
    signed = LayoutPart.SIGNATURES in parts
    layout = PaperLayout(
        title="试行{title}",
        signatures=SIGNERS if signed else None,
        footer="内部资料",
        logo=logo() if LayoutPart.LOGO in parts else None,
    )
    data = sample_pdf(kind, styled(layout), organiser="清河市纺织公司工会")
    text = "".join("".join(texts(data)).split())
    assert "试行" in text
    assert "内部资料" in text
    assert not signed or all(one in text for one in SIGNERS)
    with opened(data) as pdf:
        widths = {image["srcsize"][0] for page in pdf.pages for image in page.images}
    assert (300 in widths) is (LayoutPart.LOGO in parts)


@pytest.mark.parametrize("kind", [PaperKind.SIGN_IN_SHEET, PaperKind.MONTH])
def test_our_layout_written_out_gives_the_paper_as_made(kind: PaperKind) -> None:
    made = sample_pdf(kind, AS_MADE, organiser="甲")
    ours = our_layout(kind)
    assert sample_pdf(kind, styled(ours), organiser="甲") == made
    assert ours.differing(ours) == PaperLayout()


def test_a_record_that_nobody_signs_has_no_line_to_sign_on() -> None:
    assert "（签名）" in shown(PaperKind.RECORD, PaperLayout())
    assert "（签名）" not in shown(PaperKind.RECORD, PaperLayout(signatures=()))


# --- the sign-in sheet ---------------------------------------------------------------------------


def course_parts(days: int) -> tuple[TrainingPart, ...]:
    return made_parts(
        date(2026, 12, 7), days=days, slots=(Slot(start=time(9), end=time(11), name="上午"),)
    )


VIEWS = {
    "one": sheet(30),
    "two": sheet(60),
    "phone": sheet(20, options=SheetOptions(with_phone=True)),
    "parts": sheet(14, parts=course_parts(2)),
    "lying": sheet(14, parts=course_parts(4)),
}


def without(*fields: SheetField) -> PaperLayout:
    keys = [one.key for one in paper_columns(PaperKind.SIGN_IN_SHEET)]
    return PaperLayout(columns=tuple(ColumnLayout(key=key) for key in keys if key not in fields))


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("gone", [(SheetField.NOTE,), (SheetField.POST,), OPTIONAL], ids=str)
def test_leaving_columns_out_keeps_pages_lines_marks_and_codes(
    gone: tuple[SheetField, ...], view: SignInSheet
) -> None:
    usual = geometry_of(view)
    found = geometry_of(view, left_out=frozenset(gone))
    assert (found.marks, found.codes, found.code_place) == (
        usual.marks, usual.codes, usual.code_place,
    )  # fmt: skip
    for place, before in zip(found.rows, usual.rows, strict=True):
        assert (place.page, place.number) == (before.page, before.number)
        assert place.line.width == pytest.approx(before.line.width)
        assert place.signature.width >= before.signature.width - 1e-6
        right = place.line.x + place.line.width
        assert place.signature.x + place.signature.width <= right + 1e-6


def test_a_column_left_out_is_on_neither_paper_nor_workbook(fonts: Fonts) -> None:
    view, style = VIEWS["one"], styled(without(SheetField.POST, SheetField.NOTE))
    data, geometry = sign_in_sheet_pdf(view, style=style, fonts=fonts)
    (text, *_) = texts(data)
    assert "职　务" not in text
    assert "单　位" in text
    assert geometry == geometry_of(view, left_out=frozenset((SheetField.POST, SheetField.NOTE)))
    page = openpyxl.load_workbook(BytesIO(sign_in_sheet_xlsx(view, style=style))).active
    heads = [[cell.value for cell in row] for row in page.iter_rows(max_row=6)]
    assert ["序号", "姓　名", "单　位", "签　名"] in heads


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_sheet_of_the_least_columns_is_drawn_and_written(fonts: Fonts, view: SignInSheet) -> None:
    style = styled(PaperLayout(columns=without(*OPTIONAL).columns, signatures=(), logo=logo()))
    text = "".join(texts(sign_in_sheet_pdf(view, style=style, fonts=fonts)[0]))
    assert "签到负责人" not in text
    assert "盖章处" in text
    book = openpyxl.load_workbook(BytesIO(sign_in_sheet_xlsx(view, style=style)))
    assert len(book.active._images) == 1


def test_six_long_places_to_sign_stand_inside_the_table(fonts: Fonts) -> None:
    layout = PaperLayout(signatures=tuple(f"第{n}位签名负责人员" for n in range(6)))
    data, _ = sign_in_sheet_pdf(VIEWS["one"], style=styled(layout), fonts=fonts)
    with opened(data) as pdf:
        right = max(char["x1"] for page in pdf.pages for char in page.chars)
        assert right <= 196 / 25.4 * 72 + 1

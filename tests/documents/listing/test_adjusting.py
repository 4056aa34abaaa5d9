"""An adjusted list is the same on paper and in Excel, and nothing but columns ever goes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from jz_training.documents.excel.ledger_xlsx import ledger_table, ledger_xlsx
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.adjusting import adjusted, adjusted_title, only_frame
from jz_training.documents.listing.ledger_paper import ledger_pdf
from jz_training.documents.listing.measures import LEFT, PAGE_HEIGHT, RIGHT
from jz_training.documents.paper_layouts import ADJUSTABLE, LISTS, our_layout, paper_columns
from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import AS_MADE, ColumnLayout, PaperLayout, PaperStyle
from tests.documents.pdf_reading import found, opened, texts
from tests.factories import ledger

LEDGER = ledger(2)
KEYS = [column.key for column in paper_columns(PaperKind.LEDGER)]
MADE = ledger_table(LEDGER)
KNOWN = {column.key: column for column in MADE.columns}


def styled(**changes: Any) -> PaperStyle:
    return PaperStyle(layout=PaperLayout(**changes))


def picture(wide: int = 300, high: int = 100) -> bytes:
    made = BytesIO()
    Image.new("RGB", (wide, high), "navy").save(made, "PNG")
    return made.getvalue()


def sheet_of(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data)).active


chosen = st.lists(st.sampled_from(KEYS), min_size=1, unique=True).flatmap(
    lambda keys: st.tuples(
        *(st.builds(ColumnLayout, key=st.just(key), heading=st.sampled_from(["", "甲", "=1+1 &"]))
          for key in keys)
    )
)  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(chosen)
def test_any_columns_in_any_order_hold_the_cells_they_always_held(
    fonts: Fonts, columns: tuple[ColumnLayout, ...]
) -> None:
    style = styled(columns=columns)
    headings = [one.heading or KNOWN[one.key].heading for one in columns]
    page = texts(ledger_pdf(LEDGER, style=style, fonts=fonts))[0]
    sheet = sheet_of(ledger_xlsx(LEDGER, style=style))
    whole = sheet_of(ledger_xlsx(LEDGER))
    assert "".join(headings).replace(" ", "") in page.replace(" ", "")
    assert [cell.value for cell in sheet[4]] == headings
    for place, row in enumerate(MADE.rows, 1):
        words = "".join(KNOWN[one.key].words(row, place) for one in columns)
        assert words.replace(" ", "") in page.replace(" ", "")
        cells = dict(zip(KEYS, (cell.value for cell in whole[4 + place]), strict=True))
        assert [cell.value for cell in sheet[4 + place]] == [cells[one.key] for one in columns]


def test_our_own_layout_changes_no_byte(fonts: Fonts) -> None:
    for kind in ADJUSTABLE:
        assert our_layout(kind).differing(our_layout(kind)) == PaperLayout()
    style = PaperStyle(layout=our_layout(PaperKind.LEDGER))
    assert ledger_pdf(LEDGER, style=style, fonts=fonts) == ledger_pdf(LEDGER, fonts=fonts)
    assert ledger_xlsx(LEDGER, style=style) == ledger_xlsx(LEDGER)


@pytest.mark.parametrize("kind", LISTS)
def test_the_columns_of_a_kind_have_keys_of_their_own(kind: PaperKind) -> None:
    keys = [column.key for column in paper_columns(kind)]
    assert len(set(keys)) == len(keys) > 5


def test_a_column_of_an_older_version_is_left_out_and_no_list_is_ever_empty() -> None:
    gone, title = ColumnLayout(key="gone"), ColumnLayout(key="title")
    some = adjusted(MADE, PaperLayout(columns=(gone, title)))
    assert [column.key for column in some.columns] == ["title"]
    assert adjusted(MADE, PaperLayout(columns=(gone,))).columns == MADE.columns


def test_the_word_of_the_total_moves_where_its_column_is_hidden() -> None:
    columns = tuple(ColumnLayout(key=key) for key in ("expected", "venue", "present"))
    total = adjusted(MADE, PaperLayout(columns=columns)).total
    assert total["venue"] == MADE.total["title"]
    assert total["expected"] == MADE.total["expected"]


def test_a_longer_heading_gets_a_wider_column() -> None:
    columns = (ColumnLayout(key="hours", heading="折算后的学时数"),)
    assert adjusted(MADE, PaperLayout(columns=columns)).columns[0].chars == 17


def test_a_title_may_hold_ours_and_braces_of_its_own() -> None:
    assert adjusted_title("台账", PaperLayout(title="某局{title}{x}")) == "某局台账{x}"
    assert adjusted_title("台账", PaperLayout()) == "台账"


def test_only_the_frame_of_a_style_reaches_lists_that_are_not_its_own() -> None:
    style = styled(title="甲", columns=(ColumnLayout(key="a"),), signatures=(), footer="乙")
    assert only_frame(style) == styled(footer="乙")


def test_title_signatures_and_footer_stand_on_paper(fonts: Fonts) -> None:
    style = styled(title="某局{title}", signatures=("填表人",), footer="内部资料 & 注意保存")
    pages = texts(ledger_pdf(ledger(90), style=style, fonts=fonts))
    assert pages[0].startswith("某局培训台账")
    assert "填表人：" in pages[-1]
    assert "制表：" not in pages[-1]
    assert all(page.endswith("内部资料 & 注意保存") for page in pages)
    assert "某局培训台账" in pages[1]  # whose page it is


def test_a_paper_nobody_signs_has_no_place_for_it(fonts: Fonts) -> None:
    assert "：＿" not in texts(ledger_pdf(LEDGER, style=styled(signatures=()), fonts=fonts))[0]


def test_as_many_long_signatures_as_an_office_may_ask_for_stay_inside_the_page(
    fonts: Fonts,
) -> None:
    signers = tuple(f"第{number}" + "签" * 18 for number in range(6))
    with opened(ledger_pdf(LEDGER, style=styled(signatures=signers), fonts=fonts)) as pdf:
        written = [one for one in pdf.pages[0].chars if one["text"] in "签＿"]
    assert len(written) == 6 * (18 + 6)
    assert max(one["x1"] for one in written) <= RIGHT


@pytest.mark.parametrize(("wide", "high"), [(300, 100), (50, 400), (900, 30)])
def test_a_logo_stands_beside_the_title_inside_the_page(fonts: Fonts, wide: int, high: int) -> None:
    style = styled(logo=picture(wide, high), title="很长的标题" * 14)
    data = ledger_pdf(ledger(90), style=style, fonts=fonts)
    with opened(data) as pdf:
        (image,) = pdf.pages[0].images
        assert not pdf.pages[1].images
    assert LEFT - 1 <= image["x0"] < image["x1"] < RIGHT
    assert 0 < image["top"] < image["bottom"] < PAGE_HEIGHT
    assert abs((image["x1"] - image["x0"]) / (image["bottom"] - image["top"]) - wide / high) < 0.1
    title = found(data, "很长的标题")
    assert all(char["x0"] > image["x1"] for char in title)
    assert data == ledger_pdf(ledger(90), style=style, fonts=fonts)


def test_footer_and_logo_are_in_the_print_set_up_of_a_workbook() -> None:
    style = styled(footer="内部 &P 资料", logo=picture())
    data = ledger_xlsx(LEDGER, style=style)
    sheet = sheet_of(data)
    assert sheet.oddFooter.left.text == "内部 &&P 资料"
    assert sheet.oddFooter.right.text == "第&P页 共&N页"
    assert sheet.oddHeader.left.text == "&G"
    assert data == ledger_xlsx(LEDGER, style=style)
    assert sheet_of(ledger_xlsx(LEDGER, style=AS_MADE)).oddHeader.left.text is None

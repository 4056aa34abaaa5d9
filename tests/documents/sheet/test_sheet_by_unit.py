"""Sheets by unit, lying on their side by choice, and forms without a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from jz_training.documents.sheet.blank_form import blank_form_pdf, page_count
from jz_training.documents.sheet.sign_in_sheet import (
    print_sheets,
    sign_in_sheet_pdf,
    sign_in_sheets_pdf,
)
from jz_training.domain.page_code import read_page_code
from jz_training.domain.parts_making import made_parts
from jz_training.domain.sheet import BlankForm, SheetColumns, SheetOptions
from tests.documents.pdf_reading import inside, opened, texts
from tests.documents.sheet.test_sheet_of_parts import SLOTS
from tests.factories import ORGANISER, UNITS, attendee, sheet

BY_UNIT = SheetOptions(by_unit=True)


def test_each_unit_has_its_name_in_the_head_and_its_own_count(fonts) -> None:
    data, geometry = sign_in_sheet_pdf(sheet(40, options=BY_UNIT), fonts=fonts)
    pages = texts(data)
    assert len(pages) == geometry.pages == 3
    for text, unit, count in zip(pages, (UNITS[1], UNITS[2], UNITS[0]), (14, 13, 13), strict=True):
        assert f"签到表（{unit}）" in text
        assert f"应到{count}人" in text.replace(" ", "")
        assert not any(f"（{other}）" in text for other in UNITS if other != unit)


def test_each_number_stands_on_the_line_the_geometry_keeps(fonts) -> None:
    view = sheet(40, options=BY_UNIT)
    data, geometry = sign_in_sheet_pdf(view, fonts=fonts)
    names = {row.number: row.name for row in view.rows}
    with opened(data) as pdf:
        for place in [place for place in geometry.rows if place.number][::6]:
            line = place.line
            signs = inside(
                pdf.pages[place.page - 1].chars,
                x=line.x, y=line.y, width=line.width, height=line.height,
            )  # fmt: skip
            text = "".join(sign["text"] for sign in signs)
            assert str(place.number) in text
            assert names[place.number][0] in text


def test_who_belongs_to_no_unit_is_not_forgotten(fonts) -> None:
    rows = (attendee(1, unit=""), attendee(2, unit="机关"))
    text = texts(sign_in_sheet_pdf(sheet(0, rows=rows, options=BY_UNIT), fonts=fonts)[0])[0]
    assert "签到表（未分单位）" in text


def test_a_course_lies_by_choice_beside_one_that_stands(fonts) -> None:
    parts = made_parts(date(2026, 12, 7), days=1, slots=SLOTS)
    standing = sheet(14, parts=parts)
    lying = replace(standing, options=SheetOptions(lying=True))
    data, geometries = sign_in_sheets_pdf([standing, lying], fonts=fonts)
    with opened(data) as pdf:
        widths = [page.width for page in pdf.pages]
    assert widths[0] < widths[-1]
    assert [geometry.page_width for geometry in geometries] == [210, 297]
    assert all("上午" in text for text in texts(data))


def test_a_blank_form_has_lines_enough_and_no_code(fonts) -> None:
    form = BlankForm(organiser=ORGANISER, rows=40)
    data = blank_form_pdf(form, fonts=fonts)
    pages = texts(data)
    assert len(pages) == page_count(form) == 2
    assert "主办单位：清河市纺织公司工会" in pages[0]
    assert "42" in pages[1]
    assert not any(read_page_code(word) for text in pages for word in text.split())
    with opened(data) as pdf:  # no corner marks that a reader of scans would look for
        assert not any(rect["width"] < 10 for page in pdf.pages for rect in page.rects)
    assert blank_form_pdf(form, fonts=fonts) == data


def test_a_blank_form_may_have_two_lists_and_a_title(fonts) -> None:
    form = BlankForm(title="专题学习会", rows=40, columns=SheetColumns.TWO)
    (text,) = texts(blank_form_pdf(form, fonts=fonts))
    assert "专题学习会签到表" in text
    assert text.count("签　名") == 2


def test_on_both_sides_each_unit_begins_on_a_fresh_sheet_of_paper(fonts) -> None:
    view = sheet(40, options=BY_UNIT)
    data = print_sheets([view], printed=lambda *_: None, both_sides=True, fonts=fonts)
    assert [bool(text) for text in texts(data)] == [True, False, True, False, True]

"""签到表.xlsx read back: the columns, lines and pages of the printed sheet."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from jz_training.documents.sheet import sheet_book
from jz_training.documents.sheet.sign_in_xlsx import blank_form_xlsx, sign_in_sheet_xlsx
from jz_training.domain.parts_making import made_parts
from jz_training.domain.sheet import BlankForm, SheetColumns, SheetOptions
from jz_training.domain.training import SheetOrder
from tests.documents.sheet.test_sheet_of_parts import SLOTS
from tests.factories import UNITS, attendee, sheet

#: 9.5 mm in points (domain.md §2).
LEAST_HEIGHT = 9.5 / 25.4 * 72


def opened(data: bytes) -> list[Worksheet]:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets


def rows_of(page: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in page.iter_rows()]


def lines_of(page: Worksheet) -> list[list[object]]:
    """Return the lines between the headings and the totals."""
    rows = rows_of(page)
    head = next(at for at, row in enumerate(rows) if row[0] == "序号")
    return rows[head + 1 : -2]


def test_the_sheet_has_the_columns_and_order_of_the_printed_one() -> None:
    (page,) = opened(sign_in_sheet_xlsx(sheet(30)))
    rows = rows_of(page)
    assert rows[0][0] == "专题学习会（第2批）签到表"
    assert rows[1][0] == "时间：2026年11月20日（星期五）15:00—16:30"
    assert rows[2][3] == "主持：周建业　　　　主讲：秦晓峰"
    heads = ["序号", "姓　名", "单　位", "职　务", "签　名", "备　注"]
    assert rows[3] == heads
    numbers = [line[0] for line in lines_of(page)]
    assert numbers == [*range(1, 31), *[None] * 12]
    assert str(rows[-2][0]).startswith("应到 30 人")


def test_it_prints_as_the_sheet_does() -> None:
    (page,) = opened(sign_in_sheet_xlsx(sheet(30)))
    assert page.print_title_rows == "$1:$4"
    assert page.page_setup.paperSize == 9
    assert page.page_setup.fitToHeight == 0  # and one page wide, which is what nothing says
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.oddFooter.center.text == "第&P页 共&N页"
    assert all(page.row_dimensions[row].height >= LEAST_HEIGHT for row in range(5, 40))
    assert page["E6"].border.left.style == "thin"


def test_two_lists_stand_side_by_side_and_break_where_the_page_does() -> None:
    (page,) = opened(sign_in_sheet_xlsx(sheet(90)))
    lines = lines_of(page)
    assert lines[0][:2] == [1, "于国栋"]
    assert (lines[0][5], lines[21][0], lines[21][5], lines[22][0]) == (23, 22, 44, 45)
    assert [one.id for one in page.row_breaks.brk] == [26, 48]
    assert not page.sheet_properties.pageSetUpPr.fitToPage


def test_each_unit_has_a_worksheet_and_keeps_its_numbers() -> None:
    pages = opened(sign_in_sheet_xlsx(sheet(40, options=SheetOptions(by_unit=True))))
    assert [page.title for page in pages] == [UNITS[1], UNITS[2], UNITS[0]]
    numbers = [[line[0] for line in lines_of(page) if line[0]] for page in pages]
    assert sorted(number for each in numbers for number in each) == list(range(1, 41))
    assert all(page["A1"].value.endswith(f"（{page.title}）") for page in pages)


def test_parts_are_columns_and_many_go_to_further_worksheets() -> None:
    parts = made_parts(date(2026, 12, 7), days=4, slots=SLOTS)
    first, second = opened(sign_in_sheet_xlsx(sheet(14, parts=parts)))
    heads = rows_of(first)[3]
    assert heads[3] == "第1天上午\n12月7日\n08:30–11:30"
    assert len([head for head in heads if "午" in str(head)]) == 4
    assert first.page_setup.orientation == "landscape"
    assert [line[0] for line in lines_of(second)] == [line[0] for line in lines_of(first)]


def test_telephones_are_masked_and_text_stays_text() -> None:
    rows = (attendee(1, name="=1+1", phone="13800138000"), attendee(2, name="<r>张</r>"))
    view = sheet(0, rows=rows, options=SheetOptions(with_phone=True), order=SheetOrder.STROKES)
    (page,) = opened(sign_in_sheet_xlsx(view))
    assert rows_of(page)[1][0] == "（按姓氏笔画为序）"
    lines = lines_of(page)
    assert (lines[0][1], lines[0][4]) == ("=1+1", "138****8000")
    assert (lines[1][1], page["B6"].data_type) == ("<r>张</r>", "s")


def test_a_blank_form_has_numbers_and_nobody_on_it() -> None:
    (page,) = opened(blank_form_xlsx(BlankForm(rows=60, columns=SheetColumns.TWO)))
    lines = lines_of(page)
    assert [lines[0][0], lines[0][5], lines[22][0]] == [1, 23, 45]
    assert all(value is None for line in lines for value in (line[1], line[6]))


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert sign_in_sheet_xlsx(sheet(5)) == sign_in_sheet_xlsx(sheet(5))


def test_the_first_sheet_of_a_day_has_the_same_bytes_as_the_later_ones() -> None:
    before = dict(sheet_book.WIDTHS_IN)
    sign_in_sheet_xlsx(sheet(1))
    assert before == {"font_name": "Arial", "font_size": 10}
    assert before == sheet_book.WIDTHS_IN

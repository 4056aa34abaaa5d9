"""Tables become sheets with real numbers, and what a user typed stays what it is."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from os import geteuid, listdir
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import python_calamine
import time_machine
from openpyxl.worksheet.worksheet import Worksheet

from jz_training.documents.columns import Align, Column, Kind, Value
from jz_training.documents.excel.workbook import Properties, Table, workbook
from jz_training.domain.tally import Rate
from jz_training.errors import DiskFull, Stopped
from jz_training.safe_files import is_workbook

#: Things that spreadsheets take for formulas, numbers, dates, errors, links or markup.
PAYLOADS = [
    "=1+1", "=cmd|' /C calc'!A0", "+1", "+1+1", "-1", "-2+3+cmd|' /C calc'!D2", "@SUM(1+1)*A1",
    "=HYPERLINK(\"http://10.0.0.9/\",\"点这里\")", "=IMPORTXML(\"http://10.0.0.9\",\"//a\")",
    "=WEBSERVICE(\"http://10.0.0.9\")", "=DDE(\"cmd\";\"/C calc\";\"x\")", "{=SUM(A1:A9)}",
    "＝1+1", "＋1", "－1", "＠SUM", "\t=1+1", "\n=1+1", " =1+1", "'=1+1", "'001", "\"=1+1\"",
    "001", "13800138000", "1e5", "2025-01-02", "3/4", "TRUE", "#N/A", "#REF!", "#DIV/0!",
    "http://10.0.0.9/", "mailto:a@b.c", "internal:Sheet1!A1", "_x0041_", "_x003D_1+1",
    "<r>x</r>", "<r><t>x</t></r></is></c><c r=\"Z9\"><f>1+1</f></c><c t=\"inlineStr\"><is></r>",
    "<b>&amp;</b>", "]]>", "%s {0}", "=" * 300, "𠮷\U0003106c 👩‍👩‍👧", "阿‏ب",
]  # fmt: skip


MOST = Rate(11, 12)


@dataclass(frozen=True)
class Line:
    text: str = "张三"
    count: int = 3
    hours: Decimal = Decimal("1.5")
    rate: Rate = MOST
    day: date = date(2025, 2, 18)


def column(key: str, kind: Kind, align: Align = Align.LEFT) -> Column[Line]:
    return Column(
        key=key, heading=f"列{key}", chars=12, value=lambda line: getattr(line, key, None),
        kind=kind, align=align,
    )  # fmt: skip


COLUMNS = (
    column("place", Kind.ORDINAL, Align.CENTRE),
    column("text", Kind.TEXT),
    column("count", Kind.INTEGER, Align.RIGHT),
    column("hours", Kind.DECIMAL, Align.RIGHT),
    column("rate", Kind.PERCENT, Align.RIGHT),
    column("day", Kind.DATE, Align.CENTRE),
)
PROPERTIES = Properties(title="名单", maker="东岭市总工会", made_at=datetime(2025, 2, 18, 9, 30))


def table(*lines: Line, total: dict[str, Value] | None = None, **more: Any) -> Table[Line]:
    return Table(
        sheet="名单", title="东岭名单", columns=COLUMNS, rows=lines, facts=("共几人", "第二行"),
        total=total or {}, **more,
    )  # fmt: skip


def opened(data: bytes, name: str = "名单") -> Worksheet:
    sheet = openpyxl.load_workbook(BytesIO(data))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def calamine(data: bytes, name: str = "名单") -> list[list[Any]]:
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    return book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def test_numbers_dates_and_rates_are_real() -> None:
    cells = opened(workbook([table(Line())], PROPERTIES))[5]
    assert [cell.value for cell in cells] == [
        1, "张三", 3, 1.5, pytest.approx(11 / 12), datetime(2025, 2, 18)
    ]  # fmt: skip
    assert [cell.data_type for cell in cells] == ["n", "s", "n", "n", "n", "d"]
    assert [cell.number_format for cell in cells] == [
        "0", "@", "0", "General", "0.0%", "yyyy-mm-dd"
    ]  # fmt: skip


def test_another_reader_finds_the_same() -> None:
    rows = calamine(workbook([table(Line())], PROPERTIES))
    assert rows[0][0] == "东岭名单"
    assert rows[3] == ["列place", "列text", "列count", "列hours", "列rate", "列day"]
    assert rows[4] == [1, "张三", 3, 1.5, pytest.approx(11 / 12), date(2025, 2, 18)]


def test_a_rate_of_nothing_is_a_dash() -> None:
    assert opened(workbook([table(Line(rate=Rate(0, 0)))], PROPERTIES))["E5"].value == "—"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_user_typed_stays_text(payload: str) -> None:
    evil = Table(
        sheet=payload, title=payload, columns=COLUMNS, rows=(Line(text=payload),),
        facts=(payload,), total={"text": payload},
    )  # fmt: skip
    data = workbook([evil], PROPERTIES)
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    types = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert types <= {"s", "n", "d"}
    assert all(not cell.hyperlink for row in sheet.iter_rows() for cell in row)
    assert sheet["B4"].data_type == "s"
    assert sheet.max_column == len(COLUMNS)
    rows = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0)
    typed = rows.to_python(skip_empty_area=False)
    assert [typed[0][0], typed[1][0], typed[3][1], typed[4][1]] == [payload] * 4


def test_there_are_at_least_forty_payloads() -> None:
    assert len(set(PAYLOADS)) >= 40


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\ud800", "\ufffe", "\uffff"])
def test_damage_in_a_name_costs_neither_the_file_nor_the_name(bad: str, tmp_path: Path) -> None:
    data = workbook([table(Line(text=f"王{bad}明"))], PROPERTIES)
    assert opened(data)["B5"].value == "王\ufffd明"
    (tmp_path / "a.xlsx").write_bytes(data)
    assert is_workbook(tmp_path / "a.xlsx")


def test_a_text_longer_than_a_cell_does_not_break_the_file() -> None:
    kept = opened(workbook([table(Line(text="长" * 40_000))], PROPERTIES))["B5"].value
    assert len(kept) == 32_767


def test_headings_and_total_stand_out_and_every_place_has_its_lines() -> None:
    whole = table(Line(text=""), total={"text": "合计", "count": 3})
    sheet = opened(workbook([whole], PROPERTIES))
    assert sheet["B4"].fill.fill_type == sheet["B6"].fill.fill_type == "solid"
    assert sheet["B6"].font.bold
    assert not sheet["B5"].font.bold
    places = [cell for row in sheet["A4:F6"] for cell in row]
    assert {cell.border.left.style for cell in places} == {"thin"}  # the empty ones as well
    assert [sheet["B6"].value, sheet["C6"].value, sheet["E6"].value] == ["合计", 3, None]


def test_columns_are_as_wide_as_they_want_to_be() -> None:
    widths = opened(workbook([table()], PROPERTIES)).column_dimensions
    assert round(widths["A"].width) == round(COLUMNS[0].chars + 0.7)  # with Excel's own padding


def test_a_row_whose_text_wraps_is_higher() -> None:
    sheet = opened(workbook([table(Line(), Line(text="长" * 14), Line(text="一\n二"))], PROPERTIES))
    heights = [sheet.row_dimensions[row].height for row in (5, 6, 7)]
    assert heights == [20.25, 48.75, 34.5]


def test_the_header_is_frozen_filtered_and_repeated_on_a4() -> None:
    sheet = opened(workbook([table(Line(), Line(), total={"text": "合计"})], PROPERTIES))
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:F6"  # the total row is not sorted in
    assert sheet.print_title_rows == "$4:$4"
    assert int(sheet.page_setup.paperSize) == 9
    assert sheet.page_setup.orientation == "portrait"
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_options.horizontalCentered
    assert sheet.oddFooter.center.text == "第&P页 共&N页"
    assert {"A1:F1", "A2:F2", "A3:F3"} == {str(area) for area in sheet.merged_cells.ranges}


def test_a_wide_table_lies_on_its_side() -> None:
    wide = Table(sheet="名单", title="宽", columns=COLUMNS * 2, rows=(Line(),))
    assert opened(workbook([wide], PROPERTIES)).page_setup.orientation == "landscape"


def test_the_same_view_gives_the_same_bytes_at_any_hour() -> None:
    tables = [table(Line(), Line(text="李四"), total={"text": "合计"})]
    with time_machine.travel(datetime(2025, 3, 1, 8, 0)):
        first = workbook(tables, PROPERTIES)
    with time_machine.travel(datetime(2031, 12, 31, 23, 59)):
        assert workbook(tables, PROPERTIES) == first


def test_the_file_says_who_made_it_and_when() -> None:
    properties = openpyxl.load_workbook(BytesIO(workbook([table()], PROPERTIES))).properties
    assert (properties.title, properties.creator) == ("名单", "东岭市总工会")
    assert properties.created == properties.modified == datetime(2025, 2, 18, 9, 30)


def test_an_empty_list_is_still_a_sheet_with_its_header() -> None:
    rows = calamine(workbook([table()], PROPERTIES))
    assert [row[0] for row in rows] == ["东岭名单", "共几人", "第二行", "列place"]


def test_a_list_too_long_for_a_sheet_goes_on_in_another() -> None:
    lines = [Line(text=f"人{number}") for number in range(1, 13)]
    data = workbook([table(*lines, total={"text": "合计"})], PROPERTIES, rows_per_sheet=10)
    book = openpyxl.load_workbook(BytesIO(data))
    assert book.sheetnames == ["名单", "名单（2）", "名单（3）"]
    places = [cell.value for name in book.sheetnames for cell in book[name]["A"][4:]]
    assert [place for place in places if place] == list(range(1, 13))
    assert all(book[name].max_row <= 10 for name in book.sheetnames)
    totals = [
        name for name in book.sheetnames if "合计" in [cell.value for cell in book[name]["B"]]
    ]
    assert totals == ["名单（3）"]


def test_progress_reaches_the_end() -> None:
    told: list[tuple[int, int]] = []
    workbook([table(*[Line()] * 1200)], PROPERTIES, progress=lambda *step: told.append(step))
    assert told == [(0, 1200), (500, 1200), (1000, 1200), (1200, 1200)]


def test_a_long_export_can_be_stopped_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    answers = iter([False, True])
    with pytest.raises(Stopped):
        workbook([table(*[Line()] * 1200)], PROPERTIES, stop=lambda: next(answers))
    assert listdir(tmp_path) == []


@pytest.fixture
def full_temp_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the system's temporary folder be a disk of 64 KiB."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)]
    if geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("NOT TESTED HERE: a full disk needs the right to mount (root)")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_full_temporary_folder_is_said(full_temp_folder: None) -> None:
    with pytest.raises(DiskFull):
        workbook([table(*[Line()] * 3000)], PROPERTIES)

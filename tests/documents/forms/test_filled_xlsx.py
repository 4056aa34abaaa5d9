"""A superior's workbook filled: only tied cells differ, everything else is as it came."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from lxml import etree

from jz_training.documents.forms import package
from jz_training.documents.forms.filled import Gap
from jz_training.documents.forms.filled_xlsx import filled_xlsx
from jz_training.domain.superior_form import CellTie, FormTies, ListSource, ListTie
from jz_training.domain.tally import Rate
from jz_training.errors import CannotFill
from tests.documents.forms.templates import (
    CELLS,
    LIST,
    SHEET,
    TIES,
    Given,
    opened,
    parts,
    template,
    with_part,
)

FORM = template()
SHEET_PART = "xl/worksheets/sheet1.xml"
FIGURES = {
    "office.organiser": "清河市纺织公司工会",
    "trainings": 6,
    "rate": Rate(11, 12),
    "office.operator": "=1+1",
    "office.today": date(2026, 11, 22),
}
HOSTILE = ["=HYPERLINK(1)", "+1", "@SUM(A1)", "<r>&amp;</r>", "_x0041_", "𠮷\t\n", "]]>", "\u0007"]


def line(number: int, title: str = "专题学习会") -> dict:
    return {
        "date": date(2026, 11, number), "title": title, "expected": 20, "present": 18,
        "hours": Decimal("1.5"),
    }  # fmt: skip


def filled(count: int = 2, ties: FormTies = TIES, form: bytes = FORM):
    return filled_xlsx(form, ties, Given(FIGURES, [line(n + 1) for n in range(count)]))


def cells_of(content: bytes) -> dict[str, bytes]:
    root = etree.fromstring(parts(content)[SHEET_PART])
    return {one.get("r"): etree.tostring(one, method="c14n") for one in root.iter("{*}c")}


def test_only_touched_cells_and_results_that_depend_on_them_differ():
    made = filled(3)
    before, after = parts(FORM), parts(made.content)
    assert list(before) == list(after)
    # 实到 of the other sheet depends on ours; its other formula keeps its result
    assert {name for name in before if before[name] != after[name]} == {
        SHEET_PART, "xl/worksheets/sheet2.xml", "xl/workbook.xml",
    }  # fmt: skip
    touched = {f"{'ABCDEFGH'[one.column - 1]}{one.row}" for one in made.cells}
    old, new = cells_of(FORM), cells_of(made.content)
    dependent = {"F14", "G14", "H14", "B15", "C15", "D15"}
    assert {name for name in new if old.get(name) != new[name]} == touched | dependent


def test_what_is_outside_the_cells_is_the_same_bytes():
    def outside(content: bytes) -> bytes:
        root = etree.fromstring(parts(content)[SHEET_PART])
        root.remove(root.find("{*}sheetData"))
        return etree.tostring(root, method="c14n")

    assert outside(filled().content) == outside(FORM)


def test_values_are_typed_by_the_format_of_their_cell():
    sheet = opened(filled().content)[SHEET]
    assert sheet["B3"].value == 6
    assert sheet["F3"].value == pytest.approx(11 / 12)  # 0.0%
    assert sheet["D5"].value == 91.7  # the head has its own %
    assert sheet["B11"].value.date() == date(2026, 11, 1)  # yyyy/m/d
    assert sheet["C11"].value == "专题学习会"
    assert sheet["A16"].value.endswith("填表人：=1+1　　填报日期：2026年11月22日")


def test_a_rate_in_a_cell_without_a_format_is_words():
    ties = FormTies(cells=(CellTie(sheet=SHEET, row=3, column=4, figure="rate"),))
    assert opened(filled(ties=ties).content)[SHEET]["D3"].value == "91.7%"


def test_results_that_would_lie_are_gone_and_others_stay():
    after = parts(filled().content)
    assert b"<f>SUM(G11:G13)</f></c>" in after[SHEET_PART]
    assert b"<f>SUM(B5:B6)</f><v>999</v>" in after[SHEET_PART]
    assert b"<f>1+1</f><v>999</v>" in after["xl/worksheets/sheet2.xml"]
    assert b"G14</f></c>" in after["xl/worksheets/sheet2.xml"]
    assert b'fullCalcOnLoad="1"' in after["xl/workbook.xml"]


def test_fewer_lines_leave_the_rest_empty_and_the_ordinals_of_the_form():
    sheet = opened(filled(1).content)[SHEET]
    assert [sheet.cell(row, 3).value for row in (11, 12, 13)] == ["专题学习会", None, None]
    assert [sheet.cell(row, 1).value for row in (11, 12, 13)] == [1, 2, 3]


def test_more_lines_get_rows_and_everything_below_goes_along():
    made = filled(6)
    book = opened(made.content)
    sheet, other = book[SHEET], book["汇总"]
    assert made.added == ((SHEET, 3),)
    assert [sheet.cell(row, 1).value for row in range(11, 18)] == [1, 2, 3, 4, 5, 6, "合计"]
    assert (sheet["G17"].value, sheet["B18"].value) == ("=SUM(G11:G16)", "=G17/F17")
    assert sheet["D18"].value == "=F13"
    assert other["B1"].value == "=季报!G17"
    assert book.defined_names["实到"].attr_text == "季报!$G$17"
    assert {str(one) for one in sheet.merged_cells.ranges} >= {"A17:E17", "A19:H19", "A1:H1"}
    assert sheet.print_area == "'季报'!$A$1:$H$21"
    assert str(sheet.data_validations.dataValidation[0].sqref) == "D11:D16"
    assert [str(one.sqref) for one in sheet.conditional_formatting] == ["G11:G16"]
    assert [one.id for one in sheet.row_breaks.brk] == [17]
    assert (sheet["A17"].comment.text, sheet.freeze_panes) == ("合计由表格计算", "A11")
    assert sheet.row_dimensions[16].height == 24
    assert sheet["C16"].border.left.style == "thin"


def test_pictures_text_boxes_and_notes_move_with_their_rows():
    after = parts(filled(6).content)
    anchors = re.findall(rb"row>(\d+)</", after["xl/drawings/drawing1.xml"])
    before = re.findall(rb"row>(\d+)</", parts(FORM)["xl/drawings/drawing1.xml"])
    assert [int(one) for one in anchors] == [int(one) + 3 for one in before]
    assert "本表一式两份".encode() in after["xl/drawings/drawing1.xml"]
    assert b"Row>16</" in after["xl/drawings/commentsDrawing1.vml"]


def test_a_formula_is_kept_unless_the_tie_says_otherwise():
    tie = CellTie(sheet=SHEET, row=14, column=7, figure="trainings")
    kept = filled(ties=FormTies(cells=(tie,)))
    assert [(one.row, one.gap) for one in kept.gaps] == [(14, Gap.FORMULA)]
    over = filled(ties=FormTies(cells=(replace(tie, over_formula=True),)))
    assert opened(over.content)[SHEET]["G14"].value == 6
    assert over.cells[0].old == "=SUM(G11:G13)"


def test_what_is_not_known_is_left_empty_and_said():
    unknown = Given({"rate": Rate(3, 4, unrecorded=1), "office.organiser": ""})
    made = filled_xlsx(FORM, FormTies(cells=CELLS[:4]), unknown)
    assert opened(made.content)[SHEET]["F3"].value is None
    assert {one.gap for one in made.gaps} == {Gap.UNKNOWN}
    assert made.content == FORM or parts(made.content) == parts(FORM)


def test_the_same_values_give_the_same_bytes():
    assert filled(5).content == filled(5).content


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text(text):
    made = filled_xlsx(FORM, TIES, Given(FIGURES, [line(1, text)]))
    cell = opened(made.content)[SHEET]["C11"]
    assert cell.data_type == "s"
    assert cell.value == text.replace("\u0007", "\ufffd")


def shared(data: bytes) -> bytes:
    """Let two cells share a formula, as Excel writes one that was filled down."""
    master = b'<c r="D11"><f t="shared" ref="D11:D13" si="0">G11/F11</f><v>9</v></c>'
    data = re.sub(rb'<c r="D11"[^>]*?(?:/>|></c>)', master, data)
    for row in (b"12", b"13"):
        child = b'<c r="D%s"><f t="shared" si="0"/><v>9</v></c>' % row
        data = re.sub(rb'<c r="D%s"[^>]*?(?:/>|></c>)' % row, child, data)
    return data


def test_a_shared_formula_is_spelt_out_when_rows_are_made():
    sheet = opened(filled(5, form=with_part(FORM, SHEET_PART, shared)).content)[SHEET]
    assert [sheet.cell(row, 4).value for row in range(11, 16)] == [
        f"=G{row}/F{row}" for row in range(11, 16)
    ]


def test_lines_have_no_room_in_rows_that_are_merged():
    def merge(data: bytes) -> bytes:
        return data.replace(b'<mergeCell ref="A16:H16"', b'<mergeCell ref="C12:C13"')

    with pytest.raises(CannotFill, match="第 12–13 行上下合并了单元格"):
        filled(form=with_part(FORM, SHEET_PART, merge))


def test_a_formula_over_several_sheets_is_not_moved_by_guess():
    def across(data: bytes) -> bytes:
        return data.replace(b"<f>1+1</f>", "<f>SUM(季报:汇总!A20)</f>".encode())

    with pytest.raises(CannotFill, match="跨多个工作表"):
        filled(6, form=with_part(FORM, "xl/worksheets/sheet2.xml", across))


def test_two_lists_on_one_sheet_each_get_their_rows():
    above = ListTie(
        sheet=SHEET, first=5, last=6, source=ListSource.UNITS, columns=((2, "expected"),)
    )
    sheet = opened(filled(4, FormTies(lists=(above, LIST))).content)[SHEET]
    assert sheet["B9"].value == "=SUM(B5:B8)"
    assert [sheet.cell(row, 3).value for row in range(13, 17)] == ["专题学习会"] * 4
    assert sheet["G17"].value == "=SUM(G13:G16)"


def test_a_sheet_that_is_gone_is_said_to_be():
    ties = FormTies(cells=(CellTie(sheet="旧表", row=1, column=1, figure="trainings"),))
    with pytest.raises(CannotFill, match="没有工作表“旧表”"):
        filled(ties=ties)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_works_out_what_depends_on_ours(tmp_path):
    made = tmp_path / "form.xlsx"
    made.write_bytes(filled(6).content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "csv", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(made)], check=True, capture_output=True, timeout=90)
    lines = (tmp_path / "form.csv").read_text(encoding="utf-8", errors="replace").splitlines()
    assert lines[16].endswith(",120,108,9")
    assert lines[17].split(",")[1:4] == ["90%", "6", "20"]


def wrapped(data: bytes) -> bytes:
    return data.replace(b'<alignment horizontal="center"', b'<alignment wrapText="1"', 1)


def test_a_wrapped_text_gets_the_lines_it_needs_unless_the_height_is_fixed():
    form = with_part(FORM, "xl/styles.xml", wrapped)
    style = re.search(rb'<c r="A1" s="(\d+)"', parts(form)[SHEET_PART])[1]

    def long_cells(data: bytes) -> bytes:
        return re.sub(rb'<c r="C(11|12|13)" s="\d+"', rb'<c r="C\1" s="' + style + rb'"', data)

    form = with_part(form, SHEET_PART, long_cells)
    rows = [line(1), line(2, "大会精神" * 12), line(3, "大会精神" * 12)]
    sheet = opened(filled_xlsx(form, TIES, Given(FIGURES, rows)).content)[SHEET]
    heights = [sheet.row_dimensions[row].height for row in (11, 12, 13)]
    assert heights[0] is None
    assert heights[1] > 60  # four lines of 16 points
    assert heights[2] == 24  # the form's own


def test_a_form_that_swells_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(package, "LARGEST_UNPACKED", 10_000)
    with pytest.raises(CannotFill) as refused:
        filled(form=with_part(FORM, "xl/styles.xml", lambda data: data + b" " * 20_000))
    assert refused.value.fault == "broken"

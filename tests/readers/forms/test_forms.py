"""Forms read: cells as they look, refusals that say what to do."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from jz_training.domain.superior_form import CellKind, FormKind
from jz_training.errors import CannotRead
from jz_training.readers.forms.guarded import read_form_guarded
from jz_training.readers.forms.understand import FORM_LIMITS, read_form
from tests.documents.forms.templates import SHEET, template, with_part

FORM = template()


def read(tmp_path, content: bytes, name: str = "表.xlsx"):
    path = tmp_path / name
    path.write_bytes(content)
    return read_form(path, FORM_LIMITS)


def test_a_workbook_shows_merges_looks_and_formulas_as_such(tmp_path):
    form = read(tmp_path, FORM)
    sheet = form.sheets[0]
    places = sheet.by_place()
    assert (form.kind, sheet.name, sheet.rows, sheet.columns) == (FormKind.WORKBOOK, SHEET, 16, 8)
    title = places[1, 8]
    assert (title.column, title.columns, title.bold, title.align) == (1, 8, True, "center")
    assert (places[14, 7].kind, places[14, 7].formula) == (CellKind.FORMULA, "=SUM(G11:G13)")
    assert (places[10, 1].fill, places[12, 4].framed) == ("D9E1F2", True)
    assert sheet.widths[2] == 30


def test_the_child_reads_the_same(tmp_path):
    path = tmp_path / "表.xlsx"
    path.write_bytes(FORM)
    assert read_form_guarded(path) == read_form(path, FORM_LIMITS)


def test_a_hidden_sheet_and_a_far_cell_are_told(tmp_path):
    book = Workbook()
    book.active["A1"], book.active["A900"] = "填报单位", "末行"
    book.create_sheet("代码").sheet_state = "hidden"
    book["代码"]["A1"] = 0.5
    book["代码"]["A1"].number_format = "0.0%"
    made = io.BytesIO()
    book.save(made)
    form = read(tmp_path, made.getvalue())
    assert ([one.hidden for one in form.sheets], form.cut) == ([False, True], True)
    assert form.sheets[1].cells[0].text == "50%"


def types(old: str, new: str):
    return lambda data: data.replace(old.encode(), new.encode())


@pytest.mark.parametrize(
    ("old", "new", "name", "sentence"),
    [
        ("sheet.main+xml", "template.main+xml", "表.xlsx", "模板文件"),
        ("", "", "表.docx", "扩展名改为 .xlsx"),
        ("openxmlformats-officedocument.spreadsheetml.sheet.main", "x.sheet", "表.xlsx", "另存为"),
    ],
)
def test_other_kinds_of_workbooks_are_refused(tmp_path, old, new, name, sentence):
    content = with_part(FORM, "[Content_Types].xml", types(old, new) if old else lambda data: data)
    with pytest.raises(CannotRead, match=sentence):
        read(tmp_path, content, name)


def test_a_workbook_with_macros_is_one_of_its_own_kind(tmp_path):
    macros = types("openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                   "ms-excel.sheet.macroEnabled.main+xml")  # fmt: skip
    content = with_part(FORM, "[Content_Types].xml", macros)
    assert read(tmp_path, content, "表.xlsm").kind is FormKind.MACROS


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "空的"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "另存为“Excel 工作簿"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "取消密码"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "另存为“Word"),
        (b"%PDF-1.7", "只能填写 Excel"),
        (FORM[:2000], "不完整或已损坏"),
    ],
)
def test_what_cannot_be_filled_is_refused_with_what_to_do(tmp_path, content, sentence):
    with pytest.raises(CannotRead, match=sentence):
        read(tmp_path, content)


def test_a_part_with_entities_is_refused(tmp_path):
    def bomb(data: bytes) -> bytes:
        return data.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1)

    with pytest.raises(CannotRead, match="已损坏"):
        read(tmp_path, with_part(FORM, "xl/worksheets/sheet1.xml", bomb))


def test_an_archive_that_is_no_office_file_is_refused(tmp_path):
    path = tmp_path / "包.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(CannotRead, match="只能填写 Excel"):
        read_form(path, FORM_LIMITS)


def test_rows_without_end_are_refused_when_the_form_is_chosen(tmp_path):
    def grow(data: bytes) -> bytes:
        rows = b"".join(b'<row r="%d" s="1" customFormat="1"/>' % row for row in range(20, 340_000))
        return data.replace(b"</sheetData>", rows + b"</sheetData>")

    with pytest.raises(CannotRead, match="设过格式的空行太多"):
        read(tmp_path, with_part(FORM, "xl/worksheets/sheet1.xml", grow))


def test_a_part_that_is_there_twice_is_damage(tmp_path):
    made = io.BytesIO(FORM)
    with pytest.warns(UserWarning, match="Duplicate name"), ZipFile(made, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    with pytest.raises(CannotRead, match="已损坏"):
        read(tmp_path, made.getvalue())

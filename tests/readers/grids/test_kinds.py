"""Every kind of file that offices have, told by content and not by name."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from shutil import copy

import pytest

from jz_training.domain.roster_reading import RosterReading, WarningCode
from jz_training.readers.grids.csv_grid import separator_of
from jz_training.readers.grids.sniff import Kind, kind_of
from jz_training.readers.grids.text_encoding import decode
from jz_training.readers.roster.understand import read_roster
from tests.readers.workbooks import HEADER, PEOPLE, xlsx

FILES = Path(__file__).parent / "files"
NAMES = ["林小禾", "方一舟", "石磊"]


def text_table(separator: str = ",") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows([HEADER, *PEOPLE])
    return out.getvalue()


def names(reading: RosterReading) -> list[str]:
    return [person.name for person in reading.people]


def codes(reading: RosterReading) -> set[WarningCode]:
    return {one.code for one in reading.warnings}


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"],
)
@pytest.mark.parametrize("separator", [",", "\t", ";", "|", "，"])
def test_a_text_table_is_read_in_every_encoding(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    path = tmp_path / "名单.csv"
    path.write_bytes(text_table(separator).encode(encoding))
    reading = read_roster(path)
    assert names(reading) == NAMES
    assert reading.people[2].phone == "13800138003"
    assert reading.warnings == ()


def test_broken_bytes_are_replaced_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text_table().encode("gbk") + b"\xff\xff\r\n")
    reading = read_roster(path)
    assert names(reading)[:3] == NAMES
    assert WarningCode.GUESSED_ENCODING in codes(reading)


def test_cells_with_line_breaks_and_quotes_keep_the_rows_in_step(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('姓名,单位\n林小禾,"示例\n""机械""厂"\n石磊,"=""007"""\n', "utf-8")
    reading = read_roster(path)
    assert [(p.name, p.unit, p.row) for p in reading.people] == [
        ("林小禾", '示例 "机械"厂', 2), ("石磊", "007", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("rest", ["示例厂", "示例厂\n温雅,“示例”厂", '示例厂\n温雅,"示例"厂'])
def test_a_quote_that_is_never_closed_swallows_nobody(tmp_path: Path, rest: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'姓名,单位\n林小禾,"示例厂\n石磊,{rest}\n', "utf-8")
    assert names(read_roster(path))[:2] == ["林小禾", "石磊"]


def test_quotes_in_the_middle_of_a_cell_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('姓名,单位\n林小禾,"示例\n东区"厂\n石磊,示例厂\n', "utf-8")
    assert names(read_roster(path)) == ["林小禾", "石磊"]


def test_a_list_of_names_alone_is_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("姓名\n林小禾\n方一舟\n石磊\n", "utf-8")
    assert names(read_roster(path)) == NAMES


def test_an_old_workbook_is_read_with_merges_and_what_is_hidden() -> None:
    reading = read_roster(FILES / "roster.xls")
    assert names(reading) == ["林小禾", "方舟", "阿依·古丽", "石磊", "温雅"]
    assert [person.unit for person in reading.people][1] == "示例机械厂"
    assert {
        WarningCode.HIDDEN_ROWS_READ,
        WarningCode.HIDDEN_COLUMNS_READ,
        WarningCode.HIDDEN_SHEET_READ,
        WarningCode.ID_COLUMN_LEFT_OUT,
    } <= codes(reading)


@pytest.mark.parametrize("name", ["名单.et", "名单.xlsx", "名单.csv", "名单"])
def test_an_old_workbook_is_read_under_any_name(tmp_path: Path, name: str) -> None:
    reading = read_roster(Path(copy(FILES / "roster.xls", tmp_path / name)))
    assert len(reading.people) == 5


@pytest.mark.parametrize("name", ["名单.xls", "名单.et", "名单.txt"])
def test_a_new_workbook_is_read_under_any_name(tmp_path: Path, name: str) -> None:
    assert names(read_roster(xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE]).rename(tmp_path / name)))


_PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>{meta}</head><body>
<table border=1><tr><td colspan=3>示例工会花名册</td></tr>
<tr><th>姓名</th><th>单位</th><th>联系电话</th></tr>
<tr><td>林小禾<td rowspan=2>示例<br>机械厂</td><td x:num>13800138001</td></tr>
<tr style="display:none"><td>方&nbsp;舟</td><td>13800138002</td></tr>
<tr><td>石&#30922;</td><td>示例纺织厂</td><td></td></tr></table></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_web_page_saved_as_a_workbook_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "名单.xls"
    path.write_bytes(_PAGE.format(meta=f'<meta charset="{encoding}">').encode(encoding))
    reading = read_roster(path)
    assert [(p.name, p.unit, p.phone) for p in reading.people] == [
        ("林小禾", "示例机械厂", "13800138001"),
        ("方舟", "示例机械厂", "13800138002"),
        ("石磊", "示例纺织厂", ""),
    ]
    assert WarningCode.HIDDEN_ROWS_READ in codes(reading)


def test_each_table_of_a_page_is_a_sheet(tmp_path: Path) -> None:
    table = "<table><tr><td>姓名</td></tr><tr><td>{}</td></tr></table>"
    path = tmp_path / "a.html"
    path.write_text("<html>" + table.format("林小禾") + table.format("石磊") + "</html>", "utf-8")
    assert [p.sheet for p in read_roster(path).people] == ["表1", "表2"]


def test_a_table_inside_a_table_for_layout_is_read(tmp_path: Path) -> None:
    inner = "<table><tr><td>姓名<td>单位<tr><td>林小禾<td>示例厂</table>"
    path = tmp_path / "a.xls"
    path.write_text(f"<html><table><tr><td>{inner}</td><td>说明</td></tr></table>", "utf-8")
    assert [(p.name, p.unit) for p in read_roster(path).people] == [("林小禾", "示例厂")]


def test_scripts_are_no_part_of_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    page = "<table><tr><td>姓名</td></tr><tr><td>林小禾<script>mark(1)</script></td></tr></table>"
    path.write_text(page, "utf-8")
    assert names(read_roster(path)) == ["林小禾"]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"PK\x03\x04", Kind.ZIP), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
        (b"  \r\n", Kind.EMPTY), (b"", Kind.EMPTY), (b"\x89PNG\r\n", Kind.OTHER),
        ("姓名,单位".encode("utf-16-le"), Kind.TEXT), (b"a,b\n", Kind.TEXT),
        (b"\x01\x02\x03", Kind.OTHER), (b"MIME-Version: 1.0\n", Kind.MHTML),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", Kind.HTML),
    ],
)  # fmt: skip
def test_content_tells_the_kind(head: bytes, kind: Kind) -> None:
    assert kind_of(head) is kind


def test_utf8_is_not_mistaken_for_gb18030() -> None:
    assert decode("龘姓名".encode()) == ("龘姓名", "utf-8", True)


def test_the_separator_is_the_one_that_splits_evenly() -> None:
    assert separator_of("姓名;备注\n林小禾;甲,乙\n石磊;丙,丁,戊\n") == ";"

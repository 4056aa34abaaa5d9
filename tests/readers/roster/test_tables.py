"""Several tables in a sheet, and lines between the people that name their unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from jz_training.domain.roster_reading import RosterReading, SkipReason, WarningCode
from jz_training.readers.roster.titles import (
    is_no_name,
    unit_in_titles,
    unit_of_line,
    unit_of_sheet,
)
from jz_training.readers.roster.understand import read_roster
from tests.readers.workbooks import xlsx


def read(tmp_path: Path, *rows: list[str | int], merged: tuple[str, ...] = ()) -> RosterReading:
    return read_roster(xlsx(tmp_path / "a.xlsx", rows, merged=merged))


def people(reading: RosterReading) -> list[tuple[str, str, str]]:
    return [(person.name, person.unit, person.post) for person in reading.people]


def codes(reading: RosterReading) -> set[WarningCode]:
    return {one.code for one in reading.warnings}


def test_a_second_table_is_read_by_its_own_headings(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        ["序号", "姓名", "职务"],
        [1, "林小禾", "主席"],
        [],
        ["序号", "职务", "姓名"],
        [1, "委员", "石磊"],
    )
    assert people(reading) == [("林小禾", "", "主席"), ("石磊", "", "委员")]
    assert [(one.row, one.reason) for one in reading.skipped] == [(4, SkipReason.REPEATED_HEADER)]
    assert WarningCode.SEVERAL_TABLES in codes(reading)


def test_a_second_table_may_have_a_header_of_two_rows(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        ["姓名", "职务"],
        ["林小禾", "主席"],
        ["序号", "姓名", "联系方式", ""],
        ["", "", "手机", "邮箱"],
        [1, "石磊", "13800138003", ""],
        merged=("A3:A4", "B3:B4", "C3:D3"),
    )
    assert [person.phone for person in reading.people] == ["", "13800138003"]
    assert [one.row for one in reading.skipped] == [3, 4]


def test_a_header_repeated_in_other_words_is_no_other_table(tmp_path: Path) -> None:
    rows = [["姓名", "职务"], ["林小禾", "主席"], ["姓　名", "现任职务"], ["石磊", "委员"]]
    reading = read(tmp_path, *rows)
    assert people(reading) == [("林小禾", "", "主席"), ("石磊", "", "委员")]
    assert WarningCode.SEVERAL_TABLES not in codes(reading)


def test_id_cards_of_a_second_table_are_left_out_too(tmp_path: Path) -> None:
    rows = [["姓名", "编号"], ["林小禾", "A1"], ["编号", "姓名"], ["410800199001011234", "石磊"]]
    reading = read(tmp_path, *rows)
    assert [person.name for person in reading.people] == ["林小禾", "石磊"]
    assert "4108001990" not in repr(reading)


def test_tables_below_one_another_have_the_units_of_their_titles(tmp_path: Path) -> None:
    head: list[str | int] = ["序号", "姓名", "职务"]
    reading = read(
        tmp_path,
        ["示例一中参训名单"], head, [1, "林小禾", "主席"], [],
        ["示例二中参训名单"], head, [1, "石磊", "委员"],
        ["示例三中参训名单"], ["职务", "姓名"], ["干事", "温雅"],
    )  # fmt: skip
    assert [person.unit for person in reading.people] == ["示例一中", "示例二中", "示例三中"]


@pytest.mark.parametrize("merged", [(), ("A2:C2", "A4:C4")])
@pytest.mark.parametrize("head", [["序号", "姓名", "职务"], ["姓名", "职务", "电话"]])
def test_lines_between_the_people_name_their_unit(
    tmp_path: Path, head: list[str | int], merged: tuple[str, ...]
) -> None:
    first, second = (["林小禾", "主席"], ["石磊", "委员"])
    if head[0] == "序号":
        first, second = (["1", *first], ["1", *second])
    lines = (["一、示例第一小学（1人）"], first, ["二、示例二中："], second)
    reading = read(tmp_path, head, *lines, merged=merged)
    assert people(reading) == [
        ("林小禾", "示例第一小学", "主席"), ("石磊", "示例二中", "委员"),
    ]  # fmt: skip
    assert WarningCode.UNIT_FROM_TITLE in codes(reading)
    assert [one.row for one in reading.skipped] == [2, 4]


def test_a_line_that_names_no_unit_ends_the_unit_above(tmp_path: Path) -> None:
    rows: list[list[str | int]] = [
        ["序号", "姓名", "职务"], ["示例二中"], [1, "林小禾", "主席"],
        ["其他人员"], [2, "石磊", "委员"],
    ]  # fmt: skip
    assert [person.unit for person in read(tmp_path, *rows).people] == ["示例二中", ""]


def test_blank_lines_numbered_beforehand_end_no_unit(tmp_path: Path) -> None:
    rows: list[list[str | int]] = [
        ["序号", "姓名", "职务"], ["示例二中"], ["1、", "林小禾"], ["2、"], ["3、", "石磊"],
    ]  # fmt: skip
    assert [person.unit for person in read(tmp_path, *rows).people] == ["示例二中"] * 2


def test_people_without_any_unit_are_told(tmp_path: Path) -> None:
    assert WarningCode.UNIT_MISSING in codes(read(tmp_path, ["姓名", "职务"], ["林小禾", "主席"]))


@pytest.mark.parametrize(
    "line", ["示例二中", "一、示例二中", "（二）示例二中（12人）", "3.示例二中："]
)
def test_a_line_is_read_without_its_number_and_count(line: str) -> None:
    assert unit_of_line(line) == "示例二中"


@pytest.mark.parametrize("line", ["财务部", "林小禾", "其他人员", "3、", "请核对，谢谢"])
def test_other_lines_name_no_unit(line: str) -> None:
    assert unit_of_line(line) == ""


def test_a_name_of_three_characters_is_no_unit() -> None:
    assert not is_no_name("林一中")
    assert is_no_name("示例一中")


def test_a_title_that_is_a_unit_gives_the_unit() -> None:
    assert unit_in_titles(["示例市供销合作社", "工会会员登记表"]) == "示例市供销合作社"


@pytest.mark.parametrize("name", ["示例一中", "示例幼儿园", "示例县政府", "示例消防大队"])
def test_a_sheet_may_be_named_after_any_kind_of_unit(name: str) -> None:
    assert unit_of_sheet(name) == name


def test_a_line_of_headings_above_the_table_is_no_table_of_its_own(tmp_path: Path) -> None:
    rows = [["姓名：", "", "单位："], [], ["序号", "姓名", "单位"], ["1", "林小禾", "示例机械厂"]]
    reading = read(tmp_path, *rows)
    assert people(reading) == [("林小禾", "示例机械厂", "")]
    assert [column.heading for column in reading.columns] == ["序号", "姓名", "单位"]
    assert reading.warnings == ()

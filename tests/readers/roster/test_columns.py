"""Headings, the user's own choice of columns, and the signature."""

from __future__ import annotations

from pathlib import Path

import pytest

from jz_training.domain.roster_reading import RosterField
from jz_training.readers.roster.columns import meaning_of
from jz_training.readers.roster.understand import read_roster
from tests.readers.workbooks import HEADER, PEOPLE, xlsx, xlsx_sheets

F = RosterField


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("姓名", F.NAME), ("姓　名", F.NAME), ("＊姓名（必填）", F.NAME), ("职工姓名", F.NAME),
        ("所在单位（盖章）", F.UNIT), ("工会名称", F.UNIT), ("部门/科室", F.DEPARTMENT),
        ("现任职务", F.POST), ("单位及职务", F.POST), ("人员类别", F.CATEGORY), ("层级", F.LAYER),
        ("性别", F.SEX), ("工号", F.NUMBER), ("手机号码", F.PHONE), ("联系方式", F.PHONE),
        ("序号", F.ORDINAL), ("身份证号码", F.IGNORED), ("备注", F.IGNORED), ("签名", F.IGNORED),
        ("报名人员", F.NAME), ("参训人员名单", F.NAME), ("参会人", F.NAME), ("Full Name", F.NAME),
        ("所在基层工会", F.UNIT), ("机构名称", F.UNIT), ("乡镇（街道）", F.UNIT),
        ("Company", F.UNIT),
        ("Job Title", F.POST), ("Mobile", F.PHONE), ("Phone Number", F.PHONE), ("Gender", F.SEX),
    ],
)  # fmt: skip
def test_a_heading_is_known(heading: str, field: RosterField) -> None:
    meaning = meaning_of(heading)
    assert meaning is not None
    assert meaning.field is field


@pytest.mark.parametrize("heading", ["家属姓名", "紧急联系人电话", "示例机械厂", "", "姓名" * 50])
def test_a_heading_that_only_looks_alike_is_not_taken(heading: str) -> None:
    assert meaning_of(heading) is None


def test_the_better_wording_wins_a_field(tmp_path: Path) -> None:
    rows = [["姓名", "办公电话", "手机"], ["林小禾", "0391-1234567", "13800138001"]]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert reading.people[0].phone == "13800138001"


def test_the_users_choice_goes_before_what_was_found(tmp_path: Path) -> None:
    rows = [["姓名", "单位", "所属"], ["林小禾", "示例集团", "示例机械厂"]]
    choice = {("Sheet1", 1): F.IGNORED, ("Sheet1", 2): F.UNIT}
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows), choice=choice)
    assert reading.people[0].unit == "示例机械厂"


def test_a_choice_of_the_names_reads_a_table_without_such_a_heading(tmp_path: Path) -> None:
    rows = [["参加者", "单位"], ["林小禾", "示例机械厂"]]
    choice = {("Sheet1", 0): F.NAME}
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows), choice=choice)
    assert [person.name for person in reading.people] == ["林小禾"]


def test_a_choice_holds_for_the_only_sheet_under_another_name(tmp_path: Path) -> None:
    path = xlsx_sheets(tmp_path / "a.xlsx", {"四月": [["姓名", "所属"], ["林小禾", "甲厂"]]})
    reading = read_roster(path, choice={("三月", 1): F.UNIT})
    assert reading.people[0].unit == "甲厂"


def test_the_columns_are_described_with_samples(tmp_path: Path) -> None:
    reading = read_roster(xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE]))
    unit = next(column for column in reading.columns if column.field is F.UNIT)
    assert (unit.index, unit.heading) == (2, "单位")
    assert unit.samples == ("示例机械厂", "示例机械厂", "示例纺织厂")


def test_files_of_one_make_have_one_signature(tmp_path: Path) -> None:
    first = read_roster(xlsx(tmp_path / "a.xlsx", [HEADER, PEOPLE[0]]))
    second = read_roster(xlsx(tmp_path / "b.xlsx", [["三月名单"], HEADER, *PEOPLE]))
    assert first.signature == second.signature != ""


def test_other_headings_have_another_signature(tmp_path: Path) -> None:
    first = read_roster(xlsx(tmp_path / "a.xlsx", [["姓名", "单位"], ["林小禾", "甲厂"]]))
    second = read_roster(xlsx(tmp_path / "b.xlsx", [["单位", "姓名"], ["甲厂", "林小禾"]]))
    assert first.signature != second.signature

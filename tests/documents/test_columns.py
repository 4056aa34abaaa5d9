"""The columns are defined once and say the same on screen, on paper and in Excel."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from jz_training.documents.columns import Column, Value, in_words
from jz_training.documents.lists import (
    attendance_columns,
    figures,
    group_columns,
    ledger_columns,
    make_up_columns,
    missed_columns,
    roster_columns,
)
from jz_training.domain.attendance import (
    AttendanceStatus,
    AttendeeRole,
    AttendeeRow,
    LeaveReason,
    Mark,
)
from jz_training.domain.roster import PersonRow
from jz_training.domain.summary import LedgerRow
from jz_training.domain.tally import Rate, Tally
from jz_training.domain.training import TrainingForm, TrainingState

ONE = UUID(int=1)
NOON = datetime(2025, 2, 18, 12, 0)


def attendee(mark: Mark, role: AttendeeRole = AttendeeRole.EXPECTED) -> AttendeeRow:
    return AttendeeRow(
        id=ONE, person_id=ONE, number=7, name="张三", unit="一厂", role=role, mark=mark
    )


def training(state: TrainingState) -> LedgerRow:
    return LedgerRow(
        number=1,
        training_id=ONE,
        title="学习会",
        form=TrainingForm.STUDY,
        start=NOON,
        end=NOON + timedelta(hours=2),
        venue="会议室",
        speaker="刘老师",
        state=state,
        held=state is not TrainingState.CANCELLED,
        tally=Tally(expected=12, present=11, leave=1),
        hours=Decimal("2.0"),
    )


def said(columns: tuple[Column[Any], ...], row: object) -> dict[str, str]:
    return {column.heading: column.words(row, 3) for column in columns}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (0, "0"),
        ("=1", "=1"),
        (Rate(11, 12), "91.7%"),
        (Rate(0, 0), "—"),
        (date(2025, 2, 8), "2025-02-08"),
        (Decimal("2.0"), "2"),
        (Decimal("1.50"), "1.5"),
        (Decimal("10"), "10"),
    ],
)
def test_values_are_put_into_words(value: Value, words: str) -> None:
    assert in_words(value) == words


def test_a_roster_shows_no_phone_unless_asked_and_a_masked_one_unless_asked_again() -> None:
    person = PersonRow(
        id=ONE, version=1, name="张三", unit_id=None, unit="一厂", phone="13800138000"
    )
    assert "联系电话" not in said(roster_columns(), person)
    assert "13800138000" not in "".join(said(roster_columns(with_phone=True), person).values())
    assert said(roster_columns(with_phone=True), person)["联系电话"] == "138****8000"
    whole = roster_columns(with_phone=True, full_phones=True)
    assert said(whole, person)["联系电话"] == "13800138000"
    assert "联系电话" not in said(roster_columns(full_phones=True), person)


def test_a_roster_numbers_its_lines_by_their_place() -> None:
    person = PersonRow(id=ONE, version=1, name="张三", unit_id=None, unit="一厂")
    assert said(roster_columns(), person)["序号"] == "3"


def test_the_headings_are_in_the_order_of_the_paper() -> None:
    def headings(columns: tuple[Column[Any], ...]) -> str:
        return " ".join(column.heading for column in columns)

    assert headings(roster_columns()) == "序号 姓名 单位 部门 职务 层级 类别 性别 编号"
    assert headings(attendance_columns()) == (
        "序号 姓名 单位 职务 层级 类别 考勤 请假原因 迟到早退（分） 代会人 备注"
    )
    assert headings(ledger_columns()) == (
        "序号 日期 时间 主题 形式 主讲 地点 应到 实到 请假 缺席 未记录 到会率 "
        "补学 覆盖率 学时 状态 材料齐全 备注"
    )
    assert (
        headings(group_columns("单位")) == "序号 单位 应到 实到 请假 缺席 未记录 到会率 补学 覆盖率"
    )


def test_attendance_shows_a_reason_for_leave_and_minutes_for_lateness_only() -> None:
    leave = Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.OFFICIAL, minutes=5)
    late = Mark(status=AttendanceStatus.LATE, reason=LeaveReason.OFFICIAL, minutes=5)
    on_leave = said(attendance_columns(), attendee(leave))
    came_late = said(attendance_columns(), attendee(late))
    assert (on_leave["考勤"], on_leave["请假原因"], on_leave["迟到早退（分）"]) == (
        "请假",
        "公",
        "",
    )
    assert (came_late["考勤"], came_late["请假原因"], came_late["迟到早退（分）"]) == (
        "迟到",
        "",
        "5",
    )
    assert came_late["序号"] == "7"


def test_who_stands_outside_the_expected_says_so() -> None:
    present = Mark(status=AttendanceStatus.PRESENT)
    assert said(attendance_columns(), attendee(present))["备注"] == ""
    observer = attendee(present, AttendeeRole.OBSERVER)
    assert said(attendance_columns(), observer)["备注"] == "列席"


def test_a_cancelled_training_is_listed_without_figures() -> None:
    held = said(ledger_columns(), training(TrainingState.CLOSED))
    cancelled = said(ledger_columns(), training(TrainingState.CANCELLED))
    assert (held["应到"], held["到会率"], held["学时"]) == ("12", "91.7%", "2")
    assert {cancelled[key] for key in ("应到", "实到", "未记录", "到会率", "学时")} == {""}
    assert (cancelled["主题"], cancelled["状态"]) == ("学习会", "已取消")


def test_the_total_row_bears_the_keys_of_the_columns() -> None:
    total = figures(Tally(expected=12, present=11, leave=1))
    assert set(total) <= {column.key for column in ledger_columns()}
    assert in_words(total["rate"]) == "91.7%"


@pytest.mark.parametrize(
    "columns",
    [
        roster_columns(with_phone=True),
        attendance_columns(),
        ledger_columns(),
        group_columns("单位"),
        missed_columns(),
        make_up_columns(),
    ],
)
def test_every_heading_fits_its_column_and_every_key_is_its_own(
    columns: tuple[Column[Any], ...],
) -> None:
    for column in columns:
        width = sum(1 + (unicodedata.east_asian_width(char) in "WFA") for char in column.heading)
        assert width < column.chars
    assert len({column.key for column in columns}) == len(columns)

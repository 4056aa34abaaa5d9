"""The attendance workbook of one training: its figures are those of the view on every sheet."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
import python_calamine

from jz_training.documents.excel.attendance_xlsx import attendance_xlsx
from jz_training.domain.attendance import (
    AttendanceStatus,
    AttendeeRole,
    AttendeeRow,
    LeaveReason,
    Mark,
)
from jz_training.domain.summary import GroupRow, TrainingSummary
from jz_training.domain.tally import tally
from jz_training.domain.training import (
    SheetOrder,
    TrainingDraft,
    TrainingForm,
    TrainingState,
    TrainingView,
)

START = datetime(2025, 2, 18, 14, 30)
MARKS = (
    Mark(status=AttendanceStatus.PRESENT),
    Mark(status=AttendanceStatus.LATE, minutes=10),
    Mark(status=AttendanceStatus.ONLINE),
    Mark(status=AttendanceStatus.PRESENT, stand_in="李明"),
    Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.SICK),
    Mark(status=AttendanceStatus.ABSENT),
    Mark(),
)


def attendee(number: int, mark: Mark, role: AttendeeRole = AttendeeRole.EXPECTED) -> AttendeeRow:
    return AttendeeRow(
        id=UUID(int=number),
        person_id=None,
        number=number,
        name=f"人员{number}",
        unit="一厂工会" if number < 4 else "二厂工会",
        layer="职工",
        role=role,
        mark=mark,
    )


EXPECTED = tuple(attendee(number, mark) for number, mark in enumerate(MARKS, 1))
SPEAKER = attendee(8, MARKS[0], AttendeeRole.SPEAKER)


def group(name: str, rows: tuple[AttendeeRow, ...]) -> GroupRow:
    own = tally(rows)
    return GroupRow(name=name, tally=own, persons=own.rate)


def summary(
    *others: AttendeeRow, state: TrainingState = TrainingState.PLANNED, title: str = "学习会"
) -> TrainingSummary:
    draft = TrainingDraft(
        title=title,
        form=TrainingForm.STUDY,
        start=START,
        end=START + timedelta(hours=2),
        venue="三楼会议室",
        speaker="刘老师",
    )
    view = TrainingView(
        id=UUID(int=1),
        version=1,
        draft=draft,
        state=state,
        list_frozen_at=START,
        order=SheetOrder.UNIT,
        closed_at=None,
    )
    return TrainingSummary(
        training=view,
        organiser="东岭市总工会",
        as_of=datetime(2025, 2, 18, 17, 5),
        tally=tally(EXPECTED),
        by_unit=(group("一厂工会", EXPECTED[:3]), group("二厂工会", EXPECTED[3:])),
        by_layer=(group("职工", EXPECTED),),
        by_category=(),
        rows=(*EXPECTED, *others),
    )


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def test_the_head_tells_when_where_and_how_many() -> None:
    head = [row[0] for row in sheets(attendance_xlsx(summary()))["考勤"][:4]]
    assert head == [
        "学习会考勤表",
        "时间：2025年2月18日 14:30–16:30　　地点：三楼会议室　　形式：专题学习会　　主讲：刘老师",
        "应到 7 人　　实到 4 人　　请假 1 人　　缺席 1 人　　未记录 1 人　　到会率 —",
        "填报单位：东岭市总工会　　截至：2025年2月18日 17:05",
    ]


def test_counting_the_list_gives_the_figures_above_it() -> None:
    _, _, _, _, header, *rows = sheets(attendance_xlsx(summary(SPEAKER)))["考勤"]
    counted = Counter(row[header.index("考勤")] for row in rows)
    assert counted == {"到会": 2, "迟到": 1, "线上": 1, "请假": 1, "缺席": 1, "未记录": 1}
    assert [row[0] for row in rows] == [1, 2, 3, 4, 5, 6, 7]


def test_each_line_tells_its_exception() -> None:
    _, _, _, _, header, *rows = sheets(attendance_xlsx(summary()))["考勤"]
    where = {heading: place for place, heading in enumerate(header)}
    assert rows[1][where["迟到早退（分）"]] == 10
    assert rows[3][where["代会人"]] == "李明"
    assert rows[4][where["请假原因"]] == "病"
    assert rows[0][where["迟到早退（分）"]] == rows[0][where["请假原因"]] == ""


def test_those_outside_the_expected_have_a_sheet_of_their_own() -> None:
    book = sheets(attendance_xlsx(summary(SPEAKER)))
    others = book["列席及其他"]
    assert others[2][0] == "共 1 人，不计入应到"
    assert (others[4][1], others[4][-1]) == ("人员8", "授课人")
    assert "人员8" not in {row[1] for row in book["考勤"]}
    assert "列席及其他" not in sheets(attendance_xlsx(summary()))


@pytest.mark.parametrize("sheet", ["按单位", "按层级"])
def test_the_groups_add_up_to_the_total(sheet: str) -> None:
    _, _, header, *rows, total = sheets(attendance_xlsx(summary()))[sheet]
    assert total[1] == "合计"
    for place, heading in enumerate(header):
        if heading in ("应到", "实到", "请假", "缺席", "未记录"):
            assert sum(row[place] for row in rows) == total[place]
    assert total[header.index("到会率")] == "—"  # one is unrecorded


def test_a_division_nobody_uses_is_left_out() -> None:
    assert list(sheets(attendance_xlsx(summary()))) == ["考勤", "按单位", "按层级"]


def test_a_cancelled_training_says_so() -> None:
    book = sheets(attendance_xlsx(summary(state=TrainingState.CANCELLED)))
    assert book["考勤"][0][0] == "学习会（已取消）考勤表"


def test_a_title_like_a_formula_stays_a_title() -> None:
    book = sheets(attendance_xlsx(summary(title="=1+1")))
    assert book["考勤"][0][0] == "=1+1考勤表"


def test_the_same_summary_gives_the_same_bytes() -> None:
    assert attendance_xlsx(summary(SPEAKER)) == attendance_xlsx(summary(SPEAKER))

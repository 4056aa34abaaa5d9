"""The plan of an import: every participant in one group, decisions move them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from jz_training.domain.attendance import AttendanceStatus, AttendeeRow, Mark
from jz_training.domain.ids import new_id
from jz_training.domain.meeting_reading import MeetingReading, Participant, Stay
from jz_training.domain.name_matching import match_names
from jz_training.domain.near_names import NearReason
from jz_training.domain.online_attendance import (
    MeetingApplied,
    MeetingMatch,
    Threshold,
    judged_parts,
)
from jz_training.ui.meeting_import.meeting_page import done_words
from jz_training.ui.meeting_import.meeting_plan import Fate, Group, MeetingPlan

START = datetime(2026, 11, 20, 15, 0)
END = START + timedelta(minutes=100)
NAMES = ("王建国", "李红", "张伟", "张伟", "陈国栋", "赵敏", "孙丽")


def person(name: str, minutes: int = 90) -> Participant:
    stay = Stay(START, START + timedelta(minutes=minutes))
    return Participant(raw=name, name=name, seconds=minutes * 60, stays=(stay,))


def row(number: int, name: str, **about: Any) -> AttendeeRow:
    return AttendeeRow(id=new_id(), person_id=new_id(), number=number, name=name, unit="", **about)


@pytest.fixture
def plan() -> MeetingPlan:
    rows = [row(number, name) for number, name in enumerate(NAMES, start=1)]
    rows[5] = replace(rows[5], mark=Mark(status=AttendanceStatus.PRESENT))
    people = tuple(
        person(name, minutes)
        for name, minutes in [
            ("王建国", 90), ("李红", 40), ("张伟", 90), ("陈国标", 90), ("赵敏", 90), ("来客", 30),
        ]
    )  # fmt: skip
    return MeetingPlan(
        MeetingMatch(
            training_id=new_id(),
            reading=MeetingReading(participants=people),
            names=match_names(people, rows, nicknames={}, pinyin=lambda name: name),
            rows=tuple(rows),
            parts=judged_parts(START, END, ()),
            threshold=Threshold(),
        )
    )


def counts(plan: MeetingPlan) -> dict[Group, int]:
    return {group: len(rows) for group, rows in plan.rows().items() if rows}


def test_every_participant_and_every_line_has_its_group(plan: MeetingPlan) -> None:
    assert counts(plan) == {
        Group.READY: 1, Group.SHORT: 1, Group.CHOOSE: 1, Group.CONFIRM: 1, Group.KEPT: 1,
        Group.STRANGERS: 1, Group.UNSEEN: 1,
    }  # fmt: skip
    assert plan.undecided == 2


def test_the_threshold_moves_rows_at_once(plan: MeetingPlan) -> None:
    plan.threshold = Threshold(minutes=40)
    assert counts(plan)[Group.READY] == 2
    plan.threshold = Threshold(percent=95)
    assert counts(plan)[Group.SHORT] == 2


def test_what_is_decided_by_hand_is_recorded_and_remembered(plan: MeetingPlan) -> None:
    plan.give(2, 4)
    assert plan.accept_all(NearReason.ONE_CHARACTER) == 1
    plan.set_fate([5], Fate.WALK_IN)
    decided = plan.decisions()
    assert plan.undecided == 0
    assert decided.lines == {1: (0,), 2: (1,), 6: (4,), 4: (2,), 5: (3,)}
    assert (decided.remembered, decided.walk_ins) == ({2: 4, 3: 5}, (5,))
    assert plan.free_numbers() == [3, 7]


def test_a_suggestion_that_is_refused_is_a_stranger(plan: MeetingPlan) -> None:
    plan.set_fate([3], Fate.IGNORED)
    assert counts(plan)[Group.STRANGERS] == 2
    assert 5 in [row.line.number for row in plan.rows()[Group.UNSEEN] if row.line]


def test_decisions_outlive_a_new_comparison(plan: MeetingPlan) -> None:
    plan.give(2, 3)
    plan.toggle_overwrite([6])
    again = MeetingPlan(plan.match)
    again.take_over(plan)
    assert again.decisions() == plan.decisions()


def test_the_outcome_is_one_sentence() -> None:
    done = MeetingApplied(online=11, below=1, kept=2)
    assert done_words(done) == "已登记：11 人记为线上，1 人时长不足，2 人保留原登记。"
    assert done_words(MeetingApplied()) == "没有需要登记的人。"

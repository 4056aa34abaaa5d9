"""The record of a training: begins with what is known, is kept as written, guards against loss."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from jz_training.domain.agenda import AgendaItem
from jz_training.domain.attendance import (
    PRESENT,
    AttendanceStatus,
    AttendeeRole,
    LeaveReason,
    Mark,
)
from jz_training.domain.training_record import PointKind, RecordDraft, RecordPoint
from jz_training.errors import ChangedMeanwhile, NotFound, Refused, TrainingIsCancelled
from jz_training.labels import act_words
from tests.factories import identity
from tests.services.stories import a_listed_training, a_training

SPEECH = RecordPoint(kind=PointKind.SPEECH, heading="动员讲话", who="周建业", text="一是\n二是")
DRAFT = RecordDraft(chair="周建业", recorder="秦晓峰", points=(SPEECH,))


def test_a_record_begins_with_what_the_training_knows(desk):
    training = a_listed_training(desk, people=3, chair="周建业", recorder="秦晓峰")
    agenda = AgendaItem(what="领学文件", who="汤秀兰", minutes=30)
    desk.agendas.set(training, version=desk.trainings.get(training).version, items=[agenda])
    desk.attendance.add_walk_in(training, name="钟慧", role=AttendeeRole.OBSERVER)
    record = desk.records.get(training)
    assert (record.version, record.draft.chair, record.draft.observers) == (0, "周建业", "钟慧")
    assert record.draft.points == (
        RecordPoint(kind=PointKind.AGENDA, heading="领学文件", who="汤秀兰"),
    )


def test_who_came_and_who_did_not_is_the_attendances(desk):
    training = a_listed_training(desk, people=4)
    leave = Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.SICK)
    desk.attendance.mark(training, {1: leave, 2: Mark(status=AttendanceStatus.ABSENT), 3: PRESENT})
    record = desk.records.get(training)
    assert [row.number for row in record.present] == [3]
    assert [row.number for row in record.missed] == [1, 2]
    assert record.tally.unrecorded == 1


def test_what_was_written_comes_back_tidy(desk):
    training = a_training(desk)
    nothing = RecordPoint(kind=PointKind.DISCUSSION, heading=" ")
    written = replace(DRAFT, points=(replace(SPEECH, heading=" 动员\n讲话 "), nothing))
    version = desk.records.write(training, version=0, draft=written)
    record = desk.records.get(training)
    assert record.version == version
    assert record.draft == replace(DRAFT, points=(replace(SPEECH, heading="动员 讲话"),))
    act = desk.history.acts()[0]
    assert "记录" in act_words(act.verb, act.subject, act.count)


def test_two_writers_do_not_overwrite_each_other(desk):
    training = a_training(desk)
    version = desk.records.write(training, version=0, draft=DRAFT)
    for stale in (0, version + 1):
        with pytest.raises(ChangedMeanwhile):
            desk.records.write(training, version=stale, draft=RecordDraft())
    assert desk.records.get(training).draft == DRAFT


def test_a_closed_training_is_written_about_and_a_cancelled_one_is_not(desk):
    training = a_listed_training(desk, people=2)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    desk.records.write(training, version=0, draft=DRAFT)
    other = a_training(desk)
    desk.trainings.cancel(other, reason="停电")
    with pytest.raises(TrainingIsCancelled):
        desk.records.write(other, version=0, draft=DRAFT)


def test_writing_is_undone_step_by_step_also_after_closing(desk):
    training = a_listed_training(desk, people=1)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    version = desk.records.write(training, version=0, draft=DRAFT)
    desk.records.write(training, version=version, draft=replace(DRAFT, chair="汤秀兰"))
    desk.history.undo_last()
    assert desk.records.get(training).draft == DRAFT
    desk.history.undo_last()
    assert desk.records.get(training).version == 0


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("ended", {"began": datetime(2026, 11, 20, 16), "ended": datetime(2026, 11, 20, 15)}),
        ("points", {"points": (replace(SPEECH, text="长" * 20_001),)}),
        ("points", {"points": (SPEECH,) * 101}),
        ("chair", {"chair": "a\x02"}),
    ],
)
def test_a_fault_names_its_field_and_nothing_is_stored(desk, field, changes):
    training = a_training(desk)
    with pytest.raises(Refused) as refused:
        desk.records.write(training, version=0, draft=replace(DRAFT, **changes))
    assert refused.value.field == field
    assert str(refused.value)
    assert desk.records.get(training).version == 0


def test_a_training_that_is_gone_is_told(desk):
    with pytest.raises(NotFound):
        desk.records.get(identity(9))

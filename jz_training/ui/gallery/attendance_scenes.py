"""Pictures of a training of parts, of the question before marks, and of a roll call."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jz_training.domain.attendance import PRESENT, AttendanceStatus, LeaveReason, Mark
from jz_training.domain.ids import new_id
from jz_training.domain.parts import TrainingPart
from jz_training.domain.training import TrainingDraft, TrainingForm, TrainingState
from jz_training.labels import far_words
from jz_training.ui.ask import confirm_dialog
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.rollcall.roll_call_window import RollCallWindow
from jz_training.ui.trainings.training_page import TrainingPage

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: What one training of parts did to the data, to be undone after its picture.
_ACTS = 5
_LEAVE = Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.SICK)
_ABSENT = Mark(status=AttendanceStatus.ABSENT)


def attendance_scenes() -> tuple[Scene, ...]:
    """Return the pictures; each leaves the sample union as it was."""
    return (
        Scene("attendance-parts", lambda stage: _parts(stage, None), acts=_ACTS),
        Scene("attendance-part", lambda stage: _parts(stage, 2), acts=_ACTS),
        Scene("attendance-parts-close", _close, acts=_ACTS),
        Scene("attendance-gate", _gate),
        Scene("attendance-reopen", _reopen),
        Scene("rollcall", lambda stage: _roll_call(stage, 1920, 1080), acts=_ACTS + 1),
        Scene(
            "rollcall-units", lambda stage: _roll_call(stage, 1280, 720, units=True), acts=_ACTS + 1
        ),
    )


def _desk(stage: Stage) -> Desk:
    stage.settle()
    page = stage.shell.current
    assert page is not None
    return page.ctx.desk


def _draft(desk: Desk) -> TrainingDraft:
    from jz_training.services.ledger import TrainingQuery

    held = desk.trainings.list(TrainingQuery(state=TrainingState.CLOSED))[0]
    like = desk.trainings.get(held.training_id).draft
    day = desk.now().replace(hour=8, minute=30, second=0, microsecond=0)
    parts = tuple(
        TrainingPart(id=new_id(), name=name, start=start, end=start + timedelta(hours=3))
        for name, start in (("上午", day), ("下午", day + timedelta(hours=5, minutes=30)))
    )
    return replace(
        like, title="工会小组长培训班", form=TrainingForm.COURSE, parts=parts, hours=Decimal(6),
        plan_item_id=None, notice_id=None, phase=None, batch=None, hours_rule=None,
    )  # fmt: skip


def _training(stage: Stage) -> TrainingPage:
    """Open a training of two half-days with some marks: five acts."""
    desk = _desk(stage)
    draft = _draft(desk)
    training = desk.trainings.schedule(draft)
    desk.lists.freeze(training)
    numbers = [row.number for row in desk.attendance.sheet(training).expected]
    morning, afternoon = (part.id for part in draft.parts)
    came = {number: PRESENT for number in numbers[: len(numbers) * 2 // 3]}
    desk.attendance.mark(training, came | {3: _ABSENT, 7: _LEAVE}, part_id=morning)
    some = {number: PRESENT for number in numbers[: len(numbers) // 2]}
    desk.attendance.mark(training, some | {5: _LEAVE, 7: _LEAVE, 9: _ABSENT}, part_id=afternoon)
    desk.attendance.mark(training, {2: Mark(status=AttendanceStatus.LATE, minutes=10)})
    stage.shell.open_page("training", training_id=training, tab="attendance")
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, TrainingPage)
    return page


def _parts(stage: Stage, part: int | None) -> QWidget:
    page = _training(stage)
    page.attendance.part_line.take(part or 0)
    return stage.window


def _close(stage: Stage) -> QWidget:
    page = _training(stage)
    page.close_action.click()
    stage.settle()
    from PySide6.QtWidgets import QDialog

    return next(d for d in stage.window.findChildren(QDialog) if d.isVisible())


def _gate(stage: Stage) -> QWidget:
    from jz_training.services.ledger import TrainingQuery

    desk = _desk(stage)
    gates = [desk.gates.gate(row.training_id) for row in desk.trainings.list(TrainingQuery())]
    words = next(w for gate in gates if (w := far_words(gate, now=desk.now())))
    dialog = confirm_dialog(
        stage.window,
        f"{words}，现在登记考勤吗？",
        detail="请核对是不是这一场。确认一次以后，这个场次不再询问。",
        verb="登记",
    )
    dialog.open()
    return dialog


def _reopen(stage: Stage) -> QWidget:
    from jz_training.services.ledger import TrainingQuery

    closed = _desk(stage).trainings.list(TrainingQuery(state=TrainingState.CLOSED))
    held = next(row for row in closed if row.tally.expected)
    stage.shell.open_page("training", training_id=held.training_id, tab="list")
    return stage.window


def _roll_call(stage: Stage, width: int, height: int, *, units: bool = False) -> QWidget:
    page = _training(stage)
    page.attendance.part_line.take(1)
    room = RollCallWindow(page.ctx, page.attendance.keeper, stage.window)
    data = page.attendance.keeper.data
    assert data is not None
    room.show_title(data)
    room.resize(width, height)
    room.show()
    stage.settle()
    room.by_unit.setChecked(units)
    waiting = page.attendance.keeper.book.rest()
    room.caller.mark(waiting[0])
    return room

"""From the export of an online meeting to the list: certain ones at once, the rest by hand."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from pytestqt.qtbot import QtBot

from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.online_attendance import Threshold
from jz_training.sample.online import presences, write_export
from jz_training.services.desk import Desk
from jz_training.ui.meeting_import.meeting_page import MeetingPage
from jz_training.ui.meeting_import.meeting_plan import Group
from jz_training.ui.trainings.training_page import TrainingPage
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training


def an_export(desk: Desk, training: UUID, folder: Path) -> Path:
    """Write the export of a broadcast that most of the list was in."""
    draft = desk.trainings.get(training).draft
    rows = desk.attendance.sheet(training).rows
    return write_export(
        folder / "参会明细.xlsx",
        topic=draft.title,
        start=draft.start,
        end=draft.end,
        people=presences([(row.name, row.unit) for row in rows]),
    )


def test_an_export_is_recorded_and_undone_in_one_step(
    window: Window, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    training = a_listed_training(desk, people=12)
    tab = window.open(TrainingPage, "training", training_id=training, tab="attendance").attendance
    window.answers.paths.append(an_export(desk, training, tmp_path))
    tab.foot.online.click()
    window.settle()
    page = window.page(MeetingPage)
    page.choosing.choosing.click()
    qtbot.waitUntil(lambda: page.review.isVisible(), timeout=20_000)
    window.settle()
    plan = page.review.plan
    assert page.review.group() is Group.CONFIRM
    assert plan.threshold == Threshold(percent=80)  # showing it has not changed it
    assert page.review.tabs.text_of(Group.SHORT.value) == "时长不足 1"
    assert not page.recording.isEnabled()
    page.review.accepting_all.click()
    while plan.undecided:
        page.review.table.select(page.review.table.model.id_at(0))
        page.review.accepting.click()
    page.review.tabs.choose(Group.STRANGERS.value)
    page.review.walking_in.click()
    page.review.threshold.below.setCurrentIndex(1)
    page.review.threshold.below.activated.emit(1)
    page.recording.click()
    window.settle()
    window.page(TrainingPage)
    tally = desk.attendance.tally(training)
    assert (tally.online, tally.absent, tally.unrecorded, tally.others) == (11, 1, 0, 1)
    assert "11 人记为线上" in window.shell.toast.text
    desk.history.undo_last()
    statuses = {row.mark.status for row in desk.attendance.sheet(training).rows}
    assert statuses == {AttendanceStatus.UNRECORDED}

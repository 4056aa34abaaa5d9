"""Told in advance, marked in advance; who came unlisted finds their place on the roster."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt

from jz_training.domain.attendance import PRESENT, AttendanceStatus
from jz_training.domain.roster import PersonDraft
from jz_training.services.desk import Desk
from jz_training.ui.leaves.leave_dialog import LeaveDialog
from jz_training.ui.leaves.leaves_tab import LeavesTab
from jz_training.ui.people.people_page import PeoplePage
from jz_training.ui.people.temporary_dialog import TemporaryDialog
from jz_training.ui.trainings.training_page import TrainingPage
from jz_training.ui.trainings.trainings_page import TrainingsPage
from tests.journeys.keyboard import CTRL
from tests.journeys.windows import Window
from tests.services.stories import a_training, some_people

MONDAY = datetime(2026, 11, 23, 15, 0)


def test_a_leave_marks_the_list_and_a_guest_becomes_somebody(window: Window, desk: Desk) -> None:
    some_people(desk, 4)
    training = a_training(desk, start=MONDAY, end=MONDAY + timedelta(hours=1))
    person = desk.lists.audience(desk.trainings.get(training).draft.audience)[0]
    _ask(window, person.name)
    page = window.open(TrainingPage, "training", training_id=training, tab="list")
    desk.lists.freeze(training)
    page.refresh()
    window.settle()
    away = [row for row in desk.attendance.sheet(training).rows if row.leave_id]
    assert [row.person_id for row in away] == [person.id]
    assert desk.attendance.tally(training).leave == 1
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.add_walk_in(training, name="赵来")
    desk.attendance.close(training)
    _link(window, desk)
    assert desk.merging.walk_ins() == ()
    window.shell.undo()
    window.settle()
    assert [one.name for one in desk.merging.walk_ins()] == ["赵来"]
    assert desk.check() == ()


def _ask(window: Window, name: str) -> None:
    """Enter a leave for the next training by the keys of the page."""
    page = window.open(TrainingsPage, "trainings", tab="leaves")
    tab = page.tabs.tab
    assert isinstance(tab, LeavesTab)
    tab.focus_rows()
    window.keys.press(Qt.Key.Key_N, CTRL)
    window.settle()
    dialog = tab.findChildren(LeaveDialog)[-1]
    dialog.person.setText(name)
    dialog.person.textEdited.emit(name)
    window.settle()
    dialog.approver.setText("周建业")
    dialog.accept()
    window.settle()
    assert tab.table.model.rowCount() == 1


def _link(window: Window, desk: Desk) -> None:
    """Link the guest of a closed training to the one of that name."""
    person = desk.people.add(PersonDraft(name="赵来"))
    page = window.open(PeoplePage, "people")
    page.open_temporary()
    window.settle()
    dialog = page.findChildren(TemporaryDialog)[-1]
    dialog.link_first()
    window.settle()
    (line,) = desk.people.trainings_of(person)
    assert line.line.mark.status is AttendanceStatus.PRESENT
    dialog.accept()

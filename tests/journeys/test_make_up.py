"""From an absence to a group that made it up: coverage rises, and 实到 stays."""

from __future__ import annotations

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.services.desk import Desk
from jz_training.ui.makeup.finish_dialog import FinishDialog
from jz_training.ui.makeup.group_dialog import GroupDialog
from jz_training.ui.makeup.make_up_tab import MakeUpTab
from jz_training.ui.trainings.trainings_page import TrainingsPage
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training

ABSENT = Mark(status=AttendanceStatus.ABSENT)


def test_a_group_makes_up_what_was_missed_and_nobody_came_more(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=5, required=True)
    desk.attendance.mark(training, {1: ABSENT, 4: ABSENT})
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    before = desk.attendance.tally(training)

    page = window.open(TrainingsPage, "trainings", tab="make_ups", waiting=True)
    window.settle()
    tab = page.tabs.tab
    assert isinstance(tab, MakeUpTab)
    assert tab.missed.table.model.rowCount() == 2
    tab.missed.table.view.selectAll()
    tab.missed.group.click()
    window.settle()
    (group,) = tab.findChildren(GroupDialog)
    group.accept()
    window.settle()
    window.settle()
    assert page.tabs.line.current == "make_ups"
    tab.groups.finish.click()
    (finish,) = tab.findChildren(FinishDialog)
    finish.accept()
    window.settle()
    window.settle()

    after = desk.attendance.tally(training)
    assert (after.present, after.absent, after.rate) == (before.present, 2, before.rate)
    assert (str(before.coverage.percent), str(after.coverage.percent)) == ("60.0", "100.0")
    assert desk.home().to_make_up == 0
    desk.history.undo_last()
    assert desk.attendance.tally(training) == before
    assert desk.check() == ()

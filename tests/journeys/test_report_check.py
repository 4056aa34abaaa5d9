"""A secretary looks a report through, puts right what it tells, and keeps what was handed in."""

from __future__ import annotations

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.domain.dossier import DossierPart
from jz_training.domain.presubmission import ConcernKind
from jz_training.services.desk import Desk
from jz_training.ui.reporting.check_tab import CheckTab
from jz_training.ui.reporting.reporting_page import ReportingPage
from jz_training.ui.trainings.dossier.dossier_tab import DossierTab
from jz_training.ui.trainings.training_page import TrainingPage
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training


def _tab(window: Window) -> CheckTab:
    tab = window.open(ReportingPage, "reporting").tabs.tab
    assert isinstance(tab, CheckTab)
    return tab


def _choose(tab: CheckTab, kind: ConcernKind) -> None:
    place = next(at for at, one in enumerate(tab._found) if one.kind is kind)
    tab.table.view.setCurrentIndex(tab.table.view.model().index(place, 0))


def test_a_report_is_looked_through_put_right_and_handed_in(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=4)
    tab = _tab(window)
    heavy = [one for one in tab._found if one.kind is ConcernKind.UNRECORDED]
    assert [one.number for one in heavy] == [4]
    _choose(tab, ConcernKind.UNRECORDED)
    tab.open()
    window.settle()
    assert window.page(TrainingPage).title
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    tab = _tab(window)
    assert ConcernKind.UNRECORDED not in {one.kind for one in tab._found}
    _choose(tab, ConcernKind.NO_SHEET)
    tab.open()
    window.settle()
    dossier = window.page(TrainingPage).tab("dossier")
    assert isinstance(dossier, DossierTab)
    shown = dossier.checklist.table.current_row()
    assert shown is not None
    assert shown.part is DossierPart.SHEET
    tab = _tab(window)
    assert tab.reports.isHidden()  # nothing was handed in yet
    window.answers.texts.append("三季度情况报告")
    tab.begin()
    window.settle()
    (report,) = desk.reports.list()
    assert not tab.reports.isHidden()
    assert (report.title, report.trainings[0].present) == ("三季度情况报告", 4)
    desk.attendance.reopen(training, reason="更正")
    desk.attendance.mark(training, {1: Mark(status=AttendanceStatus.ABSENT)})
    tab = _tab(window)
    assert ConcernKind.CHANGED in {one.kind for one in tab._found}

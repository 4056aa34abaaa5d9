"""From a closed training to certificates on paper, one withdrawn, all of them verified."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import Qt

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.domain.certificate_code import grouped
from jz_training.services.desk import Desk
from jz_training.ui.certificates.certificates_tab import CertificatesTab
from jz_training.ui.certificates.hours_dialog import HoursDialog
from jz_training.ui.certificates.issue_dialog import IssueDialog
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.people.people_page import PeoplePage
from jz_training.ui.people.person_dialog import PersonDialog
from jz_training.ui.reporting.reporting_page import ReportingPage
from jz_training.ui.trainings.print_tab import PrintTab
from jz_training.ui.trainings.training_page import TrainingPage
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training

ABSENT = Mark(status=AttendanceStatus.ABSENT)


def a_closed_training(desk: Desk) -> UUID:
    desk.settings.change(organiser="江城市总工会")
    training = a_listed_training(desk, people=4, hours=Decimal(2))
    desk.attendance.mark(training, {2: ABSENT})
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    return training


def the_tab(window: Window) -> CertificatesTab:
    page = window.open(ReportingPage, "reporting", tab="certificates")
    tab = page.tabs.tab
    assert isinstance(tab, CertificatesTab)
    window.settle()
    return tab


def test_certificates_are_issued_printed_withdrawn_and_verified(window: Window, desk: Desk) -> None:
    training = a_closed_training(desk)
    tab = the_tab(window)
    tab.begin()
    window.settle()
    (dialog,) = tab.findChildren(IssueDialog)
    assert dialog.chosen.text() == "请先选择场次。"
    dialog.training.set_value(training)
    window.settle()
    assert len(dialog.ticks.value()) == 3
    absent = dialog.ticks.topLevelItem(1)
    assert absent is not None
    assert absent.isDisabled()
    assert absent.text(3) == "缺席"
    first = dialog.ticks.topLevelItem(0)
    assert first is not None
    first.setCheckState(0, Qt.CheckState.Unchecked)
    dialog.made_up.setChecked(True)
    window.settle()
    assert dialog.verb.text() == "发放 2 份"
    dialog.accept()
    window.settle()
    window.settle()
    (preview,) = tab.findChildren(PreviewDialog)
    preview.close()
    assert [row.number for row in desk.certificates.list()] == [
        "工培〔2026〕1号",
        "工培〔2026〕2号",
    ]

    tab.refresh()
    window.settle()
    tab.table.view.selectRow(1)
    window.answers.texts = ["姓名有误"]
    tab.withdraw()
    window.settle()
    good, gone = desk.certificates.list()
    assert (good.withdrawn, gone.reason) == (False, "姓名有误")

    for code, words in (
        (grouped(good.code).lower(), "有效：工培〔2026〕1号"),
        (gone.code, "已作废（2026-11-22，姓名有误）：工培〔2026〕2号"),
        (good.code[1:], "查验码有误"),
        ("0000000000", "没有发放过"),
    ):
        tab.verify.code.setText(code)
        tab.verify.verb.click()
        window.settle()
        assert words in tab.verify.answer.text() + tab.verify.trouble.text()


def test_the_training_and_the_person_lead_to_their_papers(window: Window, desk: Desk) -> None:
    training = a_closed_training(desk)
    page = window.open(TrainingPage, "training", training_id=training, tab="print")
    window.settle()
    (tab,) = page.findChildren(PrintTab)
    tab.certificates.click()
    window.settle()
    (dialog,) = tab.findChildren(IssueDialog)
    assert (dialog.training.value(), len(dialog.ticks.value())) == (training, 3)
    dialog.reject()

    people = window.open(PeoplePage, "people")
    people.table.view.selectRow(0)
    window.settle()
    people.edit()
    window.settle()
    (person,) = people.findChildren(PersonDialog)
    person.proof.click()
    window.settle()
    (proof,) = person.findChildren(HoursDialog)
    assert len(proof.ticks.value()) == 1
    proof.accept()
    window.settle()
    window.settle()
    (issued,) = desk.certificates.list()
    assert (issued.number, issued.facts.hours) == ("工培学时〔2026〕1号", Decimal(2))
    person.reject()
    window.settle()


def test_the_register_and_the_filters_follow_the_list(window: Window, desk: Desk) -> None:
    training = a_closed_training(desk)
    who = [one.person_id for one in desk.certificates.candidates(training) if one.entitled]
    desk.certificates.issue(
        training, [one for one in who if one is not None], issued_on=desk.now().date()
    )
    tab = the_tab(window)
    tab.state.setCurrentIndex(tab.state.findData("withdrawn"))
    window.settle()
    assert tab.table.model.rowCount() == 0
    tab.verify.code.setText(desk.certificates.list()[2].code)
    tab.verify.verify()
    window.settle()
    window.settle()
    row = tab.table.current_row()
    assert row is not None
    assert row.number == "工培〔2026〕3号"
    tab.show_register()
    window.settle()
    window.settle()
    (preview,) = tab.findChildren(PreviewDialog)
    preview.close()

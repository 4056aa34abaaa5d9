"""Pictures of certificates and proofs of hours, on the sample union."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from jz_training.domain.certificate_code import grouped
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.certificates.certificates_tab import CertificatesTab
from jz_training.ui.certificates.hours_dialog import HoursDialog
from jz_training.ui.certificates.issue_dialog import IssueDialog
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.paper.preview_dialog import PreviewDialog


def certificate_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the job."""
    return (
        Scene("certificates", _certificates),
        Scene("certificate-issue", _issue),
        Scene("certificate-hours", _hours),
        Scene("certificate-preview", _preview),
    )


def _tab(stage: Stage) -> CertificatesTab:
    stage.shell.open_page("reporting", tab="certificates")
    stage.settle()
    page: Any = stage.shell.current
    tab = page.tabs.tab
    assert isinstance(tab, CertificatesTab)
    stage.wait_until(lambda: tab.table.model.rowCount() > 0)
    return tab


def _certificates(stage: Stage) -> QWidget:
    tab = _tab(stage)
    first = tab.table.model.row_at(0)
    assert first is not None
    tab.verify.code.setText(grouped(first.code))
    tab.verify.verify()
    stage.settle()
    return stage.window


def _issue(stage: Stage) -> QWidget:
    tab = _tab(stage)
    tab.begin()
    stage.settle()
    dialog = tab.findChildren(IssueDialog)[-1]
    course = tab.table.model.row_at(0)
    assert course is not None
    dialog.training.set_value(course.training_id)
    stage.settle()
    return dialog


def _hours(stage: Stage) -> QWidget:
    tab = _tab(stage)
    tab.begin_proof()
    stage.settle()
    dialog = tab.findChildren(HoursDialog)[-1]
    page: Any = stage.shell.current
    desk = page.ctx.desk
    training = desk.trainings.list(TrainingQuery())[-1]
    for line in desk.attendance.sheet(training.training_id).rows[:4]:
        if line.person_id is not None:
            dialog.add_person(desk.people.get(line.person_id))
    stage.settle()
    return dialog


def _preview(stage: Stage) -> QWidget:
    tab = _tab(stage)
    tab.table.view.selectRow(0)
    tab.print()
    stage.settle()
    stage.wait_until(lambda: bool(tab.findChildren(PreviewDialog)))
    dialog = tab.findChildren(PreviewDialog)[-1]
    stage.wait_until(lambda: dialog.pane.view.pages > 0 and dialog.pane.view.is_sharp)
    return dialog

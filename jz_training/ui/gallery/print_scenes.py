"""Pictures of the preview with what it tells and offers, of 打印 and of a print job."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from jz_training.ui import kinds
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.paper.job.job_dialog import JobDialog
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.paper.print_dialog import PrintDialog
from jz_training.ui.paper.report_dialog import ReportDialog
from jz_training.ui.trainings.print_tab import PrintTab
from jz_training.ui.trainings.training_exports import show_summary
from jz_training.ui.trainings.training_page import TrainingPage

#: A name with a character no font of ours has.
_RARE = "张𠔻"


def print_scenes() -> tuple[Scene, ...]:
    """Return the pictures, from the preview to the job."""
    return (
        Scene("preview", _preview),
        Scene("preview-missing", _missing, acts=1),
        Scene("preview-report", _report, acts=1),
        Scene("print-options", _options),
        Scene("print-job", _job),
        Scene("print-job-sheets", _sheets),
    )


def _tab(stage: Stage, *, planned: bool = False) -> PrintTab:
    from jz_training.services.ledger import TrainingQuery

    stage.shell.open_page("trainings")
    stage.settle()
    page: Any = stage.shell.current
    desk = page.ctx.desk
    rows = desk.trainings.list(TrainingQuery(newest_first=False))
    row = next(r for r in rows if r.tally.expected > 20 and (not planned or r.start > desk.now()))
    stage.shell.open_page("training", training_id=row.training_id, tab="print")
    stage.settle()
    shown = stage.shell.current
    assert isinstance(shown, TrainingPage)
    tab: Any = shown.tab("print")
    assert isinstance(tab, PrintTab)
    return tab


def _preview(stage: Stage) -> QWidget:
    tab = _tab(stage)
    assert tab._training_id is not None
    training = tab._ctx.desk.trainings.get(tab._training_id)
    show_summary(tab._ctx, tab, training)
    stage.settle()
    dialog = tab.findChildren(PreviewDialog)[-1]
    dialog.resize(1040, 820)
    stage.wait_until(lambda: dialog.pane.view.pages > 0 and dialog.grab() is not None
                     and dialog.pane.view.is_sharp)  # fmt: skip
    return dialog


def _with_rare(stage: Stage) -> PrintTab:
    """Let a training be chaired by somebody whose name has a character no font has."""
    tab = _tab(stage, planned=True)
    trainings = tab._ctx.desk.trainings
    assert tab._training_id is not None
    view = trainings.get(tab._training_id)
    draft = replace(view.draft, chair=_RARE)
    tab._ctx.work.change(
        lambda: trainings.change(view.id, version=view.version, draft=draft),
        owner=tab,
        kinds=(kinds.TRAININGS,),
    )
    stage.settle()
    stage.wait_until(lambda: _RARE[-1] in tab.pane.strip.words.text())
    stage.wait_until(lambda: tab.grab() is not None and tab.pane.view.is_sharp)
    return tab


def _missing(stage: Stage) -> QWidget:
    _with_rare(stage)
    return stage.window


def _report(stage: Stage) -> QWidget:
    tab = _with_rare(stage)
    tab.pane.strip.more.click()
    return tab.findChildren(ReportDialog)[-1]


def _options(stage: Stage) -> QWidget:
    tab = _tab(stage, planned=True)
    tab.pane.print()
    dialog = tab.findChildren(PrintDialog)[-1]
    dialog.range.setText("1-2")
    return dialog


def _job(stage: Stage) -> QWidget:
    tab = _tab(stage, planned=True)
    tab.together.click()
    stage.settle()
    return tab.findChildren(JobDialog)[-1]


def _sheets(stage: Stage) -> QWidget:
    stage.shell.open_page("trainings")
    stage.settle()
    page: Any = stage.shell.current
    page.table.view.selectAll()
    page._print_sheets()
    stage.settle()
    dialog: JobDialog = page.findChildren(JobDialog)[-1]
    return dialog

"""Pictures of the preview with what it tells and offers, of 打印 and of a print job."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from jz_training.domain.paper_dress import PaperDress
from jz_training.domain.paper_style import Letterhead, PaperSkin
from jz_training.ui import kinds
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.paper.head_dialog import HeadDialog
from jz_training.ui.paper.job.job_dialog import JobDialog
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.paper.print_dialog import PrintDialog
from jz_training.ui.paper.report_dialog import ReportDialog
from jz_training.ui.paper.worn import Worn
from jz_training.ui.trainings.print_tab import PrintTab
from jz_training.ui.trainings.training_exports import show_period, show_summary
from jz_training.ui.trainings.training_page import TrainingPage

#: A name with a character no font of ours has.
_RARE = "张𠔻"

_HEAD = Letterhead(
    mark="清河市纺织公司工会文件",
    number="清纺工〔2026〕6号",
    signer="秦晓峰",
    sealed=True,
    attachments=("2026年培训台账", "2026年培训情况统计表"),
    copies_to="公司党委，各分会",
    printed_by="清河市纺织公司工会办公室",
    printed_on=date(2026, 12, 1),
)


def print_scenes() -> tuple[Scene, ...]:
    """Return the pictures, from the preview to the job."""
    return (
        Scene("preview", _preview),
        Scene("preview-missing", _missing, acts=1),
        Scene("preview-report", _report, acts=1),
        Scene("preview-document", _document),
        Scene("preview-no-mark", _no_mark),
        Scene("preview-head", _head),
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


def _dressed(stage: Stage, head: Letterhead) -> PreviewDialog:
    """Show the report of the year as 文件."""
    stage.shell.open_page("statistics")
    stage.settle()
    page: Any = stage.shell.current
    show_period(page.ctx, page, date(2026, 1, 1), date(2026, 12, 31))
    stage.settle()
    dialog: PreviewDialog = page.findChildren(PreviewDialog)[-1]
    dialog.resize(1040, 820)
    dialog.pane.wear(PaperDress(skin=PaperSkin.DOCUMENT, letterhead=head))
    stage.settle()
    stage.wait_until(lambda: dialog.grab() is not None and dialog.pane.view.is_sharp)
    assert dialog.pane._offer is not None
    Worn(page.ctx).reset(dialog.pane._offer)  # the next scene finds the report as it was
    return dialog


def _document(stage: Stage) -> QWidget:
    return _dressed(stage, _HEAD)


def _no_mark(stage: Stage) -> QWidget:
    return _dressed(stage, Letterhead())


def _head(stage: Stage) -> QWidget:
    preview = _dressed(stage, _HEAD)
    preview.pane.line.head.click()
    dialog = preview.findChildren(HeadDialog)[-1]
    dialog.finished.connect(lambda _: preview.close())
    return dialog


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

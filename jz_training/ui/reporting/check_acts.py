"""What is done in 自查与报送: looking through, going where it is put right, keeping figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.dossier import DossierPart
from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import PaperStyle
from jz_training.domain.presubmission import Concern, ConcernKind
from jz_training.domain.report import ReportRow
from jz_training.domain.summary import PeriodSummary
from jz_training.labels.plans import period_words
from jz_training.ui import kinds
from jz_training.ui.context import Context

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: Matters that only the finished report shows: it is opened to see them.
_OF_PAPER = frozenset(
    {ConcernKind.GAP_LEFT, ConcernKind.MISSING_SIGN, ConcernKind.CUT, ConcernKind.FONT}
)


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What the data tells of a report, and what its paper is to be drawn from to tell the rest."""

    found: tuple[Concern, ...]
    summary: PeriodSummary
    style: PaperStyle


def look_through(desk: Desk, first: date, last: date, notice_id: UUID | None) -> LookedThrough:
    """Return what would embarrass as far as the data tells; on the desk's worker."""
    return LookedThrough(
        found=desk.presubmission.concerns(first, last, notice_id=notice_id),
        summary=desk.summaries.of_period(first, last),
        style=desk.paper_styles.of(PaperKind.PERIOD_SUMMARY),
    )


def with_paper(looked: LookedThrough) -> tuple[Concern, ...]:
    """Return everything that would embarrass; the report is drawn once, the desk not needed."""
    from jz_training.documents.checking import report_concerns

    return (*looked.found, *report_concerns(looked.summary, style=looked.style))


def open_concern(ctx: Context, concern: Concern, *, show_report: Callable[[], object]) -> None:
    """Go where a concern is put right."""
    if concern.training_id is not None:
        _open_training(ctx, concern.training_id, concern.kind)
    elif concern.notice_id is not None:
        ctx.open_page(
            "notice", notice_id=concern.notice_id, obligation_id=concern.obligation_id, tab="tasks"
        )
    elif concern.kind in _OF_PAPER:
        show_report()


def _open_training(ctx: Context, training_id: UUID, kind: ConcernKind) -> None:
    if kind is ConcernKind.NO_SHEET:
        ctx.open_page("training", training_id=training_id, tab="dossier", part=DossierPart.SHEET)
    else:
        ctx.open_page("training", training_id=training_id, tab="attendance")


def hand_in(ctx: Context, owner: QWidget, first: date, last: date, notice_id: UUID | None) -> None:
    """Keep the figures of some days as those that were handed in today."""
    title = ctx.ask.text(
        "报送出去以后记一笔：现在的数字会留存，以后有变动会提醒。",
        label="名称",
        verb="记为已报送",
        value=_title(first, last),
    )
    if not title:
        return
    ctx.work.change(
        lambda: ctx.desk.reports.hand_in(title=title, first=first, last=last, notice_id=notice_id),
        lambda _: ctx.toast("已记下这次报送的数字，以后有变动会提醒。", undo=True),
        owner=owner,
        kinds={kinds.REPORTS},
    )


def remove_report(ctx: Context, owner: QWidget, report: ReportRow) -> None:
    """Remove a report that was not handed in after all."""
    ctx.work.change(
        lambda: ctx.desk.reports.remove(report.id),
        lambda _: ctx.toast(f"已删除报送记录“{report.title}”。", undo=True),
        owner=owner,
        kinds={kinds.REPORTS},
    )


def _title(first: date, last: date) -> str:
    return f"{period_words(first, last)}学习培训情况报告"

"""The papers before a training as they are offered, and a training as a calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain import paper_kind
from jz_training.domain.file_name import NameFacts, named
from jz_training.domain.paper_kind import FileForm
from jz_training.domain.training import TrainingView
from jz_training.ui.context import Context
from jz_training.ui.paper.dressing import DressedMaking, dressed_offer
from jz_training.ui.paper.exports import is_calendar, save_as
from jz_training.ui.paper.offer import PaperOffer
from jz_training.ui.trainings.event.paper_wish import (
    PAPERS,
    PaperKind,
    PaperWish,
    draw_paper,
    notice_view,
)

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk

#: Which kind of paper an office can adjust each of them as; the others have one look.
KINDS = {
    PaperKind.NOTICE: paper_kind.PaperKind.MEETING_NOTICE,
    PaperKind.AGENDA: paper_kind.PaperKind.AGENDA,
    PaperKind.CARDS: paper_kind.PaperKind.NAME_TENTS,
}


def event_offer(desk: Desk, training: TrainingView, wish: PaperWish) -> PaperOffer:
    """Return one of the papers before a training as it is offered."""
    kind, draft = KINDS.get(wish.kind), training.draft
    if kind is None:
        return PaperOffer(
            name=draft.title,
            word=PAPERS[wish.kind],
            forms={FileForm.PDF: lambda report: draw_paper(desk, training.id, wish, report)},
            day=draft.start.date(),
            organiser=draft.organiser,
        )
    return dressed_offer(
        desk,
        kind,
        _ways(desk, training.id, wish),
        name=draft.title,
        day=draft.start.date(),
        organiser=draft.organiser,
    )


def _ways(desk: Desk, training_id: UUID, wish: PaperWish) -> dict[FileForm, DressedMaking]:
    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        return draw_paper(desk, training_id, wish, report, style)

    def docx(style: PaperStyle, report: PaperReport) -> bytes:
        if wish.kind is PaperKind.AGENDA:
            from jz_training.documents.meeting.agenda_word import agenda_docx

            return agenda_docx(desk.papers.agenda(training_id), style=style, report=report)
        from jz_training.documents.meeting.meeting_notice import meeting_notice_docx

        return meeting_notice_docx(notice_view(desk, training_id, wish), style=style, report=report)

    if wish.kind is PaperKind.CARDS:
        return {FileForm.PDF: pdf}
    return {FileForm.PDF: pdf, FileForm.WORD: docx}


def save_calendar(ctx: Context, owner: QWidget, training: TrainingView) -> None:
    """Save a training for the calendar of a computer or a telephone."""
    desk, draft = ctx.desk, training.draft
    facts = NameFacts(name=draft.title, day=draft.start.date())

    def content() -> bytes:
        from jz_training.documents.meeting.training_ics import training_ics

        return training_ics(desk.papers.events((training.id,)), stamp=desk.now())

    save_as(
        ctx,
        owner,
        name=f"{named('', facts)}.ics",
        kinds="日历文件 (*.ics)",
        content=content,
        check=is_calendar,
    )

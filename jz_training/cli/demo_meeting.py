"""The papers of `demo` before an event: notice, cards, door, month, and a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.cli.saving import save_calendar, save_document, save_pdf

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def write_event(desk: Desk, trainings: tuple[UUID, ...], out: Path) -> Iterator[Path]:
    """Write the papers of the first training to come, its month, and a calendar file of all."""
    if trainings:
        yield from _notice(desk, trainings[0], out)
        yield from _room(desk, trainings[0], out)
        yield from _calendar(desk, trainings, out)


def _notice(desk: Desk, training: UUID, out: Path) -> Iterator[Path]:
    from jz_training.documents.meeting.meeting_notice import (
        meeting_notice_docx,
        meeting_notice_pdf,
    )

    notice = desk.papers.notice(training)
    yield save_pdf(out / "会议通知.pdf", meeting_notice_pdf(notice))
    yield save_document(out / "会议通知.docx", meeting_notice_docx(notice))


def _room(desk: Desk, training: UUID, out: Path) -> Iterator[Path]:
    from jz_training.documents.meeting.door_roster import door_roster_pdf
    from jz_training.documents.meeting.door_sign import door_sign_pdf
    from jz_training.documents.meeting.name_tents import name_tents_pdf
    from jz_training.domain.meeting_papers import NameTentSize

    people = desk.papers.people(training)
    if people:
        yield save_pdf(out / "席卡.pdf", name_tents_pdf(people, NameTentSize.STAND))
    yield save_pdf(out / "门签.pdf", door_sign_pdf(desk.papers.door_sign(training)))
    yield save_pdf(out / "入场名册.pdf", door_roster_pdf(desk.papers.door_roster(training)))


def _calendar(desk: Desk, trainings: tuple[UUID, ...], out: Path) -> Iterator[Path]:
    from jz_training.documents.meeting.month_paper import month_pdf
    from jz_training.documents.meeting.training_ics import training_ics

    day = desk.trainings.get(trainings[0]).draft.start
    yield save_pdf(out / "月历.pdf", month_pdf(desk.papers.month(day.year, day.month)))
    events = desk.papers.events(trainings)
    yield save_calendar(out / "培训日程.ics", training_ics(events, stamp=desk.now()))

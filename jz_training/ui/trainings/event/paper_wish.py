"""Which paper before a training is wanted, and how; drawn on the worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.meeting_papers import MeetingNotice, NameTentSize, PaperPerson
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.training import SheetOrder

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.services.desk import Desk


class PaperKind(StrEnum):
    """A paper before the event."""

    NOTICE = "notice"
    AGENDA = "agenda"
    CARDS = "cards"
    ROSTRUM = "rostrum"
    SIGN = "sign"
    ROSTER = "roster"
    CALENDAR = "calendar"


class CardGroup(StrEnum):
    """Whose names stand on cards."""

    ROSTRUM = "rostrum"
    SPEAKERS = "speakers"
    ALL = "all"


PAPERS: dict[PaperKind, str] = {
    PaperKind.NOTICE: "会议通知",
    PaperKind.AGENDA: "议程",
    PaperKind.CARDS: "席卡",
    PaperKind.ROSTRUM: "主席台座次图",
    PaperKind.SIGN: "门签",
    PaperKind.ROSTER: "入场名册",
    PaperKind.CALENDAR: "日历文件",
}
CARD_GROUPS: dict[CardGroup, str] = {
    CardGroup.ROSTRUM: "主席台",
    CardGroup.SPEAKERS: "主讲",
    CardGroup.ALL: "全体",
}
CARD_SIZES: dict[NameTentSize, str] = {
    NameTentSize.FOLDED: "对折",
    NameTentSize.THREE_FOLD: "三折",
    NameTentSize.LARGE: "21×14",
    NameTentSize.STAND: "20×10",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWish:
    """What is wanted. Empty texts leave what the training itself says."""

    kind: PaperKind
    addressees: str = ""
    requirements: tuple[str, ...] = ()
    contact: str = ""
    front: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    size: NameTentSize = NameTentSize.FOLDED
    whom: CardGroup = CardGroup.ROSTRUM
    order: SheetOrder = SheetOrder.UNIT


def draw_paper(
    desk: Desk,
    training_id: UUID,
    wish: PaperWish,
    report: PaperReport | None = None,
    style: PaperStyle = AS_MADE,
) -> bytes:
    """Return a paper as PDF; of the calendar file nothing can be drawn. Raises NotFound."""
    papers, kind = desk.papers, wish.kind
    if kind is PaperKind.NOTICE:
        from jz_training.documents.meeting.meeting_notice import meeting_notice_pdf

        notice = notice_view(desk, training_id, wish)
        return meeting_notice_pdf(notice, style=style, report=report)
    if kind is PaperKind.AGENDA:
        from jz_training.documents.meeting.agenda_paper import agenda_pdf

        return agenda_pdf(papers.agenda(training_id), style=style, report=report)
    if kind is PaperKind.CARDS:
        from jz_training.documents.meeting.name_tents import name_tents_pdf

        return name_tents_pdf(card_people(desk, training_id, wish), wish.size, report=report)
    return _draw_room_paper(desk, training_id, wish, report)


def _draw_room_paper(
    desk: Desk, training_id: UUID, wish: PaperWish, report: PaperReport | None
) -> bytes:
    papers, kind = desk.papers, wish.kind
    if kind is PaperKind.ROSTRUM:
        from jz_training.documents.meeting.rostrum_plan import rostrum_pdf

        return rostrum_pdf(
            papers.rostrum(training_id, front=wish.front, back=wish.back), report=report
        )
    if kind is PaperKind.SIGN:
        from jz_training.documents.meeting.door_sign import door_sign_pdf

        return door_sign_pdf(papers.door_sign(training_id), report=report)
    from jz_training.documents.meeting.door_roster import door_roster_pdf

    return door_roster_pdf(papers.door_roster(training_id, order=wish.order), report=report)


def notice_view(desk: Desk, training_id: UUID, wish: PaperWish) -> MeetingNotice:
    """Return the notice with what was asked of people and whom to call."""
    notice = desk.papers.notice(training_id)
    return replace(
        notice,
        addressees=wish.addressees or notice.addressees,
        requirements=wish.requirements,
        contact=wish.contact,
    )


def card_people(desk: Desk, training_id: UUID, wish: PaperWish) -> tuple[PaperPerson, ...]:
    """Return whose names stand on the cards."""
    if wish.whom is CardGroup.ALL:
        return desk.papers.people(training_id)
    if wish.whom is CardGroup.SPEAKERS:
        from jz_training.domain.library import several

        names = several(desk.trainings.get(training_id).draft.speaker)
        return desk.papers.rostrum(training_id, front=names).front if names else ()
    paper = desk.papers.rostrum(training_id, front=wish.front, back=wish.back)
    return (*paper.front, *paper.back)

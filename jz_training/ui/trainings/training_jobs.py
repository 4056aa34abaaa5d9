"""What is printed in one go: the papers of one training, or the sheets of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain import paper_kind
from jz_training.domain.paper_kind import FileForm
from jz_training.domain.sheet import SheetOptions, SignInSheet
from jz_training.domain.training import TrainingState, TrainingView
from jz_training.labels.record import record_name
from jz_training.ui.context import Context
from jz_training.ui.paper.job.job_acts import begin_job
from jz_training.ui.paper.job.job_papers import JobOffer, JobPaper, Making
from jz_training.ui.paper.offer import PaperOffer
from jz_training.ui.paper.worn import Dresser, Worn
from jz_training.ui.trainings.event.paper_files import event_offer
from jz_training.ui.trainings.event.paper_wish import PAPERS, PaperKind, PaperWish, card_people
from jz_training.ui.trainings.record.record_offer import record_offer
from jz_training.ui.trainings.training_exports import summary_offer

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: Says nothing of any paper.
ANY_PAPER = PaperWish(kind=PaperKind.NOTICE)

_NO_LIST = "还没有名单"
_NO_AGENDA = "还没有议程"
_NOBODY = "还没有主持、主讲"
_NOT_HELD = "场次还没有举行"


def _as_set(offer: PaperOffer) -> PaperOffer:
    return offer


def print_training(
    ctx: Context,
    owner: QWidget,
    training_id: UUID,
    *,
    options: SheetOptions | None = None,
    wish: PaperWish = ANY_PAPER,
    dress: Dresser | None = None,
) -> None:
    """Let the user choose among the papers of a training and print them together.

    `options` are those of the sign-in sheet, `wish` says what the papers before the event are to
    say, whichever it is of. Papers are dressed by `dress` or as the last ones of their kinds were.
    """
    dress = dress or Worn(ctx).dresser()
    begin_job(ctx, owner, lambda desk: training_job(desk, training_id, options, wish, dress))


def print_sheets_of(ctx: Context, owner: QWidget, training_ids: Sequence[UUID]) -> None:
    """Let the user print the sign-in sheets of several trainings together."""
    begin_job(ctx, owner, lambda desk: sheets_job(desk, training_ids))


def training_job(
    desk: Desk,
    training_id: UUID,
    options: SheetOptions | None = None,
    wish: PaperWish = ANY_PAPER,
    dress: Dresser = _as_set,
) -> JobOffer:
    """Return the papers of a training, those ticked that are usually wanted now. On a worker."""
    training = desk.trainings.get(training_id)
    return JobOffer(
        name=training.draft.title,
        papers=(
            *_before(desk, training, options, wish, dress),
            *_after(desk, training, dress),
        ),
        day=training.draft.start.date(),
        organiser=training.draft.organiser,
    )


def sheets_job(desk: Desk, training_ids: Sequence[UUID]) -> JobOffer:
    """Return the sign-in sheets of several trainings as one paper. On a worker."""
    found = desk.sheets.asked_of(training_ids)
    listed = [one for one in found if one.has_list]
    without = len(found) - len(listed)
    ids = [one.id for one in listed]
    sheets = JobPaper(
        title=f"签到表（{len(listed)} 场）",
        make=lambda making: _draw_sheets(desk, _copied(desk, ids, making), making),
        trouble="" if listed else _NO_LIST,
        many_copies=True,
        weight=max(1, len(listed)),
    )
    return JobOffer(
        name=_common_name([one.title for one in found]),
        papers=(sheets,),
        day=listed[0].start.date() if listed else None,
        note=f"其中 {without} 场还没有名单，不会打印。" if without and listed else "",
    )


# --- papers --------------------------------------------------------------------------------------


def _before(
    desk: Desk,
    training: TrainingView,
    options: SheetOptions | None,
    wish: PaperWish,
    dress: Dresser,
) -> Iterator[JobPaper]:
    """Yield the papers before and at the event, in the order in which they are needed."""
    listed = training.list_frozen_at is not None
    agenda, cards = desk.agendas.get(training.id), replace(wish, kind=PaperKind.CARDS)
    troubles = {
        PaperKind.AGENDA: "" if agenda else _NO_AGENDA,
        PaperKind.CARDS: "" if card_people(desk, training.id, cards) else _NOBODY,
        PaperKind.ROSTER: "" if listed else _NO_LIST,
    }
    planned = training.state is TrainingState.PLANNED
    for kind in (PaperKind.NOTICE, PaperKind.AGENDA):
        offer = dress(event_offer(desk, training, replace(wish, kind=kind)))
        yield _event(kind, offer, troubles, wanted=planned)
    yield _sheet(desk, training, options)
    for kind in (PaperKind.CARDS, PaperKind.SIGN, PaperKind.ROSTER):
        offer = event_offer(desk, training, replace(wish, kind=kind))
        yield _event(kind, offer, troubles, wanted=planned)


def _event(
    kind: PaperKind, offer: PaperOffer, troubles: dict[PaperKind, str], *, wanted: bool
) -> JobPaper:
    return _paper(PAPERS[kind], offer, trouble=troubles.get(kind, ""), wanted=wanted)


def _after(desk: Desk, training: TrainingView, dress: Dresser) -> Iterator[JobPaper]:
    """Yield the papers after the event."""
    held = desk.now() >= training.draft.start
    closed = training.state is TrainingState.CLOSED
    trouble = "" if held and training.list_frozen_at else _NOT_HELD
    yield JobPaper(
        title=record_name(training.draft.form),
        make=lambda making: _make(dress(record_offer(desk, desk.records.get(training.id))), making),
        trouble=trouble,
        wanted=closed,
    )
    summary = dress(summary_offer(desk, training))
    yield _paper("单场小结", summary, trouble=trouble, wanted=closed)


def _paper(title: str, offer: PaperOffer, *, trouble: str, wanted: bool) -> JobPaper:
    return JobPaper(
        title=title, make=lambda making: _make(offer, making), trouble=trouble, wanted=wanted
    )


def _make(offer: PaperOffer, making: Making) -> bytes:
    if offer.sided is not None:
        return offer.sided(making.both_sides, making.report)
    return offer.forms[FileForm.PDF](making.report)


# --- sign-in sheets ------------------------------------------------------------------------------


def _sheet(desk: Desk, training: TrainingView, options: SheetOptions | None) -> JobPaper:
    """Return the sign-in sheet, of a broadcast one for each room."""
    rooms = desk.viewpoints.of_training(training.id)

    def sheets(making: Making) -> Iterator[SignInSheet]:
        for room in [None, *(room.id for room in rooms)] if rooms else []:
            sheet = desk.sheets.prepare(training.id, options, viewpoint_id=room)
            yield from [sheet] * making.copies
        if not rooms:
            yield from [desk.sheets.prepare(training.id, options)] * making.copies

    return JobPaper(
        title=f"签到表（{len(rooms) + 1} 个会场各一份）" if rooms else "签到表",
        make=lambda making: _draw_sheets(desk, sheets(making), making),
        trouble="" if training.list_frozen_at else _NO_LIST,
        wanted=training.state is TrainingState.PLANNED,
        many_copies=True,
        weight=len(rooms) + 1,
    )


def _copied(desk: Desk, ids: Sequence[UUID], making: Making) -> Iterator[SignInSheet]:
    for done, sheet in enumerate(desk.sheets.prepare_many(ids)):
        making.step(done, len(ids))
        yield from [sheet] * making.copies


def _draw_sheets(desk: Desk, sheets: Iterator[SignInSheet], making: Making) -> bytes:
    from jz_training.documents.sheet.sign_in_sheet import print_sheets
    from jz_training.services.sheets import sheet_made

    return print_sheets(
        sheets,
        printed=lambda sheet, geometry: making.sheets.append(sheet_made(sheet, geometry)),
        both_sides=making.both_sides,
        style=desk.paper_styles.of(paper_kind.PaperKind.SIGN_IN_SHEET),
        report=making.report,
        step=making.check,
    )


def _common_name(titles: Sequence[str]) -> str:
    """Return what several trainings are called together."""
    different = list(dict.fromkeys(titles))
    if len(different) > 1:
        return f"{different[0]}等 {len(titles)} 场"
    return "".join(different)

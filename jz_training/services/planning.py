"""Many trainings at once: series, batches, and changing what was made together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.batches import Batch, BatchBy, Member, Split, split
from jz_training.domain.clashes import Clash
from jz_training.domain.day_warnings import DayWarning, day_warnings
from jz_training.domain.ids import new_id
from jz_training.domain.parts import renewed
from jz_training.domain.repetition import MOST, Occurrence, Repetition, Series, SeriesScope
from jz_training.domain.training import AudienceRule, TrainingDraft, TrainingState, moved
from jz_training.errors import ChangedMeanwhile, NotFound, Refused
from jz_training.labels import batch_title, slot_title
from jz_training.services import tallies
from jz_training.services.audience import audience
from jz_training.services.batch_preview import BatchPreview
from jz_training.services.calendar import Calendar
from jz_training.services.clash_check import Entered, clashes_of, refuse_clashes, takes_up
from jz_training.services.part_marks import marked_among
from jz_training.services.series import series_of
from jz_training.services.series_change import change_for
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.training_writing import (
    checked,
    copy_surroundings,
    counted_otherwise,
    new_training,
    rewrite,
)
from jz_training.services.trainings import Trainings, open_training, the_training, view_of
from jz_training.storage.store import Store
from jz_training.storage.tables import Training


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPreview:
    """What a rule would make. `clashes` and `warnings` stand in the order of the occurrences."""

    series: Series
    clashes: tuple[tuple[Clash, ...], ...]
    warnings: tuple[tuple[DayWarning, ...], ...]

    @property
    def clashing(self) -> tuple[datetime, ...]:
        """Return the starts that clash: what `create` may be told to skip."""
        pairs = zip(self.series.occurrences, self.clashes, strict=True)
        return tuple(one.start for one, found in pairs if found)


class SeriesPlanning:
    """Series and batches of one workspace. What is made in one act is undone as one."""

    def __init__(
        self, store: Store, settings: WorkspaceSettings, calendar: Calendar, trainings: Trainings
    ) -> None:
        self._store = store
        self._settings = settings
        self._calendar = calendar
        self._trainings = trainings

    # --- series ------------------------------------------------------------------------------

    def preview(self, draft: TrainingDraft, rule: Repetition) -> SeriesPreview:
        """Return what a rule would make of a draft, with clashes and warnings. Raises Refused."""
        calendar = self._calendar.working()
        series = series_of(rule, calendar)
        drafts = [_at(draft, one) for one in series.occurrences]
        with self._store.read() as db:
            found = clashes_of(db, [(None, one) for one in drafts])
        now = self._store.now()
        return SeriesPreview(
            series=series,
            clashes=found,
            warnings=tuple(
                day_warnings(one.start, one.end, calendar=calendar, now=now) for one in drafts
            ),
        )

    def create(
        self, draft: TrainingDraft, rule: Repetition, *, skip: Collection[date] = ()
    ) -> tuple[UUID, ...]:
        """Enter the trainings of a rule in one act and return their ids in order of time.

        `skip` holds days, or starts (datetime), that are left out. Raises Refused when nothing is
        left or it is too much, and ClashFound.
        """
        series = series_of(rule, self._calendar.working())
        _refuse_length(series)
        kept = [
            one
            for one in series.occurrences
            if one.start not in skip and one.start.date() not in skip
        ]
        if not kept:
            raise Refused("skip", "all_skipped")
        drafts = [checked(_at(draft, one)) for one in kept]
        return self._enter("series.create", checked(draft).title, drafts)

    def _enter(
        self,
        verb: str,
        subject: str,
        drafts: Sequence[TrainingDraft],
        *,
        likes: Sequence[UUID] = (),
    ) -> tuple[UUID, ...]:
        """Store checked drafts as one series; `likes` are the trainings they are copies of."""
        series_id = new_id()
        with self._store.write(verb, subject=subject, count=len(drafts)) as db:
            self._refuse_clashes(db, [(None, draft) for draft in drafts])
            made = [new_training(db, _own(draft), series_id=series_id).id for draft in drafts]
            for like, training_id in zip(likes, made, strict=False):
                copy_surroundings(db, like, training_id)
        return tuple(made)

    def of_training(self, training_id: UUID) -> tuple[UUID, ...]:
        """Return the trainings made together with one, itself included, in order of time.

        A training that belongs to no series is alone. Raises NotFound.
        """
        with self._store.read() as db:
            training = the_training(db, training_id)
            if training.series_id is None:
                return (training_id,)
            return tuple(one.id for one in _of_series(db, training.series_id))

    def copy_series(self, series_id: UUID, *, first: date) -> tuple[UUID, ...]:
        """Enter the trainings of a series again, the first of them on a day; return the new ids.

        Cancelled ones are not copied; lists and marks stay where they are. Raises NotFound,
        Refused or ClashFound.
        """
        with self._store.read() as db:
            old = [one for one in _of_series(db, series_id) if not _cancelled(one)]
            drafts = [view_of(db, one).draft for one in old]
        if not old:
            raise NotFound("series")
        by = timedelta(days=(first - drafts[0].start.date()).days)
        copies = [checked(moved(draft, draft.start + by)) for draft in drafts]
        return self._enter(
            "series.copy", copies[0].title, copies, likes=[training.id for training in old]
        )

    # --- batches -----------------------------------------------------------------------------

    def split_audience(
        self,
        rule: AudienceRule,
        by: BatchBy,
        *,
        size: int | None = None,
        by_hand: Mapping[UUID, int] | None = None,
    ) -> Split:
        """Split whom a rule means today into batches; nobody is in two, who is in none is told.

        `size` is the most people of a batch, `by_hand` the number of the batch of each person.
        Raises Refused (audience, size, by_hand).
        """
        _refuse_sizes(by, size, by_hand)
        with self._store.read() as db:
            people = audience(db, rule)
        if not people:
            raise Refused("audience", "nobody")
        members = [
            Member(id=one.id, name=one.name, unit=one.unit, layer=one.layer, shift=one.shift)
            for one in people
        ]
        return split(members, by, size=size, by_hand=by_hand)

    def preview_batches(
        self, draft: TrainingDraft, batches: Split, *, starts: Sequence[datetime]
    ) -> BatchPreview:
        """Return what the trainings of batches clash with, each other included, and warnings.

        Raises Refused (starts, batches).
        """
        _refuse_split(batches, starts)
        pairs = zip(batches.batches, starts, strict=True)
        drafts = [_of_batch(draft, batch, start) for batch, start in pairs]
        with self._store.read() as db:
            found = clashes_of(db, [(None, one) for one in drafts])
        calendar, now = self._calendar.working(), self._store.now()
        told = (day_warnings(one.start, one.end, calendar=calendar, now=now) for one in drafts)
        return BatchPreview(clashes=found, warnings=tuple(told))

    def create_batches(
        self, draft: TrainingDraft, batches: Split, *, starts: Sequence[datetime]
    ) -> tuple[UUID, ...]:
        """Enter one training for each batch in one act and return their ids.

        Each is for its members by name, has its batch number, and lasts as long as the draft.
        Raises Refused (starts, batches) or ClashFound.
        """
        _refuse_split(batches, starts)
        pairs = zip(batches.batches, starts, strict=True)
        drafts = [checked(_of_batch(draft, batch, start)) for batch, start in pairs]
        return self._enter("series.batches", checked(draft).title, drafts)

    # --- changing what was made together -----------------------------------------------------

    def move_series(
        self, series_id: UUID, *, by: timedelta, from_training: UUID | None = None
    ) -> int:
        """Move the trainings of a series, or those from one on, and return how many moved.

        What was marked, closed or cancelled stays. Raises NotFound, Refused or ClashFound.
        """
        if not by:
            raise Refused("by", "no_time")
        with self._store.write("series.move") as db:
            trainings = _of_series(db, series_id)
            if not trainings:
                raise NotFound("series")
            first = trainings[0] if from_training is None else the_training(db, from_training)
            moving = [one for one in _still_open(db, trainings) if one.start >= first.start]
            if not moving:
                raise Refused("by", "nothing_to_move")
            old = [view_of(db, one).draft for one in moving]
            drafts = [checked(moved(draft, draft.start + by)) for draft in old]
            db.info.update(subject=moving[0].title, count=len(moving))
            self._rewrite(db, moving, drafts)
        return len(moving)

    def change_following(
        self, training_id: UUID, *, version: int, draft: TrainingDraft, scope: SeriesScope
    ) -> int:
        """Change a training and give its series the same change; return how many were changed.

        Only the fields that differ are passed on; another time of one moves the others by as
        much. What was marked, closed or cancelled stays. Raises like Trainings.change, and
        Refused when the training belongs to no series.
        """
        if scope is SeriesScope.ONE:
            self._trainings.change(training_id, version=version, draft=draft)
            return 1
        new = checked(draft)
        with self._store.write("series.change", subject=new.title) as db:
            training = open_training(db, training_id)
            if training.version != version:
                raise ChangedMeanwhile("training", training.title)
            old = view_of(db, training).draft
            others = self._others(db, training, scope)
            drafts = [checked(change_for(view_of(db, one).draft, old, new)) for one in others]
            db.info["count"] = 1 + len(others)
            self._rewrite(db, [training, *others], [new, *drafts])
        return 1 + len(others)

    def _others(self, db: Session, training: Training, scope: SeriesScope) -> list[Training]:
        if training.series_id is None:
            raise Refused("scope", "not_in_series")
        found = _still_open(db, _of_series(db, training.series_id))
        return [
            one
            for one in found
            if one.id != training.id and (scope is SeriesScope.ALL or one.start >= training.start)
        ]

    def _rewrite(
        self, db: Session, trainings: Sequence[Training], drafts: Sequence[TrainingDraft]
    ) -> None:
        pairs = list(zip(trainings, drafts, strict=True))
        before = [view_of(db, training).draft for training in trainings]
        if list(map(takes_up, before)) != list(map(takes_up, drafts)):
            self._refuse_clashes(db, [(training.id, draft) for training, draft in pairs])
        counts = self._settings.get().stand_in_counts
        for (training, draft), old in zip(pairs, before, strict=True):
            rewrite(db, training, draft)
            if counted_otherwise(old, draft):
                tallies.recount(db, training.id, stand_in_counts=counts)

    def _refuse_clashes(self, db: Session, entered: Sequence[Entered]) -> None:
        refuse_clashes(db, entered, rule=self._settings.get().clash_rule)


def _own(draft: TrainingDraft) -> TrainingDraft:
    """Return a draft whose parts are those of no other training."""
    return replace(draft, parts=renewed(draft.parts)) if draft.parts else draft


def _at(draft: TrainingDraft, one: Occurrence) -> TrainingDraft:
    title = slot_title(draft.title, one.slot)
    return replace(moved(draft, one.start, one.end), title=title)


def _of_batch(draft: TrainingDraft, batch: Batch, start: datetime) -> TrainingDraft:
    """Return the training of one batch: for its members and nobody else."""
    return replace(
        moved(draft, start),
        title=batch_title(draft.title, batch.number),
        batch=batch.number,
        audience=AudienceRule(everyone=False, added=tuple(one.id for one in batch.members)),
    )


def _of_series(db: Session, series_id: UUID) -> list[Training]:
    query = select(Training).where(Training.series_id == series_id)
    return list(db.scalars(query.order_by(Training.start, Training.id)))


def _still_open(db: Session, trainings: Iterable[Training]) -> list[Training]:
    """Return the trainings that were neither marked nor closed nor cancelled."""
    planned = [one for one in trainings if one.state == TrainingState.PLANNED.value]
    has_marks = marked_among(db, [one.id for one in planned])
    return [one for one in planned if one.id not in has_marks]


def _cancelled(training: Training) -> bool:
    return training.state == TrainingState.CANCELLED.value


def _refuse_length(series: Series) -> None:
    if series.cut:
        raise Refused("until", "too_many_days", limit=MOST)
    if not series.occurrences:
        raise Refused("until", "no_days")


def _refuse_sizes(by: BatchBy, size: int | None, by_hand: Mapping[UUID, int] | None) -> None:
    if by is BatchBy.NUMBER and size is None:
        raise Refused("size", "missing")
    if size is not None and size < 1:
        raise Refused("size", "not_positive")
    if any(number < 1 for number in (by_hand or {}).values()):
        raise Refused("by_hand", "not_positive")


def _refuse_split(batches: Split, starts: Sequence[datetime]) -> None:
    if not batches.batches:
        raise Refused("batches", "no_batches")
    if len(starts) != len(batches.batches):
        raise Refused("starts", "batch_starts", count=len(batches.batches))
    ids = [member.id for batch in batches.batches for member in batch.members]
    if len(set(ids)) != len(ids):
        raise Refused("batches", "twice_in_batches")

"""Training plans (培训计划): proposed from the duties, edited, settled, carried out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jz_training.domain import plan_proposal
from jz_training.domain.plan import PlanItemDraft, PlanRow, PlanView
from jz_training.domain.training import AudienceRule, TrainingDraft
from jz_training.errors import Refused
from jz_training.labels import plan_item_title
from jz_training.services.notice_rows import obligation_row
from jz_training.services.plan_rows import (
    checked_item,
    item_columns,
    item_draft,
    plan_rows,
    plan_view,
)
from jz_training.services.positions import move_to
from jz_training.services.roster_groups import people_groups, roster_groups
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.stored_row import must_exist, shown_row, stored_row
from jz_training.services.typed_text import lines, one_line
from jz_training.storage.store import Store
from jz_training.storage.tables import Notice, Obligation, Plan, PlanItem, Training

#: When the form of a training proposes to begin on a planned day, and for how long.
AFTERNOON = time(15, 0)
USUAL_LENGTH = timedelta(minutes=90)


class Plans:
    """The plans of one workspace."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    # --- reading -----------------------------------------------------------------------------

    def list(self) -> tuple[PlanRow, ...]:
        """Return every plan, newest first."""
        with self._store.read() as db:
            return plan_rows(db, now=self._store.now())

    def get(self, plan_id: UUID) -> PlanView:
        """Return one plan with its items and their trainings. Raises NotFound."""
        with self._store.read() as db:
            return self._view(db, stored_row(db, Plan, plan_id, "plan"))

    def of_notice(self, notice_id: UUID) -> PlanView | None:
        """Return the newest plan made for a notice."""
        query = select(Plan).where(Plan.notice_id == notice_id).order_by(Plan.id.desc()).limit(1)
        with self._store.read() as db:
            plan = db.scalars(query).first()
            return None if plan is None else self._view(db, plan)

    def _view(self, db: Session, plan: Plan) -> PlanView:
        organiser = self._settings.get().organiser
        return plan_view(db, plan, organiser=organiser, now=self._store.now())

    def propose(self, notice_id: UUID) -> tuple[PlanItemDraft, ...]:
        """Return the items that the duties of a notice ask for, to be edited. Raises NotFound."""
        query = (
            select(Obligation)
            .where(Obligation.notice_id == notice_id)
            .order_by(Obligation.position, Obligation.id)
        )
        with self._store.read() as db:
            stored_row(db, Notice, notice_id, "notice")
            duties = [obligation_row(row) for row in db.scalars(query)]
            items = plan_proposal.propose(duties, people_groups(roster_groups(db), {}))
        return tuple(replace(item, title=plan_item_title(item)) for item in items)

    def training_draft(self, item_id: UUID) -> TrainingDraft:
        """Return a training filled in from an item, for the form; nothing is scheduled by it.

        Without a day in the plan it begins tomorrow at the next full hour. Raises NotFound.
        """
        with self._store.read() as db:
            item = stored_row(db, PlanItem, item_id, "plan_item")
            plan = stored_row(db, Plan, item.plan_id, "plan")
        start = self._start_of(item.first)
        draft = item_draft(item)
        return TrainingDraft(
            title=draft.title,
            form=draft.form,
            start=start,
            end=start + USUAL_LENGTH,
            venue=draft.venue,
            speaker=draft.speaker,
            topics=draft.topics,
            hours=draft.hours,
            audience=AudienceRule(layers=draft.layers, categories=draft.categories),
            notice_id=plan.notice_id,
            plan_item_id=item.id,
            phase=draft.phase,
            batch=draft.batch,
        )

    def _start_of(self, day: date | None) -> datetime:
        if day is not None:
            return datetime.combine(day, AFTERNOON)
        hour = self._store.now().replace(minute=0, second=0, microsecond=0)
        return hour + timedelta(days=1, hours=1)

    # --- the plan ----------------------------------------------------------------------------

    def make(
        self, *, title: str, notice_id: UUID | None = None, items: Sequence[PlanItemDraft] = ()
    ) -> UUID:
        """Make a plan with its items in one act and return its id. Raises Refused or NotFound."""
        title = _checked_title(title)
        drafts = [checked_item(draft) for draft in items]
        with self._store.write("plan.make", subject=title) as db:
            must_exist(db, Notice, notice_id, "notice")
            plan = Plan(title=title, notice_id=notice_id, settled_on=None)
            db.add(plan)
            for position, draft in enumerate(drafts):
                _add_item(db, plan.id, position, draft)
        return plan.id

    def rename(self, plan_id: UUID, *, version: int, title: str, note: str) -> None:
        """Change title and note. Raises Refused, NotFound or ChangedMeanwhile."""
        title, note = _checked_title(title), lines("note", note)
        with self._store.write("plan.rename", subject=title) as db:
            plan = shown_row(db, Plan, plan_id, "plan", version=version)
            plan.title, plan.note = title, note

    def settle(self, plan_id: UUID, on: date | None) -> None:
        """Make a plan final as of a day, or a draft again with None. Raises NotFound."""
        with self._store.write("plan.unsettle" if on is None else "plan.settle") as db:
            plan = stored_row(db, Plan, plan_id, "plan")
            db.info["subject"] = plan.title
            plan.settled_on = on

    def remove(self, plan_id: UUID) -> None:
        """Remove a plan with its items; trainings made for them stay. Raises NotFound."""
        with self._store.write("plan.remove") as db:
            plan = stored_row(db, Plan, plan_id, "plan")
            db.info["subject"] = plan.title
            _remove_items(db, _items(db, plan_id))
            db.delete(plan)

    # --- its items ---------------------------------------------------------------------------

    def add_item(self, plan_id: UUID, draft: PlanItemDraft) -> UUID:
        """Add an item at the end and return its id. Raises Refused or NotFound."""
        draft = checked_item(draft)
        with self._store.write("plan.item_add", subject=draft.title) as db:
            stored_row(db, Plan, plan_id, "plan")
            item = _add_item(db, plan_id, _end(db, plan_id), draft)
        return item.id

    def add_items(self, plan_id: UUID, drafts: Sequence[PlanItemDraft]) -> None:
        """Add items at the end in one act. Raises Refused or NotFound."""
        drafts = [checked_item(draft) for draft in drafts]
        with self._store.write("plan.items_add", count=len(drafts)) as db:
            db.info["subject"] = stored_row(db, Plan, plan_id, "plan").title
            for position, draft in enumerate(drafts, start=_end(db, plan_id)):
                _add_item(db, plan_id, position, draft)

    def change_item(self, item_id: UUID, *, version: int, draft: PlanItemDraft) -> None:
        """Change an item. Raises Refused, NotFound or ChangedMeanwhile."""
        draft = checked_item(draft)
        with self._store.write("plan.item_change", subject=draft.title) as db:
            item = shown_row(db, PlanItem, item_id, "plan_item", version=version)
            must_exist(db, Obligation, draft.obligation_id, "obligation")
            for name, value in item_columns(draft).items():
                setattr(item, name, value)

    def remove_item(self, item_id: UUID) -> None:
        """Remove an item; trainings made for it stay. Raises NotFound."""
        with self._store.write("plan.item_remove") as db:
            item = stored_row(db, PlanItem, item_id, "plan_item")
            db.info["subject"] = item.title
            _remove_items(db, [item])

    def move_item(self, item_id: UUID, *, position: int) -> None:
        """Put an item at another place of its plan, from 0. Raises NotFound."""
        with self._store.write("plan.item_move") as db:
            item = stored_row(db, PlanItem, item_id, "plan_item")
            db.info["subject"] = item.title
            move_to(_items(db, item.plan_id), item, position)


def _checked_title(title: str) -> str:
    title = one_line("title", title)
    if not title:
        raise Refused("title", "missing")
    return title


def _items(db: Session, plan_id: UUID) -> list[PlanItem]:
    query = select(PlanItem).where(PlanItem.plan_id == plan_id)
    return list(db.scalars(query.order_by(PlanItem.position, PlanItem.id)))


def _end(db: Session, plan_id: UUID) -> int:
    """Return the place behind the last item of a plan."""
    last = db.scalar(select(func.max(PlanItem.position)).where(PlanItem.plan_id == plan_id))
    return 0 if last is None else last + 1


def _add_item(db: Session, plan_id: UUID, position: int, draft: PlanItemDraft) -> PlanItem:
    must_exist(db, Obligation, draft.obligation_id, "obligation")
    item = PlanItem(plan_id=plan_id, position=position, **item_columns(draft))
    db.add(item)
    return item


def _remove_items(db: Session, items: Sequence[PlanItem]) -> None:
    """Remove items after letting go of their trainings: that reference is checked at once."""
    ids = [item.id for item in items]
    for training in db.scalars(select(Training).where(Training.plan_item_id.in_(ids))):
        training.plan_item_id = None
    db.flush()
    for item in items:
        db.delete(item)

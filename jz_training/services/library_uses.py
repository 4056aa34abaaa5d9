"""Which trainings use what the libraries hold, and finding things in a library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from jz_training.domain.library import Use
from jz_training.domain.person_name import name_key
from jz_training.domain.pinyin import full_pinyin, initials
from jz_training.domain.training import TrainingState
from jz_training.errors import Refused
from jz_training.services.name_order import pinyin_table
from jz_training.storage.tables import Training

#: Trainings that a library counts: what was cancelled used nothing.
NOT_CANCELLED = Training.state != TrainingState.CANCELLED.value


def held(now: datetime) -> ColumnElement[bool]:
    """Return what makes a training one that was held: it has begun and was not cancelled."""
    return and_(NOT_CANCELLED, Training.start <= now)


def to_come(now: datetime) -> ColumnElement[bool]:
    """Return what makes a training one to come: it is open and not over yet."""
    return and_(Training.state == TrainingState.PLANNED.value, Training.end > now)


def uses(
    db: Session,
    condition: ColumnElement[bool],
    *,
    column: InstrumentedAttribute[str] = Training.title,
    fits: Callable[[str], bool] | None = None,
) -> tuple[Use, ...]:
    """Return the trainings of a condition, newest first; `fits` judges the text of `column`."""
    fields = (Training.id, Training.title, Training.start, Training.state)
    query = select(*fields, column.label("text")).where(condition, NOT_CANCELLED)
    rows = db.execute(query.order_by(Training.start.desc(), Training.id))
    return tuple(
        Use(training_id=row.id, title=row.title, start=row.start, state=TrainingState(row.state))
        for row in rows
        if fits is None or fits(row.text)
    )


def refuse_in_use(field: str, count: int) -> None:
    """Raise Refused (in_use) when trainings to come use what is to be removed."""
    if count:
        raise Refused(field, "in_use", count=count)


def number_to_come(db: Session, condition: ColumnElement[bool], now: datetime) -> int:
    """Return how many trainings to come meet a condition."""
    return db.scalar(select(func.count()).select_from(Training).where(to_come(now), condition)) or 0


def found_by(text: str, *fields: str) -> bool:
    """Tell whether a search finds a thing: in its words, by their initials or their pinyin.

    Libraries are short: nothing of this is stored. An empty search finds everything.
    """
    key = name_key(text)
    return not key or any(key in name_key(field) or _spoken(key, field) for field in fields)


def _spoken(key: str, field: str) -> bool:
    if not key.isascii():
        return False
    table = pinyin_table()
    letters = (field.translate(table.initials), initials(field, table))
    whole = (field.translate(table.syllables), full_pinyin(field, table))
    return any(key in name_key(one) for one in letters) or any(
        name_key(one).startswith(key) for one in whole
    )

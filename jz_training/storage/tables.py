"""The tables of a workspace (DESIGN §4), as SQLAlchemy maps them.

Every row that a person makes has a UUID, a version against lost updates, and two stamps. Stamps
are UTC; a training's times are local wall time, as on paper. Enumerations are stored as the
values of the domain's enums.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from jz_training.domain.ids import new_id
from jz_training.storage.types import Hundredths, Id

#: Names for constraints, so that migrations can speak of them on every database.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def _to(table: str) -> ForeignKey:
    """Return a reference that is checked at commit: rows of one act may come in any order."""
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


class Base(DeclarativeBase):
    """The base of every mapped class."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Id,
        Decimal: Hundredths,
        str: Text,
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }


class Kept:
    """What every row made by a person has; such rows are written to the change log."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id, sort_order=-10)
    version: Mapped[int] = mapped_column(sort_order=90)
    created_at: Mapped[datetime] = mapped_column(sort_order=91)
    changed_at: Mapped[datetime] = mapped_column(sort_order=92)

    def __init__(self, **values: Any) -> None:
        """Make a row; its identity is known at once, so that others can point at it."""
        super().__init__(**({"id": new_id()} | values))

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805  # a class-level directive
        return {"version_id_col": cls.version}


class Setting(Kept, Base):
    """One setting of the workspace: organiser, operator, conventions."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class Unit(Kept, Base):
    """A union or a part of one (单位), in a tree; `position` is its order on paper."""

    __tablename__ = "unit"
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(String(20))
    parent_id: Mapped[UUID | None] = mapped_column(_to("unit"))
    position: Mapped[int] = mapped_column(default=0)


class Person(Kept, Base):
    """A person (人员). `name_key`, `pinyin` and `initials` are derived from the name for search."""

    __tablename__ = "person"
    __table_args__ = (
        Index(None, "name_key"),
        Index(None, "initials"),
        Index(None, "pinyin"),
        Index(None, "phone"),
        Index(None, "unit_id"),
    )
    name: Mapped[str]
    name_key: Mapped[str]
    pinyin: Mapped[str]
    initials: Mapped[str]
    unit_id: Mapped[UUID | None] = mapped_column(_to("unit"))
    department: Mapped[str] = mapped_column(default="")
    post: Mapped[str] = mapped_column(default="")
    layer: Mapped[str] = mapped_column(default="")
    category: Mapped[str] = mapped_column(default="")
    sex: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    retired_on: Mapped[date | None]


class Topic(Kept, Base):
    """A topic of study (学习内容), a tag of the notice or one's own."""

    __tablename__ = "topic"
    name: Mapped[str] = mapped_column(unique=True)


class Training(Kept, Base):
    """A training (场次). `audience` is the rule its list was made from, as JSON."""

    __tablename__ = "training"
    __table_args__ = (Index(None, "start"),)
    title: Mapped[str]
    form: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    start: Mapped[datetime]
    end: Mapped[datetime]
    venue: Mapped[str] = mapped_column(default="")
    chair: Mapped[str] = mapped_column(default="")
    speaker: Mapped[str] = mapped_column(default="")
    recorder: Mapped[str] = mapped_column(default="")
    organiser: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    hours: Mapped[Decimal | None]
    required: Mapped[bool] = mapped_column(default=False)
    audience: Mapped[dict[str, Any]]
    list_order: Mapped[str] = mapped_column(String(20))
    list_frozen_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    cancel_reason: Mapped[str] = mapped_column(default="")
    sheet_version: Mapped[int] = mapped_column(default=0)


class TrainingTopic(Kept, Base):
    """A topic that a training deals with, in the order they were named."""

    __tablename__ = "training_topic"
    __table_args__ = (UniqueConstraint("training_id", "topic_id"),)
    training_id: Mapped[UUID] = mapped_column(_to("training"))
    topic_id: Mapped[UUID] = mapped_column(_to("topic"))
    position: Mapped[int]


class Attendee(Kept, Base):
    """A line of a training's frozen list (应到人员 and others) with its mark.

    Clustered by its time-ordered id, so the lines of one training lie together; the covering
    index on the person is what sums over a person read (speed.md P2: a plain index is slower
    than none).
    """

    __tablename__ = "attendee"
    __table_args__ = (
        UniqueConstraint("training_id", "number"),
        Index("ix_attendee_person", "person_id", "role", "status", "training_id", "stands_in"),
        {"sqlite_with_rowid": False},
    )
    training_id: Mapped[UUID] = mapped_column(_to("training"))
    person_id: Mapped[UUID | None] = mapped_column(_to("person"))
    number: Mapped[int]
    name: Mapped[str]
    unit_id: Mapped[UUID | None] = mapped_column(_to("unit"))
    unit: Mapped[str]
    post: Mapped[str] = mapped_column(default="")
    layer: Mapped[str] = mapped_column(default="")
    category: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(String(20))
    status: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None]
    stand_in: Mapped[str] = mapped_column(default="")
    stands_in: Mapped[bool] = mapped_column(default=False)  # stand_in is not empty: for the index


class PrintedSheet(Kept, Base):
    """A sign-in sheet that was printed: its options and its geometry, to read a scan by."""

    __tablename__ = "printed_sheet"
    __table_args__ = (UniqueConstraint("training_id", "sheet_version"),)
    training_id: Mapped[UUID] = mapped_column(_to("training"))
    sheet_version: Mapped[int]
    printed_at: Mapped[datetime]
    people: Mapped[int]
    options: Mapped[dict[str, Any]]
    geometry: Mapped[str]  # domain.sheet_geometry.to_json


class ColumnMemory(Kept, Base):
    """The columns a person chose for files with a certain header."""

    __tablename__ = "column_memory"
    signature: Mapped[str] = mapped_column(unique=True)
    choice: Mapped[list[Any]]


class TrainingTally(Base):
    """The counts of one training, kept beside the marks in the same transaction; derived."""

    __tablename__ = "training_tally"
    training_id: Mapped[UUID] = mapped_column(_to("training"), primary_key=True)
    expected: Mapped[int]
    present: Mapped[int]
    leave: Mapped[int]
    absent: Mapped[int]
    unrecorded: Mapped[int]
    late: Mapped[int]
    early: Mapped[int]
    online: Mapped[int]
    stand_ins: Mapped[int]
    others: Mapped[int]


class PersonTally(Base):
    """The counts of one person over all trainings that were not cancelled; derived."""

    __tablename__ = "person_tally"
    person_id: Mapped[UUID] = mapped_column(_to("person"), primary_key=True)
    expected: Mapped[int]
    present: Mapped[int]
    leave: Mapped[int]
    absent: Mapped[int]
    unrecorded: Mapped[int]
    stand_ins: Mapped[int]
    hours: Mapped[Decimal]


class Act(Base):
    """One thing somebody did (who, when, what): the unit of undoing."""

    __tablename__ = "act"
    __table_args__ = (Index(None, "at"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    operator: Mapped[str]
    verb: Mapped[str]
    subject: Mapped[str]
    count: Mapped[int]
    undoes_id: Mapped[UUID | None]
    undone_by_id: Mapped[UUID | None]


class Change(Base):
    """What an act did to rows of one table: `rows` is a list of [id, before, after].

    before and after map columns to JSON values; null before: made, null after: removed. An
    update holds only the columns that changed. A bulk import puts many rows into one change.
    """

    __tablename__ = "change"
    __table_args__ = (UniqueConstraint("act_id", "position"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    act_id: Mapped[UUID] = mapped_column(_to("act"))
    position: Mapped[int]
    entity: Mapped[str]
    rows: Mapped[list[Any]]

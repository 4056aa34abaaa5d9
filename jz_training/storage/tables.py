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


def to_row(table: str) -> ForeignKey:
    """Return a reference that is checked at commit: rows of one act may come in any order."""
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


class Base(DeclarativeBase):
    """The base of every mapped class."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Id,
        Decimal: Hundredths,
        str: Text,
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
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
    parent_id: Mapped[UUID | None] = mapped_column(to_row("unit"))
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
    unit_id: Mapped[UUID | None] = mapped_column(to_row("unit"))
    department: Mapped[str] = mapped_column(default="")
    post: Mapped[str] = mapped_column(default="")
    layer: Mapped[str] = mapped_column(default="")
    category: Mapped[str] = mapped_column(default="")
    sex: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    shift: Mapped[str] = mapped_column(default="")
    retired_on: Mapped[date | None]


class Topic(Kept, Base):
    """A topic of study (学习内容), a tag of the notice or one's own."""

    __tablename__ = "topic"
    name: Mapped[str] = mapped_column(unique=True)


class Training(Kept, Base):
    """A training (场次). `audience` is the rule its list was made from, as JSON."""

    __tablename__ = "training"
    __table_args__ = (
        Index(None, "start"),
        Index(None, "notice_id"),
        Index(None, "plan_item_id"),
        Index(None, "series_id"),
    )
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
    # added to a table that others point at: SQLite takes such a reference only as checked at once
    notice_id: Mapped[UUID | None] = mapped_column(ForeignKey("notice.id"))
    plan_item_id: Mapped[UUID | None] = mapped_column(ForeignKey("plan_item.id"))
    phase: Mapped[int | None]
    batch: Mapped[int | None]
    link: Mapped[str | None]  # of a broadcast; empty columns are added to old rows as null
    series_id: Mapped[UUID | None]  # trainings made together share it; nothing else is of a series
    agenda: Mapped[list[Any] | None]
    parts: Mapped[list[Any] | None]  # [id, name, start, end] each, in order of time
    hours_rule: Mapped[dict[str, Any] | None]  # as it was when the training was reckoned by it
    not_needed: Mapped[list[Any] | None]  # parts of the dossier that do not apply


class Outreach(Kept, Base):
    """What a training that goes to its listeners has besides (宣讲): where, and how many heard."""

    __tablename__ = "outreach"
    training_id: Mapped[UUID] = mapped_column(to_row("training"), unique=True)
    place_kind: Mapped[str] = mapped_column(String(20))
    unit_id: Mapped[UUID | None] = mapped_column(to_row("unit"))
    head_count: Mapped[int | None]
    groups: Mapped[list[Any]]
    online_views: Mapped[int | None]


class Viewpoint(Kept, Base):
    """A room that watches a broadcast (分会场), with its own part of the list."""

    __tablename__ = "viewpoint"
    __table_args__ = (Index(None, "training_id"),)
    training_id: Mapped[UUID] = mapped_column(to_row("training"))
    position: Mapped[int]
    name: Mapped[str]
    room: Mapped[str] = mapped_column(default="")
    responsible: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    units: Mapped[list[Any]]


class Venue(Kept, Base):
    """A venue (场地); trainings name it by its name."""

    __tablename__ = "venue"
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    capacity: Mapped[int | None]
    address: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Speaker(Kept, Base):
    """A speaker (师资); trainings name speakers by name."""

    __tablename__ = "speaker"
    __table_args__ = (UniqueConstraint("name", "unit"),)
    name: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    topics: Mapped[list[Any]]
    contact: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Material(Kept, Base):
    """A study material (学习材料); its file is a filed document."""

    __tablename__ = "material"
    title: Mapped[str]
    issuer: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    attachment_id: Mapped[UUID | None] = mapped_column(to_row("attachment"))


class TrainingMaterial(Kept, Base):
    """A material that a training studies."""

    __tablename__ = "training_material"
    __table_args__ = (UniqueConstraint("training_id", "material_id"), Index(None, "material_id"))
    training_id: Mapped[UUID] = mapped_column(to_row("training"))
    material_id: Mapped[UUID] = mapped_column(to_row("material"))
    position: Mapped[int]


class HolidayYear(Kept, Base):
    """The holidays and 调休 workdays of a year that was imported."""

    __tablename__ = "holiday_year"
    year: Mapped[int] = mapped_column(unique=True)
    days: Mapped[list[Any]]


class TrainingTopic(Kept, Base):
    """A topic that a training deals with, in the order they were named."""

    __tablename__ = "training_topic"
    __table_args__ = (UniqueConstraint("training_id", "topic_id"),)
    training_id: Mapped[UUID] = mapped_column(to_row("training"))
    topic_id: Mapped[UUID] = mapped_column(to_row("topic"))
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
        Index(
            "ix_attendee_person",
            *("person_id", "role", "status", "training_id", "stands_in", "hours"),
        ),
        Index(None, "leave_id"),
        {"sqlite_with_rowid": False},
    )
    training_id: Mapped[UUID] = mapped_column(to_row("training"))
    person_id: Mapped[UUID | None] = mapped_column(to_row("person"))
    number: Mapped[int]
    name: Mapped[str]
    unit_id: Mapped[UUID | None] = mapped_column(to_row("unit"))
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
    viewpoint_id: Mapped[UUID | None] = mapped_column(ForeignKey("viewpoint.id"))
    part_marks: Mapped[dict[str, Any] | None]  # part → [status, reason, minutes, stand_in]
    hours: Mapped[Decimal | None]  # earned, where parts were missed; null: the training's
    leave_id: Mapped[UUID | None] = mapped_column(ForeignKey("leave.id"))


class Leave(Kept, Base):
    """A leave asked for before the event (请假): one training, or all from `first` to `last`."""

    __tablename__ = "leave"
    __table_args__ = (Index(None, "person_id"), Index(None, "training_id"))
    person_id: Mapped[UUID] = mapped_column(to_row("person"))
    training_id: Mapped[UUID | None] = mapped_column(to_row("training"))
    first: Mapped[date]
    last: Mapped[date]
    reason: Mapped[str] = mapped_column(String(20))
    approver: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class MakeUpGroup(Kept, Base):
    """A make-up group (补学班): who missed things meets once more."""

    __tablename__ = "make_up_group"
    title: Mapped[str]
    form: Mapped[str] = mapped_column(String(20))
    day: Mapped[date | None]
    venue: Mapped[str] = mapped_column(default="")
    leader: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class MakeUp(Kept, Base):
    """What somebody did, or will do, to make up a training that was missed (补学)."""

    __tablename__ = "make_up"
    __table_args__ = (
        UniqueConstraint("attendee_id"),
        Index(None, "training_id"),
        Index(None, "person_id"),
        Index(None, "group_id"),
    )
    attendee_id: Mapped[UUID] = mapped_column(to_row("attendee"))
    training_id: Mapped[UUID] = mapped_column(to_row("training"))
    person_id: Mapped[UUID | None] = mapped_column(to_row("person"))
    group_id: Mapped[UUID | None] = mapped_column(to_row("make_up_group"))
    form: Mapped[str] = mapped_column(String(20))
    planned_on: Mapped[date | None]
    done_on: Mapped[date | None]
    hours: Mapped[Decimal | None]
    note: Mapped[str] = mapped_column(default="")


class TrainingRecord(Kept, Base):
    """The record of a training (会议记录); `points` are kind, heading, who and text each."""

    __tablename__ = "training_record"
    training_id: Mapped[UUID] = mapped_column(to_row("training"), unique=True)
    chair: Mapped[str] = mapped_column(default="")
    recorder: Mapped[str] = mapped_column(default="")
    observers: Mapped[str] = mapped_column(default="")
    began: Mapped[datetime | None]
    ended: Mapped[datetime | None]
    points: Mapped[list[Any]]


class Nickname(Kept, Base):
    """Under which name a person goes in a meeting program."""

    __tablename__ = "nickname"
    __table_args__ = (Index(None, "person_id"),)
    name: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[UUID] = mapped_column(to_row("person"))


class HoursRuleSet(Kept, Base):
    """A rule set for 学时 (domain.hours.HoursRule), as JSON beside its name."""

    __tablename__ = "hours_rule_set"
    name: Mapped[str] = mapped_column(unique=True)
    rule: Mapped[dict[str, Any]]


class HoursWanted(Kept, Base):
    """How many hours a person should reach, and on what basis."""

    __tablename__ = "hours_wanted"
    name: Mapped[str] = mapped_column(unique=True)
    basis: Mapped[str] = mapped_column(default="")
    hours: Mapped[Decimal]
    years: Mapped[int]
    online: Mapped[bool]
    layers: Mapped[list[Any]]
    categories: Mapped[list[Any]]


class Notice(Kept, Base):
    """A notice (通知) with its text; `sections`, `event` and `left_over` are places in the text."""

    __tablename__ = "notice"
    title: Mapped[str]
    issuer: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    addressees: Mapped[list[Any]]
    dated: Mapped[date | None]
    printed: Mapped[date | None]
    copies: Mapped[list[Any]]
    attachments: Mapped[list[Any]]
    text: Mapped[str]
    sections: Mapped[list[Any]]
    event: Mapped[dict[str, Any] | None]
    left_over: Mapped[list[Any]]
    source: Mapped[str] = mapped_column(default="")
    received_on: Mapped[date]
    reviewed: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")


class Obligation(Kept, Base):
    """One thing a notice demands (要求); the lists hold values of the domain's enums, or words."""

    __tablename__ = "obligation"
    __table_args__ = (Index(None, "notice_id"),)
    notice_id: Mapped[UUID] = mapped_column(to_row("notice"))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    phrase: Mapped[str] = mapped_column(default="")
    start: Mapped[int | None]
    end: Mapped[int | None]
    section: Mapped[str] = mapped_column(default="")
    wording: Mapped[str] = mapped_column(default="")
    forms: Mapped[list[Any]]
    audience: Mapped[list[Any]]
    channels: Mapped[list[Any]]
    genres: Mapped[list[Any]]
    places: Mapped[list[Any]]
    venues: Mapped[list[Any]]
    topics: Mapped[list[Any]]
    count: Mapped[int | None]
    unit: Mapped[str] = mapped_column(default="")
    per: Mapped[str] = mapped_column(String(20), default="once")
    due: Mapped[date | None]
    due_phrase: Mapped[str] = mapped_column(default="")
    own_due: Mapped[date | None]
    owner: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    confirmed_on: Mapped[date | None]
    reported_on: Mapped[date | None]


class EvidenceLink(Kept, Base):
    """What the secretary counted towards an obligation by hand, or (`counts` False) took out."""

    __tablename__ = "evidence_link"
    __table_args__ = (UniqueConstraint("obligation_id", "target_id"),)
    obligation_id: Mapped[UUID] = mapped_column(to_row("obligation"))
    kind: Mapped[str] = mapped_column(String(20))  # domain.evidence.EvidenceKind
    target_id: Mapped[UUID]
    counts: Mapped[bool]


class Plan(Kept, Base):
    """A training plan (培训计划); a draft until `settled_on`."""

    __tablename__ = "plan"
    title: Mapped[str]
    notice_id: Mapped[UUID | None] = mapped_column(to_row("notice"))
    settled_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class PlanItem(Kept, Base):
    """One item of a plan: what is to be held, for whom, when and by whom."""

    __tablename__ = "plan_item"
    __table_args__ = (Index(None, "plan_id"),)
    plan_id: Mapped[UUID] = mapped_column(to_row("plan"))
    obligation_id: Mapped[UUID | None] = mapped_column(to_row("obligation"))
    position: Mapped[int]
    title: Mapped[str]
    form: Mapped[str] = mapped_column(String(20))
    layers: Mapped[list[Any]]
    categories: Mapped[list[Any]]
    audience: Mapped[str] = mapped_column(default="")
    topics: Mapped[list[Any]]
    people: Mapped[int | None]
    phase: Mapped[int | None]
    batch: Mapped[int | None]
    first: Mapped[date | None]
    last: Mapped[date | None]
    hours: Mapped[Decimal | None]
    venue: Mapped[str] = mapped_column(default="")
    speaker: Mapped[str] = mapped_column(default="")
    responsible: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Task(Kept, Base):
    """A measure with its owner and its day (任务); `progress` in per cent."""

    __tablename__ = "task"
    __table_args__ = (Index(None, "notice_id"),)
    notice_id: Mapped[UUID | None] = mapped_column(to_row("notice"))
    obligation_id: Mapped[UUID | None] = mapped_column(to_row("obligation"))
    position: Mapped[int]
    measure: Mapped[str]
    owner: Mapped[str] = mapped_column(default="")
    start: Mapped[date | None]
    due: Mapped[date | None]
    progress: Mapped[int] = mapped_column(default=0)
    done_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class Publicity(Kept, Base):
    """Something that was published (宣传报道)."""

    __tablename__ = "publicity"
    __table_args__ = (Index(None, "day"), Index(None, "notice_id"))
    notice_id: Mapped[UUID | None] = mapped_column(to_row("notice"))
    title: Mapped[str]
    day: Mapped[date]
    channel: Mapped[str] = mapped_column(String(20))
    genre: Mapped[str] = mapped_column(String(20))
    outlet: Mapped[str] = mapped_column(default="")
    author: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    reach: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


class Attachment(Kept, Base):
    """A filed document (材料); `sha256` names its content in the folder of files, if it has one."""

    __tablename__ = "attachment"
    __table_args__ = (
        Index(None, "notice_id"),
        Index(None, "obligation_id"),
        Index(None, "publicity_id"),
        Index(None, "training_id"),
        Index(None, "leave_id"),
        Index(None, "make_up_id"),
    )
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str]
    number: Mapped[str] = mapped_column(default="")
    dated: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    notice_id: Mapped[UUID | None] = mapped_column(to_row("notice"))
    obligation_id: Mapped[UUID | None] = mapped_column(to_row("obligation"))
    publicity_id: Mapped[UUID | None] = mapped_column(to_row("publicity"))
    filed_on: Mapped[date]
    sha256: Mapped[str | None] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(default=0)
    suffix: Mapped[str] = mapped_column(default="")
    training_id: Mapped[UUID | None] = mapped_column(ForeignKey("training.id"))
    dossier_part: Mapped[str | None] = mapped_column(String(20))  # domain.dossier.DossierPart
    position: Mapped[int | None]  # within its part of the dossier
    leave_id: Mapped[UUID | None] = mapped_column(ForeignKey("leave.id"))
    make_up_id: Mapped[UUID | None] = mapped_column(ForeignKey("make_up.id"))
    original_sha256: Mapped[str | None] = mapped_column(String(64))  # a photo as it came
    original_size: Mapped[int | None]
    original_suffix: Mapped[str | None]


class PrintedSheet(Kept, Base):
    """A sign-in sheet that was printed: its options and its geometry, to read a scan by."""

    __tablename__ = "printed_sheet"
    __table_args__ = (UniqueConstraint("training_id", "sheet_version"),)
    training_id: Mapped[UUID] = mapped_column(to_row("training"))
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


class Counted:
    """What is counted of lines, training by training; the order is that of `rows.TALLY_FIELDS`."""

    expected: Mapped[int] = mapped_column(sort_order=10)
    present: Mapped[int] = mapped_column(sort_order=11)
    leave: Mapped[int] = mapped_column(sort_order=12)
    absent: Mapped[int] = mapped_column(sort_order=13)
    unrecorded: Mapped[int] = mapped_column(sort_order=14)
    late: Mapped[int] = mapped_column(sort_order=15)
    early: Mapped[int] = mapped_column(sort_order=16)
    online: Mapped[int] = mapped_column(sort_order=17)
    stand_ins: Mapped[int] = mapped_column(sort_order=18)
    made_up: Mapped[int] = mapped_column(sort_order=20)


class TrainingTally(Counted, Base):
    """The counts of one training, kept beside the marks in the same transaction; derived.

    `to_make_up` are lines that missed the training or parts of it and have no make-up, not even
    one that is planned: what the home page asks of all trainings at once.
    """

    __tablename__ = "training_tally"
    training_id: Mapped[UUID] = mapped_column(to_row("training"), primary_key=True)
    others: Mapped[int] = mapped_column(sort_order=19)
    to_make_up: Mapped[int] = mapped_column(sort_order=21)


class TrainingUnit(Counted, Base):
    """The counts of one training by the unit of that day; derived.

    `unit_id` is all zeros where a line had no unit. A figure of a part of the tree over any
    period reads these instead of the lines (speed.md §5).
    """

    __tablename__ = "training_unit"
    __table_args__ = (Index(None, "unit_id"), {"sqlite_with_rowid": False})
    training_id: Mapped[UUID] = mapped_column(to_row("training"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(primary_key=True)
    others: Mapped[int] = mapped_column(sort_order=19)


class TrainingGroup(Counted, Base):
    """The counts of one training by the layer and category of that day; derived.

    Kept like TrainingTally, for tables by layer read thousands of lists at once (speed.md §5).
    Only who was expected is counted.
    """

    __tablename__ = "training_group"
    training_id: Mapped[UUID] = mapped_column(to_row("training"), primary_key=True)
    layer: Mapped[str] = mapped_column(primary_key=True)
    category: Mapped[str] = mapped_column(primary_key=True)


class PersonTally(Base):
    """The counts of one person in one year, over trainings that were not cancelled; derived.

    `hours` are those earned by coming (walk-ins too), `online_hours` the ones among them online;
    hours of make-ups stand apart.
    """

    __tablename__ = "person_tally"
    __table_args__ = ({"sqlite_with_rowid": False},)
    person_id: Mapped[UUID] = mapped_column(to_row("person"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    expected: Mapped[int]
    present: Mapped[int]
    leave: Mapped[int]
    absent: Mapped[int]
    unrecorded: Mapped[int]
    stand_ins: Mapped[int]
    hours: Mapped[Decimal]
    online_hours: Mapped[Decimal]
    made_up: Mapped[int]
    made_up_hours: Mapped[Decimal]


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
    act_id: Mapped[UUID] = mapped_column(to_row("act"))
    position: Mapped[int]
    entity: Mapped[str]
    rows: Mapped[list[Any]]

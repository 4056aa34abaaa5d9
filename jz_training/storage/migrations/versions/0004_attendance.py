"""Attendance in depth: parts, leave, make-ups, records, hours; the dossier of a training."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from jz_training.storage.migrations.columns import code, day, index, link, make, number, text, words
from jz_training.storage.types import Hundredths, Id

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_COUNTS = (
    "expected",
    "present",
    "leave",
    "absent",
    "unrecorded",
    "late",
    "early",
    "online",
    "stand_ins",
    "others",
)

#: What was not counted by layer and category before.
_GROUP_COUNTS = _COUNTS[2:9]


def upgrade() -> None:
    """Make the new tables and columns, and count what is there by unit and by year."""
    _make_hours()
    _make_leave()
    _make_make_ups()
    _make_training_record()
    _make_nickname()
    _add_columns()
    _make_training_unit()
    _widen_training_group()
    _make_person_tally()


def downgrade() -> None:
    """Take the new columns and tables away; persons are counted over all years again."""
    op.drop_table("person_tally")
    op.drop_table("training_unit")
    for name in (*_GROUP_COUNTS, "made_up"):
        op.drop_column("training_group", name)
    _drop_columns()
    _make_old_person_tally()
    for table in ("nickname", "training_record", "make_up", "make_up_group", "leave"):
        op.drop_table(table)
    op.drop_table("hours_wanted")
    op.drop_table("hours_rule_set")


def _make_hours() -> None:
    make(
        "hours_rule_set",
        text("name"),
        sa.Column("rule", sa.JSON(), nullable=False),
        sa.UniqueConstraint("name", name=op.f("uq_hours_rule_set_name")),
    )
    make(
        "hours_wanted",
        text("name"),
        text("basis"),
        sa.Column("hours", Hundredths(), nullable=False),
        number("years"),
        sa.Column("online", sa.Boolean(), nullable=False),
        words("layers"),
        words("categories"),
        sa.UniqueConstraint("name", name=op.f("uq_hours_wanted_name")),
    )


def _make_leave() -> None:
    make(
        "leave",
        link("leave", "person_id", "person", nullable=False),
        link("leave", "training_id", "training"),
        day("first", nullable=False),
        day("last", nullable=False),
        code("reason"),
        text("approver"),
        text("note"),
    )
    index("leave", "person_id", "training_id")


def _make_make_ups() -> None:
    make(
        "make_up_group",
        text("title"),
        code("form"),
        day("day"),
        text("venue"),
        text("leader"),
        text("note"),
    )
    make(
        "make_up",
        link("make_up", "attendee_id", "attendee", nullable=False),
        link("make_up", "training_id", "training", nullable=False),
        link("make_up", "person_id", "person"),
        link("make_up", "group_id", "make_up_group"),
        code("form"),
        day("planned_on"),
        day("done_on"),
        sa.Column("hours", Hundredths(), nullable=True),
        text("note"),
        sa.UniqueConstraint("attendee_id", name=op.f("uq_make_up_attendee_id")),
    )
    index("make_up", "group_id", "person_id", "training_id")


def _make_training_record() -> None:
    make(
        "training_record",
        link("training_record", "training_id", "training", nullable=False),
        text("chair"),
        text("recorder"),
        text("observers"),
        sa.Column("began", sa.DateTime(), nullable=True),
        sa.Column("ended", sa.DateTime(), nullable=True),
        words("points"),
        sa.UniqueConstraint("training_id", name=op.f("uq_training_record_training_id")),
    )


def _make_nickname() -> None:
    make(
        "nickname",
        text("name"),
        link("nickname", "person_id", "person", nullable=False),
        sa.UniqueConstraint("name", name=op.f("uq_nickname_name")),
    )
    index("nickname", "person_id")


def _points_at(table: str, name: str, target: str) -> None:
    """Add a column in place: copying the table would break every reference to it for a while."""
    column: sa.Column[Any] = sa.Column(name, Id(), sa.ForeignKey(f"{target}.id"), nullable=True)
    op.add_column(table, column, inline_references=True)
    index(table, name)


def _add_columns() -> None:
    for name, target in (("training_id", "training"), ("leave_id", "leave")):
        _points_at("attachment", name, target)
    _points_at("attachment", "make_up_id", "make_up")
    op.add_column("attachment", sa.Column("dossier_part", sa.String(length=20), nullable=True))
    op.add_column("attachment", number("position", nullable=True))
    op.add_column("attachment", sa.Column("original_sha256", sa.String(length=64), nullable=True))
    op.add_column("attachment", number("original_size", nullable=True))
    op.add_column("attachment", sa.Column("original_suffix", sa.Text(), nullable=True))
    _points_at("attendee", "leave_id", "leave")
    op.add_column("attendee", sa.Column("part_marks", sa.JSON(), nullable=True))
    op.add_column("attendee", sa.Column("hours", Hundredths(), nullable=True))
    _index_persons("hours")
    shift: sa.Column[Any] = sa.Column("shift", sa.Text(), nullable=False, server_default="")
    op.add_column("person", shift)
    for name in ("parts", "hours_rule", "not_needed"):
        op.add_column("training", sa.Column(name, sa.JSON(), nullable=True))
    for name in ("made_up", "to_make_up"):
        count: sa.Column[Any] = sa.Column(name, sa.Integer(), nullable=False, server_default="0")
        op.add_column("training_tally", count)
    # nothing was made up before, nor was anybody marked by parts
    op.execute("UPDATE training_tally SET to_make_up = leave + absent")


def _index_persons(*more: str) -> None:
    op.drop_index("ix_attendee_person", table_name="attendee")
    columns = ["person_id", "role", "status", "training_id", "stands_in", *more]
    op.create_index("ix_attendee_person", "attendee", columns, unique=False)


def _drop_columns() -> None:
    op.drop_column("training_tally", "to_make_up")
    op.drop_column("training_tally", "made_up")
    for name in ("not_needed", "hours_rule", "parts"):
        op.drop_column("training", name)
    op.drop_column("person", "shift")
    _index_persons()
    op.drop_column("attendee", "hours")
    op.drop_column("attendee", "part_marks")
    for table, name in (
        ("attendee", "leave_id"),
        ("attachment", "make_up_id"),
        ("attachment", "leave_id"),
        ("attachment", "training_id"),
    ):
        op.drop_index(op.f(f"ix_{table}_{name}"), table_name=table)
        op.drop_column(table, name)
    for name in ("original_suffix", "original_size", "original_sha256", "position", "dossier_part"):
        op.drop_column("attachment", name)


def _derived(table: str, *parts: Any, target: str, **options: Any) -> None:
    """Make a table of counters of the rows of another table."""
    op.create_table(
        table,
        sa.Column(f"{target}_id", Id(), nullable=False),
        *parts,
        sa.ForeignKeyConstraint(
            [f"{target}_id"],
            [f"{target}.id"],
            name=op.f(f"fk_{table}_{target}_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        **options,
    )


#: Of the old statuses: 1–4 came, 5 on leave, 6 absent.
_LISTED_COUNTS = """
    sum(CASE WHEN role = 'expected' THEN 1 ELSE 0 END),
    sum(CASE WHEN role = 'expected' AND status IN (1, 2, 3, 4) THEN 1 ELSE 0 END),
    sum(CASE WHEN role = 'expected' AND status = 5 THEN 1 ELSE 0 END),
    sum(CASE WHEN role = 'expected' AND status = 6 THEN 1 ELSE 0 END),
    sum(CASE WHEN role = 'expected' AND status = 0 THEN 1 ELSE 0 END),
    sum(CASE WHEN role = 'expected' AND status = 2 THEN 1 ELSE 0 END),
    sum(CASE WHEN role = 'expected' AND status = 3 THEN 1 ELSE 0 END),
    sum(CASE WHEN role = 'expected' AND status = 4 THEN 1 ELSE 0 END),
    sum(CASE WHEN role = 'expected' AND status IN (1, 2, 3, 4) AND stands_in THEN 1 ELSE 0 END)
"""
_LINE_COUNTS = f"{_LISTED_COUNTS}, sum(CASE WHEN role <> 'expected' THEN 1 ELSE 0 END)"


def _make_training_unit() -> None:
    """Make the counters by unit, and count what is there; without a unit is sixteen zero bytes."""
    _derived(
        "training_unit",
        sa.Column("unit_id", Id(), nullable=False),
        *(number(name) for name in (*_COUNTS, "made_up")),
        sa.PrimaryKeyConstraint("training_id", "unit_id", name=op.f("pk_training_unit")),
        target="training",
        sqlite_with_rowid=False,
    )
    index("training_unit", "unit_id")
    sqlite = op.get_bind().dialect.name == "sqlite"
    none = "zeroblob(16)" if sqlite else "'00000000-0000-0000-0000-000000000000'::uuid"
    op.execute(
        f"INSERT INTO training_unit (training_id, unit_id, {', '.join(_COUNTS)}, made_up)"
        f" SELECT training_id, coalesce(unit_id, {none}), {_LINE_COUNTS}, 0"
        f" FROM attendee GROUP BY training_id, coalesce(unit_id, {none})"
    )


def _widen_training_group() -> None:
    """Count everything by layer and category of what was only 应到 and 实到, anew."""
    for name in (*_GROUP_COUNTS, "made_up"):
        column: sa.Column[Any] = sa.Column(name, sa.Integer(), nullable=False, server_default="0")
        op.add_column("training_group", column)
    op.execute("DELETE FROM training_group")
    names = ", ".join(_COUNTS[:9])
    op.execute(
        f"INSERT INTO training_group (training_id, layer, category, {names})"
        f" SELECT training_id, layer, category, {_LISTED_COUNTS}"
        " FROM attendee WHERE role = 'expected' GROUP BY training_id, layer, category"
    )


def _make_person_tally() -> None:
    """Count persons by year instead of over all time; no make-up was known before."""
    op.drop_table("person_tally")
    _derived(
        "person_tally",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        *(number(name) for name in _COUNTS[:5]),
        number("stand_ins"),
        sa.Column("hours", Hundredths(), nullable=False),
        sa.Column("online_hours", Hundredths(), nullable=False),
        number("made_up"),
        sa.Column("made_up_hours", Hundredths(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "year", name=op.f("pk_person_tally")),
        target="person",
        sqlite_with_rowid=False,
    )
    year = "CAST(extract(year FROM t.start) AS INTEGER)"
    if op.get_bind().dialect.name == "sqlite":
        year = "CAST(substr(t.start, 1, 4) AS INTEGER)"
    own = (
        "a.status IN (1, 2, 3, 4) AND (NOT a.stands_in OR EXISTS"
        " (SELECT 1 FROM setting WHERE key = 'stand_in_counts' AND value = '1'))"
    )
    expected = "a.role = 'expected'"
    counted = ", ".join(
        f"sum(CASE WHEN {expected} AND {condition} THEN 1 ELSE 0 END)"
        for condition in (
            "1 = 1",
            own,
            "a.status = 5",
            "a.status = 6",
            "a.status = 0",
            "a.status IN (1, 2, 3, 4) AND a.stands_in",
        )
    )
    earned = "sum(CASE WHEN {} THEN coalesce(t.hours, 0) ELSE 0 END)"
    op.execute(
        f"INSERT INTO person_tally (person_id, year, {', '.join(_COUNTS[:5])}, stand_ins,"
        " hours, online_hours, made_up, made_up_hours)"
        f" SELECT a.person_id, {year}, {counted}, {earned.format(own)},"
        f" {earned.format(f'{own} AND a.status = 4')}, 0, 0"
        " FROM attendee a JOIN training t ON t.id = a.training_id"
        " WHERE a.person_id IS NOT NULL AND t.state <> 'cancelled'"
        f" AND a.role IN ('expected', 'walk_in') GROUP BY a.person_id, {year}"
    )


def _make_old_person_tally() -> None:
    """Make the counters over all years as they were; the older program's repair fills them."""
    _derived(
        "person_tally",
        *(number(name) for name in _COUNTS[:5]),
        number("stand_ins"),
        sa.Column("hours", Hundredths(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_person_tally")),
        target="person",
    )

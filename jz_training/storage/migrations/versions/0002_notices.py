"""Notices and what they lead to: duties, evidence, plans, tasks, publicity, outreach, documents."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from jz_training.storage.types import Hundredths, Id

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the new tables, each after those it points at, and tie trainings to them."""
    _make_notice()
    _make_obligation()
    _make_plan()
    _make_publicity()
    _make_attachment()
    _make_evidence_link()
    _make_plan_item()
    _make_task()
    _tie_trainings()
    _make_outreach()
    _make_training_group()


def downgrade() -> None:
    """Untie the trainings and take the new tables away."""
    op.drop_table("training_group")
    op.drop_table("outreach")
    op.drop_index(op.f("ix_training_plan_item_id"), table_name="training")
    op.drop_index(op.f("ix_training_notice_id"), table_name="training")
    for column in ("batch", "phase", "plan_item_id", "notice_id"):
        op.drop_column("training", column)
    for table in (
        "task",
        "plan_item",
        "evidence_link",
        "attachment",
        "publicity",
        "plan",
        "obligation",
        "notice",
    ):
        op.drop_table(table)


def _make(table: str, *parts: Any) -> None:
    """Make a table of rows that a person makes: with identity, version and stamps."""
    op.create_table(
        table,
        sa.Column("id", Id(), nullable=False),
        *parts,
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _words(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _code(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=20), nullable=False)


def _day(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _link(table: str, name: str, target: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(
        name,
        Id(),
        sa.ForeignKey(
            f"{target}.id",
            name=op.f(f"fk_{table}_{name}"),
            deferrable=True,
            initially="DEFERRED",
        ),
        nullable=nullable,
    )


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def _tie_trainings() -> None:
    # Columns are added in place: copying the table would break every reference to it for a while.
    for name, target in (("notice_id", "notice"), ("plan_item_id", "plan_item")):
        column: sa.Column[Any] = sa.Column(name, Id(), sa.ForeignKey(f"{target}.id"))
        op.add_column("training", column, inline_references=True)
    for name in ("phase", "batch"):
        op.add_column("training", _number(name, nullable=True))
    _index("training", "notice_id", "plan_item_id")


def _make_notice() -> None:
    _make(
        "notice",
        _text("title"),
        _text("issuer"),
        _text("number"),
        _words("addressees"),
        _day("dated"),
        _day("printed"),
        _words("copies"),
        _words("attachments"),
        _text("text"),
        _words("sections"),
        sa.Column("event", sa.JSON(), nullable=True),
        _words("left_over"),
        _text("source"),
        _day("received_on", nullable=False),
        sa.Column("reviewed", sa.Boolean(), nullable=False),
        _text("note"),
    )


def _make_obligation() -> None:
    _make(
        "obligation",
        _link("obligation", "notice_id", "notice", nullable=False),
        _number("position"),
        _code("kind"),
        _text("phrase"),
        _number("start", nullable=True),
        _number("end", nullable=True),
        _text("section"),
        _text("wording"),
        _words("forms"),
        _words("audience"),
        _words("channels"),
        _words("genres"),
        _words("places"),
        _words("venues"),
        _words("topics"),
        _number("count", nullable=True),
        _text("unit"),
        _code("per"),
        _day("due"),
        _text("due_phrase"),
        _day("own_due"),
        _text("owner"),
        _text("note"),
        _day("confirmed_on"),
        _day("reported_on"),
    )
    _index("obligation", "notice_id")


def _make_plan() -> None:
    _make(
        "plan",
        _text("title"),
        _link("plan", "notice_id", "notice"),
        _day("settled_on"),
        _text("note"),
    )


def _make_publicity() -> None:
    _make(
        "publicity",
        _link("publicity", "notice_id", "notice"),
        _text("title"),
        _day("day", nullable=False),
        _code("channel"),
        _code("genre"),
        _text("outlet"),
        _text("author"),
        _text("link"),
        _number("reach", nullable=True),
        _text("note"),
    )
    _index("publicity", "day", "notice_id")


def _make_attachment() -> None:
    _make(
        "attachment",
        _code("kind"),
        _text("name"),
        _text("number"),
        _day("dated"),
        _text("note"),
        _link("attachment", "notice_id", "notice"),
        _link("attachment", "obligation_id", "obligation"),
        _link("attachment", "publicity_id", "publicity"),
        _day("filed_on", nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        _number("size"),
        _text("suffix"),
    )
    _index("attachment", "notice_id", "obligation_id", "publicity_id")


def _make_evidence_link() -> None:
    _make(
        "evidence_link",
        _link("evidence_link", "obligation_id", "obligation", nullable=False),
        _code("kind"),
        sa.Column("target_id", Id(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.UniqueConstraint(
            "obligation_id", "target_id", name=op.f("uq_evidence_link_obligation_id_target_id")
        ),
    )


def _make_plan_item() -> None:
    _make(
        "plan_item",
        _link("plan_item", "plan_id", "plan", nullable=False),
        _link("plan_item", "obligation_id", "obligation"),
        _number("position"),
        _text("title"),
        _code("form"),
        _words("layers"),
        _words("categories"),
        _text("audience"),
        _words("topics"),
        _number("people", nullable=True),
        _number("phase", nullable=True),
        _number("batch", nullable=True),
        _day("first"),
        _day("last"),
        sa.Column("hours", Hundredths(), nullable=True),
        _text("venue"),
        _text("speaker"),
        _text("responsible"),
        _text("note"),
    )
    _index("plan_item", "plan_id")


def _make_task() -> None:
    _make(
        "task",
        _link("task", "notice_id", "notice"),
        _link("task", "obligation_id", "obligation"),
        _number("position"),
        _text("measure"),
        _text("owner"),
        _day("start"),
        _day("due"),
        _number("progress"),
        _day("done_on"),
        _text("note"),
    )
    _index("task", "notice_id")


def _make_outreach() -> None:
    _make(
        "outreach",
        _link("outreach", "training_id", "training", nullable=False),
        _code("place_kind"),
        _link("outreach", "unit_id", "unit"),
        _number("head_count", nullable=True),
        _words("groups"),
        _number("online_views", nullable=True),
        sa.UniqueConstraint("training_id", name=op.f("uq_outreach_training_id")),
    )


def _make_training_group() -> None:
    """Make the counters by layer and category, and count what is there (1–4: those who came)."""
    op.create_table(
        "training_group",
        sa.Column("training_id", Id(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_training_group_training_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("training_id", "layer", "category", name=op.f("pk_training_group")),
    )
    op.execute(
        "INSERT INTO training_group (training_id, layer, category, expected, present)"
        " SELECT training_id, layer, category, count(*),"
        " sum(CASE WHEN status IN (1, 2, 3, 4) THEN 1 ELSE 0 END)"
        " FROM attendee WHERE role = 'expected' GROUP BY training_id, layer, category"
    )

"""Notices and what they lead to: duties, evidence, plans, tasks, publicity, outreach, documents."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from jz_training.storage.migrations.columns import code, day, index, link, make, number, text, words
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


def _tie_trainings() -> None:
    # Columns are added in place: copying the table would break every reference to it for a while.
    for name, target in (("notice_id", "notice"), ("plan_item_id", "plan_item")):
        column: sa.Column[Any] = sa.Column(name, Id(), sa.ForeignKey(f"{target}.id"))
        op.add_column("training", column, inline_references=True)
    for name in ("phase", "batch"):
        op.add_column("training", number(name, nullable=True))
    index("training", "notice_id", "plan_item_id")


def _make_notice() -> None:
    make(
        "notice",
        text("title"),
        text("issuer"),
        text("number"),
        words("addressees"),
        day("dated"),
        day("printed"),
        words("copies"),
        words("attachments"),
        text("text"),
        words("sections"),
        sa.Column("event", sa.JSON(), nullable=True),
        words("left_over"),
        text("source"),
        day("received_on", nullable=False),
        sa.Column("reviewed", sa.Boolean(), nullable=False),
        text("note"),
    )


def _make_obligation() -> None:
    make(
        "obligation",
        link("obligation", "notice_id", "notice", nullable=False),
        number("position"),
        code("kind"),
        text("phrase"),
        number("start", nullable=True),
        number("end", nullable=True),
        text("section"),
        text("wording"),
        words("forms"),
        words("audience"),
        words("channels"),
        words("genres"),
        words("places"),
        words("venues"),
        words("topics"),
        number("count", nullable=True),
        text("unit"),
        code("per"),
        day("due"),
        text("due_phrase"),
        day("own_due"),
        text("owner"),
        text("note"),
        day("confirmed_on"),
        day("reported_on"),
    )
    index("obligation", "notice_id")


def _make_plan() -> None:
    make(
        "plan",
        text("title"),
        link("plan", "notice_id", "notice"),
        day("settled_on"),
        text("note"),
    )


def _make_publicity() -> None:
    make(
        "publicity",
        link("publicity", "notice_id", "notice"),
        text("title"),
        day("day", nullable=False),
        code("channel"),
        code("genre"),
        text("outlet"),
        text("author"),
        text("link"),
        number("reach", nullable=True),
        text("note"),
    )
    index("publicity", "day", "notice_id")


def _make_attachment() -> None:
    make(
        "attachment",
        code("kind"),
        text("name"),
        text("number"),
        day("dated"),
        text("note"),
        link("attachment", "notice_id", "notice"),
        link("attachment", "obligation_id", "obligation"),
        link("attachment", "publicity_id", "publicity"),
        day("filed_on", nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        number("size"),
        text("suffix"),
    )
    index("attachment", "notice_id", "obligation_id", "publicity_id")


def _make_evidence_link() -> None:
    make(
        "evidence_link",
        link("evidence_link", "obligation_id", "obligation", nullable=False),
        code("kind"),
        sa.Column("target_id", Id(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.UniqueConstraint(
            "obligation_id", "target_id", name=op.f("uq_evidence_link_obligation_id_target_id")
        ),
    )


def _make_plan_item() -> None:
    make(
        "plan_item",
        link("plan_item", "plan_id", "plan", nullable=False),
        link("plan_item", "obligation_id", "obligation"),
        number("position"),
        text("title"),
        code("form"),
        words("layers"),
        words("categories"),
        text("audience"),
        words("topics"),
        number("people", nullable=True),
        number("phase", nullable=True),
        number("batch", nullable=True),
        day("first"),
        day("last"),
        sa.Column("hours", Hundredths(), nullable=True),
        text("venue"),
        text("speaker"),
        text("responsible"),
        text("note"),
    )
    index("plan_item", "plan_id")


def _make_task() -> None:
    make(
        "task",
        link("task", "notice_id", "notice"),
        link("task", "obligation_id", "obligation"),
        number("position"),
        text("measure"),
        text("owner"),
        day("start"),
        day("due"),
        number("progress"),
        day("done_on"),
        text("note"),
    )
    index("task", "notice_id")


def _make_outreach() -> None:
    make(
        "outreach",
        link("outreach", "training_id", "training", nullable=False),
        code("place_kind"),
        link("outreach", "unit_id", "unit"),
        number("head_count", nullable=True),
        words("groups"),
        number("online_views", nullable=True),
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

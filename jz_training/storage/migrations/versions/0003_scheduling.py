"""Scheduling: viewing points, venues, speakers, materials, holidays, series and agendas."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from jz_training.storage.migrations.columns import code, index, link, make, number, text, words
from jz_training.storage.types import Id

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the new tables and give trainings and their lines the new columns."""
    _make_holiday_year()
    _make_speaker()
    _make_venue()
    _make_material()
    _make_training_material()
    _make_viewpoint()
    op.add_column(
        "attendee",
        sa.Column("viewpoint_id", Id(), sa.ForeignKey("viewpoint.id"), nullable=True),
        inline_references=True,
    )
    op.add_column("training", sa.Column("link", sa.Text(), nullable=True))
    op.add_column("training", sa.Column("series_id", Id(), nullable=True))
    op.add_column("training", sa.Column("agenda", sa.JSON(), nullable=True))
    index("training", "series_id")


def downgrade() -> None:
    """Take the new columns and tables away."""
    op.drop_index(op.f("ix_training_series_id"), table_name="training")
    for column in ("agenda", "series_id", "link"):
        op.drop_column("training", column)
    op.drop_column("attendee", "viewpoint_id")
    for table in ("viewpoint", "training_material", "material", "venue", "speaker", "holiday_year"):
        op.drop_table(table)


def _make_holiday_year() -> None:
    make(
        "holiday_year",
        number("year"),
        words("days"),
        sa.UniqueConstraint("year", name=op.f("uq_holiday_year_year")),
    )


def _make_speaker() -> None:
    make(
        "speaker",
        text("name"),
        text("title"),
        text("unit"),
        words("topics"),
        text("contact"),
        text("note"),
        sa.UniqueConstraint("name", "unit", name=op.f("uq_speaker_name_unit")),
    )


def _make_venue() -> None:
    make(
        "venue",
        text("name"),
        code("kind"),
        number("capacity", nullable=True),
        text("address"),
        text("contact"),
        text("note"),
        sa.UniqueConstraint("name", name=op.f("uq_venue_name")),
    )


def _make_material() -> None:
    make(
        "material",
        text("title"),
        text("issuer"),
        text("note"),
        link("material", "attachment_id", "attachment"),
    )


def _make_training_material() -> None:
    make(
        "training_material",
        link("training_material", "training_id", "training", nullable=False),
        link("training_material", "material_id", "material", nullable=False),
        number("position"),
        sa.UniqueConstraint(
            "training_id", "material_id", name=op.f("uq_training_material_training_id_material_id")
        ),
    )
    index("training_material", "material_id")


def _make_viewpoint() -> None:
    make(
        "viewpoint",
        link("viewpoint", "training_id", "training", nullable=False),
        number("position"),
        text("name"),
        text("room"),
        text("responsible"),
        text("contact"),
        words("units"),
    )
    index("viewpoint", "training_id")

"""Papers: adjusted layouts, forms of a superior, certificates, reports as handed in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from jz_training.storage.migrations.columns import code, day, index, link, make, number, text, words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of papers."""
    make(
        "paper_layout",
        code("kind"),
        words("layout"),
        link("paper_layout", "logo_id", "attachment"),
        sa.UniqueConstraint("kind", name=op.f("uq_paper_layout_kind")),
    )
    make(
        "superior_form",
        text("name"),
        text("superior"),
        link("superior_form", "attachment_id", "attachment", nullable=False),
        words("ties"),
        sa.UniqueConstraint("name", name=op.f("uq_superior_form_name")),
    )
    _make_certificate()
    _make_report()


def _make_certificate() -> None:
    make(
        "certificate",
        code("kind"),
        text("number"),
        code("code"),
        link("certificate", "person_id", "person", nullable=False),
        link("certificate", "training_id", "training"),
        number("year", nullable=True),
        words("facts"),
        day("issued_on", nullable=False),
        day("withdrawn_on"),
        text("reason"),
        sa.UniqueConstraint("number", name=op.f("uq_certificate_number")),
        sa.UniqueConstraint("code", name=op.f("uq_certificate_code")),
    )
    index("certificate", "person_id", "training_id")


def _make_report() -> None:
    make(
        "report",
        code("kind"),
        text("title"),
        link("report", "notice_id", "notice"),
        day("first", nullable=False),
        day("last", nullable=False),
        sa.Column("as_of", sa.DateTime(), nullable=False),
        words("figures"),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        text("note"),
    )
    index("report", "notice_id")


def downgrade() -> None:
    """Take the tables away."""
    for table in ("report", "certificate", "superior_form", "paper_layout"):
        op.drop_table(table)

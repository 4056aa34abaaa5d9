"""Columns as revisions write them down; released revisions rely on them: add, never change."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from jz_training.storage.types import Id


def make(table: str, *parts: Any) -> None:
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


def text(name: str) -> sa.Column[str]:
    """Return a column of text that is never null."""
    return sa.Column(name, sa.Text(), nullable=False)


def words(name: str) -> sa.Column[Any]:
    """Return a column of a list, as JSON."""
    return sa.Column(name, sa.JSON(), nullable=False)


def code(name: str) -> sa.Column[str]:
    """Return a column of an enum's value."""
    return sa.Column(name, sa.String(length=20), nullable=False)


def day(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    """Return a column of a date."""
    return sa.Column(name, sa.Date(), nullable=nullable)


def number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    """Return a column of an integer."""
    return sa.Column(name, sa.Integer(), nullable=nullable)


def link(table: str, name: str, target: str, *, nullable: bool = True) -> sa.Column[Any]:
    """Return a column that points at another table's row, checked at commit."""
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


def index(table: str, *columns: str) -> None:
    """Make an index on each of some columns."""
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)

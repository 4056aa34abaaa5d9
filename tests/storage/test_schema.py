"""Migrations: the revisions and the mapped classes tell the same tables."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from jz_training.storage import (
    paper_tables,  # noqa: F401  # mapped like the others
    schema,
)
from jz_training.storage.engine import sqlite_engine
from jz_training.storage.tables import Base


def test_the_newest_revision_is_the_one_we_say():
    assert max(schema._known()) == schema.HEAD


def test_the_migrations_make_the_tables_that_are_mapped(tmp_path):
    engine = sqlite_engine(tmp_path / "data.sqlite")
    schema.upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_a_file_is_empty_then_current(tmp_path):
    path = tmp_path / "data.sqlite"
    assert schema.schema_state(path) is schema.SchemaState.EMPTY
    engine = sqlite_engine(path)
    schema.upgrade(engine)
    engine.dispose()
    assert schema.schema_state(path) is schema.SchemaState.CURRENT


def test_the_first_revision_can_be_taken_back(tmp_path):
    engine = sqlite_engine(tmp_path / "data.sqlite")
    schema.upgrade(engine)
    schema.downgrade(engine, to="base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()

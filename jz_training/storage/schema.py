"""Which revision a data file has, and bringing it up to ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from jz_training.errors import DatabaseDamaged, DatabaseIsNewer
from jz_training.storage.sqlite_file import look_into, told

if TYPE_CHECKING:
    from alembic.config import Config

#: The newest revision; a test holds it against the migrations folder.
HEAD = "0005"


class SchemaState(StrEnum):
    """How a data file's tables stand to this program."""

    EMPTY = "empty"
    CURRENT = "current"
    OLDER = "older"


def schema_state(path: Path) -> SchemaState:
    """Look at a data file without changing it.

    Raises DatabaseIsNewer when a newer program made it, DatabaseDamaged when it is no SQLite file
    at all, DatabaseBusy or WorkspaceUnusable when it cannot be looked at.
    """
    if not os.path.exists(path) or path.stat().st_size == 0:
        return SchemaState.EMPTY
    found = _revision(path)
    if found == HEAD:
        return SchemaState.CURRENT
    if found is None:
        return SchemaState.EMPTY
    if found not in _known():
        raise DatabaseIsNewer(path, found)
    return SchemaState.OLDER


def _revision(path: Path) -> str | None:
    try:
        with closing(look_into(path)) as db:
            tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if tables == 0:
                return None
            row = db.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise told(error, path) or DatabaseDamaged(path, details=str(error)) from error
    return None if row is None else str(row[0])


def _config() -> Config:
    from alembic.config import Config  # 200 ms that only an upgrade needs

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _known() -> set[str]:
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(_config())
    return {revision.revision for revision in script.walk_revisions()}


def upgrade(engine: Engine, *, to: str = "head") -> None:
    """Run the missing revisions in one transaction; on failure the file stays as it was."""
    from alembic import command

    _run(engine, lambda config: command.upgrade(config, to))


def downgrade(engine: Engine, *, to: str) -> None:
    """Take revisions back, down to `to`, in one transaction."""
    from alembic import command

    _run(engine, lambda config: command.downgrade(config, to))


def _run(engine: Engine, step: Callable[[Config], None]) -> None:
    config = _config()
    with engine.connect().execution_options(writing=True) as connection:
        config.attributes["connection"] = connection
        step(config)
        connection.commit()

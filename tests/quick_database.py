"""Databases of tests, without what only costs time.

Every test opens a database of its own. SQLAlchemy keeps compiled statements with each engine, so
each test would compile the same ones anew: half of its time. And every saving would wait for the
disk, which matters only where the power fails (tests/storage takes the real setting back).
"""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, create_engine

from jz_training.storage import engine as storage_engine

#: More statements than the whole program has.
_STATEMENTS = 10_000


def share_statements(patch: pytest.MonkeyPatch) -> None:
    """Let every engine made from now on take its compiled statements from one place."""
    first = create_engine("sqlite+pysqlite://", query_cache_size=_STATEMENTS)
    first.connect().close()  # its dialect asks the database once what it can do

    def make(url: str, **how: Any) -> Engine:
        engine = create_engine(url, **how)
        engine._compiled_cache = first._compiled_cache
        engine.dialect = first.dialect  # statements are found by it too
        return engine

    patch.setattr(storage_engine, "create_engine", make)


def wait_for_no_disk(patch: pytest.MonkeyPatch) -> None:
    """Keep the mode of the journal and let the system write it when it likes."""
    pragmas = storage_engine.journal_pragmas
    patch.setattr(storage_engine, "journal_pragmas", lambda found: (pragmas(found)[0], "OFF"))

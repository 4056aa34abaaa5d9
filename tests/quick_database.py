"""Databases of tests, without compiling the same statements over and over.

Every test opens a database of its own, and SQLAlchemy keeps compiled statements with each engine:
each test would compile the same ones anew, which took half of its time.
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
    shared: list[Engine] = []

    def make(url: str, *, creator: Any, poolclass: Any, **of_dialect: Any) -> Engine:
        if not shared:
            shared.append(create_engine(url, query_cache_size=_STATEMENTS, **of_dialect))
            shared[0].connect().close()  # its dialect asks a database once what it can do
        engine = create_engine(url, creator=creator, poolclass=poolclass, **of_dialect)
        engine._compiled_cache = shared[0]._compiled_cache
        engine.dialect = shared[0].dialect  # statements are found by it too
        return engine

    patch.setattr(storage_engine, "create_engine", make)

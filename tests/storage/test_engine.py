"""The mode of SQLite: safe for the version at hand."""

from __future__ import annotations

import sqlite3

import pytest

from jz_training.storage.engine import journal_pragmas, sqlite_engine, wal_is_safe


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_wal_is_used_only_where_its_reset_is_mended(version, safe):
    assert wal_is_safe(version) is safe
    assert journal_pragmas(version)[0] == ("WAL" if safe else "TRUNCATE")


def test_a_connection_has_what_the_version_calls_for(tmp_path):
    engine = sqlite_engine(tmp_path / "data.sqlite")
    with engine.connect() as connection:
        pragma = lambda name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()  # noqa: E731
        mode, synchronous = journal_pragmas(sqlite3.sqlite_version_info)
        assert pragma("journal_mode") == mode.lower()
        assert pragma("synchronous") == {"FULL": 2, "EXTRA": 3}[synchronous]
        assert pragma("foreign_keys") == 1
    engine.dispose()

"""Databases as users have them: that nothing saved is lost is the claim of these tests."""

from __future__ import annotations

import pytest

from jz_training.storage import engine
from jz_training.storage.engine import journal_pragmas


@pytest.fixture(autouse=True)
def wait_for_the_disk(quick_database: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every saving wait for the disk again, as the program does."""
    monkeypatch.setattr(engine, "journal_pragmas", journal_pragmas)

"""The locks name all that pyproject.toml asks for, by version and hash and without addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def entries(lock: str) -> list[str]:
    """Return the lock's entries, each with its hashes in one line."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return text.splitlines()


def pins(lock: str) -> dict[str, str]:
    """Return name → version."""
    return dict(entry.split()[0].split("==") for entry in entries(lock))


def names(requirements: list[str]) -> set[str]:
    """Return the requirements' names as a lock spells them."""
    found = (re.match(r"[\w.-]+", requirement) for requirement in requirements)
    return {re.sub(r"[_.]", "-", match.group()).lower() for match in found if match}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_one_version_with_hashes_and_no_address(lock: str) -> None:
    pattern = re.compile(r"[a-z0-9-]+==[\w.]+( ;[^:/]+?)?( +--hash=sha256:[0-9a-f]{64})+")
    assert [entry for entry in entries(lock) if not pattern.fullmatch(entry)] == []


def test_the_locks_name_what_the_project_asks_for() -> None:
    tools = PROJECT["optional-dependencies"]["dev"]
    assert names(PROJECT["dependencies"]) <= pins(LOCKS[0]).keys()
    assert names(tools) <= pins(LOCKS[1]).keys()
    assert not names(tools) & pins(LOCKS[0]).keys()


def test_the_tools_lock_holds_the_other_one() -> None:
    assert pins(LOCKS[0]).items() <= pins(LOCKS[1]).items()


def test_qt_stays_below_the_version_that_loses_references() -> None:
    major, minor, *_ = map(int, pins(LOCKS[0])["pyside6-essentials"].split("."))
    assert (major, minor) < (6, 12)

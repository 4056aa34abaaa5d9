"""When .venv is trusted, when it is made anew, and who may write to it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bootstrap.environment import Environment
from bootstrap.guard import only_one, take


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """Two small locks and a .venv with a Python, but without a stamp."""
    (tmp_path / "requirements.lock").write_bytes(b"a==1\nb==2\n")
    (tmp_path / "requirements-dev.lock").write_bytes(b"a==1\nb==2\nc==3\n")
    environment = Environment(tmp_path)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    return environment


def stamp(environment: Environment, *parts: str) -> None:
    """Note that these parts stand."""
    facts = environment.facts()
    environment.stamp.write_text("\n".join(facts[part] for part in parts), encoding="utf-8")


def test_nothing_is_done_when_the_stamp_names_what_is_needed(environment: Environment) -> None:
    stamp(environment, "runtime", "qt")
    environment.prepare(["runtime", "qt"])
    assert not (environment.root / ".venv.guard").exists()


def test_a_venv_cut_short_is_not_trusted(environment: Environment) -> None:
    assert environment.standing() == set()


def test_a_venv_whose_python_has_gone_is_not_trusted(environment: Environment) -> None:
    stamp(environment, "runtime")
    environment.python.unlink()
    assert environment.standing() == set()


@pytest.mark.parametrize(
    ("lock", "part"), [("requirements.lock", "runtime"), ("requirements-dev.lock", "tools")]
)
def test_a_changed_lock_no_longer_matches_the_stamp(
    environment: Environment, lock: str, part: str
) -> None:
    before = environment.facts()
    (environment.root / lock).write_bytes(b"a==1\n")
    after = environment.facts()
    assert [name for name in before if before[name] != after[name]] == [part]


def test_line_ends_do_not_change_a_lock(environment: Environment) -> None:
    before = environment.facts()
    (environment.root / "requirements.lock").write_bytes(b"a==1\r\nb==2\r\n")
    assert environment.facts() == before


def test_the_old_venv_leaves_whole_with_all_that_was_put_aside(environment: Environment) -> None:
    left = environment.root / ".venv.old-1"
    left.mkdir()
    environment.put_old_aside()
    assert not environment.venv.exists()
    assert not left.exists()


def test_a_guard_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / ".venv.guard" / "lock"
    with only_one(path), path.open("a+b") as second:
        assert not take(second)
    with path.open("a+b") as third:
        assert take(third)


@pytest.mark.skipif(os.name == "nt", reason="Windows inherits no locks")
def test_a_step_that_outlives_us_keeps_the_guard(tmp_path: Path) -> None:
    path = tmp_path / ".venv.guard" / "lock"
    with only_one(path) as guard:
        heir = os.dup(guard.fileno())
    with path.open("a+b") as second:
        assert not take(second)
        os.close(heir)
        assert take(second)

"""What is said when the system lacks something, and when we may install it ourselves."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bootstrap.steps import CannotGoOnError, why_it_fails
from bootstrap.system import missing_packages, provide, right_to_install

BROKEN = "raise ImportError('libGL.so.1: cannot open shared object file')"


@pytest.fixture
def no_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system without apt-get, sudo or anything else; returns its only folder of programs."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_the_sentence_holds_the_exact_command() -> None:
    sentence = missing_packages("缺少组件", ["libgl1", "libegl1"])
    assert sentence.startswith("缺少组件。")
    assert "\n    sudo apt-get install libgl1 libegl1\n" in sentence


def test_without_apt_nothing_can_be_installed(no_programs: Path) -> None:
    assert right_to_install() is None


@pytest.mark.skipif(os.name == "nt", reason="no apt-get there")
def test_root_and_a_willing_sudo_may_install(no_programs: Path) -> None:
    for name in ("apt-get", "sudo"):
        (no_programs / name).write_text("#!/bin/sh\n", encoding="ascii")
        (no_programs / name).chmod(0o755)
    assert right_to_install() == ([] if os.geteuid() == 0 else ["sudo", "-n"])


def test_a_missing_library_is_named_when_we_may_not_install_it(no_programs: Path) -> None:
    with pytest.raises(CannotGoOnError, match=r"libGL\.so\.1"):
        provide(Path(sys.executable), BROKEN, ["libgl1"])


def test_a_library_that_loads_needs_nothing(no_programs: Path) -> None:
    provide(Path(sys.executable), "import sys", ["libgl1"])


def test_the_reason_is_the_last_line_of_the_complaint() -> None:
    assert why_it_fails([sys.executable, "-c", "import nothing_of_that_name"]).endswith(
        "No module named 'nothing_of_that_name'"
    )
    assert why_it_fails([sys.executable, "-c", "import os; os._exit(3)"]) == "exit code 3"
    assert why_it_fails([sys.executable, "-c", "pass"]) == ""

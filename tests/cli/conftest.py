"""What every test of the command line may use: a workspace, and a way to say words to it."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from jz_training.app import run


@pytest.fixture
def workspace(tmp_path: Path, new_workspace: Path) -> str:
    return str(copytree(new_workspace, tmp_path / "data"))


@pytest.fixture
def say(capsys, workspace):
    """Say words to the program; return its exit code and what it printed."""

    def _say(*words: str, data: bool = True) -> tuple[int, str, str]:
        code = run([*words, *(["--workspace", workspace] if data else [])])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return _say

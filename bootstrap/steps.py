"""How a step of the set-up is run and what is said about it: all of it on stderr."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence


class CannotGoOnError(Exception):
    """The set-up stops here; the message is a sentence that says what to do."""


def say(sentence: str) -> None:
    """Tell the user on stderr, as stdout belongs to the program."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def surroundings(*, offscreen: bool = False) -> dict[str, str]:
    """Return the environment for what runs in .venv, where only .venv's packages may be found."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONHOME", "PYTHONPATH")}
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment


def run_step(command: Sequence[str], *, inherit: bool = False) -> bool:
    """Run a step of the set-up and tell whether it succeeded.

    `inherit` hands down the open files that are marked for it: the guard (see guard.py).
    """
    result = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        env=surroundings(),
        close_fds=not inherit or os.name == "nt",
    )
    return result.returncode == 0


def why_it_fails(command: Sequence[str]) -> str:
    """Run a command silently and return the last line of its complaint; empty when it works."""
    result = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, env=surroundings()
    )
    if result.returncode == 0:
        return ""
    lines = result.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"exit code {result.returncode}"

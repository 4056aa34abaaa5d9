"""Reads files from outside in a child process with limits: a hostile file ends only the child."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import IO

import psutil

import jz_training
from jz_training.domain.roster_reading import ColumnChoice, RosterPerson, RosterReading
from jz_training.errors import CannotRead, Stopped
from jz_training.readers import refusals, wire
from jz_training.readers.limits import Limits
from jz_training.readers.roster import Gathered

_PERIOD = 0.03  # seconds between looks at the child
_CHILD = "jz_training.readers.child"
_LONGEST_DETAILS = 4000


def read_roster_guarded(
    path: Path,
    *,
    choice: ColumnChoice | None = None,
    limits: Limits | None = None,
    stop: Callable[[], bool] | None = None,
) -> RosterReading:
    """Read a roster in a child process and return what it says.

    Raises CannotRead with a sentence for whatever is wrong with the file, the limits included,
    and Stopped soon after `stop` (asked about thirty times a second) has said so.
    """
    limits = limits or Limits()
    with tempfile.TemporaryFile() as errors, _start(errors) as child:
        try:
            _ask(child, path, choice, limits)
            answer = _Answer(child)
            _watch(child, answer, path, limits, stop or (lambda: False))
            return _result(child, answer, path, errors)
        finally:
            child.kill()


def _start(errors: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start the child so that it finds this very package and nothing of the current folder."""
    python, of_launcher = _interpreter()
    root = str(Path(jz_training.__file__).resolve().parent.parent)
    known = os.environ.get("PYTHONPATH")
    environment = {
        **os.environ,
        **of_launcher,
        "PYTHONPATH": os.pathsep.join([root, known] if known else [root]),
        "PYTHONUTF8": "1",
    }
    return subprocess.Popen(
        [python, "-P", "-m", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _interpreter() -> tuple[str, dict[str, str]]:
    """Return the interpreter and what it needs to know.

    On Windows python.exe of a virtual environment only starts the real one, so that its memory
    says nothing; multiprocessing goes round it in the same way.
    """
    base = getattr(sys, "_base_executable", sys.executable)
    if sys.platform == "win32" and base != sys.executable:
        return base, {"__PYVENV_LAUNCHER__": sys.executable}
    return sys.executable, {}


def _ask(
    child: subprocess.Popen[bytes], path: Path, choice: ColumnChoice | None, limits: Limits
) -> None:
    request = {
        "path": str(path.absolute()),
        "choice": wire.choice_to_json(choice),
        "limits": asdict(limits),
    }
    assert child.stdin is not None
    try:
        child.stdin.write(json.dumps(request).encode() + b"\n")
        child.stdin.close()
    except OSError:
        return  # the child is dead already: its exit tells


class _Answer(threading.Thread):
    """Unpacks the child's lines while the child goes on reading."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        super().__init__(daemon=True)
        self.gathered = Gathered()
        self.persons: list[RosterPerson] = []
        self.refused: tuple[str, str] | None = None
        self.whole = False
        assert child.stdout is not None
        self._lines = child.stdout
        self.start()

    def run(self) -> None:
        shared: dict[str, str] = {}
        for line in self._lines:
            try:
                message = json.loads(line)
            except ValueError:  # cut off: the child died while it wrote
                return
            if "texts" in message:
                self.persons.extend(wire.people_of(message, shared).persons())
            elif "drop" in message:
                del self.persons[-message["drop"] :]
            elif "refused" in message:
                self.refused = (message["refused"], message["details"])
            else:
                wire.add_rest(self.gathered, message)
                self.whole = True
                return


def _watch(
    child: subprocess.Popen[bytes],
    answer: _Answer,
    path: Path,
    limits: Limits,
    stop: Callable[[], bool],
) -> None:
    """Wait for the answer; raise as soon as the child takes too much or the user stops it."""
    deadline = time.monotonic() + limits.seconds
    while answer.is_alive():
        answer.join(_PERIOD)
        if stop():
            raise Stopped
        if time.monotonic() > deadline:
            raise refusals.took_too_long(path, limits.seconds)
        if _memory_of(child.pid) > limits.memory_bytes:
            raise refusals.took_too_much_memory(path, "resident memory over the limit")


def _memory_of(pid: int) -> int:
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0  # it has just ended


def _result(
    child: subprocess.Popen[bytes], answer: _Answer, path: Path, errors: IO[bytes]
) -> RosterReading:
    if answer.whole:
        return answer.gathered.reading(path.name, answer.persons)
    if answer.refused is not None:
        sentence, details = answer.refused
        raise CannotRead(path, sentence, details=details)
    code = child.wait()
    errors.seek(0)
    said = errors.read(_LONGEST_DETAILS).decode(errors="replace")
    raise refusals.took_too_much_memory(path, f"the reading process ended with {code}: {said}")

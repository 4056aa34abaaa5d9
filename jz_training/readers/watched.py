"""Has a child process read a file from outside, within limits: a hostile file ends only it."""

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
from typing import IO, Any, Protocol

import psutil

import jz_training
from jz_training.errors import CannotRead, Stopped
from jz_training.readers.limits import Limits

_PERIOD = 0.03  # seconds between looks at the child
_LONGEST_DETAILS = 4000

Message = dict[str, Any]


class Refusals(Protocol):
    """The sentences for a child that was ended, in the words of what was being read."""

    def took_too_long(self, path: Path, seconds: float) -> CannotRead:
        """Reading took longer than allowed and was ended."""

    def took_too_much_memory(self, path: Path, details: str = "") -> CannotRead:
        """Reading took more memory than allowed, or died of it."""


def ask_child(
    module: str,
    path: Path,
    *,
    request: Message,
    limits: Limits,
    refusals: Refusals,
    hear: Callable[[Message], bool],
    stop: Callable[[], bool] | None = None,
) -> None:
    """Have `module` read a file in a process of its own; `hear` each message until it says: last.

    `hear` is called on another thread, one message at a time, and never after this has returned
    or raised. Raises CannotRead with a sentence for whatever is wrong with the file, the limits
    included, and Stopped soon after `stop` (asked about thirty times a second) has said so.
    """
    with tempfile.TemporaryFile() as errors, _start(module, errors) as child:
        try:
            _ask(child, {"path": str(path.absolute()), "limits": asdict(limits), **request})
            answer = _Answer(child, hear)
            _watch(child, answer, path, limits, refusals, stop or (lambda: False))
            _conclude(child, answer, path, refusals, errors)
        finally:
            child.kill()


def answer_of_child(
    module: str,
    path: Path,
    *,
    request: Message,
    limits: Limits,
    refusals: Refusals,
    stop: Callable[[], bool] | None = None,
) -> Message:
    """Have `module` read a file and return its only message; raises as `ask_child` does."""
    heard: Message = {}

    def hear(message: Message) -> bool:
        heard.update(message)
        return True

    ask_child(module, path, request=request, limits=limits, refusals=refusals, hear=hear, stop=stop)
    return heard


def _start(module: str, errors: IO[bytes]) -> subprocess.Popen[bytes]:
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
        [python, "-P", "-m", module],
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


def _ask(child: subprocess.Popen[bytes], request: Message) -> None:
    assert child.stdin is not None
    try:
        child.stdin.write(json.dumps(request).encode() + b"\n")
        child.stdin.close()
    except OSError:
        return  # the child is dead already: its exit tells


class _Answer(threading.Thread):
    """Hears the child's lines while the child goes on reading."""

    def __init__(self, child: subprocess.Popen[bytes], hear: Callable[[Message], bool]) -> None:
        super().__init__(daemon=True)
        self.refused: tuple[str, str] | None = None
        self.whole = False
        assert child.stdout is not None
        self._lines = child.stdout
        self._hear = hear
        self.start()

    def run(self) -> None:
        for line in self._lines:
            try:
                message = json.loads(line)
            except ValueError:  # cut off: the child died while it wrote
                return
            if "refused" in message:
                self.refused = (message["refused"], message["details"])
            elif self._hear(message):
                self.whole = True
                return


def _watch(
    child: subprocess.Popen[bytes],
    answer: _Answer,
    path: Path,
    limits: Limits,
    refusals: Refusals,
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


def _conclude(
    child: subprocess.Popen[bytes],
    answer: _Answer,
    path: Path,
    refusals: Refusals,
    errors: IO[bytes],
) -> None:
    """Raise what the child said against the file, or how it died, unless it answered whole."""
    if answer.whole:
        return
    if answer.refused is not None:
        sentence, details = answer.refused
        raise CannotRead(path, sentence, details=details)
    code = child.wait()
    errors.seek(0)
    said = errors.read(_LONGEST_DETAILS).decode(errors="replace")
    raise refusals.took_too_much_memory(path, f"the reading process ended with {code}: {said}")

"""The child's side of reading a file from outside: one request in, lines of JSON out.

The process may be killed at any moment and may die of what it reads.
"""

from __future__ import annotations

import gc
import json
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from jz_training.errors import CannotRead
from jz_training.readers.limits import Limits

#: Address space is more than what is in use: threads' stacks, libraries, freed memory.
_HEADROOM = 512 * 1024 * 1024

#: Reads the file at a path as the request says, and writes its answer.
Read = Callable[[Path, dict[str, Any], Limits, BinaryIO], None]


class Refusals(Protocol):
    """The sentences for a reading that failed, in the words of what was being read."""

    def took_too_much_memory(self, path: Path, details: str = "") -> CannotRead:
        """Reading took more memory than allowed."""

    def not_understood(self, path: Path, details: str = "") -> CannotRead:
        """Reading ended in an unforeseen way."""


def serve(read: Read, refusals: Refusals) -> int:
    """Answer the one request on standard input."""
    # Nothing here makes reference cycles, and looking for them among 100,000 rows costs a third.
    gc.disable()
    request = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**request["limits"])
    hold_back(limits)
    answer(read, refusals, request, limits, sys.stdout.buffer)
    return 0


def answer(
    read: Read, refusals: Refusals, request: dict[str, Any], limits: Limits, out: BinaryIO
) -> None:
    """Write what the file says, or the sentence with which it is refused."""
    path = Path(request["path"])
    try:
        read(path, request, limits, out)
    except CannotRead as error:
        out.write(_refusal_line(error.sentence, error.details))
    except MemoryError:
        sentence = refusals.took_too_much_memory(path).sentence
        out.write(_refusal_line(sentence, "MemoryError"))
    except Exception:  # the parent shows a sentence and keeps the traceback for support
        sentence = refusals.not_understood(path).sentence
        out.write(_refusal_line(sentence, traceback.format_exc()))
    out.flush()


def message_line(message: dict[str, Any]) -> bytes:
    """Pack one message to the parent."""
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="replace") + b"\n"


def _refusal_line(sentence: str, details: str) -> bytes:
    return message_line({"refused": sentence, "details": details})


def hold_back(limits: Limits) -> None:
    """Let the system end this process should the parent be gone or too late."""
    if sys.platform == "win32":
        import ctypes

        # No window of the system's own ("... has stopped working") when the child dies.
        ctypes.windll.kernel32.SetErrorMode(0x8003)
        return
    import resource

    _at_most(resource.RLIMIT_AS, limits.memory_bytes + _HEADROOM)
    _at_most(resource.RLIMIT_CPU, int(limits.seconds) * 2 + 5)
    _at_most(resource.RLIMIT_CORE, 0)  # names and phones do not belong in a core dump


def _at_most(what: int, most: int) -> None:
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(what)[1]
        if hard == resource.RLIM_INFINITY or most < hard:
            resource.setrlimit(what, (most, hard))

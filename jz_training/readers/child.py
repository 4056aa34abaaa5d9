"""The process that reads one file from outside: `python -m jz_training.readers.child`.

Takes one line of JSON on standard input and answers in lines on standard output (wire.py).
It may be killed at any moment and may die of what it reads.
"""

from __future__ import annotations

import gc
import json
import sys
import traceback
from pathlib import Path
from typing import Any, BinaryIO

from jz_training.errors import CannotRead
from jz_training.readers import refusals, wire
from jz_training.readers.limits import Limits
from jz_training.readers.roster import gather

#: Address space is more than what is in use: threads' stacks, libraries, freed memory.
_HEADROOM = 512 * 1024 * 1024


def main() -> int:
    """Answer the one request on standard input."""
    # Nothing here makes reference cycles, and looking for them among 100,000 rows costs a third.
    gc.disable()
    request = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**request["limits"])
    hold_back(limits)
    answer(request, limits, sys.stdout.buffer)
    return 0


def answer(request: dict[str, Any], limits: Limits, out: BinaryIO) -> None:
    """Write what the file says, or the sentence with which it is refused."""
    path = Path(request["path"])
    try:
        choice = wire.choice_from_json(request["choice"])
        gathered = gather(path, choice=choice, limits=limits, outlet=wire.LineWriter(out))
        out.write(wire.rest_line(gathered))
    except CannotRead as error:
        out.write(wire.refusal_line(error.sentence, error.details))
    except MemoryError:
        out.write(wire.refusal_line(refusals.took_too_much_memory(path).sentence, "MemoryError"))
    except Exception:  # the parent shows a sentence and keeps the traceback for support
        sentence = refusals.not_understood(path).sentence
        out.write(wire.refusal_line(sentence, traceback.format_exc()))
    out.flush()


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


if __name__ == "__main__":
    sys.exit(main())

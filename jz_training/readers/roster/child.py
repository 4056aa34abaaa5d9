"""The process that reads one roster from outside: `python -m jz_training.readers.roster.child`.

Takes one line of JSON on standard input and answers in lines on standard output (wire.py).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, BinaryIO

from jz_training.readers.limits import Limits
from jz_training.readers.roster import wire
from jz_training.readers.roster.refusals import refusals
from jz_training.readers.roster.understand import gather
from jz_training.readers.serving import serve


def read(path: Path, request: dict[str, Any], limits: Limits, out: BinaryIO) -> None:
    """Write what the roster says."""
    choice = wire.choice_from_json(request["choice"])
    gathered = gather(path, choice=choice, limits=limits, outlet=wire.LineWriter(out))
    out.write(wire.rest_line(gathered))


if __name__ == "__main__":
    sys.exit(serve(read, refusals))

"""The process that reads one export: `python -m jz_training.readers.meeting.child`.

Takes one line of JSON on standard input and answers in one line on standard output (wire.py).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, BinaryIO

from jz_training.readers.limits import Limits
from jz_training.readers.meeting import wire
from jz_training.readers.meeting.refusals import refusals
from jz_training.readers.meeting.understand import read_meeting
from jz_training.readers.serving import message_line, serve


def read(path: Path, request: dict[str, Any], limits: Limits, out: BinaryIO) -> None:
    """Write what the export says."""
    reading = read_meeting(path, wire.wish_from_json(request["wish"]), limits=limits)
    out.write(message_line(wire.reading_to_json(reading)))


if __name__ == "__main__":
    sys.exit(serve(read, refusals))

"""The process that makes one filed PDF ready to be bound: `-m jz_training.readers.papers.child`.

Takes one line of JSON on standard input, writes the pages where it is told to, and answers with
one line on standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, BinaryIO

from jz_training.readers.limits import Limits
from jz_training.readers.papers import refusals
from jz_training.readers.papers.binding import bound
from jz_training.readers.serving import message_line, serve


def read(path: Path, request: dict[str, Any], limits: Limits, out: BinaryIO) -> None:
    """Write the pages and say that they are there."""
    Path(request["target"]).write_bytes(bound(path, limits))
    out.write(message_line({"bound": True}))


if __name__ == "__main__":
    sys.exit(serve(read, refusals))

"""The process that reads one picture from outside: `python -m jz_training.readers.photos.child`.

Takes one line of JSON on standard input, writes the small picture where it is told to, and answers
with one line on standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, BinaryIO

from jz_training.readers.limits import Limits
from jz_training.readers.photos import refusals
from jz_training.readers.photos.shrink import shrink
from jz_training.readers.serving import message_line, serve


def read(path: Path, request: dict[str, Any], limits: Limits, out: BinaryIO) -> None:
    """Write the small picture and say what it is."""
    small = shrink(path, limits)
    target = Path(request["target"] + small.suffix)
    target.write_bytes(small.content)
    taken = small.taken
    out.write(
        message_line(
            {
                "suffix": small.suffix,
                "width": small.width,
                "height": small.height,
                "taken": taken.isoformat() if taken else None,
            }
        )
    )


if __name__ == "__main__":
    sys.exit(serve(read, refusals))

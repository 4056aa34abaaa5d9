"""The process that reads one notice from outside: `python -m jz_training.readers.notice.child`.

Takes one line of JSON on standard input and answers with one line on standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, BinaryIO

from jz_training.readers.limits import Limits
from jz_training.readers.notice import refusals
from jz_training.readers.notice.source import text_of_file
from jz_training.readers.notice.understand import understand
from jz_training.readers.notice.wire import to_plain
from jz_training.readers.serving import message_line, serve


def read(path: Path, request: dict[str, Any], limits: Limits, out: BinaryIO) -> None:
    """Write the text of the notice or, as a rule, what is understood of it."""
    raw = text_of_file(path, limits)
    if request["only_text"]:
        out.write(message_line({"text": to_plain(raw)}))
    else:
        out.write(message_line({"reading": to_plain(understand(raw, source=path.name))}))


if __name__ == "__main__":
    sys.exit(serve(read, refusals))

"""The process that reads one form from outside: `python -m jz_training.readers.forms.child`.

Takes one line of JSON on standard input and answers with one line on standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, BinaryIO

from jz_training.readers.forms import refusals
from jz_training.readers.forms.understand import read_form
from jz_training.readers.forms.wire import form_to_json
from jz_training.readers.limits import Limits
from jz_training.readers.serving import message_line, serve


def read(path: Path, request: dict[str, Any], limits: Limits, out: BinaryIO) -> None:
    """Write what the form shows."""
    out.write(message_line(form_to_json(read_form(path, limits))))


if __name__ == "__main__":
    sys.exit(serve(read, refusals))

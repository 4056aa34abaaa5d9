"""Reads PDFs back: what a person, a printer or another program would find in them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pdfplumber

MM = 72 / 25.4


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a PDF for reading."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        yield pdf


def texts(data: bytes) -> list[str]:
    """Return the text of each page as one string without blanks and line breaks.

    Characters come in the order in which they were written, not as they stand.
    """
    with opened(data) as pdf:
        return ["".join(char["text"] for char in page.chars) for page in pdf.pages]


def chars(data: bytes, page: int = 1) -> list[dict[str, Any]]:
    """Return the characters of a page; top and bottom are measured from the upper edge."""
    with opened(data) as pdf:
        found: list[dict[str, Any]] = pdf.pages[page - 1].chars
        return found


def found(data: bytes, text: str, page: int = 1) -> list[dict[str, Any]]:
    """Return the characters of the first place where a text stands on a page."""
    signs = chars(data, page)
    at = "".join(char["text"] for char in signs).index(text)
    return signs[at : at + len(text)]


def inside(
    signs: list[dict[str, Any]], *, x: float, y: float, width: float, height: float
) -> list[dict[str, Any]]:
    """Return the characters whose middle lies in a rectangle given in mm from the upper left."""
    return [
        sign
        for sign in signs
        if x * MM <= (sign["x0"] + sign["x1"]) / 2 <= (x + width) * MM
        and y * MM <= (sign["top"] + sign["bottom"]) / 2 <= (y + height) * MM
    ]

"""A text that is kept in runs of different looks, with some of its characters replaced."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: What a form leaves free behind its words: blanks, and lines to write on.
_FREE = re.compile(r"[ \t\u00a0\u2002\u2003\u3000_＿]*")
#: Least blanks before the next words of the same line.
_GAP = "　　"


def free_place(text: str, after: str) -> tuple[int, int] | None:
    """Return where a value stands behind words of a text: from, to; None when they are not there.

    The blanks or the line to write on that follow are used up, save for a gap before more words.
    """
    at = text.find(after)
    if at < 0:
        return None
    start = at + len(after)
    found = _FREE.match(text, start)
    end = found.end() if found else start
    return start, end


def spaced(text: str, value: str, end: int) -> str:
    """Return a value with a gap behind it where more words follow in its line."""
    return f"{value}{_GAP}" if end < len(text) and text[end] not in "\r\n" else value


def edited_runs(runs: Sequence[str], start: int, end: int, text: str) -> list[str]:
    """Return runs with the characters from `start` to `end` of all together replaced.

    The new text goes into the run that holds the first of them: on a line to write on it is
    written in the looks of that line.
    """
    edited, offset, written = [], 0, False
    for run in runs:
        low, high = offset, offset + len(run)
        offset = high
        cut = run[: max(0, start - low)] + run[max(0, end - low) :] if high > start else run
        holds = low <= start < high or (low <= start <= high and start == end)
        if holds and not written:
            cut, written = run[: start - low] + text + run[max(0, end - low) :], True
        edited.append(cut)
    if not written and edited:
        edited[-1] += text
    return edited

"""Units written once for several people: merged cells, and blanks below a unit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from jz_training.readers.grids.grid import Cell, Merge, Row
from jz_training.readers.roster.values import clean_text

_DITTO = frozenset(('"', "〃", "″", "“", "”", "''", "同上", "同左", "——〃——", "..", "……"))
_DITTO_OR_BLANK = _DITTO | {""}


class MergedCells:
    """The cells merged downwards in some columns; learns their values as rows pass by in order."""

    def __init__(self, merges: Sequence[Merge], columns: Collection[int]) -> None:
        downwards = [m for m in merges if m.bottom > m.top and m.left in columns]
        self._ahead = sorted(downwards, reverse=True)
        self._seen: list[tuple[Merge, str]] = []

    @property
    def any(self) -> bool:
        """Tell whether there are such cells at all."""
        return bool(self._ahead or self._seen)

    def see(self, first: int, rows: Sequence[Row]) -> None:
        """Take note of merged cells that begin in these rows; `first` is the first one's index."""
        while self._ahead and self._ahead[-1].top < first + len(rows):
            merge = self._ahead.pop()
            if merge.top >= first and (value := _text_at(rows[merge.top - first], merge.left)):
                self._seen.append((merge, value))

    def fill(self, column: int, rows: Sequence[int], texts: list[str]) -> None:
        """Fill empty texts from the merged cell they lie in; `rows` are ascending, from 1."""
        for merge, value in self._seen:
            if merge.left == column:
                start, stop = bisect_left(rows, merge.top + 1), bisect_right(rows, merge.bottom + 1)
                texts[start:stop] = [text or value for text in texts[start:stop]]


def _text_at(row: Row, column: int) -> str:
    value: Cell = row[column] if column < len(row) else ""
    return clean_text(value)


def fill_blanks(texts: list[str]) -> list[int]:
    """Fill blanks and ditto marks from the text above, where that is clearly meant.

    It is when the first text is there, no two neighbours are equal (then it would be written for
    everybody), and at least half of the texts are followed by a blank. Returns what was filled.
    """
    if _DITTO_OR_BLANK.isdisjoint(set(texts)):
        return []
    marks = [n for n, text in enumerate(texts) if text in _DITTO]
    for n in marks:
        texts[n] = ""
    written = [n for n, text in enumerate(texts) if text]
    blanks = [n for n, text in enumerate(texts) if not text]
    if not blanks or not texts[0]:
        return []
    if not marks and not _written_once(texts, written):
        return []
    filled = blanks if not marks or _written_once(texts, written) else marks
    for n in filled:
        texts[n] = texts[n - 1]
    return filled


def repeat_dittos(texts: list[str]) -> bool:
    """Put the text above in the place of ditto marks and tell whether there were any.

    Blanks stay blank.
    """
    if _DITTO.isdisjoint(texts):
        return False
    for n, text in enumerate(texts):
        if text in _DITTO and n:
            texts[n] = texts[n - 1]
    return True


def _written_once(texts: Sequence[str], written: Sequence[int]) -> bool:
    if any(texts[n] == texts[n - 1] for n in written if n):
        return False
    followed = sum(n + 1 < len(texts) and not texts[n + 1] for n in written)
    return followed * 2 >= len(written)

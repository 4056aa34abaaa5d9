"""Text into a box: first smaller, then on several lines, at last cut with … and said so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from math import ceil, floor

from jz_training.documents.drawing.line_breaking import break_lines
from jz_training.documents.fonts import Fonts, Line
from jz_training.documents.fonts.files import FontRole

LEADING = 1.15

#: A line shrinks down to this share of its size before it is broken into two.
SHRINK_FIRST = 0.8

#: Nothing is set smaller than this, in points: below it a laser print is not read any more.
SMALLEST = 4.5


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines in one size that fit their box. `cut` tells that the end was left out."""

    size: float
    lines: tuple[Line, ...]
    cut: bool = False

    @property
    def height(self) -> float:
        """Return the height of all lines in points."""
        return self.size * LEADING * len(self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The room a text has, in points, and the size it should have."""

    width: float
    height: float
    size: float


class Fitter:
    """Fits texts in the faces of `fonts`, remembering what it has fitted."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self.fit = lru_cache(maxsize=8192)(self._fit)
        # a unit is broken alike whatever post stands below it
        self._broken = lru_cache(maxsize=8192)(self._break)

    def _fit(self, parts: tuple[str, ...], role: FontRole, box: Box) -> Fitted:
        """Fit the parts, each beginning a line. Use `fit`, which remembers."""
        parts = tuple(part for part in parts if part)
        return (
            self._as_they_are(parts, role, box)
            or self._on_lines(parts, role, box)
            or self._cut(parts, role, box)
        )

    def _as_they_are(self, parts: tuple[str, ...], role: FontRole, box: Box) -> Fitted | None:
        """Return the parts unbroken, if they need not shrink much for it."""
        lines = self._lines(parts, role)
        widest = max((line.em for line in lines), default=0.0)
        wanted = min(box.size, box.height / (LEADING * max(1, len(lines))))
        size = _half_points(min(wanted, box.width / widest if widest else wanted))
        return Fitted(size, lines) if size >= wanted * SHRINK_FIRST else None

    def _on_lines(self, parts: tuple[str, ...], role: FontRole, box: Box) -> Fitted | None:
        """Return the largest setting; of two of one size the one with fewer lines."""
        best: Fitted | None = None
        count = max(2, len(parts))
        while (most := self._size_for(count, box)) > (best.size if best else SMALLEST - 0.5):
            found = self._largest(parts, role, box, count=count, most=most)
            if found is not None and (best is None or found.size > best.size):
                best = found
            count += 1
        return best

    def _largest(
        self, parts: tuple[str, ...], role: FontRole, box: Box, *, count: int, most: float
    ) -> Fitted | None:
        """Return the largest setting on at most `count` lines, no larger than `most`."""
        widths = [self._em(part.replace(" ", ""), role) for part in parts]
        size = most
        while size >= SMALLEST:
            # the cheap question first: breaking a text is most of the work of a batch of sheets
            if _lines_at_least(widths, box.width / size) <= count:
                lines = self._wrap(parts, role, box.width / size)
                if len(lines) <= count:
                    return Fitted(size, self._lines(lines, role))
            size -= 0.5
        return None

    def _cut(self, parts: tuple[str, ...], role: FontRole, box: Box) -> Fitted:
        size = min(SMALLEST, box.size)
        count = max(1, floor(box.height / (size * LEADING)))
        limit = box.width / size
        kept = self._wrap(parts, role, limit)[:count]
        measure = partial(self._em, role=role)
        while kept[-1] and measure(kept[-1] + "…") > limit:
            kept[-1] = kept[-1][:-1]
        kept[-1] += "…"
        return Fitted(size, self._lines(kept, role), cut=True)

    def _size_for(self, count: int, box: Box) -> float:
        return _half_points(min(box.size, box.height / (count * LEADING)))

    def _wrap(self, parts: tuple[str, ...], role: FontRole, limit: float) -> list[str]:
        return [line for part in parts for line in self._broken(part, role, limit)]

    def _break(self, part: str, role: FontRole, limit: float) -> list[str]:
        measure: Callable[[str], float] = partial(self._em, role=role)
        return break_lines(part, measure=measure, limit=limit)

    def _em(self, text: str, role: FontRole) -> float:
        return self._fonts.line(text, role).em

    def _lines(self, texts: Iterable[str], role: FontRole) -> tuple[Line, ...]:
        return tuple(self._fonts.line(text, role) for text in texts)


def _lines_at_least(widths: list[float], limit: float) -> int:
    """Return how many lines parts take even if they could be broken anywhere."""
    return sum(max(1, ceil(width / limit - 1e-3)) for width in widths)


def _half_points(size: float) -> float:
    """Round down to half points: neighbours on a page then share their sizes."""
    return floor(size * 2 + 1e-9) / 2

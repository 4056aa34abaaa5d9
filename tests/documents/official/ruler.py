"""A ruler for papers: a PDF read back once, its lines and strokes in points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jz_training.documents.fonts import Fonts
from jz_training.documents.official.gb9704 import (
    BACK_LEFT,
    BODY_SIZE,
    PAGE_NUMBER_SIZE,
    PITCH,
    TEXT_BOTTOM,
    TEXT_LEFT,
    TEXT_TOP,
    TEXT_WIDTH,
)
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from tests.documents.pdf_reading import opened

Signs = list[dict[str, Any]]


@dataclass(frozen=True)
class Page:
    """A page as it stands on paper; heights are from the lower edge, as in PDF."""

    number: int
    size: tuple[float, float]
    signs: Signs
    strokes: list[dict[str, Any]]
    duplex: bool

    @property
    def left(self) -> float:
        """Return where the 版心 of this page begins."""
        return BACK_LEFT if self.duplex and self.number % 2 == 0 else TEXT_LEFT

    @property
    def right(self) -> float:
        """Return where the 版心 of this page ends."""
        return self.left + TEXT_WIDTH

    @cached_property
    def text(self) -> Signs:
        """Return the characters between the edges of the 版心 (above and below are others)."""
        return [sign for sign in self.signs if TEXT_BOTTOM <= baseline(sign) <= TEXT_TOP]

    @cached_property
    def foot(self) -> Signs:
        """Return what stands below the 版心."""
        return [sign for sign in self.signs if baseline(sign) < TEXT_BOTTOM]

    def said(self) -> str:
        """Return the text in the order in which it was written, without blanks."""
        return without_blanks("".join(sign["text"] for sign in self.text))

    def lines(self, size: float = BODY_SIZE) -> list[Signs]:
        """Return the lines set in a size, from top to bottom, each from left to right."""
        rows = defaultdict(list)
        for sign in self.text:
            if abs(sign["size"] - size) < 0.05:
                rows[round(baseline(sign), 1)].append(sign)
        return [sorted(rows[y], key=lambda sign: sign["x0"]) for y in sorted(rows, reverse=True)]

    def find(self, text: str) -> Signs:
        """Return the characters of the first place where a text stands."""
        at = "".join(sign["text"] for sign in self.signs).index(text)
        return self.signs[at : at + len(text)]


def measured(data: bytes, *, duplex: bool = False) -> tuple[Page, ...]:
    """Return the pages of a PDF."""
    with opened(data) as pdf:
        return tuple(
            Page(number, (page.width, page.height), page.chars, [*page.lines, *page.rects], duplex)
            for number, page in enumerate(pdf.pages, start=1)
        )


def write(
    calls: Callable[[Paper], None], fonts: Fonts, style: PaperStyle = AS_MADE
) -> tuple[Page, ...]:
    """Write a paper by calls and return its pages."""
    writing = Writing(PaperFacts(title="试", author="清河市总工会", subject=""), calls)
    return measured(official_pdf(writing, style=style, fonts=fonts), duplex=style.duplex)


def baseline(sign: dict[str, Any]) -> float:
    """Return the height on which a character stands."""
    return float(sign["matrix"][5])


def line_of(sign: dict[str, Any]) -> float:
    """Return on which line of the grid a character stands, from 1; a whole number if it does."""
    return round((TEXT_TOP - baseline(sign) - 0.88 * float(sign["size"])) / PITCH + 1, 3)


def page_number(page: Page) -> Signs:
    """Return the characters of the page number; a page may have none."""
    return [sign for sign in page.foot if abs(sign["size"] - PAGE_NUMBER_SIZE) < 0.05]


def without_blanks(text: str) -> str:
    """Return a text without blanks, which lines may end with and lose."""
    return "".join(text.split())


class Listener:
    """Takes down what a document says while it is written; some words are not listened to."""

    def __init__(self, paper: Paper, *, deaf_to: Sequence[str] = ()) -> None:
        self.said: list[str] = []
        self._paper = paper
        self._deaf_to = deaf_to

    def __getattr__(self, name: str) -> Any:
        call = getattr(self._paper, name)
        if name == "setting":
            return call

        def listening(*texts: Any, **words: Any) -> Any:
            heard = (words[word] for word in words if word not in self._deaf_to)
            self.said += _words((*texts, *heard))
            return call(*texts, **words)

        return listening


def _words(values: tuple[Any, ...]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif hasattr(value, "all_rows"):
            yield from (cell for row in value.all_rows for cell in row)

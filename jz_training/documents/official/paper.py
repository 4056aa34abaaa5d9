"""What every official paper can be told to write, whatever the file it becomes.

A document is a list of such calls: it is written once and becomes a PDF (`OfficialPaper`) or a
Word document from the same calls.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from reportlab.graphics.shapes import Drawing

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.official.ruled_table import Table
from jz_training.domain.paper_style import AS_MADE, PaperStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """What a paper is: its title, whose it is, its kind in words, and of which day it is."""

    title: str
    author: str
    subject: str
    made_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSetting:
    """How a paper is set: its style, the faces, and where it tells what it could not set."""

    fonts: Fonts
    report: PaperReport
    style: PaperStyle = AS_MADE


class Paper(Protocol):
    """Writes one paper from top to bottom; `finish` returns the file."""

    @property
    def setting(self) -> PaperSetting:
        """Return how the paper is set; a chart needs its faces and its report."""

    def title(self, text: str, *, note: str = "") -> None:
        """Write the title (7.3.1), a note in 楷体 below it, and the blank line after (7.3.2).

        What the style's layout has for a title replaces it; 材料 have unit and date below it. A
        title that comes later is that of an annex and stands on its third line (7.3.7).
        """

    def addressees(self, text: str) -> None:
        """Write 主送机关 from the left edge, its further lines too (7.3.2)."""

    def heading(self, text: str, *, level: int = 1) -> None:
        """Write a heading, number and all (7.3.3): 1 一、 2 （一） 3 1. 4 （1）."""

    def paragraph(self, text: str) -> None:
        """Write a paragraph of the text in 仿宋, indented by two characters (7.3.3)."""

    def annex(self, text: str) -> None:
        """Begin an annex on a new page: its name in 黑体 from the left edge (7.3.7)."""

    def table(self, table: Table) -> None:
        """Set a table, its head again on every page it reaches; no page has a single row of it."""

    def drawing(self, drawing: Drawing, *, caption: str) -> None:
        """Place a chart, its caption below, on a new page if this one has no room for both."""

    def picture(self, content: bytes, *, caption: str) -> None:
        """Place a PNG or JPEG, its caption below; two of them go on a page."""

    def ending(self, paragraph: str, *, signature: str, date: str) -> None:
        """Write the last paragraph, 附件说明, 署名, date and 附注 (7.3.4 to 7.3.6).

        材料 end with 附件说明.
        """

    def signing(self, paragraph: str, *names: str) -> None:
        """Write the last paragraph and, at the right, a line to sign on for each name.

        Names in the style's layout replace these.
        """

    def finish(self) -> bytes:
        """Write what stands last, close the document and return the file."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A paper ready to be written: what it is, and the calls that write it."""

    facts: PaperFacts
    write: Callable[[Paper], None]

"""A paper that is only read: the texts a document would write, for looking them through."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import system_fonts
from jz_training.documents.official.paper import PaperSetting, Writing
from jz_training.documents.official.ruled_table import Table


@dataclass(frozen=True, slots=True)
class Said:
    """A text of a paper and the heading it stands under."""

    heading: str
    text: str


def said_in(writing: Writing) -> tuple[Said, ...]:
    """Return the texts of a paper in their order, the rows of its tables too."""
    paper = _ReadPaper()
    writing.write(paper)
    return tuple(paper.said)


class _ReadPaper:
    """Takes down what it is told to write."""

    def __init__(self) -> None:
        self.setting = PaperSetting(fonts=system_fonts(), report=PaperReport())
        self.said: list[Said] = []
        self._heading = ""

    def title(self, text: str, *, note: str = "") -> None:
        self._take(text, note)

    def addressees(self, text: str) -> None:
        self._take(text)

    def heading(self, text: str, *, level: int = 1) -> None:
        self._heading = text

    def paragraph(self, text: str) -> None:
        self._take(text)

    def annex(self, text: str) -> None:
        self._heading = text

    def table(self, table: Table) -> None:
        for row in table.all_rows:
            self._take(*row)

    def drawing(self, drawing: Drawing, *, caption: str) -> None:
        self._take(caption)

    def picture(self, content: bytes, *, caption: str) -> None:
        self._take(caption)

    def ending(self, paragraph: str, *, signature: str, date: str) -> None:
        self._take(paragraph, signature, date)

    def signing(self, paragraph: str, *names: str) -> None:
        self._take(paragraph)

    def finish(self) -> bytes:
        return b""

    def _take(self, *texts: str) -> None:
        self.said += [Said(self._heading, text) for text in texts if text]

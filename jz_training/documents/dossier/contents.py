"""The list behind the cover: every part of the checklist with its state, documents and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jz_training.documents.dossier.page import BOTTOM, LEFT, RIGHT, TOP, Drawing, put
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.official.ruled_table import ROW_HEIGHT, Column, Table, draw_rows
from jz_training.domain.dossier import DossierPart, PartState
from jz_training.labels.dossier import CONTENTS, DOSSIER_PARTS, PART_STATES

_COLUMNS = (
    Column("序号", 12),
    Column("项　目", 34, 0.0),
    Column("有无", 18),
    Column("材　料", 78, 0.0),
    Column("页　码", 18),
)
_TITLE_HEIGHT = 16 * MM
ROWS_PER_PAGE = int((TOP - BOTTOM - _TITLE_HEIGHT) // ROW_HEIGHT) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document on the list, and the page it begins on."""

    title: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One part of the checklist with what is bound in it."""

    part: DossierPart
    state: PartState
    entries: tuple[Entry, ...] = ()


def pages_of_contents(chapters: Sequence[Chapter]) -> int:
    """Return how many pages the list takes."""
    return -(-len(_rows(chapters)) // ROWS_PER_PAGE)


def contents_pdf(chapters: Sequence[Chapter], drawing: Drawing) -> bytes:
    """Return the list."""
    rows = _rows(chapters)
    pages = [rows[at : at + ROWS_PER_PAGE] for at in range(0, len(rows), ROWS_PER_PAGE)]

    def draw(pen: Pen) -> None:
        for number, page in enumerate(pages):
            if number:
                pen.canvas.showPage()
            _draw(pen, page)

    return drawing.leaf(CONTENTS, draw)


def _draw(pen: Pen, rows: Sequence[tuple[str, ...]]) -> None:
    with pen.writing(), pen.thickened(FontRole.TITLE, 20.0):
        put(
            pen, CONTENTS, FontRole.TITLE, 20.0,
            middle=TOP - 7 * MM, height=12 * MM, align=0.5,
        )  # fmt: skip
    table = Table(caption="", columns=_COLUMNS, rows=tuple(rows))
    draw_rows(pen, table, rows, left=LEFT, width=RIGHT - LEFT, top=TOP - _TITLE_HEIGHT)


def _rows(chapters: Sequence[Chapter]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for number, chapter in enumerate(chapters, start=1):
        head = (str(number), DOSSIER_PARTS[chapter.part], PART_STATES[chapter.state])
        for entry in chapter.entries:
            rows.append((*head, entry.title, str(entry.page)))
            head = ("", "", "")
        if not chapter.entries:
            rows.append((*head, "", ""))
    return rows

"""Paragraphs and rows of an old Word document from its run of characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jz_training.readers.notice.numbering import Numbering
from jz_training.readers.notice.raw_lines import Lines
from jz_training.readers.notice.word97_marks import Marks

_CODE, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_CELL, _PARAGRAPH, _PAGE = "\x07", "\r", "\f"
_ENDS = (_CELL, _PARAGRAPH, _PAGE)
_DRAWN_AS = {"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": ""}

_Pieces = Iterable[tuple[str, int, int]]


def put_paragraphs(lines: Lines, pieces: _Pieces, marks: Marks, numbering: Numbering) -> None:
    """Put the paragraphs into `lines`, a row of a table as one line with tabs."""
    text: list[str] = []
    cells: list[str] = []
    begun = 0  # where in `text` its last paragraph begins
    for one, place in _seen(pieces, marks):
        if one == _CELL and place in marks.row_ends:
            _put_row(lines, cells)
            cells = []
            continue
        if one in _ENDS:
            text.insert(begun, _number(marks, numbering, place, "".join(text[begun:])))
        if one == _CELL:
            cells.append("".join(text))
            text = []
        elif one == _PARAGRAPH and place in marks.in_table:
            text.append("\n")
        elif one in _ENDS:
            _put_row(lines, cells)  # one whose end no mark tells
            cells = []
            lines.add("".join(text) + ("\n" if one == _PAGE else ""))
            text = []
        else:
            text.append(_DRAWN_AS.get(one, one))
            continue
        begun = len(text)
    _put_row(lines, cells)
    if text:
        lines.add("".join(text))


def _number(marks: Marks, numbering: Numbering, place: int, text: str) -> str:
    """Return the number of the paragraph that ends at a place; one without words counts too."""
    about = marks.list_at(place)
    if about is None:
        return ""
    number = numbering.next(
        style=str(about.style),
        list_id="" if about.list_id is None else str(about.list_id),
        level=about.level,
    )
    return number if text.strip() else ""


def _put_row(lines: Lines, cells: list[str]) -> None:
    """A row of one cell is a frame around paragraphs of their own."""
    if len(cells) == 1 and cells[0].strip():
        lines.add(cells[0])
    elif any(cell.strip() for cell in cells):
        lines.add("\t".join(" ".join(cell.split("\n")).strip() for cell in cells))


def _seen(pieces: _Pieces, marks: Marks) -> Iterator[tuple[str, int]]:
    """Yield each character that is seen with its place; codes of fields are not."""
    codes: list[bool] = []  # for each open field: has its result begun
    for text, start, width in pieces:
        for n, one in enumerate(text):
            place = start + n * width
            if one == _CODE:
                codes.append(False)
            elif one == _RESULT and codes:
                codes[-1] = True
            elif one == _FIELD_END and codes:
                codes.pop()
            elif all(codes) and place not in marks.unseen:
                yield one, place
            if one == _PARAGRAPH:  # a field never ended must not hide the rest
                codes = [True] * len(codes)

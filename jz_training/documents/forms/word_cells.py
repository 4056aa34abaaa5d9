"""The places of a Word document that can be filled, and the runs of text in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import pairwise
from typing import Any

from jz_training.documents.forms.runs import edited_runs
from jz_training.documents.forms.xml import SPACE, WORD, local, new
from jz_training.domain.superior_form import TEXTS_APART, WORD_TABLE, WORD_TEXT

#: What a paragraph carries besides its text.
_MARKS = frozenset(
    {"pPr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart",
     "permEnd"}
)  # fmt: skip
_SHAPES = frozenset({"drawing", "pict", "object"})


class WordPlaces:
    """Paragraphs by sheet, row and column, as a reader shows a document."""

    def __init__(self, root: Any) -> None:
        self._body = root.find(f"{WORD}body")
        self.index()

    def index(self) -> None:
        """Find the places anew, after rows were added."""
        blocks = list(_inside(self._body, "p", "tbl")) if self._body is not None else []
        self._texts = [one for one in blocks if local(one) == "p"]
        tables = [one for one in blocks if local(one) == "tbl"]
        self._tables = {
            WORD_TABLE.format(number=number): list(_inside(table, "tr"))
            for number, table in enumerate(tables, start=1)
        }

    def paragraphs(self, sheet: str, row: int, column: int) -> list[Any]:
        """Return the paragraphs of a place; none when there is no such place."""
        if sheet == WORD_TEXT:
            return self._texts[row - 1 : row] if row > 0 else []
        cell = self._cell(sheet, row, column)
        return [] if cell is None else list(_inside(cell, "p"))

    def row(self, sheet: str, row: int) -> Any | None:
        """Return a row of a table."""
        rows = self._tables.get(sheet, [])
        return rows[row - 1] if 0 < row <= len(rows) else None

    def is_merged_down(self, sheet: str, row: int) -> bool:
        """Tell whether a row shares a cell with the row above or below it."""
        line = self.row(sheet, row)
        return line is not None and line.find(f".//{WORD}vMerge") is not None

    def ordinals(self, sheet: str, first: int, last: int) -> dict[int, int]:
        """Return, by column, the last number of what counts 1, 2, 3 … down rows of a table."""
        line = self.row(sheet, last)
        numbers = {
            columns.start: [
                text_of(self.paragraphs(sheet, row, columns.start)).strip()
                for row in range(first, last + 1)
            ]
            for columns, _ in ([] if line is None else _placed(line))
        }
        return {at: int(texts[-1]) for at, texts in numbers.items() if _counts(texts)}

    def _cell(self, sheet: str, row: int, column: int) -> Any | None:
        line = self.row(sheet, row)
        placed = [] if line is None else _placed(line)
        return next((cell for columns, cell in placed if column in columns), None)


def _placed(line: Any) -> Iterator[tuple[range, Any]]:
    """Yield the cells of a row, each with the columns it takes."""
    at = 1 + _number(line, "trPr", "gridBefore", 0)
    for cell in _inside(line, "tc"):
        width = _number(cell, "tcPr", "gridSpan", 1)
        yield range(at, at + width), cell
        at += width


def _counts(texts: list[str]) -> bool:
    """Tell whether texts count on by one; a number alone may be a year or an amount."""
    if len(texts) < 2 or not all(text.isdecimal() for text in texts):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(texts))


def _inside(parent: Any, *names: str) -> Iterator[Any]:
    """Yield children by name; what is wrapped in a content control stands where it does."""
    for child in parent:
        if local(child) in names:
            yield child
        elif local(child) == "sdt":
            for content in child.findall(f"{WORD}sdtContent"):
                yield from _inside(content, *names)


def _number(element: Any, about: str, name: str, otherwise: int) -> int:
    found = element.find(f"{WORD}{about}/{WORD}{name}")
    value = "" if found is None else found.get(f"{WORD}val") or ""
    return int(value) if value.isdecimal() else otherwise


def text_of(paragraphs: list[Any]) -> str:
    """Return the text of paragraphs, a line each."""
    return "\n".join(
        "".join(one.text or "" for one in _text_elements(paragraph)) for paragraph in paragraphs
    )


def is_worked_out(paragraphs: list[Any]) -> bool:
    """Tell whether Word works a place out itself: a field such as =SUM(ABOVE)."""
    return any(
        paragraph.find(f".//{WORD}{name}") is not None
        for paragraph in paragraphs
        for name in ("instrText", "fldSimple")
    )


def set_text(paragraphs: list[Any], text: str) -> None:
    """Put a text in the place of all that paragraphs say, in the looks of its beginning."""
    first = paragraphs[0]
    for other in paragraphs[1:]:
        if _holds_shape(other) or local(other.getprevious()) == "tbl":  # a cell ends with no table
            _empty(other)
        else:
            other.getparent().remove(other)
    control = first.find(f"{WORD}sdt/{WORD}sdtContent")
    looks = deepcopy(_looks(first, control))
    place = first if control is None else control
    _empty(first, but=None if control is None else control.getparent())
    _empty(place)
    del paragraphs[1:]
    _take_for_written(place)
    if text or looks is not None:  # an empty run keeps the looks for who fills it later
        place.append(_run(text, looks))


def _looks(first: Any, control: Any | None) -> Any | None:
    """Return the looks a text begins with; not the grey ones of a control's invitation to write."""
    inviting = control is not None and _is_inviting(control.getparent())
    ways = [f"{WORD}sdt/{WORD}sdtPr/{WORD}rPr"] if inviting else [f".//{WORD}r/{WORD}rPr"]
    found = (first.find(way) for way in (*ways, f"{WORD}pPr/{WORD}rPr"))
    inside = any(_is_inviting(one) for one in first.iterancestors(f"{WORD}sdt"))
    return None if inside else next((one for one in found if one is not None), None)


def _is_inviting(control: Any) -> bool:
    return control.find(f"{WORD}sdtPr/{WORD}showingPlcHdr") is not None


def _empty(paragraph: Any, but: Any | None = None) -> None:
    """Take the text out of a paragraph; pictures and text boxes on it stay, marks as well."""
    for child in list(paragraph):
        if child is but or local(child) in _MARKS:
            continue
        if _holds_shape(child):
            for text in _text_elements(child):
                text.text = ""
        else:
            paragraph.remove(child)


def _holds_shape(element: Any) -> bool:
    return any(local(one) in _SHAPES for one in element.iter())


def _take_for_written(place: Any) -> None:
    """Have the controls around a place take its text as typed, not as theirs to replace."""
    for control in place.iterancestors(f"{WORD}sdt"):
        about = control.find(f"{WORD}sdtPr")
        for one in [] if about is None else list(about):
            if local(one) in ("showingPlcHdr", "dataBinding"):
                about.remove(one)


def edit_paragraphs(paragraphs: list[Any], start: int, end: int, text: str) -> None:
    """Put a text in the place of some characters of paragraphs; their runs keep their looks."""
    offset = 0
    for paragraph in paragraphs:
        elements = _text_elements(paragraph)
        pieces = [one.text or "" for one in elements]
        length = sum(map(len, pieces))
        if offset <= start <= offset + length:
            after = edited_runs(pieces, start - offset, min(end - offset, length), text)
            for element, piece in zip(elements, after, strict=True):
                element.text = piece
                element.set(SPACE, "preserve")
            return
        offset += length + 1


def make_ready(row: Any, ordinals: Mapping[int, int]) -> None:
    """Empty a copied row of a table but for its ordinals; marks that must be single go."""
    for columns, cell in _placed(row):
        paragraphs = list(_inside(cell, "p"))
        if paragraphs:
            set_text(paragraphs, str(ordinals.get(columns.start, "")))
    for element in list(row.iter()):
        for name in list(element.attrib):
            if name.endswith(("}paraId", "}textId")):
                del element.attrib[name]
        if local(element) in ("bookmarkStart", "bookmarkEnd"):
            element.getparent().remove(element)


def _text_elements(paragraph: Any) -> list[Any]:
    return list(_own_texts(paragraph))


def _own_texts(parent: Any) -> Iterator[Any]:
    """Yield what holds the text of a paragraph itself, not of the text boxes that hang on it."""
    for child in parent:
        if child.tag == f"{WORD}t":
            yield child
        elif local(child) not in TEXTS_APART:
            yield from _own_texts(child)


def _run(text: str, looks: Any | None) -> Any:
    run = new(f"{WORD}r")
    if looks is not None:
        run.append(looks)
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(new(f"{WORD}br"))
        element = new(f"{WORD}t")
        element.text = line
        element.set(SPACE, "preserve")
        run.append(element)
    return run

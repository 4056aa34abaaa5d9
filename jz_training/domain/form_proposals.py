"""What the words of a form propose: labels beside empty places, heads above empty rows.

Only exact words count (blanks, brackets and colons aside): a proposal that is wrong costs the
secretary more than one that is missing. Nothing is tied before it was confirmed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jz_training.domain.superior_form import (
    WORD_TEXT,
    CellKind,
    CellTie,
    FormCell,
    FormFile,
    FormSheet,
    FormTies,
    ListSource,
    ListTie,
    Whose,
)

#: A head proposes a list from so many of its columns on.
LEAST_COLUMNS = 3

#: Of two lists whose words fit a head alike, the first one is proposed.
_ORDER = tuple(ListSource)
_BRACKETS = re.compile(r"[(（\[【〔][^)）\]】〕]*[)）\]】〕]")
_BLANKS = re.compile(r"[\s_:：、*＊]+")
_PER_CENT = re.compile(r"[%％]")
_LABEL = re.compile(
    r"(?P<label>[\w·/]+(?:[(（][^()（）]*[)）])?)\s*[:：](?P<rest>[ \t\u00a0\u3000_]*)"
)
_ORDINALS = frozenset({"number", "ordinal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Our words: of figures, of the columns of each list, of groups, and of totals.

    `grouped` are the figures that there are of a group too.
    """

    figures: Mapping[str, Sequence[str]]
    grouped: frozenset[str]
    lists: Mapping[ListSource, Mapping[str, Sequence[str]]]
    groups: Mapping[str, Whose]
    totals: Sequence[str] = ()


def proposals(form: FormFile, words: Vocabulary) -> FormTies:
    """Return what the words of a form propose, sheet by sheet."""
    cells: list[CellTie] = []
    lists: list[ListTie] = []
    for sheet in form.sheets:
        reading = _Reading(sheet, words)
        lists += reading.lists()
        cells += reading.cross_table()
        cells += reading.labels()
    return FormTies(cells=tuple(cells), lists=tuple(lists))


def plain(text: str) -> str:
    """Return a label as it is compared: full-width as half-width, without brackets and blanks."""
    return _BLANKS.sub("", _BRACKETS.sub("", unicodedata.normalize("NFKC", text)))


class _Reading:
    """Looks through one sheet; a place that was proposed once is not proposed again."""

    def __init__(self, sheet: FormSheet, words: Vocabulary) -> None:
        self._sheet = sheet
        self._words = words
        self._at = sheet.by_place()
        self._taken: set[tuple[int, int]] = set()
        self._figures = {plain(one): key for key, said in words.figures.items() for one in said}
        self._groups = {plain(name): whose for name, whose in words.groups.items()}
        self._totals = {plain(one) for one in words.totals}

    # --- lists -------------------------------------------------------------------------------

    def lists(self) -> Iterator[ListTie]:
        """Yield a list for each head whose words are headings of ours, with empty rows below."""
        for row in range(1, self._sheet.rows):
            heads = self._heads(row)
            if len(heads) < LEAST_COLUMNS or any((row, column) in self._taken for column in heads):
                continue
            tie = self._list(row, heads)
            if tie is not None:
                self._taken |= {
                    (line, column)
                    for line in range(row, tie.last + 1)
                    for column in range(1, self._sheet.columns + 1)
                }
                yield tie

    def _heads(self, row: int) -> dict[int, FormCell]:
        """Return the texts of a row by column; of a range merged downwards its last row counts."""
        found = {}
        for column in range(1, self._sheet.columns + 1):
            cell = self._at.get((row, column))
            if cell is None or cell.column != column or cell.row + cell.rows - 1 != row:
                continue
            if cell.kind is CellKind.TEXT and cell.text.strip():
                found[column] = cell
        return found

    def _list(self, row: int, heads: Mapping[int, FormCell]) -> ListTie | None:
        best: dict[int, str] = {}
        source = ListSource.LEDGER
        for one in _ORDER:
            found = _columns(heads, self._words.lists.get(one, {}))
            if len(found) > len(best):
                best, source = found, one
        if len(best) < LEAST_COLUMNS or not set(best.values()) - _ORDINALS:
            return None
        last = self._last_ready(row, best)
        if last == row:
            return None
        points = tuple(column for column in best if _PER_CENT.search(heads[column].text))
        return ListTie(
            sheet=self._sheet.name,
            first=row + 1,
            last=last,
            source=source,
            columns=tuple(sorted(best.items())),
            points=points,
        )

    def _last_ready(self, head: int, columns: Mapping[int, str]) -> int:
        """Return the last row below a head that waits for a line."""
        row = head
        while row < self._sheet.rows and self._is_ready(row + 1, columns):
            row += 1
        return row

    def _is_ready(self, row: int, columns: Mapping[int, str]) -> bool:
        first = self._at.get((row, 1))
        if first is not None and plain(first.text) in self._totals:
            return False
        found = [(key, self._at.get((row, column))) for column, key in columns.items()]
        framed = any(cell is not None and cell.framed for _, cell in found)
        return framed and all(
            cell is None or cell.empty or cell.formula or key in _ORDINALS for key, cell in found
        ) and any(cell is None or not cell.formula for _, cell in found)  # fmt: skip

    # --- tables of groups --------------------------------------------------------------------

    def cross_table(self) -> Iterator[CellTie]:
        """Yield a figure where the line of a group meets a head that names a figure."""
        heads: dict[int, tuple[str, bool]] = {}
        head = 0
        for row in range(1, self._sheet.rows + 1):
            found = self._figure_heads(row)
            if len(found) >= 2:
                heads, head = found, row
                continue
            whose, known = self._group_of(row)
            if not known:
                continue
            for column, (figure, points) in heads.items():
                cell = self._at.get((row, column))
                free = (row, column) not in self._taken and (cell is None or cell.empty)
                if free and (whose is None or figure in self._words.grouped):
                    self._taken |= {(row, column), (head, column)}
                    yield CellTie(sheet=self._sheet.name, row=row, column=column, figure=figure,
                                  whose=whose, points=points)  # fmt: skip

    def _figure_heads(self, row: int) -> dict[int, tuple[str, bool]]:
        """Return the figures that a row of heads names: they stand side by side."""
        found = {}
        for column, cell in self._heads(row).items():
            figure = self._figures.get(plain(cell.text))
            among = self._says(row, column - 1) or self._says(row, column + cell.columns)
            if figure in self._words.grouped and figure is not None and among:
                found[column] = (figure, _PER_CENT.search(cell.text) is not None)
        return found

    def _says(self, row: int, column: int) -> bool:
        cell = self._at.get((row, column))
        return cell is not None and not cell.empty

    def _group_of(self, row: int) -> tuple[Whose | None, bool]:
        """Return whose line it is; None with True is the line of all together."""
        for column in (1, 2):
            cell = self._at.get((row, column))
            if cell is None or cell.row != row:
                continue
            said = plain(cell.text)
            if said in self._groups:
                return self._groups[said], True
            if said in self._totals:
                return None, True
        return None, False

    # --- labels ------------------------------------------------------------------------------

    def labels(self) -> Iterator[CellTie]:
        """Yield a figure for each label with an empty place beside, below or behind it."""
        for cell in self._sheet.cells:
            if (cell.row, cell.column) in self._taken or cell.kind is not CellKind.TEXT:
                continue
            found = list(self._behind(cell))
            place = None if len(found) > 1 else self._beside(cell)
            if place is None:
                yield from found
            elif (figure := self._figures.get(plain(cell.text))) is not None:
                self._taken.add(place)
                points = _PER_CENT.search(cell.text) is not None
                yield CellTie(sheet=self._sheet.name, row=place[0], column=place[1],
                              figure=figure, points=points)  # fmt: skip

    def _behind(self, cell: FormCell) -> Iterator[CellTie]:
        """Yield what stands behind words of the cell itself: 填表人：____."""
        for found in _LABEL.finditer(cell.text):
            figure = self._figures.get(plain(found["label"]))
            follows = cell.text[found.end() : found.end() + 1]
            waits = not follows or follows in "\r\n" or len(found["rest"]) > 1
            if figure is not None and waits:
                after = found[0][: len(found[0]) - len(found["rest"])]
                yield CellTie(sheet=self._sheet.name, row=cell.row, column=cell.column,
                              figure=figure, after=after)  # fmt: skip

    def _beside(self, cell: FormCell) -> tuple[int, int] | None:
        """Return the empty place right of a cell, or below it."""
        if self._sheet.name == WORD_TEXT:
            return None
        right = (cell.row, cell.column + cell.columns)
        below = (cell.row + cell.rows, cell.column)
        if right[1] <= self._sheet.columns and self._is_free(right):
            return right
        framed = self._at.get(below)
        return below if framed is not None and framed.framed and self._is_free(below) else None

    def _is_free(self, place: tuple[int, int]) -> bool:
        cell = self._at.get(place)
        return place not in self._taken and (cell is None or cell.empty)


def _columns(heads: Mapping[int, FormCell], words: Mapping[str, Sequence[str]]) -> dict[int, str]:
    """Return the columns whose heads are called like those of a list, each key once.

    Our own headings go before the other words for them.
    """
    found: dict[int, str] = {}
    for depth in range(max(map(len, words.values()), default=0)):
        for column, cell in heads.items():
            said = plain(cell.text)
            for key, names in words.items():
                fits = depth < len(names) and plain(names[depth]) == said
                if fits and column not in found and key not in found.values():
                    found[column] = key
    return found

"""Rows below a header made into people, or left out with the reason.

Works on columns of some thousand rows at a time: nearly all rows are plain people, and only those
that are not are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import compress

from jz_training.domain.roster_reading import RosterField, SkippedRow, SkipReason
from jz_training.readers.grids.grid import Cell, Grid, Merge, Row
from jz_training.readers.roster.blocks import Block
from jz_training.readers.roster.fill import MergedCells, repeat_dittos
from jz_training.readers.roster.header import Header
from jz_training.readers.roster.judging import Names, Oddities, judge, shown
from jz_training.readers.roster.people import PERSON_FIELDS, People
from jz_training.readers.roster.titles import is_no_name, is_ordinal, unit_in_titles
from jz_training.readers.roster.values import (
    Memo,
    clean_number,
    clean_text,
    plain_mobiles,
    read_phone,
)

_F = RosterField
#: Fields whose cells may be merged downwards over several people.
_MERGEABLE = (_F.UNIT, _F.DEPARTMENT, _F.POST, _F.LAYER, _F.CATEGORY, _F.SEX)
#: What a line between people may be taken for.
_LINES = (SkipReason.NO_NAME, SkipReason.NOT_A_NAME, SkipReason.TITLE)
_WIDE = 3  # a name merged over so many columns is a line of text


class BlockRows:
    """Collects the people of one block of a sheet; give it the rows in their order.

    `unit` is the unit of everybody when the block has no column for it.
    """

    def __init__(
        self,
        grid: Grid,
        block: Block,
        header_rows: Sequence[Sequence[str]],
        titles: frozenset[str],
        unit: str = "",
    ) -> None:
        self.people = People()
        self.skipped: list[SkippedRow] = []
        self.unsure_phones: list[int] = []
        self.two_phones: list[int] = []
        self.cleaned: list[str] = []
        self.changed_late = False  # texts of people were completed after their rows were read
        self._sheet = grid.name
        self._block = block
        self._header_rows = [list(row[block.left : block.right]) for row in header_rows]
        self._titles = titles
        self._unit = unit
        self._names, self._odd, self._texts = Names(), Oddities(), Memo(clean_text)
        mergeable = {block.columns[one] for one in _MERGEABLE if one in block.columns}
        self._merged = MergedCells(grid.merges, mergeable)
        headed = {n for row in header_rows for n, text in enumerate(row) if text}
        self._wide_names = _rows_of_wide_names(grid.merges, block, headed)
        self.lines: list[tuple[int, str]] = []  # row, the unit it names for the people below

    def add(self, first: int, rows: Sequence[Row]) -> None:
        """Read some rows; `first` is the index of the first one in the sheet, from 0."""
        columns: list[tuple[Cell, ...]] = list(zip(*rows, strict=True))
        if len(columns) <= self._block.columns[_F.NAME]:
            return
        self._merged.see(first, rows)
        cells = columns[self._block.columns[_F.NAME]]
        names = list(map(self._names.__getitem__, cells))
        left_out = self._left_out(first, rows, cells, names, columns)
        if left_out:
            keep = [n not in left_out for n in range(len(rows))]
            columns = [tuple(compress(column, keep)) for column in columns]
            names = list(compress(names, keep))
            numbers: Sequence[int] = list(compress(range(first + 1, first + 1 + len(rows)), keep))
        else:
            numbers = range(first + 1, first + 1 + len(rows))
        self._note_cleaned(columns[self._block.columns[_F.NAME]])
        self.people.extend(self._person_texts(names, columns, numbers), numbers, self._sheet)

    def nameless(self, rows: Sequence[Row]) -> list[int]:
        """Return which of some rows have no name where names stand."""
        column = self._block.columns[_F.NAME]
        cells = (row[column] if column < len(row) else "" for row in rows)
        return [n for n, cell in enumerate(cells) if not self._names[cell]]

    @property
    def has_merged_cells(self) -> bool:
        """Tell whether texts of people already read may still be filled in by `finish`."""
        return self._merged.any

    def finish(self) -> None:
        """Fill merged cells down and tell notes at the bottom from rows without a name."""
        for one in _MERGEABLE:
            if one in self._block.columns:
                texts = self.people.texts[one]
                self._merged.fill(self._block.columns[one], self.people.rows, texts)
                if one is not _F.UNIT:  # blanks below a unit are filled as well, see fill_blanks
                    self.changed_late |= repeat_dittos(texts)
        self.skipped = _notes_told(self.skipped, self.people.rows[-1] if self.people.rows else 0)

    def _left_out(
        self,
        first: int,
        rows: Sequence[Row],
        cells: Sequence[Cell],
        names: list[str],
        columns: Sequence[Sequence[Cell]],
    ) -> set[int]:
        """Return the rows that are no people; the others get their name if it was in doubt."""
        left_out = set()
        for n in self._doubtful(first, names, columns):
            part = rows[n][self._block.left : self._block.right]
            if part.count("") == len(part) or not any(map(clean_text, part)):
                left_out.add(n)
                continue
            reason = judge(part, cells[n], self._header_rows, self._titles)
            if reason is None and (first + n in self._wide_names or self._stands_alone(part)):
                reason = SkipReason.NOT_A_NAME
            self._note_unit(first + n + 1, reason, part)
            if reason is not None:
                left_out.add(n)
                self.skipped.append(SkippedRow(first + n + 1, reason, shown(part), self._sheet))
        return left_out

    def _doubtful(
        self, first: int, names: Sequence[str], columns: Sequence[Sequence[Cell]]
    ) -> list[int]:
        doubtful = {n for n, name in enumerate(names) if not name} if "" in names else set()
        for column in {self._block.left, self._block.columns.get(_F.UNIT, self._block.left)}:
            if str in set(map(type, columns[column])):
                odd = list(map(self._odd.__getitem__, columns[column]))
                if True in odd:
                    doubtful.update(compress(range(len(names)), odd))
        if _F.UNIT not in self._block.columns:
            doubtful.update(n for n, name in enumerate(names) if is_no_name(name))
        doubtful.update(n - first for n in self._wide_names if first <= n < first + len(names))
        return sorted(doubtful)

    def _stands_alone(self, part: Row) -> bool:
        """Tell whether a row that looks like a person is only a line that names a unit."""
        texts = [text for cell in part if (text := clean_text(cell))]
        return _F.UNIT not in self._block.columns and len(texts) == 1 and is_no_name(texts[0])

    def _note_unit(self, number: int, reason: SkipReason | None, part: Row) -> None:
        """Remember a line inside the table: it may name the unit of the people below it."""
        if _F.UNIT in self._block.columns or reason not in _LINES:
            return
        until_name = part[: self._block.columns[_F.NAME] - self._block.left + 1]
        texts = [text for cell in part if (text := clean_text(cell))]
        if len(texts) == 1 and any(map(clean_text, until_name)) and not is_ordinal(texts[0]):
            self.lines.append((number, unit_in_titles(texts)))

    def _person_texts(
        self, names: list[str], columns: Sequence[Sequence[Cell]], numbers: Sequence[int]
    ) -> dict[RosterField, Sequence[str]]:
        texts: dict[RosterField, Sequence[str]] = {_F.NAME: names}
        if self._unit:
            texts[_F.UNIT] = [self._unit] * len(names)
        for one in PERSON_FIELDS[1:]:
            if one not in self._block.columns:
                continue
            cells = columns[self._block.columns[one]]
            if one is _F.PHONE:
                texts[one] = self._phones(cells, numbers)
            elif one is _F.NUMBER:
                texts[one] = list(map(clean_number, cells))
            else:
                texts[one] = list(map(self._texts.__getitem__, cells))
        return texts

    def _phones(self, cells: Sequence[Cell], numbers: Sequence[int]) -> Sequence[str]:
        plain = plain_mobiles(cells)
        if plain is not None:
            return plain
        return [self._phone(cell, number) for cell, number in zip(cells, numbers, strict=True)]

    def _phone(self, cell: Cell, number: int) -> str:
        if cell == "":
            return ""
        phone = read_phone(cell)
        if phone.unsure:
            self.unsure_phones.append(number)
        if phone.two:
            self.two_phones.append(number)
        return phone.text

    def _note_cleaned(self, cells: Sequence[Cell]) -> None:
        cleaned = self._names.cleaned
        if cleaned:
            self.cleaned.extend(cleaned[cell] for cell in cells if cell in cleaned)


def _notes_told(skipped: Sequence[SkippedRow], last: int) -> list[SkippedRow]:
    """Below the `last` person everything after the first note is a note too."""
    told, in_notes = [], False
    for one in skipped:
        in_notes |= one.row > last and one.reason is SkipReason.NOTE
        if in_notes and one.reason in (SkipReason.NO_NAME, SkipReason.NOT_A_NAME):
            one = SkippedRow(one.row, SkipReason.NOTE, one.text, one.sheet)
        told.append(one)
    return told


def _rows_of_wide_names(merges: Sequence[Merge], block: Block, headed: Set[int]) -> frozenset[int]:
    """Rows where the cell of the name is the start of a line merged over the table.

    Such a line covers other `headed` columns; names may be merged as wide as their own heading.
    """
    name = block.columns[_F.NAME]
    wide = min(_WIDE, max(2, block.right - block.left))
    return frozenset(
        row
        for merge in merges
        if merge.left == name and merge.right - merge.left + 1 >= wide
        if not headed.isdisjoint(range(name + 1, merge.right + 1))
        for row in range(merge.top, min(merge.bottom, merge.top + 100) + 1)
    )


def header_texts(header: Header, head: Sequence[Row]) -> list[list[str]]:
    """Return the texts of the header's rows, to know them again on later pages."""
    rows = head[header.top : header.bottom + 1]
    return [[clean_text(cell) for cell in row] for row in rows]

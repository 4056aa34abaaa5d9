"""Fills a Word form of a superior's: the tied places of its paragraphs and tables, no others.

Places are counted as the reader shows them (readers/forms): the sheet 正文 has a row for each
paragraph outside of tables, and each table outside of another one is a sheet of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from jz_training.documents.columns import Value
from jz_training.documents.forms.filled import (
    FilledCell,
    FilledForm,
    Gap,
    UnfilledCell,
    Values,
    in_order,
)
from jz_training.documents.forms.list_rows import Block, Lines, block_of, rows_missing
from jz_training.documents.forms.package import Package
from jz_training.documents.forms.runs import free_place, spaced
from jz_training.documents.forms.typed import in_form_words, is_unknown
from jz_training.documents.forms.word_cells import (
    WordPlaces,
    edit_paragraphs,
    is_worked_out,
    make_ready,
    set_text,
    text_of,
)
from jz_training.domain.superior_form import CellTie, FormTies, ListTie
from jz_training.errors import CannotFill


def filled_docx(template: bytes, ties: FormTies, values: Values) -> FilledForm:
    """Return a document with our figures in the places that are tied.

    A list that is longer than the rows made ready for it gets copies of the last of them; lists
    side by side share these. Raises CannotFill; then nothing is made.
    """
    package = Package(template)
    documents = package.parts_linked("", "officeDocument")
    if not documents:
        raise CannotFill("broken", details="no document")
    filling = _Filling(WordPlaces(package.root(documents[0])), values)
    for one in ties.cells:  # first: rows that are added would move the places behind them
        filling.fill_cell(one)
    lines = {tie: values.lines(tie) for tie in ties.lists}
    for block, missing in sorted(rows_missing(lines).items(), key=lambda one: -one[0][1]):
        filling.add_rows(block, missing)
        for tie in (one for one in ties.lists if block_of(one) == block):
            filling.fill_list(tie, lines[tie])
    package.touch(documents[0])
    return FilledForm(
        content=package.packed(),
        cells=in_order(filling.cells),
        gaps=in_order(filling.gaps),
        added=tuple(filling.added),
    )


class _Filling:
    """Fills places of a document and keeps account of each."""

    def __init__(self, places: WordPlaces, values: Values) -> None:
        self._places = places
        self._values = values
        self.cells: list[FilledCell] = []
        self.gaps: list[UnfilledCell] = []
        self.added: list[tuple[str, int]] = []

    def fill_cell(self, tie: CellTie) -> None:
        """Fill one place, the whole of it or behind words of its own."""
        value, what = self._values.figure(tie), self._values.figure_words(tie)
        paragraphs = self._places.paragraphs(tie.sheet, tie.row, tie.column)
        gap = self._gap(paragraphs, tie, value)
        if gap is not None:
            self._leave(tie.sheet, tie.row, tie.column, what, gap)
            return
        old, words = text_of(paragraphs), in_form_words(value, points=tie.points)
        if tie.after:
            start, end = free_place(old, tie.after) or (0, 0)
            edit_paragraphs(paragraphs, start, end, spaced(old, words, end))
        else:
            set_text(paragraphs, words)
        self._account(tie.sheet, tie.row, tie.column, what, old, paragraphs)

    def _gap(self, paragraphs: list[Any], tie: CellTie, value: Value) -> Gap | None:
        if not paragraphs or (tie.after and free_place(text_of(paragraphs), tie.after) is None):
            return Gap.GONE
        if is_unknown(value):
            return Gap.UNKNOWN
        return Gap.FORMULA if is_worked_out(paragraphs) and not tie.over_formula else None

    def add_rows(self, block: Block, count: int) -> None:
        """Put so many copies of the last row of a block below it. Raises CannotFill."""
        if count <= 0:
            return
        sheet, _, last = block
        pattern, where = self._places.row(sheet, last), f"“{sheet}”第 {last} 行"
        if pattern is None:
            raise CannotFill("no_sheet", where=where)
        if self._places.is_merged_down(sheet, last):
            raise CannotFill("merged_rows", where=where)
        ordinals = self._places.ordinals(*block)
        parent = pattern.getparent()
        at = parent.index(pattern)
        for down in range(1, count + 1):
            row = deepcopy(pattern)
            make_ready(row, {column: number + down for column, number in ordinals.items()})
            parent.insert(at + down, row)
        self._places.index()
        self.added.append((sheet, count))

    def fill_list(self, tie: ListTie, lines: Lines) -> None:
        """Fill the rows of a list in its table, of which there are enough; empty the others."""
        for place in range(max(len(lines), tie.last - tie.first + 1)):
            line = lines[place] if place < len(lines) else None
            for column, key in tie.columns:
                self._fill_in_list(tie, tie.first + place, column, key, line)

    def _fill_in_list(
        self,
        tie: ListTie,
        row: int,
        column: int,
        key: str,
        line: Mapping[str, Value] | None,
    ) -> None:
        what = self._values.column_words(tie, key)
        paragraphs = self._places.paragraphs(tie.sheet, row, column)
        value = None if line is None else line[key]
        if not paragraphs:
            self._leave(tie.sheet, row, column, what, Gap.GONE)
            return
        if line is not None and is_unknown(value) and value != "":
            self._leave(tie.sheet, row, column, what, Gap.UNKNOWN)
        old = text_of(paragraphs)
        words = "" if is_unknown(value) else in_form_words(value, points=column in tie.points)
        if words or old:
            set_text(paragraphs, words)
            self._account(tie.sheet, row, column, what, old, paragraphs)

    def _account(
        self, sheet: str, row: int, column: int, what: str, old: str, paragraphs: list[Any]
    ) -> None:
        now = text_of(paragraphs)
        self.cells.append(
            FilledCell(sheet=sheet, row=row, column=column, what=what, old=old, new=now)
        )

    def _leave(self, sheet: str, row: int, column: int, what: str, gap: Gap) -> None:
        self.gaps.append(UnfilledCell(sheet=sheet, row=row, column=column, what=what, gap=gap))

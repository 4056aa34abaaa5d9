"""Fills a workbook of a superior's: only cells that are tied change, all other parts stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from jz_training.documents.columns import Value
from jz_training.documents.forms.book import FormBook
from jz_training.documents.forms.filled import (
    FilledCell,
    FilledForm,
    Gap,
    UnfilledCell,
    Values,
    in_order,
)
from jz_training.documents.forms.formulas import RowInsertion
from jz_training.documents.forms.list_rows import Lines, rows_missing
from jz_training.documents.forms.moved_sheet import spell_out
from jz_training.documents.forms.new_rows import insert_rows
from jz_training.documents.forms.package import Package
from jz_training.documents.forms.row_room import make_room
from jz_training.documents.forms.runs import free_place, spaced
from jz_training.documents.forms.sheet import SheetPart
from jz_training.documents.forms.stale import forget_results
from jz_training.documents.forms.typed import in_form_words, is_unknown, typed
from jz_training.domain.superior_form import CellTie, FormTies, ListTie
from jz_training.errors import CannotFill


def filled_xlsx(template: bytes, ties: FormTies, values: Values) -> FilledForm:
    """Return a workbook with our figures in the cells that are tied.

    A list that is longer than the rows made ready for it gets more of them, and everything below
    goes down with its references; of a shorter one the rest stays empty. Formulas are not written
    over unless a tie says so. Results of formulas that depend on what was filled are left for the
    program that opens the file. Raises CannotFill; then nothing is made.
    """
    book = FormBook(Package(template))
    lines = {tie: values.lines(tie) for tie in ties.lists}
    insertions = _insertions(lines)
    for name, insertion in insertions:
        insert_rows(book, name, insertion)
    filling = _Filling(book, values)
    for tie in ties.lists:
        filling.fill_list(_moved_list(tie, insertions), lines[tie])
    for one in ties.cells:
        filling.fill_cell(replace(one, row=_moved_row(one.sheet, one.row, insertions)))
    forget_results(book, filling.changed)
    return FilledForm(
        content=book.package.packed(),
        cells=in_order(filling.cells),
        gaps=in_order(filling.gaps),
        added=tuple((name, insertion.count) for name, insertion in insertions),
    )


def _insertions(lines: Mapping[ListTie, Lines]) -> list[tuple[str, RowInsertion]]:
    """Return which rows are missing, those furthest down first. Raises CannotFill."""
    missing = rows_missing(lines, sheet_words="工作表")
    return [
        (sheet, RowInsertion(first=first, last=last, count=count))
        for (sheet, first, last), count in sorted(missing.items(), key=lambda one: -one[0][2])
        if count > 0
    ]


def _moved_row(sheet: str, row: int, insertions: Iterable[tuple[str, RowInsertion]]) -> int:
    return row + sum(
        insertion.count for name, insertion in insertions if name == sheet and row > insertion.last
    )


def _moved_list(tie: ListTie, insertions: Iterable[tuple[str, RowInsertion]]) -> ListTie:
    """Return a list with its rows as they are now; its own new rows are inside."""
    insertions = list(insertions)
    own = sum(
        insertion.count
        for name, insertion in insertions
        if name == tie.sheet and insertion.last == tie.last
    )
    first = _moved_row(tie.sheet, tie.first, insertions)
    last = _moved_row(tie.sheet, tie.last, insertions) + own
    return replace(tie, first=first, last=last)


class _Filling:
    """Fills cells of a book and keeps account of each."""

    def __init__(self, book: FormBook, values: Values) -> None:
        self._book = book
        self._values = values
        self.cells: list[FilledCell] = []
        self.gaps: list[UnfilledCell] = []
        self.changed: list[tuple[str, int, int]] = []

    # --- one figure --------------------------------------------------------------------------

    def fill_cell(self, tie: CellTie) -> None:
        """Fill one cell, the whole of it or behind words of its own."""
        sheet = self._book.sheet(tie.sheet)
        value, what = self._values.figure(tie), self._values.figure_words(tie)
        if is_unknown(value):
            self._leave(tie.sheet, tie.row, tie.column, what, Gap.UNKNOWN)
        elif sheet.is_hidden_by_merge(tie.row, tie.column):
            self._leave(tie.sheet, tie.row, tie.column, what, Gap.GONE)
        elif _is_kept(sheet, tie.row, tie.column, over_formula=tie.over_formula):
            self._leave(tie.sheet, tie.row, tie.column, what, Gap.FORMULA)
        elif tie.after:
            self._fill_behind(sheet, tie, value, what)
        else:
            self._fill(sheet, tie.row, tie.column, value, what, points=tie.points)

    def _fill_behind(self, sheet: SheetPart, tie: CellTie, value: Value, what: str) -> None:
        text = sheet.text_at(tie.row, tie.column)
        place = free_place(text, tie.after)
        if place is None:
            self._leave(tie.sheet, tie.row, tie.column, what, Gap.GONE)
            return
        start, end = place
        words = spaced(text, in_form_words(value, points=tie.points), end)
        sheet.write_into_text(tie.row, tie.column, start=start, end=end, text=words)
        make_room(self._book, sheet, tie.row, tie.column)
        self._account(sheet, tie.row, tie.column, what, text)

    # --- a list ------------------------------------------------------------------------------

    def fill_list(self, tie: ListTie, lines: Lines) -> None:
        """Fill the rows of a list; those that are left over lose what stood in its columns."""
        sheet = self._book.sheet(tie.sheet)
        _refuse_merged_rows(sheet, tie)
        for place in range(tie.last - tie.first + 1):
            line = lines[place] if place < len(lines) else None
            if line is not None:
                sheet.show_row(tie.first + place)
            for column, key in tie.columns:
                self._fill_in_list(sheet, tie, tie.first + place, column, key, line)

    def _fill_in_list(
        self,
        sheet: SheetPart,
        tie: ListTie,
        row: int,
        column: int,
        key: str,
        line: Mapping[str, Value] | None,
    ) -> None:
        what = self._values.column_words(tie, key)
        under = sheet.is_hidden_by_merge(row, column)
        if under or _is_kept(sheet, row, column, over_formula=tie.over_formulas):
            if line is not None:
                self._leave(tie.sheet, row, column, what, Gap.GONE if under else Gap.FORMULA)
            return
        value = None if line is None else line[key]
        if not is_unknown(value):
            self._fill(sheet, row, column, value, what, points=column in tie.points)
            return
        if line is not None and value != "":
            self._leave(tie.sheet, row, column, what, Gap.UNKNOWN)
        if old := sheet.text_at(row, column):
            sheet.clear(row, column)
            self._account(sheet, row, column, what, old)

    # --- account -----------------------------------------------------------------------------

    def _fill(
        self, sheet: SheetPart, row: int, column: int, value: Value, what: str, *, points: bool
    ) -> None:
        old = sheet.text_at(row, column)
        if sheet.has_formula(
            row, column
        ):  # others may share it, and it is on the list of what to work out
            spell_out(sheet)
            self._book.forget_order_of_calculation()
        look = self._book.look(sheet.style_at(row, column))
        content = typed(value, look, points=points, from_1904=self._book.from_1904)
        if content.number:
            sheet.write_number(row, column, content.number)
        else:
            sheet.write_text(row, column, content.words)
            make_room(self._book, sheet, row, column)
        self._account(sheet, row, column, what, old, new=content.words)

    def _account(
        self,
        sheet: SheetPart,
        row: int,
        column: int,
        what: str,
        old: str,
        *,
        new: str | None = None,
    ) -> None:
        self._book.touch(sheet)
        self.changed.append((sheet.name, row, column))
        now = sheet.text_at(row, column) if new is None else new
        self.cells.append(
            FilledCell(sheet=sheet.name, row=row, column=column, what=what, old=old, new=now)
        )

    def _leave(self, sheet: str, row: int, column: int, what: str, gap: Gap) -> None:
        self.gaps.append(UnfilledCell(sheet=sheet, row=row, column=column, what=what, gap=gap))


def _is_kept(sheet: SheetPart, row: int, column: int, *, over_formula: bool) -> bool:
    """Tell whether the form itself works a cell out and it is not to be written over."""
    if sheet.in_array(row, column):
        return True
    return sheet.has_formula(row, column) and not over_formula


def _refuse_merged_rows(sheet: SheetPart, tie: ListTie) -> None:
    """Raise CannotFill where a column of the list is merged across rows: a line has no room."""
    columns = {column for column, _ in tie.columns}
    for area in sheet.merges:
        inside = area.top <= tie.last and tie.first <= area.bottom and area.top < area.bottom
        if inside and any(area.left <= column <= area.right for column in columns):
            where = f"工作表“{sheet.name}”第 {area.top}–{area.bottom} 行"
            raise CannotFill("merged_rows", where=where)

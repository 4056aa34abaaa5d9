"""What is being tied in the window: what is settled, what is only proposed, and one place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jz_training.domain.superior_form import (
    CellTie,
    FormCell,
    FormSheet,
    FormTies,
    ListSource,
    ListTie,
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the form that is chosen: its sheet, and the cell's first row and column."""

    sheet: str
    row: int
    column: int


class Mapping:
    """Ties as they are being edited; nothing proposed is saved before it was taken."""

    def __init__(self, ties: FormTies, proposed: FormTies | None = None) -> None:
        self.ties = ties
        self.proposed = proposed or FormTies()

    # --- looking -----------------------------------------------------------------------------

    def cells_at(self, spot: Spot) -> list[CellTie]:
        """Return the figures tied to a place."""
        return [tie for tie in self.ties.cells if _spot(tie) == spot]

    def proposed_at(self, spot: Spot) -> list[CellTie]:
        """Return the figures proposed for a place."""
        return [tie for tie in self.proposed.cells if _spot(tie) == spot]

    def list_at(self, spot: Spot, *, proposed: bool = False) -> ListTie | None:
        """Return the list whose rows a place is in."""
        lists = (self.proposed if proposed else self.ties).lists
        found = (one for one in lists if one.sheet == spot.sheet)
        return next((one for one in found if one.first <= spot.row <= one.last), None)

    # --- tying -------------------------------------------------------------------------------

    def tie_cell(self, tie: CellTie) -> None:
        """Tie a figure to a place; a figure proposed there is forgotten."""
        self.ties = self.ties.with_cell(tie)
        self._forget(_spot(tie))

    def tie_column(
        self, spot: Spot, source: ListSource, key: str, *, first: int, last: int
    ) -> None:
        """Tie a column of a list to the column of a place; another list in its rows gives way."""
        had = self.list_at(spot)
        kept = () if had is None or had.source is not source else had.columns
        columns = (*(one for one in kept if one[0] != spot.column), (spot.column, key))
        if had is not None:
            self.ties = self.ties.without_list(had)
        tie = ListTie(
            sheet=spot.sheet, first=first, last=last, source=source, columns=tuple(sorted(columns)),
            points=had.points if had else (), over_formulas=had.over_formulas if had else False,
        )  # fmt: skip
        self.ties = self.ties.with_list(tie)
        proposed = self.list_at(spot, proposed=True)
        if proposed is not None:
            self.proposed = self.proposed.without_list(proposed)

    def set_rows(self, tie: ListTie, first: int, last: int) -> None:
        """Let a list have other rows."""
        if first <= last:
            other = replace(tie, first=first, last=last)
            self.ties = self.ties.without_list(tie).with_list(other)

    def let_over_formulas(self, spot: Spot, *, allowed: bool) -> None:
        """Say whether formulas of a place may be written over."""
        for cell in self.cells_at(spot):
            other = replace(cell, over_formula=allowed)
            self.ties = self.ties.without_cell(cell).with_cell(other)
        tie = self.list_at(spot)
        if tie is not None:
            other_list = replace(tie, over_formulas=allowed)
            self.ties = self.ties.without_list(tie).with_list(other_list)

    def clear(self, spot: Spot) -> None:
        """Untie a place: its figures, or its column of a list."""
        for cell in self.cells_at(spot):
            self.ties = self.ties.without_cell(cell)
        tie = self.list_at(spot)
        if tie is not None:
            left = tuple(one for one in tie.columns if one[0] != spot.column)
            self.ties = self.ties.without_list(tie)
            if left:
                self.ties = self.ties.with_list(replace(tie, columns=left))
        self._forget(spot)

    # --- proposals ---------------------------------------------------------------------------

    def take(self, spot: Spot) -> None:
        """Take what is proposed for a place; of a list all its columns."""
        for cell in self.proposed_at(spot):
            self.tie_cell(cell)
        tie = self.list_at(spot, proposed=True)
        if tie is not None:
            self.ties = self.ties.with_list(tie)
            self.proposed = self.proposed.without_list(tie)

    def take_all(self) -> None:
        """Take everything that is proposed."""
        for cell in self.proposed.cells:
            self.ties = self.ties.with_cell(cell)
        for tie in self.proposed.lists:
            self.ties = self.ties.with_list(tie)
        self.proposed = FormTies()

    def propose(self, proposed: FormTies) -> None:
        """Propose what is not tied yet."""
        cells = tuple(one for one in proposed.cells if not self.cells_at(_spot(one)))
        lists = tuple(one for one in proposed.lists if not self._meets(one))
        self.proposed = FormTies(cells=cells, lists=lists)

    def _meets(self, tie: ListTie) -> bool:
        return any(
            one.sheet == tie.sheet and one.first <= tie.last and tie.first <= one.last
            for one in self.ties.lists
        )

    def _forget(self, spot: Spot) -> None:
        for cell in self.proposed_at(spot):
            self.proposed = self.proposed.without_cell(cell)
        tie = self.list_at(spot, proposed=True)
        if tie is not None and any(column == spot.column for column, _ in tie.columns):
            left = tuple(one for one in tie.columns if one[0] != spot.column)
            self.proposed = self.proposed.without_list(tie)
            if left:
                self.proposed = self.proposed.with_list(replace(tie, columns=left))


def _spot(tie: CellTie) -> Spot:
    return Spot(tie.sheet, tie.row, tie.column)


def ready_rows(sheet: FormSheet, spot: Spot) -> int:
    """Return the last row of the empty ones that begin at a place."""
    places = sheet.by_place()
    row = spot.row
    while row < sheet.rows:
        below: FormCell | None = places.get((row + 1, spot.column))
        if below is not None and (not below.empty or below.column != spot.column):
            break
        if below is None or not below.framed:
            break
        row += 1
    return row

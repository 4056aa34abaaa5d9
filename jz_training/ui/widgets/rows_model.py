"""A table's rows as ids and pages of 200, fetched when they come into sight.

Sorting and filtering happen where the data is: the page sets other ids. The model never walks
over its rows (QSortFilterProxyModel would).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from jz_training.ui.style.text import literal_tip
from jz_training.ui.style.theme import Tone

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

PAGE = 200

# int() once: comparing with the enum costs three times as much in data()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_WORDS = (_DISPLAY, int(Qt.ItemDataRole.AccessibleTextRole))
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows. With a `tone` the text is a badge; `second` is a small second line.

    With `wrap` a long text goes on in a second line (for tables made with `tall`).
    `role` is a role of the palette for the text (ink, secondary, faint, accent …).
    """

    text: str
    second: str = ""
    tone: Tone | None = None
    role: str = "ink"
    strong: bool = False
    wrap: bool = False
    tail: bool = False  # too long, it is cut in the middle: titles differ at their ends（第2批）
    tip: str = ""  # said besides the text while the mouse rests on the cell


@dataclass(frozen=True, kw_only=True)  # no slots: Column[Row](…) needs a __dict__ on 3.11
class Column(Generic[Row]):
    """A column: what it shows of a row and how it may be sorted.

    `cell` gives a `Cell` or a plain text; `sort` is the key handed to the table's `sort_requested`
    (empty: not sortable); `number` columns stand at the right; `stretch` takes what is left; `tip`
    says more of the column than its title has room for.
    """

    key: str
    title: str
    cell: Callable[[Row], Cell | str]
    width: int = 120
    sort: str = ""
    number: bool = False
    stretch: bool = False
    tip: str = ""


Deliver = Callable[[Sequence[Any]], None]
Fetch = Callable[[Sequence[Any], Deliver], None]


def id_of(row: Any) -> Hashable:
    """Return a row's own `id`."""
    found: Hashable = row.id
    return found


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows rows either given whole (`set_rows`) or fetched by id (`set_ids` with `fetch`).

    `fetch(ids, deliver)` is called with at most 200 ids and calls `deliver(rows)` when they are
    there, at once or later; rows that have vanished meanwhile are left out. `row_id` tells a row's
    id (its `id` by default).
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        fetch: Fetch | None = None,
        row_id: Callable[[Row], Hashable] = id_of,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch = fetch
        self._row_id = row_id
        self._ids: list[Hashable] = []
        self._places: dict[Hashable, int] | None = None
        self._rows: dict[int, Row] = {}
        self._asked: set[int] = set()
        self._turn = 0

    # --- what is shown -------------------------------------------------------------------------

    def set_ids(self, ids: Sequence[Hashable]) -> None:
        """Show other rows (or the same in another order) by their ids."""
        self.beginResetModel()
        self._turn += 1
        self._ids, self._rows, self._asked = list(ids), {}, set()
        self._places = None
        self.endResetModel()

    def set_rows(self, rows: Sequence[Row], ids: Sequence[Hashable] | None = None) -> None:
        """Show rows that are already there."""
        self.beginResetModel()
        self._turn += 1
        self._ids = list(ids) if ids is not None else list(range(len(rows)))
        self._rows, self._asked = dict(enumerate(rows)), set()
        self._places = None
        self.endResetModel()

    def forget(self, ids: Sequence[Hashable]) -> None:
        """Fetch some rows again, because they were changed."""
        wanted = set(ids)
        for at, found in enumerate(self._ids):
            if found in wanted:
                self._rows.pop(at, None)
                self._asked.discard(at // PAGE)
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    @property
    def ids(self) -> Sequence[Hashable]:
        """Return the ids in the order shown."""
        return self._ids

    def id_at(self, at: int) -> Any:
        """Return the id of a row by its place."""
        return self._ids[at]

    def row_at(self, at: int) -> Row | None:
        """Return a row if it is there already."""
        return self._rows.get(at)

    def place_of(self, wanted: Hashable) -> int:
        """Return where an id stands, -1 when it is not shown."""
        if self._places is None:  # made when first asked for: a list of 100,000 is slow to search
            self._places = {found: at for at, found in enumerate(self._ids)}
        return self._places.get(wanted, -1)

    def cell(self, at: int, column: int) -> Cell | None:
        """Return what a cell shows; None while its row is on the way."""
        row = self._rows.get(at)
        if row is None:
            self._ask_for(at // PAGE)
            row = self._rows.get(at)
            if row is None:
                return None
        made = self.columns[column].cell(row)
        return made if isinstance(made, Cell) else Cell(made)

    def ensure(self, places: Sequence[int], then: Callable[[list[Row]], None]) -> None:
        """Give the rows at some places to `then` once all of them are there."""
        missing = {at // PAGE for at in places if at not in self._rows}
        if not missing:
            then([self._rows[at] for at in places])
            return
        for page in missing:
            self._load(page, lambda: self._when_all(places, then))

    def _when_all(self, places: Sequence[int], then: Callable[[list[Row]], None]) -> None:
        if all(at in self._rows for at in places):
            then([self._rows[at] for at in places])

    # --- fetching ------------------------------------------------------------------------------

    def _ask_for(self, page: int) -> None:
        if page not in self._asked:
            self._load(page, lambda: None)

    def _load(self, page: int, then: Callable[[], None]) -> None:
        if self._fetch is None:
            return
        self._asked.add(page)
        turn, first = self._turn, page * PAGE

        def deliver(rows: Sequence[Row]) -> None:
            if turn == self._turn:
                self._take(first, wanted, rows)
                then()

        wanted = self._ids[first : first + PAGE]
        self._fetch(wanted, deliver)

    def _take(self, first: int, wanted: Sequence[Hashable], rows: Sequence[Row]) -> None:
        """Put rows in their places by id: what has vanished meanwhile is left out of `rows`."""
        found = {self._row_id(row): row for row in rows}
        for at, wanted_id in enumerate(wanted, start=first):
            if wanted_id in found:
                self._rows[at] = found[wanted_id]
        last = self.index(first + len(wanted) - 1, len(self.columns) - 1)
        self.dataChanged.emit(self.index(first, 0), last)

    # --- Qt ------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role in _WORDS:
            cell = self.cell(index.row(), index.column())
            return "" if cell is None else cell.text
        if role == _ALIGNMENT:
            return _RIGHT if self.columns[index.column()].number else _LEFT
        if role == _TIP:
            cell = self.cell(index.row(), index.column())
            return literal_tip(cell.tip or cell.text) if cell is not None else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self.columns[section].title
        if role == _ALIGNMENT:
            return _RIGHT if self.columns[section].number else _LEFT
        if role == _TIP:
            return literal_tip(self.columns[section].tip) or None
        return None

"""One sheet of a form: its cells found, read and written, in the order that Excel wants."""

from __future__ import annotations

from bisect import bisect
from copy import deepcopy
from functools import cached_property
from itertools import chain
from typing import Any

from jz_training.documents.forms.formulas import copied
from jz_training.documents.forms.runs import edited_runs
from jz_training.documents.forms.xml import SHEET, SPACE, new
from jz_training.domain.cell_area import Area, area_of, cell_at, cell_name

#: Rows beyond which a merged range is not looked up row by row.
_TALL = 1000

_RUN, _TEXT = f"{SHEET}r", f"{SHEET}t"


class SheetPart:
    """The cells of a sheet by row and column, counted from 1."""

    def __init__(self, name: str, root: Any, *, texts: list[Any]) -> None:
        self.name = name
        self.root = root
        self._texts = texts
        self.data = root.find(f"{SHEET}sheetData")
        self.rows: dict[int, Any] = {}
        self._cells: dict[tuple[int, int], Any] = {}
        self.index()

    def index(self) -> None:
        """Find rows and cells anew; those without a name get the one they have by their place."""
        self.rows, self._cells = {}, {}
        self.__dict__.pop("merges", None)
        self.__dict__.pop("_arrays", None)
        self.__dict__.pop("_merges_by_row", None)
        number = 0
        for row in () if self.data is None else self.data.findall(f"{SHEET}row"):
            number = int(row.get("r") or number + 1)
            row.set("r", str(number))
            self.rows[number] = row
            self._index_row(number, row)

    def _index_row(self, number: int, row: Any) -> None:
        column = 0
        for cell in row.findall(f"{SHEET}c"):
            column = cell_at(cell.get("r"))[1] if cell.get("r") else column + 1
            cell.set("r", cell_name(number, column))
            self._cells[number, column] = cell

    # --- reading -----------------------------------------------------------------------------

    @cached_property
    def merges(self) -> list[Area]:
        """Return the merged ranges."""
        return [
            area_of(one.get("ref"))
            for one in self.root.findall(f"{SHEET}mergeCells/{SHEET}mergeCell")
        ]

    def merge_at(self, row: int, column: int) -> Area | None:
        """Return the merged range that a cell is in."""
        near = chain(self._merges_by_row.get(row, ()), self._merges_by_row[0])
        return next((area for area in near if area.holds(row, column)), None)

    @cached_property
    def _merges_by_row(self) -> dict[int, list[Area]]:
        """Return the merged ranges by each of their rows; those of very many rows under 0."""
        found: dict[int, list[Area]] = {0: []}
        for area in self.merges:
            tall = area.bottom - area.top > _TALL
            for row in (0,) if tall else range(area.top, area.bottom + 1):
                found.setdefault(row, []).append(area)
        return found

    def is_hidden_by_merge(self, row: int, column: int) -> bool:
        """Tell whether a cell lies under a merged one, where nobody sees its content."""
        area = self.merge_at(row, column)
        return area is not None and (area.top, area.left) != (row, column)

    def in_array(self, row: int, column: int) -> bool:
        """Tell whether one formula fills a range with this cell in it: no part may be changed."""
        return any(area.holds(row, column) for area in self._arrays)

    @cached_property
    def _arrays(self) -> list[Area]:
        found = (
            area_of(one.get("ref"))
            for one in (() if self.data is None else self.data.iter(f"{SHEET}f"))
            if one.get("t") in ("array", "dataTable") and one.get("ref")
        )
        return [area for area in found if area[:2] != area[2:]]

    def cell(self, row: int, column: int) -> Any | None:
        """Return the element of a cell, when there is one."""
        return self._cells.get((row, column))

    def formulas(self) -> dict[tuple[int, int], str]:
        """Return every formula by its cell; those that share one are spelt out."""
        found: dict[tuple[int, int], str] = {}
        shared: dict[str, tuple[int, int, str]] = {}
        for (row, column), cell in self._cells.items():
            formula = cell.find(f"{SHEET}f")
            if formula is None:
                continue
            text = formula.text or ""
            if formula.get("t") == "shared":
                key = formula.get("si")
                if text:
                    shared[key] = (row, column, text)
                elif key in shared:
                    top, left, master = shared[key]
                    text = copied(master, down=row - top, right=column - left)
            found[row, column] = text
        return found

    def has_formula(self, row: int, column: int) -> bool:
        """Tell whether a cell works something out."""
        cell = self.cell(row, column)
        return cell is not None and cell.find(f"{SHEET}f") is not None

    def text_at(self, row: int, column: int) -> str:
        """Return what stands in a cell as text: a formula with its =, a number as it is kept."""
        cell = self.cell(row, column)
        if cell is None:
            return ""
        formula = cell.find(f"{SHEET}f")
        if formula is not None:
            return f"={formula.text or '…'}"
        rich = self._rich(cell)
        if rich is not None:
            return "".join(one.text or "" for one in _text_elements(rich))
        return cell.findtext(f"{SHEET}v") or ""

    def style_at(self, row: int, column: int) -> int:
        """Return the format of a cell; of one that is not there, that of its row or column."""
        cell = self.cell(row, column)
        if cell is not None:
            return int(cell.get("s") or 0)
        line = self.rows.get(row)
        if line is not None and line.get("customFormat") in ("1", "true"):
            return int(line.get("s") or 0)
        for one in self.root.findall(f"{SHEET}cols/{SHEET}col"):
            if int(one.get("min")) <= column <= int(one.get("max")):
                return int(one.get("style") or 0)
        return 0

    # --- writing -----------------------------------------------------------------------------

    def write_number(self, row: int, column: int, number: str) -> None:
        """Put a number into a cell."""
        cell = self._emptied(row, column)
        value = new(f"{SHEET}v")
        value.text = number
        cell.append(value)

    def write_text(self, row: int, column: int, text: str) -> None:
        """Put a text into a cell; it stays text whatever it begins with."""
        holder = new(f"{SHEET}is")
        holder.append(_text_element(text))
        self._put(row, column, holder)

    def write_into_text(self, row: int, column: int, *, start: int, end: int, text: str) -> None:
        """Put a text in the place of some characters of a cell's own; its runs keep their looks."""
        cell = self.cell(row, column)
        rich = None if cell is None else self._rich(cell)
        holder = new(f"{SHEET}is")
        for one in () if rich is None else rich:
            if one.tag in (_RUN, _TEXT):
                holder.append(deepcopy(one))
        elements = _text_elements(holder)
        pieces = edited_runs([one.text or "" for one in elements], start, end, text)
        for element, piece in zip(elements, pieces, strict=True):
            element.text = piece
            element.set(SPACE, "preserve")
        if not elements:
            holder.append(_text_element(text))
        self._put(row, column, holder)

    def clear(self, row: int, column: int) -> None:
        """Empty a cell; its format stays."""
        if self.cell(row, column) is not None:
            self._emptied(row, column)

    def _put(self, row: int, column: int, holder: Any) -> None:
        cell = self._emptied(row, column)
        cell.set("t", "inlineStr")
        cell.append(holder)

    def _emptied(self, row: int, column: int) -> Any:
        cell = self.cell(row, column)
        if cell is None:
            cell = self._made(row, column)
        for child in list(cell):
            cell.remove(child)
        for name in ("t", "cm", "vm"):
            cell.attrib.pop(name, None)
        return cell

    def _made(self, row: int, column: int) -> Any:
        style = self.style_at(row, column)
        cell = new(f"{SHEET}c", r=cell_name(row, column))
        if style:
            cell.set("s", str(style))
        self._widen(row, column)
        line = self.rows.get(row)
        if line is None:
            line = new(f"{SHEET}row", r=str(row))
            self.data.insert(bisect(sorted(self.rows), row), line)
            self.rows[row] = line
        before = [cell_at(one.get("r"))[1] for one in line.findall(f"{SHEET}c")]
        line.insert(bisect(before, column), cell)
        self._cells[row, column] = cell
        return cell

    def _widen(self, row: int, column: int) -> None:
        """Let the sheet's own word on its size take a cell in: some programs read no further."""
        about = self.root.find(f"{SHEET}dimension")
        if about is not None and about.get("ref"):
            top, left, bottom, right = area_of(about.get("ref"))
            area = Area(min(top, row), min(left, column), max(bottom, row), max(right, column))
            about.set("ref", area.name)

    def show_row(self, row: int) -> None:
        """Let a row be seen."""
        if row in self.rows:
            self.rows[row].attrib.pop("hidden", None)

    def _rich(self, cell: Any) -> Any | None:
        """Return the element that holds the runs of a cell's text; None for a number."""
        if cell.get("t") == "inlineStr":
            return cell.find(f"{SHEET}is")
        value = cell.findtext(f"{SHEET}v") or ""
        if cell.get("t") == "s" and value.isdecimal() and int(value) < len(self._texts):
            return self._texts[int(value)]
        return None


def _text_elements(holder: Any) -> list[Any]:
    """Return what holds text; the small characters above (phonetic) are no part of it."""
    return [
        one
        for child in holder
        for one in ([child] if child.tag == _TEXT else child.findall(_TEXT))
        if child.tag in (_RUN, _TEXT)
    ]


def _text_element(text: str) -> Any:
    element = new(_TEXT)
    element.set(SPACE, "preserve")
    element.text = text
    return element

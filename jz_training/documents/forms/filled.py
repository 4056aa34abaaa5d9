"""What filling a form came to: the new file, every cell that changed, and what was left empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeVar

from jz_training.documents.columns import Value
from jz_training.domain.superior_form import CellTie, ListTie


class Gap(Enum):
    """Why a place was not filled."""

    UNKNOWN = "unknown"  # our figure is not known yet, or nothing was entered
    FORMULA = "formula"  # the form works it out itself
    GONE = "gone"  # the place or the words it goes behind are no longer in the form


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledCell:
    """A cell that was filled: what stood in it, what stands in it now, and what that is."""

    sheet: str
    row: int
    column: int
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfilledCell:
    """A cell that was not filled: what belongs into it and why it is not there."""

    sheet: str
    row: int
    column: int
    what: str
    gap: Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """The filled file and an account of it; `added` are rows made for lists, by sheet.

    `unsettled` is how many trainings of the period are not wholly recorded: no rate counts them.
    """

    content: bytes
    cells: tuple[FilledCell, ...] = ()
    gaps: tuple[UnfilledCell, ...] = ()
    added: tuple[tuple[str, int], ...] = ()
    unsettled: int = 0


Account = TypeVar("Account", FilledCell, UnfilledCell)


def in_order(cells: Iterable[Account]) -> tuple[Account, ...]:
    """Return cells as they are read: sheet by sheet, row by row."""
    found = list(cells)
    sheets = list(dict.fromkeys(one.sheet for one in found))
    return tuple(sorted(found, key=lambda one: (sheets.index(one.sheet), one.row, one.column)))


class Values(Protocol):
    """Our figures and lists as a form takes them."""

    def figure(self, tie: CellTie) -> Value:
        """Return the figure of a tie; None when it is not known."""

    def figure_words(self, tie: CellTie) -> str:
        """Return what a figure is called: 实到人次（中层干部）."""

    def lines(self, tie: ListTie) -> Sequence[Mapping[str, Value]]:
        """Return the lines of a list by the keys of its columns."""

    def column_words(self, tie: ListTie, key: str) -> str:
        """Return what a column is called: 台账：主题."""

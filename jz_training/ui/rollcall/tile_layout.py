"""Where the names of a roll call stand: as large as the screen allows, else on several pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

#: Sizes of a tile in heights of its letters: four characters of a name and room beside them.
WIDE, HIGH, HEADING = 4.7, 2.15, 1.5
#: Room between tiles.
BETWEEN = 0.2
#: Names are not set larger: a handful of people need no posters.
LARGEST = 64


@dataclass(frozen=True, slots=True)
class Group:
    """Names that stand together, under a title unless it is empty."""

    title: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """Where somebody's name stands on a page."""

    number: int
    area: QRect


@dataclass(frozen=True, slots=True)
class Title:
    """Where the title of a group stands."""

    text: str
    area: QRect


@dataclass(frozen=True, slots=True)
class TilePage:
    """What one screen shows."""

    tiles: tuple[Tile, ...]
    titles: tuple[Title, ...] = ()


@dataclass(frozen=True, slots=True)
class TileLayout:
    """All pages; `letter` is the height of a name's letters in pixels."""

    pages: tuple[TilePage, ...] = ()
    letter: int = LARGEST

    def page_of(self, number: int) -> int:
        """Return the page on which somebody stands, the first for somebody unknown."""
        for at, page in enumerate(self.pages):
            if any(tile.number == number for tile in page.tiles):
                return at
        return 0


def lay_out_tiles(groups: Sequence[Group], *, width: int, height: int, smallest: int) -> TileLayout:
    """Return the largest tiles that fit on one page, or pages of tiles of the smallest size."""
    letter = LARGEST
    while letter > smallest:
        pages = _pages(groups, width=width, height=height, letter=letter)
        if len(pages) <= 1:
            return TileLayout(pages, letter)
        letter -= 1
    return TileLayout(_pages(groups, width=width, height=height, letter=smallest), smallest)


def _pages(
    groups: Sequence[Group], *, width: int, height: int, letter: int
) -> tuple[TilePage, ...]:
    placing = _Placing(width=width, height=height, letter=letter)
    for group in groups:
        placing.add(group)
    return placing.done()


class _Placing:
    """Puts row below row and turns the page where one is full."""

    def __init__(self, *, width: int, height: int, letter: int) -> None:
        self._width, self._height = width, height
        self._gap = max(4, round(BETWEEN * letter))
        least = round(WIDE * letter)
        self._columns = max(1, (width + self._gap) // (least + self._gap))
        self._tile = (width - self._gap * (self._columns - 1)) // self._columns
        self._row, self._heading = round(HIGH * letter), round(HEADING * letter)
        self._y = 0
        self._tiles: list[Tile] = []
        self._titles: list[Title] = []
        self._pages: list[TilePage] = []

    def add(self, group: Group) -> None:
        title = group.title
        for start in range(0, len(group.numbers), self._columns):
            needed = self._row + (self._heading if title else 0)
            if self._y + needed > self._height and self._tiles:
                self._turn()
                title = title or (group.title and f"{group.title}（续）")
            if title:
                area = QRect(0, self._y, self._width, self._heading)
                self._titles.append(Title(title, area))
                self._y += self._heading
                title = ""
            self._add_row(group.numbers[start : start + self._columns])

    def _add_row(self, numbers: Sequence[int]) -> None:
        for column, number in enumerate(numbers):
            x = column * (self._tile + self._gap)
            self._tiles.append(Tile(number, QRect(x, self._y, self._tile, self._row)))
        self._y += self._row + self._gap

    def _turn(self) -> None:
        self._pages.append(TilePage(tuple(self._tiles), tuple(self._titles)))
        self._tiles, self._titles, self._y = [], [], 0

    def done(self) -> tuple[TilePage, ...]:
        if self._tiles:
            self._turn()
        return tuple(self._pages)

"""What an old Word document says of its characters and paragraphs: deleted, hidden, in a row.

Properties lie in pages of 512 bytes (FKP, [MS-DOC] 2.9.32 and 2.9.174), which name runs by their
place in the main stream.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

_CHARACTERS, _PARAGRAPHS = 0x00FA, 0x0102  # in the FIB: where the lists of pages are
_PAGE = 512
_MOST_PAGES = 50_000

_DELETED, _HIDDEN = 0x0800, 0x083C
_IN_TABLE, _ROW_END = 0x2416, 0x2417
LIST, LEVEL = 0x460B, 0x260A
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # bytes of an operand by its kind
_LONG_TABS, _TABLE_SIZE = 0xC615, 0xD608

_Runs = Iterator[tuple[int, int, bytes]]


@dataclass(slots=True)
class Spans:
    """Places in ascending order that do not overlap."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, start: int, end: int) -> None:
        """Append a span behind all others."""
        self.starts.append(start)
        self.ends.append(end)

    def at(self, place: int) -> int | None:
        """Return which span holds a place."""
        at = bisect_right(self.starts, place) - 1
        return at if at >= 0 and place < self.ends[at] else None

    def __contains__(self, place: int) -> bool:
        return self.at(place) is not None


@dataclass(frozen=True, slots=True)
class InList:
    """What a paragraph says of its number; None where only its style says."""

    style: int
    list_id: int | None
    level: int | None


@dataclass(slots=True)
class Marks:
    """Bytes of the main stream whose characters are left out, in a table, or end a row."""

    unseen: Spans = field(default_factory=Spans)
    in_table: Spans = field(default_factory=Spans)
    row_ends: Spans = field(default_factory=Spans)
    paragraphs: Spans = field(default_factory=Spans)
    lists: list[InList] = field(default_factory=list)  # of `paragraphs`

    def list_at(self, place: int) -> InList | None:
        """Return what the paragraph at a place says of its number."""
        at = self.paragraphs.at(place)
        return None if at is None else self.lists[at]


def marks_of(main: bytes, table: bytes) -> Marks:
    """Return the marks; raises struct.error, ValueError or IndexError on damage."""
    marks = Marks()
    for start, end, properties in sorted(_runs(main, table, _CHARACTERS, _of_characters)):
        said = dict(switches(properties))
        if said.get(_DELETED, 0) == 1 or said.get(_HIDDEN, 0) == 1:
            marks.unseen.add(start, end)
    for start, end, properties in sorted(_runs(main, table, _PARAGRAPHS, _of_paragraph)):
        said = dict(switches(properties[2:]))
        style = int.from_bytes(properties[:2], "little")
        marks.paragraphs.add(start, end)
        marks.lists.append(InList(style, said.get(LIST), said.get(LEVEL)))
        if said.get(_ROW_END):
            marks.row_ends.add(start, end)
        elif said.get(_IN_TABLE):
            marks.in_table.add(start, end)
    return marks


def _runs(
    main: bytes, table: bytes, where: int, properties_at: Callable[[bytes, int, int], bytes]
) -> _Runs:
    at, length = struct.unpack_from("<II", main, where)
    count = (length - 4) // 8 if length >= 12 else 0
    if count > _MOST_PAGES:
        raise ValueError(f"{count} pages of properties")
    for number in struct.unpack_from(f"<{count}I", table, at + 4 * (count + 1)):
        number &= 0x3FFFFF
        page = main[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            raise ValueError("a page of properties is missing")
        runs = page[-1]
        places = struct.unpack_from(f"<{runs + 1}I", page)
        for n in range(runs):
            yield places[n], places[n + 1], properties_at(page, runs, n)


def _of_characters(page: bytes, runs: int, n: int) -> bytes:
    at = page[4 * (runs + 1) + n] * 2
    return page[at + 1 : at + 1 + page[at]] if at else b""


def _of_paragraph(page: bytes, runs: int, n: int) -> bytes:
    """Return the number of the style (2 bytes) and the properties."""
    at = page[4 * (runs + 1) + 13 * n] * 2
    if not at:
        return b""
    if page[at]:
        return page[at + 1 : at + 2 * page[at]]
    return page[at + 2 : at + 2 + 2 * page[at + 1]]


def switches(properties: bytes) -> Iterator[tuple[int, int]]:
    """Yield each property with its operand, or the first two bytes of that."""
    at = 0
    while at + 3 <= len(properties):
        code = struct.unpack_from("<H", properties, at)[0]
        at += 2
        size = _size(code, properties, at)
        yield code, int.from_bytes(properties[at : at + min(size, 2)], "little")
        at += size


def _size(code: int, properties: bytes, at: int) -> int:
    kind = code >> 13
    if kind != 6:
        return _SIZES[kind]
    if code == _TABLE_SIZE:
        return int.from_bytes(properties[at : at + 2], "little") + 1
    if code == _LONG_TABS and properties[at] == 255:
        return len(properties)  # nothing of interest follows the longest of all
    return properties[at] + 1

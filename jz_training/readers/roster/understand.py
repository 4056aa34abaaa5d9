"""A roster file read whole: bytes in, `RosterReading` out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jz_training.domain.person_name import has_rare_characters, name_keys
from jz_training.domain.roster_reading import (
    ColumnChoice,
    FoundColumn,
    RosterField,
    RosterPerson,
    RosterReading,
    RosterWarning,
    SkippedRow,
    WarningCode,
)
from jz_training.readers.grids.book import open_book
from jz_training.readers.grids.grid import Book
from jz_training.readers.limits import Limits
from jz_training.readers.roster.columns import plain_heading
from jz_training.readers.roster.people import People
from jz_training.readers.roster.refusals import refusals
from jz_training.readers.roster.remarks import about_words
from jz_training.readers.roster.sheet import SheetReading, read_sheet
from jz_training.readers.roster.table import Outlet, TooManyRows

MANY_PEOPLE = 20_000
_F, _W = RosterField, WarningCode


@dataclass(slots=True)
class Gathered:
    """A RosterReading in the making: people are still columns, or are being made elsewhere."""

    people: People = field(default_factory=People)
    skipped: list[SkippedRow] = field(default_factory=list)
    warnings: list[RosterWarning] = field(default_factory=list)
    columns: list[FoundColumn] = field(default_factory=list)
    signature: str = ""

    def reading(
        self, file_name: str, persons: Iterable[RosterPerson] | None = None
    ) -> RosterReading:
        """Return it as the frozen value that the rest of the program knows."""
        return RosterReading(
            file_name=file_name,
            people=tuple(self.people.persons() if persons is None else persons),
            skipped=tuple(self.skipped),
            warnings=tuple(self.warnings),
            columns=tuple(self.columns),
            signature=self.signature,
        )


def read_roster(path: Path, *, choice: ColumnChoice | None = None) -> RosterReading:
    """Read a roster in this process; raise CannotRead with a sentence when it is none.

    Files from outside go through `guarded.read_roster_guarded`, which survives hostile ones.
    """
    return gather(path, choice=choice, limits=Limits()).reading(path.name)


def gather(
    path: Path, *, choice: ColumnChoice | None, limits: Limits, outlet: Outlet | None = None
) -> Gathered:
    """Read a roster as columns; raise CannotRead with a sentence when it is none.

    An `outlet` gets the people while reading goes on.
    """
    book = open_book(path, limits, refusals)
    try:
        gathered = _gather(path, book, choice or {}, limits, outlet)
    except TooManyRows as error:
        raise refusals.too_many_rows(path, limits.rows) from error
    if book.guessed_encoding:
        gathered.warnings.append(
            RosterWarning(_W.GUESSED_ENCODING, examples=(book.guessed_encoding,))
        )
    _warn_of_people(gathered)
    return gathered


def _gather(
    path: Path, book: Book, choice: ColumnChoice, limits: Limits, outlet: Outlet | None
) -> Gathered:
    gathered, headings, without = Gathered(), [], []
    grids = list(book.grids)
    seen = SheetReading()
    for grid in grids:
        chosen = _chosen_for(choice, grid.name, alone=len(grids) == 1)
        left = limits.rows - len(gathered.people)
        sheet = read_sheet(grid, chosen=chosen, most_rows=left, outlet=outlet)
        seen.has_cells |= sheet.has_cells
        seen.has_header |= sheet.has_header
        if len(sheet.people):
            _add(gathered, sheet)
            headings.append(sheet.headings)
        elif sheet.has_cells:
            without.append(RosterWarning(_W.SHEET_WITHOUT_PEOPLE, sheet=grid.name))
    if not len(gathered.people):
        raise _nothing(path, seen)
    gathered.warnings.extend(without)
    gathered.signature = signature_of(headings)
    return gathered


def _add(gathered: Gathered, sheet: SheetReading) -> None:
    gathered.people.append(sheet.people)
    gathered.skipped.extend(sheet.skipped)
    gathered.warnings.extend(sheet.warnings)
    gathered.columns.extend(sheet.columns)


def _nothing(path: Path, seen: SheetReading) -> Exception:
    if seen.has_header:
        return refusals.no_names(path)
    return refusals.no_header(path) if seen.has_cells else refusals.is_empty(path)


def _chosen_for(choice: ColumnChoice, sheet: str, *, alone: bool) -> Mapping[int, RosterField]:
    """Return the user's columns of a sheet; a file's only sheet may have got another name."""
    sheets = {name for name, _ in choice}
    if sheet not in sheets and alone and len(sheets) == 1:
        sheet = sheets.pop()
    return {index: field for (name, index), field in choice.items() if name == sheet}


def signature_of(headings: list[tuple[str, ...]]) -> str:
    """Return what is the same for files with the same headings in the same columns."""
    plain = "\n".join("\t".join(map(plain_heading, one)).rstrip("\t") for one in headings)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def _warn_of_people(gathered: Gathered) -> None:
    people = gathered.people
    names = people.texts[_F.NAME]
    if len(people) > MANY_PEOPLE:
        gathered.warnings.append(RosterWarning(_W.MANY_ROWS, len(people)))
    if has_rare_characters("".join(names)):
        rare = [name for name in names if has_rare_characters(name)]
        gathered.warnings.append(about_words(_W.RARE_CHARACTER, rare))
    if twice := _same_name_same_unit(people):
        gathered.warnings.append(about_words(_W.SAME_NAME_SAME_UNIT, twice))


def _same_name_same_unit(people: People) -> list[str]:
    """Return the names that stand more than once in a unit, each with its unit."""
    names = people.texts[_F.NAME]
    pairs = list(zip(name_keys(names), people.texts[_F.UNIT], strict=True))
    counts = Counter(pairs)
    if len(counts) == len(pairs):
        return []
    shown = dict(zip(pairs, names, strict=True))
    twice = (pair for pair, count in counts.items() if count > 1)
    return [f"{shown[pair]}（{pair[1]}）" if pair[1] else shown[pair] for pair in twice]

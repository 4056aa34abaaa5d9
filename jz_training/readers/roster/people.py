"""People as columns: cheap to make by the hundred thousand and to hand to another process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from jz_training.domain.roster_reading import RosterField, RosterPerson

#: The texts of a person, in the order of RosterPerson; the shift comes after row and sheet there.
PERSON_FIELDS = (
    RosterField.NAME,
    RosterField.UNIT,
    RosterField.DEPARTMENT,
    RosterField.POST,
    RosterField.LAYER,
    RosterField.CATEGORY,
    RosterField.SEX,
    RosterField.NUMBER,
    RosterField.PHONE,
    RosterField.SHIFT,
)


def _no_texts() -> dict[RosterField, list[str]]:
    return {one: [] for one in PERSON_FIELDS}


@dataclass(slots=True)
class People:
    """The texts of people by field, with Excel's row number and the sheet of each."""

    texts: dict[RosterField, list[str]] = field(default_factory=_no_texts)
    rows: list[int] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.rows)

    def extend(
        self, texts: Mapping[RosterField, Iterable[str]], rows: Sequence[int], sheet: str
    ) -> None:
        """Add people; fields that `texts` does not have stay empty."""
        for one, column in self.texts.items():
            column.extend(texts.get(one) or repeat("", len(rows)))
        self.rows.extend(rows)
        self.sheets.extend(repeat(sheet, len(rows)))

    def append(self, other: People) -> None:
        """Add all people of `other`."""
        for one, column in self.texts.items():
            column.extend(other.texts[one])
        self.rows.extend(other.rows)
        self.sheets.extend(other.sheets)

    def reorder(self, order: Sequence[int]) -> None:
        """Put the people in the order of these indices."""
        for one, column in self.texts.items():
            self.texts[one] = [column[n] for n in order]
        self.rows = [self.rows[n] for n in order]
        self.sheets = [self.sheets[n] for n in order]

    def slice(self, start: int, stop: int) -> People:
        """Return the people from `start` up to, not including, `stop`."""
        texts = {one: column[start:stop] for one, column in self.texts.items()}
        return People(texts, self.rows[start:stop], self.sheets[start:stop])

    def persons(self) -> Iterator[RosterPerson]:
        """Make a RosterPerson of each."""
        *texts, shifts = self.texts.values()
        return map(RosterPerson, *texts, self.rows, self.sheets, shifts)

"""What a roster file says, before anything is stored: made by readers, taken by services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class RosterField(StrEnum):
    """A column that the program understands. The values are the JSON keys of the command line."""

    NAME = "name"
    UNIT = "unit"
    DEPARTMENT = "department"
    POST = "post"
    LAYER = "layer"
    CATEGORY = "category"
    SEX = "sex"
    NUMBER = "number"
    PHONE = "phone"
    SHIFT = "shift"  # 班次 of those who work in turns
    ORDINAL = "ordinal"  # 序号: recognised and left out
    IGNORED = "ignored"  # a column nobody asked for, an ID-card column among them


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """One person as written in the file, cleaned. `row` is Excel's own row number, from 1."""

    name: str
    unit: str = ""
    department: str = ""
    post: str = ""
    layer: str = ""
    category: str = ""
    sex: str = ""
    number: str = ""
    phone: str = ""
    row: int = 0
    sheet: str = ""
    shift: str = ""


class SkipReason(StrEnum):
    """Why a row of the file is not a person."""

    NO_NAME = "no_name"
    REPEATED_HEADER = "repeated_header"
    SUBTOTAL = "subtotal"
    NOTE = "note"  # 填表人, 审核人, 备注 … at the bottom
    TITLE = "title"  # above the header
    NAME_TOO_LONG = "name_too_long"
    NOT_A_NAME = "not_a_name"
    SEVERAL_NAMES = "several_names"  # in one cell


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that was left out, with the reason and what stood in it (shortened)."""

    row: int
    reason: SkipReason
    text: str = ""
    sheet: str = ""


class WarningCode(StrEnum):
    """What a person should know about the reading; `labels` has the sentences."""

    HIDDEN_ROWS_READ = "hidden_rows_read"
    HIDDEN_COLUMNS_READ = "hidden_columns_read"
    HIDDEN_SHEET_READ = "hidden_sheet_read"
    EMPTY_FORMULAS = "empty_formulas"
    PHONE_UNSURE = "phone_unsure"  # rounded by Excel, or not a phone at all
    TWO_PHONES = "two_phones"
    SAME_NAME_SAME_UNIT = "same_name_same_unit"
    RARE_CHARACTER = "rare_character"  # private use or beyond the BMP
    CLEANED_NAME = "cleaned_name"
    UNIT_FILLED_DOWN = "unit_filled_down"  # blanks below a unit; merged cells are no guess
    UNIT_FROM_TITLE = "unit_from_title"  # no column of units: the line above the table names it
    UNIT_FROM_SHEET_NAME = "unit_from_sheet_name"
    UNIT_MISSING = "unit_missing"
    SHEET_WITHOUT_PEOPLE = "sheet_without_people"
    SIDE_BY_SIDE = "side_by_side"
    SEVERAL_TABLES = "several_tables"  # below one another, with other columns
    ID_COLUMN_LEFT_OUT = "id_column_left_out"
    MANY_ROWS = "many_rows"
    GUESSED_ENCODING = "guessed_encoding"


@dataclass(frozen=True, slots=True)
class RosterWarning:
    """One thing to know, with the rows or words it is about (at most a handful) and how many."""

    code: WarningCode
    count: int = 1
    examples: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column of one sheet: its index from 0, its heading, and what it was taken for."""

    sheet: str
    index: int
    heading: str
    field: RosterField
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterReading:
    """Everything a roster file says.

    `signature` tells one kind of header from another, so that a choice of columns made once is
    remembered for files of the same make.
    """

    file_name: str
    people: tuple[RosterPerson, ...]
    skipped: tuple[SkippedRow, ...] = ()
    warnings: tuple[RosterWarning, ...] = ()
    columns: tuple[FoundColumn, ...] = ()
    signature: str = ""


#: The user's own choice of columns: (sheet, column index from 0) → field.
ColumnChoice = Mapping[tuple[str, int], RosterField]


class Likeness(StrEnum):
    """How a person of the file relates to the persons already stored."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    DOUBTFUL = "doubtful"  # same name and same unit more than once: the user decides


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLine:
    """One person of the file beside what is stored: the base of the preview.

    `matches` are the ids of stored persons it may be; `differences` maps a field to
    (stored, in the file).
    """

    person: RosterPerson
    likeness: Likeness
    matches: tuple[str, ...] = ()
    differences: Mapping[str, tuple[str, str]] = field(default_factory=dict)


class Decision(StrEnum):
    """What the user decides for a line of the preview."""

    ADD = "add"
    UPDATE = "update"
    SKIP = "skip"

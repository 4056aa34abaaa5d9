"""A form of a superior (上级表格): what a reader shows of it, and which of our figures fill it.

Rows and columns count from 1 as in a workbook. A Word document is shown in the same way: its
paragraphs are the rows of a sheet of one column, and each table is a sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from jz_training.domain.statistics import By

#: What begins the key of a figure of one training.
OF_TRAINING = "training."

#: The sheets of a Word document: its paragraphs, and its tables from 1.
WORD_TEXT, WORD_TABLE = "正文", "表格{number}"

#: Bytes of one XML part. A form of 500 rows has a tenth; filling this much takes 350 MB.
MOST_XML = 12 * 1024 * 1024

#: Elements of a Word paragraph whose text is not its own: shapes that hang on it, and what a
#: tracked change took away.
TEXTS_APART = frozenset({"drawing", "pict", "object", "AlternateContent", "del", "moveFrom"})


class FormKind(StrEnum):
    """What kind of file a form is, which is also its ending."""

    WORKBOOK = "xlsx"
    MACROS = "xlsm"  # a workbook with macros: they are kept and never run
    WORD = "docx"


class CellKind(StrEnum):
    """What stands in a cell of a form."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCell:
    """A cell as it looks; one that is merged has the size of its range in `rows` and `columns`.

    `formula` begins with = and stands for whatever its result is; `fill` is RRGGBB or empty.
    """

    row: int
    column: int
    text: str = ""
    kind: CellKind = CellKind.TEXT
    formula: str = ""
    rows: int = 1
    columns: int = 1
    bold: bool = False
    align: str = ""  # left, center, right or empty
    fill: str = ""
    framed: bool = False  # it has lines around it: a place to be filled

    @property
    def empty(self) -> bool:
        """Tell whether nothing stands in it."""
        return not self.text.strip() and not self.formula


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """One sheet: how many rows and columns are shown, widths in characters, and its cells."""

    name: str
    rows: int
    columns: int
    cells: tuple[FormCell, ...]
    widths: tuple[float, ...] = ()
    hidden: bool = False

    def by_place(self) -> dict[tuple[int, int], FormCell]:
        """Return the cells by row and column; every place of a merged range has its cell."""
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFile:
    """A form as a reader understood it; `cut` when only its beginning is shown."""

    kind: FormKind
    sheets: tuple[FormSheet, ...]
    cut: bool = False


# --- ties ------------------------------------------------------------------------------------


class ListSource(StrEnum):
    """A list of ours that may fill rows of a form."""

    LEDGER = "ledger"  # 台账, the trainings that were held
    UNITS = "units"
    LAYERS = "layers"
    CATEGORIES = "categories"
    FORMS = "forms"
    MONTHS = "months"
    LAYERS_AND_CATEGORIES = "layers_and_categories"  # 培训情况统计表
    PEOPLE = "people"  # 人员学时
    PLAN = "plan"
    TASKS = "tasks"
    OUTREACH = "outreach"
    PUBLICITY = "publicity"
    ATTENDANCE = "attendance"  # 签到名单 of one training
    ABSENTEES = "absentees"


class Need(StrEnum):
    """What must be chosen before a form can be filled."""

    PERIOD = "period"
    TRAINING = "training"
    PLAN = "plan"


_NEEDS = {
    ListSource.PLAN: Need.PLAN,
    ListSource.ATTENDANCE: Need.TRAINING,
    ListSource.ABSENTEES: Need.TRAINING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose figure is meant: of a unit, a layer, a category or a form of training.

    `key` is what `StatisticsFilter.narrowed` reads; `name` is how it is called.
    """

    by: By
    key: str
    name: str = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellTie:
    """One figure for one cell.

    `after` are words of the cell itself behind which the figure stands (填表人：); empty replaces
    the whole cell. `points` writes a rate in per cent as 91.7, where the form has its own %.
    `over_formula` is the secretary's word that a formula may be written over.
    """

    sheet: str
    row: int
    column: int
    figure: str
    whose: Whose | None = None
    after: str = ""
    points: bool = False
    over_formula: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTie:
    """A list for the rows `first` to `last` that the form has ready, column → key of ours.

    More lines than rows are ready let the form grow; fewer leave the rest empty. `points` are
    columns whose rates are written as 91.7.
    """

    sheet: str
    first: int
    last: int
    source: ListSource
    columns: tuple[tuple[int, str], ...]
    points: tuple[int, ...] = ()
    over_formulas: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTies:
    """Everything that fills a form."""

    cells: tuple[CellTie, ...] = ()
    lists: tuple[ListTie, ...] = ()

    @property
    def needs(self) -> frozenset[Need]:
        """Return what has to be chosen before filling; a period is always asked for."""
        found = {_NEEDS.get(one.source, Need.PERIOD) for one in self.lists}
        found |= {Need.TRAINING for tie in self.cells if tie.figure.startswith(OF_TRAINING)}
        return frozenset({Need.PERIOD, *found})

    @property
    def count(self) -> int:
        """Return how many figures and columns are tied."""
        return len(self.cells) + sum(len(one.columns) for one in self.lists)

    def with_cell(self, tie: CellTie) -> FormTies:
        """Return the ties with one more, in the place of another of the same cell and words."""
        kept = (one for one in self.cells if _place(one) != _place(tie))
        return replace(self, cells=(*kept, tie))

    def without_cell(self, tie: CellTie) -> FormTies:
        """Return the ties without one."""
        return replace(self, cells=tuple(one for one in self.cells if one != tie))

    def with_list(self, tie: ListTie) -> FormTies:
        """Return the ties with a list, in the place of any that begins in the same row."""
        kept = (one for one in self.lists if (one.sheet, one.first) != (tie.sheet, tie.first))
        return replace(self, lists=(*kept, tie))

    def without_list(self, tie: ListTie) -> FormTies:
        """Return the ties without a list."""
        return replace(self, lists=tuple(one for one in self.lists if one != tie))


def _place(tie: CellTie) -> tuple[str, int, int, str]:
    return tie.sheet, tie.row, tie.column, tie.after


# --- stored and chosen -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperiorFormRow:
    """A form as kept: its name, whose it is, its file (a filed document) and its ties."""

    id: UUID
    version: int
    name: str
    superior: str
    document_id: UUID
    kind: FormKind
    ties: FormTies


@dataclass(frozen=True, slots=True, kw_only=True)
class FormChoice:
    """What a form is filled for; days are both included."""

    start: date
    end: date
    notice_id: UUID | None = None
    training_id: UUID | None = None
    plan_id: UUID | None = None

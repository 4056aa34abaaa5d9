"""The table of the people in the file: who, what they were taken for, what will happen."""

from __future__ import annotations

from collections.abc import Callable

from jz_training.domain.roster_reading import Decision, Likeness
from jz_training.labels import LIKENESS
from jz_training.ui.memory import Memory
from jz_training.ui.roster_import.import_plan import ImportPlan
from jz_training.ui.roster_import.import_words import DECISIONS, TONES, difference_words
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.rows_model import Cell, Column
from jz_training.ui.widgets.table import Table

_DECIDED = {Decision.ADD: Tone.GREEN, Decision.UPDATE: Tone.ACCENT, Decision.SKIP: Tone.GREY}


def make_lines_table(plan: Callable[[], ImportPlan], memory: Memory) -> Table[int]:
    """Return the table; a row is the place of a line in the plan."""
    cells = _Cells(plan)
    return Table("import_lines", cells.columns(), row_id=_itself, tall=True, memory=memory)


class _Cells:
    """What the cells show of the line at a place."""

    def __init__(self, plan: Callable[[], ImportPlan]) -> None:
        self._plan = plan

    def columns(self) -> list[Column[int]]:
        return [
            Column(key="row", title="行", cell=self._row, width=56, number=True),
            Column(key="name", title="姓名", cell=self._name, width=128),
            Column(key="unit", title="单位", cell=self._unit, width=160, stretch=True),
            Column(key="likeness", title="比对", cell=self._likeness, width=84),
            Column(key="differences", title="变化", cell=self._differences, width=216),
            Column(key="decision", title="处理", cell=self._decision, width=84),
        ]

    def _row(self, place: int) -> Cell:
        return Cell(str(self._plan().lines[place].person.row), role="faint")

    def _name(self, place: int) -> Cell:
        person = self._plan().lines[place].person
        return Cell(person.name, second=person.post)

    def _unit(self, place: int) -> Cell:
        person = self._plan().lines[place].person
        hats = "　".join(filter(None, (person.department, person.layer, person.category)))
        return Cell(person.unit, second=hats, role="secondary")

    def _likeness(self, place: int) -> Cell:
        likeness = self._plan().lines[place].likeness
        return Cell(LIKENESS[likeness], tone=TONES[likeness])

    def _differences(self, place: int) -> Cell:
        line = self._plan().lines[place]
        words = difference_words(line) if line.likeness is not Likeness.NEW else []
        first, second = (*words, "", "")[:2]
        return Cell(first, second=second + (" 等" if len(words) > 2 else ""), role="secondary")

    def _decision(self, place: int) -> Cell:
        decision = self._plan().decision(place)
        if decision is None:
            return Cell("请选择", tone=Tone.DASHED)
        return Cell(DECISIONS[decision], tone=_DECIDED[decision])


def _itself(place: int) -> int:
    return place

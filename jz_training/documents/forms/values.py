"""Our values for the ties of a form, out of what was read of the workspace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jz_training.documents.columns import Value
from jz_training.documents.forms.figures import figures
from jz_training.documents.forms.sources import form_lists
from jz_training.domain.form_view import FormView
from jz_training.domain.superior_form import CellTie, ListTie


class FormValues:
    """The values of one view; a figure or column that the program does not know is empty."""

    def __init__(self, view: FormView) -> None:
        self._view = view
        self._figures = figures()
        self._lists = form_lists(view.today)

    def figure(self, tie: CellTie) -> Value:
        """Return the figure of a tie; None when it is not known."""
        figure = self._figures.get(tie.figure)
        return None if figure is None else figure.value(self._view, tie.whose)

    def figure_words(self, tie: CellTie) -> str:
        """Return what a figure is called: 实到人次（中层干部）."""
        figure = self._figures.get(tie.figure)
        label = tie.figure if figure is None else figure.label
        return f"{label}（{tie.whose.name}）" if tie.whose else label

    def lines(self, tie: ListTie) -> Sequence[Mapping[str, Value]]:
        """Return the lines of a list by the keys of its columns."""
        known = self._lists[tie.source].lines(self._view)
        return [{key: line.get(key) for _, key in tie.columns} for line in known]

    def column_words(self, tie: ListTie, key: str) -> str:
        """Return what a column is called: 培训台账：主题."""
        headings = {one.key: one.heading for one in self._lists[tie.source].columns}
        return f"{self._lists[tie.source].label}：{headings.get(key, key)}"

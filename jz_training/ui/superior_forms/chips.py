"""What is tied to a sheet in the words of its chips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jz_training.documents.forms.figures import Figure
from jz_training.documents.forms.sources import FormList
from jz_training.domain.superior_form import CellTie, FormTies, ListSource, ListTie
from jz_training.ui.superior_forms.form_grid import Chip
from jz_training.ui.superior_forms.mapping import Mapping as Ties

Place = tuple[int, int]


def chips_of(
    ties: Ties, sheet: str, figures: Mapping[str, Figure], lists: Mapping[ListSource, FormList]
) -> dict[Place, Chip]:
    """Return the chips of a sheet by the first row and column of each cell."""
    found: dict[Place, Chip] = {}
    for proposed, which in ((True, ties.proposed), (False, ties.ties)):
        found.update(_of_lists(which, sheet, lists, proposed=proposed))
        found.update(_of_cells(which, sheet, figures, proposed=proposed))
    return found


def figure_words(tie: CellTie, figures: Mapping[str, Figure]) -> str:
    """Return what a tied figure is called: 实到人次（中层干部）."""
    figure = figures.get(tie.figure)
    label = figure.label if figure is not None else tie.figure
    return f"{label}（{tie.whose.name}）" if tie.whose else label


def _of_cells(
    ties: FormTies, sheet: str, figures: Mapping[str, Figure], *, proposed: bool
) -> dict[Place, Chip]:
    words: dict[Place, list[str]] = {}
    for tie in ties.cells:
        if tie.sheet == sheet:
            words.setdefault((tie.row, tie.column), []).append(figure_words(tie, figures))
    return {place: Chip("、".join(said), proposed=proposed) for place, said in words.items()}


def _of_lists(
    ties: FormTies, sheet: str, lists: Mapping[ListSource, FormList], *, proposed: bool
) -> dict[Place, Chip]:
    found: dict[Place, Chip] = {}
    for tie in ties.lists:
        if tie.sheet == sheet:
            found.update(_of_list(tie, lists[tie.source], proposed=proposed))
    return found


def _of_list(tie: ListTie, known: FormList, *, proposed: bool) -> Iterator[tuple[Place, Chip]]:
    headings = {one.key: one.heading for one in known.columns}
    for column, key in tie.columns:
        words = f"↓ {headings.get(key, key)}"
        yield (tie.first, column), Chip(words, proposed=proposed)
        for row in range(tie.first + 1, tie.last + 1):
            yield (row, column), Chip("", proposed=proposed, faint=True)

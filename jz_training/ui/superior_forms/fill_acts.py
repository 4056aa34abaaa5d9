"""Filling a form from the window: what may be chosen, the filled file, and where it is saved."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jz_training.documents.forms.filled import FilledForm
from jz_training.domain.file_name import safe_file_name
from jz_training.domain.notice import NoticeRow
from jz_training.domain.plan import PlanRow
from jz_training.domain.summary import LedgerRow
from jz_training.domain.superior_form import FormChoice, FormKind, Need, SuperiorFormRow
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.context import Context
from jz_training.ui.paper.exports import save_as

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: Trainings to choose from, newest first.
_MOST_TRAININGS = 200
_KINDS = {
    FormKind.WORKBOOK: "Excel 工作簿 (*.xlsx)",
    FormKind.MACROS: "带宏的 Excel 工作簿 (*.xlsm)",
    FormKind.WORD: "Word 文档 (*.docx)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FillChoices:
    """What a form may be filled for."""

    notices: tuple[NoticeRow, ...] = ()
    trainings: tuple[LedgerRow, ...] = ()
    plans: tuple[PlanRow, ...] = ()


def choices_for(desk: Desk, needs: Collection[Need]) -> FillChoices:
    """Return what may be chosen for a form with these needs."""
    query = TrainingQuery(limit=_MOST_TRAININGS)
    return FillChoices(
        notices=desk.notices.list(),
        trainings=desk.trainings.list(query) if Need.TRAINING in needs else (),
        plans=desk.plans.list() if Need.PLAN in needs else (),
    )


def fill(desk: Desk, row: SuperiorFormRow, choice: FormChoice) -> FilledForm:
    """Return the filled form. Raises NotFound, FileMissing, Refused or CannotFill."""
    from jz_training.documents.forms.filling import filled_form

    forms = desk.superior_forms
    view = forms.values_for(row.ties, choice)
    return filled_form(forms.template(row.id), row.kind, row.ties, view)


def save_filled(
    ctx: Context,
    owner: QWidget,
    row: SuperiorFormRow,
    filled: FilledForm,
    choice: FormChoice | None,
) -> None:
    """Ask where to save a filled form and write it."""
    from jz_training import safe_files
    from jz_training.documents.forms.figures import period_words

    period = period_words(choice.start, choice.end) if choice is not None else ""
    save_as(
        ctx,
        owner,
        name=safe_file_name(f"{row.name}（{period}）" if period else row.name, f".{row.kind}"),
        kinds=_KINDS[row.kind],
        content=lambda: filled.content,
        check=safe_files.is_zip,
        on_desk=False,
    )

"""Fills a form of any kind with what was read of the workspace."""

from __future__ import annotations

from dataclasses import replace

from jz_training.documents.forms.filled import FilledForm
from jz_training.documents.forms.filled_docx import filled_docx
from jz_training.documents.forms.filled_xlsx import filled_xlsx
from jz_training.documents.forms.package import refusing_malformed
from jz_training.documents.forms.values import FormValues
from jz_training.domain.form_view import FormView
from jz_training.domain.superior_form import FormKind, FormTies


def filled_form(template: bytes, kind: FormKind, ties: FormTies, view: FormView) -> FilledForm:
    """Return the filled file with an account of each cell. Raises CannotFill."""
    fill = filled_docx if kind is FormKind.WORD else filled_xlsx
    values = FormValues(view)
    with refusing_malformed():
        filled = fill(template, ties, values)
    unsettled = view.statistics.total.unsettled if view.statistics else 0
    return replace(filled, unsettled=unsettled)

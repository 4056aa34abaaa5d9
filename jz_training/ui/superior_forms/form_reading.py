"""Reading a form that is kept: what the desk knows of it first, then its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.file_name import safe_file_name
from jz_training.domain.superior_form import SuperiorFormRow, Whose
from jz_training.errors import CannotRead
from jz_training.ui.superior_forms.mapper_dialog import FormRead

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptForm:
    """What the desk knows of a form, and where its file lies."""

    row: SuperiorFormRow
    path: Path
    groups: Sequence[Whose]
    today: date


def kept_form(desk: Desk, form_id: UUID) -> KeptForm:
    """Return a form as the desk keeps it; on its worker. Raises NotFound or FileMissing."""
    forms = desk.superior_forms
    return KeptForm(
        row=forms.get(form_id),
        path=forms.path_of(form_id),
        groups=forms.groups(),
        today=desk.now().date(),
    )


def read_kept(kept: KeptForm, *, stop: Callable[[], bool]) -> FormRead:
    """Return a form with its file as read; not on the desk's worker.

    Raises Stopped, and CannotRead that names the form: its file is kept under a number.
    """
    from jz_training.readers.forms.guarded import read_form_guarded
    from jz_training.services.name_order import pinyin_table

    row = kept.row
    try:
        file = read_form_guarded(kept.path, stop=stop)
    except CannotRead as error:
        name = safe_file_name(row.name, f".{row.kind}")
        raise CannotRead(name, error.sentence, details=error.details) from error
    return FormRead(row=row, file=file, groups=kept.groups, today=kept.today, pinyin=pinyin_table())

"""The dialog of a form: what it is called and which superior asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from jz_training.domain.superior_form import SuperiorFormRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.suggest_field import SuggestField


class FormDialog(EntryDialog):
    """Keeps a file that was read as a form, or renames the form it is given."""

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        path: Path | None = None,
        row: SuperiorFormRow | None = None,
        superiors: Sequence[str] = (),
    ) -> None:
        title = "修改上级表格" if row is not None else "新增上级表格"
        super().__init__(ctx, parent, title=title, kinds=(kinds.REPORTS, kinds.DOCUMENTS))
        self._path, self._row = path, row
        self.form = Form()
        self.form.submitted.connect(self.accept)
        self.name = self.form.add("name", "表格名称", QLineEdit(), required=True)
        self.superior = self.form.add(
            "superior", "上级单位", SuggestField(), hint="要这份表格的单位，便于以后查找。"
        )
        self.superior.offer(superiors, ctx.work)
        if row is not None:
            self.name.setText(row.name)
            self.superior.setText(row.superior)
        elif path is not None:
            self.name.setText(path.stem)
            self.superior.setText(superiors[0] if superiors else "")
        self.put(self.form)
        self.fit()
        self.name.setFocus()

    def saving_job(self) -> Callable[[], UUID] | None:
        """Return what keeps the form or its new name; None when the name is missing."""
        if not self.form.complete():
            return None
        forms, row, path = self._ctx.desk.superior_forms, self._row, self._path
        name, superior = self.name.text(), self.superior.text()

        def save() -> UUID:
            if row is None:
                assert path is not None
                return forms.add(path, name=name, superior=superior)
            forms.rename(row.id, version=row.version, name=name, superior=superior)
            return row.id

        return save

"""The dialog of a form: what it is called and which superior asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from jz_training.domain.superior_form import SuperiorFormRow
from jz_training.errors import JzError, Refused
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.style.text import button
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.suggest_field import SuggestField


class FormDialog(EntryDialog):
    """Keeps a file that was read as a form, or renames the form it is given.

    A file of a name that is there already may take the place of that form's file. Signals:
    replaces(SuperiorFormRow): this was chosen; the dialog is closed.
    """

    replaces = Signal(object)

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        path: Path | None = None,
        row: SuperiorFormRow | None = None,
        superiors: Sequence[str] = (),
        others: Sequence[SuperiorFormRow] = (),
    ) -> None:
        title = "修改上级表格" if row is not None else "新增上级表格"
        super().__init__(ctx, parent, title=title, kinds=(kinds.REPORTS, kinds.DOCUMENTS))
        self._path, self._row = path, row
        self._others = {one.name: one for one in others}
        self._same: SuperiorFormRow | None = None
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
        self._make_replacing()
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

    def _make_replacing(self) -> None:
        self.replacing = button("更换文件", tip="保留它的名称和填写内容，换成这个文件")
        self.replacing.setAutoDefault(False)
        self.extra.addWidget(self.replacing)
        self.replacing.hide()
        self.replacing.clicked.connect(self._replace)
        self.name.textChanged.connect(lambda _: self.replacing.hide())

    def _show_fault(self, error: JzError) -> bool:
        if isinstance(error, Refused) and error.fault == "same_form":
            self._same = self._others.get(str(error.facts["name"]))
            self.replacing.setVisible(self._same is not None)
        return super()._show_fault(error)

    def _replace(self) -> None:
        self.done(QDialog.DialogCode.Rejected)
        self.replaces.emit(self._same)

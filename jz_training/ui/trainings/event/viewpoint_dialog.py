"""The dialog to add a viewing point or to change one; it closes once that is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from jz_training.domain.roster import UnitRow
from jz_training.domain.viewpoint import ViewpointDraft, ViewpointRow
from jz_training.errors import JzError, Refused
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.style.text import plain_label
from jz_training.ui.trainings.unit_ticks import UnitTicks
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form


class ViewpointDialog(PlainDialog):
    """Adds a viewing point to a training, or changes the one it is given."""

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        training_id: UUID,
        units: Sequence[UnitRow],
        row: ViewpointRow | None = None,
    ) -> None:
        title = "修改分会场" if row else "新增分会场"
        super().__init__(parent, title=title, verb="保存", width=480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._training_id, self._row = ctx, training_id, row
        self._make_form(units)
        if row is not None:
            self._fill(row.draft)
        self.ready = self._save
        self.form.name_field.setFocus()

    def draft(self) -> ViewpointDraft:
        """Return what is entered."""
        return ViewpointDraft(
            name=self.form.name_field.text().strip(),
            room=self.form.room.text().strip(),
            responsible=self.form.responsible.text().strip(),
            contact=self.form.contact.text().strip(),
            units=self.form.units.value(),
        )

    def _make_form(self, units: Sequence[UnitRow]) -> None:
        self.form = _ViewpointForm()
        self.form.units.show_units(units)
        self.form.submitted.connect(self.accept)
        self.body.addWidget(self.form)
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)

    def _fill(self, draft: ViewpointDraft) -> None:
        self.form.name_field.setText(draft.name)
        self.form.room.setText(draft.room)
        self.form.responsible.setText(draft.responsible)
        self.form.contact.setText(draft.contact)
        self.form.units.set_value(draft.units)

    def _save(self) -> bool:
        """Save in the background; the dialog closes when that has succeeded."""
        if self.form.complete() and self.verb.isEnabled():
            self.verb.setEnabled(False)
            self.trouble.hide()
            self._ctx.work.change(
                self._job(), lambda _: self._close(), owner=self, kinds={kinds.LISTS},
                failed=self._show_fault,
            )  # fmt: skip
        return False

    def _job(self) -> Callable[[], object]:
        viewpoints, draft, row = self._ctx.desk.viewpoints, self.draft(), self._row
        training_id = self._training_id
        if row is None:
            return lambda: viewpoints.add(training_id, draft)
        return lambda: viewpoints.change(row.id, version=row.version, draft=draft)

    def _close(self) -> None:
        name, new = self.draft().name, self._row is None
        self.done(QDialog.DialogCode.Accepted)
        self._ctx.toast(f"{'已新增' if new else '已修改'}分会场“{name}”。", undo=True)

    def _show_fault(self, error: JzError) -> bool:
        self.verb.setEnabled(True)
        if not (isinstance(error, Refused) and self.form.set_error(error.field, str(error))):
            self.trouble.setText(str(error))
            self.trouble.show()
        return True


class _ViewpointForm(Form):
    def __init__(self) -> None:
        super().__init__()
        self.name_field = self.add("name", "名称", QLineEdit(), required=True)
        self.name_field.setPlaceholderText("如 织造车间分会场")
        self.room = self.add("room", "房间", QLineEdit())
        self.responsible = self.add("responsible", "负责人", QLineEdit())
        self.contact = self.add("contact", "联系电话", QLineEdit())
        self.units = self.add(
            "units", "收看单位", UnitTicks(), hint="勾选的单位可以“按单位分配”到这里"
        )

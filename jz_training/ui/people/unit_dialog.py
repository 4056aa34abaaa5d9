"""The dialog to add a unit or to change one: name, kind, the unit above."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from jz_training import labels
from jz_training.domain.roster import UnitKind, UnitRow
from jz_training.errors import JzError, Refused
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.people.unit_tree import UnitBox
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form


class UnitDialog(PlainDialog):
    """Adds a unit, or changes the one it is given.

    Signals: saved(UUID) with the unit's id.
    """

    saved = Signal(object)

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        units: Sequence[UnitRow],
        unit: UnitRow | None = None,
        above: UUID | None = None,
    ) -> None:
        super().__init__(parent, title="修改单位" if unit else "新增单位", verb="保存")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._unit = ctx, unit
        self._make_form(units, unit)
        self._fill(unit, above)
        self.ready = self._save
        self.name.setFocus()

    def _make_form(self, units: Sequence[UnitRow], unit: UnitRow | None) -> None:
        self.form = Form()
        self.name = self.form.add("name", "名称", QLineEdit(), required=True)
        self.kind = self.form.add("kind", "类型", QComboBox())
        for kind, words in labels.UNIT_KINDS.items():
            self.kind.addItem(words, kind.value)
        self.above = self.form.add("parent_id", "上级单位", UnitBox("没有上级"))
        self.above.set_units(units, without=frozenset({unit.id}) if unit else frozenset())
        self.form.submitted.connect(self.accept)
        self.body.addWidget(self.form)
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)

    def _fill(self, unit: UnitRow | None, above: UUID | None) -> None:
        kind = unit.kind if unit else UnitKind.BRANCH
        self.name.setText(unit.name if unit else "")
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        self.above.set_value(unit.parent_id if unit else above)

    def _save(self) -> bool:
        """Save in the background; the dialog closes when that has succeeded."""
        if self.verb.isEnabled() and self.form.complete():
            self.verb.setEnabled(False)
            self._ctx.work.change(
                self._saving_job(),
                self._close_with,
                owner=self,
                kinds={kinds.UNITS, kinds.PEOPLE},
                failed=self._show_fault,
            )
        return False

    def _saving_job(self) -> Callable[[], UUID]:
        units, unit = self._ctx.desk.units, self._unit
        name, above = self.name.text(), self.above.value()
        kind = UnitKind(self.kind.currentData())

        def save() -> UUID:
            if unit is None:
                return units.add(name=name, kind=kind, parent_id=above)
            units.change(
                unit.id,
                version=unit.version,
                name=name,
                kind=kind,
                parent_id=above,
                position=unit.position,
            )
            return unit.id

        return save

    def _close_with(self, unit_id: UUID) -> None:
        self.done(QDialog.DialogCode.Accepted)
        self.saved.emit(unit_id)

    def _show_fault(self, error: JzError) -> bool:
        self.verb.setEnabled(True)
        self.form.clear_errors()
        if not (isinstance(error, Refused) and self.form.set_error(error.field, str(error))):
            self.trouble.setText(str(error))
            self.trouble.show()
        return True

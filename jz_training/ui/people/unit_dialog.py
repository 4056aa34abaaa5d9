"""The dialog to add a unit or to change one: name, kind, the unit above."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from jz_training import labels
from jz_training.domain.roster import UnitKind, UnitRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.people.unit_tree import UnitBox
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form


class UnitDialog(EntryDialog):
    """Adds a unit, or changes the one it is given.

    Signals: saved(UUID) with the unit's id.
    """

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        units: Sequence[UnitRow],
        unit: UnitRow | None = None,
        above: UUID | None = None,
    ) -> None:
        title = "修改单位" if unit else "新增单位"
        super().__init__(ctx, parent, title=title, kinds={kinds.UNITS, kinds.PEOPLE})
        self._unit = unit
        self._make_form(units, unit)
        self._fill(unit, above)
        self.fit()
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
        self.put(self.form)

    def _fill(self, unit: UnitRow | None, above: UUID | None) -> None:
        kind = unit.kind if unit else UnitKind.BRANCH
        self.name.setText(unit.name if unit else "")
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        self.above.set_value(unit.parent_id if unit else above)

    def saving_job(self) -> Callable[[], UUID] | None:
        if not self.form.complete():
            return None
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

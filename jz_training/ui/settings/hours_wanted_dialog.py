"""The dialog of one requirement for 学时."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from jz_training.domain.hours import HoursRequirement, HoursRequirementRow
from jz_training.labels import CATEGORIES, LAYERS
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.widgets.chips import ChipField
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.hours_entry import hours_in, shown, unreadable


class HoursWantedDialog(EntryDialog):
    """Enters a requirement, beginning with `wanted`, or changes the one it is given as `row`."""

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        row: HoursRequirementRow | None = None,
        wanted: HoursRequirement | None = None,
    ) -> None:
        title = "修改学时要求" if row else "新增学时要求"
        super().__init__(ctx, parent, title=title, kinds={kinds.HOURS}, width=480)
        self._row = row
        self._make_form()
        self._fill(row.requirement if row else wanted)
        self.fit()
        self.name.setFocus()

    def _make_form(self) -> None:
        self.form = form = Form()
        self.name = form.add("name", "名称", QLineEdit(), required=True)
        self.hours = form.add("hours", "应达到的学时", QLineEdit(), required=True)
        self.years = form.add("years", "在几年之内", QSpinBox(), hint="按自然年算：1 年就是每年。")
        self.years.setRange(1, 10)
        self.years.setSuffix(" 年")
        self.years.lineEdit().setTextMargins(10, 0, 10, 0)
        self.online = form.add("online", "范围", QCheckBox("只算线上学习"))
        self.layers = form.add(
            "layers", "适用层级", ChipField("不填就是所有层级"), hint="写法与人员的“层级”一致。"
        )
        self.layers.entry.offer(LAYERS, self._ctx.work)
        self.categories = form.add("categories", "适用类别", ChipField("不填就是所有类别"))
        self.categories.entry.offer(CATEGORIES, self._ctx.work)
        self.basis = form.add(
            "basis", "依据", QLineEdit(), hint="上级文件的名称、文号和条款。不清楚可以先空着。"
        )
        form.submitted.connect(self.accept)
        self.put(form)

    def _fill(self, wanted: HoursRequirement | None) -> None:
        if wanted is None:
            return
        self.name.setText(wanted.name)
        self.hours.setText(shown(wanted.hours))
        self.years.setValue(wanted.years)
        self.online.setChecked(wanted.online)
        self.layers.set_value(wanted.layers)
        self.categories.set_value(wanted.categories)
        self.basis.setText(wanted.basis)

    def wanted(self) -> HoursRequirement:
        """Return what is entered."""
        return HoursRequirement(
            name=self.name.text().strip(),
            hours=hours_in(self.hours) or Decimal(0),
            basis=self.basis.text().strip(),
            years=self.years.value(),
            online=self.online.isChecked(),
            layers=self.layers.value(),
            categories=self.categories.value(),
        )

    def saving_job(self) -> Callable[[], UUID] | None:
        if not self.form.complete():
            return None
        if faults := unreadable(hours=self.hours):
            self.form.show_errors(faults)
            return None
        hours, row, wanted = self._ctx.desk.hours, self._row, self.wanted()

        def save() -> UUID:
            if row is None:
                return hours.add_requirement(wanted)
            hours.change_requirement(row.id, version=row.version, requirement=wanted)
            return row.id

        return save

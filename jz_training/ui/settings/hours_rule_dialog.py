"""The dialog of one rule set for 学时."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from jz_training.domain.hours import HoursRule, HoursRuleRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.settings.form_values import FormValues
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.hours_entry import hours_in, shown, unreadable

_STEP = Decimal("0.5")


class HoursRuleDialog(EntryDialog):
    """Enters a rule set, beginning with `rule`, or changes the one it is given as `row`."""

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        row: HoursRuleRow | None = None,
        rule: HoursRule | None = None,
    ) -> None:
        title = "修改学时规则" if row else "新增学时规则"
        super().__init__(ctx, parent, title=title, kinds={kinds.HOURS}, width=480)
        self._row = row
        self._make_form()
        self._fill(row.rule if row else rule or HoursRule(name=""))
        self.fit()
        self.name.setFocus()

    def _make_form(self) -> None:
        self.form = form = Form()
        self.name = form.add(
            "name", "名称", QLineEdit(), required=True,
            hint="改动只对以后选用它的场次有效，已有场次仍按保存时的规则。" if self._row else "",
        )  # fmt: skip
        self.basis = form.add(
            "basis", "依据", QLineEdit(), hint="上级文件的名称、文号和条款。不清楚可以先空着。"
        )
        self.minutes = form.add("minutes", "每学时多少分钟", _minutes(1))
        self.step = form.add(
            "step", "按多少学时取整", QLineEdit(), hint="不足的舍去，如 0.5 或 1。"
        )
        self.least = form.add("least_minutes", "不足多少分钟不计", _minutes(0))
        self.half_day = form.add(
            "half_day", "半天计多少学时", QLineEdit(),
            hint="2.5 小时以上算半天，5 小时以上算全天（两个半天）；空着就一律按分钟计。",
        )  # fmt: skip
        self.values = form.add(
            "form_values", "按次计的形式", FormValues(), hint="如中心组学习每次 3 学时，不论长短。"
        )
        self.day_cap = form.add("day_cap", "每天最多", QLineEdit(), hint="空着不设上限。")
        self.training_cap = form.add("training_cap", "每个场次最多", QLineEdit())
        form.submitted.connect(self.accept)
        self.put(form)

    def _fill(self, rule: HoursRule) -> None:
        self.name.setText(rule.name)
        self.basis.setText(rule.basis)
        self.minutes.setValue(rule.minutes)
        self.step.setText(shown(rule.step))
        self.least.setValue(rule.least_minutes)
        self.half_day.setText(shown(rule.half_day))
        self.values.set_value(rule.form_values)
        self.day_cap.setText(shown(rule.day_cap))
        self.training_cap.setText(shown(rule.training_cap))

    def rule(self) -> HoursRule:
        """Return what is entered."""
        return HoursRule(
            name=self.name.text().strip(),
            basis=self.basis.text().strip(),
            minutes=self.minutes.value(),
            step=hours_in(self.step) or _STEP,
            least_minutes=self.least.value(),
            form_values=self.values.values(),
            half_day=hours_in(self.half_day),
            day_cap=hours_in(self.day_cap),
            training_cap=hours_in(self.training_cap),
        )

    def saving_job(self) -> Callable[[], UUID] | None:
        if not self.form.complete() or not self._readable():
            return None
        hours, row, rule = self._ctx.desk.hours, self._row, self.rule()

        def save() -> UUID:
            if row is None:
                return hours.add_rule(rule)
            hours.change_rule(row.id, version=row.version, rule=rule)
            return row.id

        return save

    def _readable(self) -> bool:
        faults = unreadable(
            step=self.step, half_day=self.half_day,
            day_cap=self.day_cap, training_cap=self.training_cap,
        )  # fmt: skip
        if wrong := self.values.unreadable():
            faults["form_values"] = wrong
        if faults:
            self.form.show_errors(faults)
        return not faults


def _minutes(least: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, 600)
    box.setSingleStep(5)
    box.setSuffix(" 分钟")
    box.lineEdit().setTextMargins(10, 0, 10, 0)
    return box

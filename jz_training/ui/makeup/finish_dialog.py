"""The dialog 完成补学: on which day a group met, and who came."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from jz_training.domain.make_up import MakeUpGroupRow, MissedRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.style.text import button_words, plain_label
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form


class FinishDialog(EntryDialog):
    """Everybody who waits is ticked; who is not, is free to be arranged anew.

    Signals: saved(UUID) with the group's id.
    """

    def __init__(self, ctx: Context, parent: QWidget, group: MakeUpGroupRow) -> None:
        super().__init__(ctx, parent, title="完成补学", kinds={kinds.ATTENDANCE}, width=440)
        self._group = group
        self.boxes: dict[tuple[MissedRow, ...], QCheckBox] = {}
        self.form = Form()
        day = min(group.draft.day or ctx.desk.now().date(), ctx.desk.now().date())
        self.day = self.form.add("done_on", "补学日期", DateField(clock=ctx.desk.now))
        self.day.set_value(day)
        self.form.add("came", "来补学的人", self._make_ticks(), hint="没来的去掉勾，可以另行安排。")
        self.put(plain_label(group.draft.title, "secondary", wrap=True), self.form)
        self.fit()
        self.verb.setText("完成补学")

    def came(self) -> list[UUID]:
        """Return the lines of those ticked."""
        ticked = [rows for rows, box in self.boxes.items() if box.isChecked()]
        return [row.attendee_id for rows in ticked for row in rows]

    def tell_saved(self) -> None:
        came = sum(box.isChecked() for box in self.boxes.values())
        self._ctx.toast(f"已登记 {came} 人补学，计入覆盖率，实到不变。", undo=True)

    def _make_ticks(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        persons: dict[object, list[MissedRow]] = {}
        for row in self._group.waiting:
            persons.setdefault(row.person_id or row.attendee_id, []).append(row)
        for rows in persons.values():
            words = f"{rows[0].name}　{rows[0].unit}"
            box = QCheckBox(button_words(words + (f"　{len(rows)} 场" if len(rows) > 1 else "")))
            box.setChecked(True)
            self.boxes[tuple(rows)] = box
            column.addWidget(box)
        return holder

    def saving_job(self) -> Callable[[], UUID] | None:
        day = self.day.value()
        if day is None:
            self.form.show_errors({"done_on": "请填写补学日期，可以写成 2026-11-20 这样。"})
            return None
        groups, group_id, came = self._ctx.desk.make_up_groups, self._group.id, self.came()

        def save() -> UUID:
            groups.finish_group(group_id, day, came)
            return group_id

        return save

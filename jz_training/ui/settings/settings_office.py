"""The union's name, who is working, and how sheets and counts are made; saved as you go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QSpinBox, QWidget

from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jz_training.services.settings import Settings


class OfficeTab(QWidget):
    """Two cards: who we are; sheets and counting."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._known: Settings | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self._make_who(), 1)
        line.addWidget(self._make_sheets(), 1)
        self.setEnabled(False)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the settings again."""
        self._ctx.work.read(self._ctx.desk.settings.get, self._show, owner=self, key="settings")

    def _make_who(self) -> Card:
        card, form = Card("本会"), Form()
        self.organiser = form.add(
            "organiser", "工会名称", QLineEdit(), hint="印在签到表、小结和台账上，写全称。"
        )
        self.operator = form.add(
            "operator", "经办人", QLineEdit(), hint="写进操作记录，便于查是谁改的。"
        )
        form.stretch()
        card.add(form)
        return card

    def _make_sheets(self) -> Card:
        card, form = Card("签到表与统计"), Form()
        choices = (("party", "党代会排法"), ("congress", "人代会排法"))
        self.strokes = form.add(
            "stroke_convention",
            "按姓氏笔画排序时",
            Segmented(choices),
            hint="党代会排法：同姓时单名在前。人代会排法：逐字比较笔画。",
        )
        self.blank_rows = form.add("blank_rows", "签到表末尾留几行空白", QSpinBox())
        self.blank_rows.setRange(0, 40)
        self.blank_rows.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.blank_rows.setMinimumWidth(96)
        self.blank_rows.setSuffix(" 行")
        self.blank_rows.lineEdit().setTextMargins(10, 0, 10, 0)
        self.phone = form.add(
            "phone_on_sheet", "联系电话", QCheckBox("签到表上印联系电话（中间四位隐去）")
        )
        self.stand_in = form.add(
            "stand_in_counts",
            "代会",
            QCheckBox("有人代会时，也算本人到会"),
            hint="通常不勾选：代会算单位到会，不算本人到会。",
        )
        form.stretch()
        card.add(form)
        return card

    def _connect(self) -> None:
        self.organiser.editingFinished.connect(
            lambda: self._save("organiser", self.organiser.text().strip())
        )
        self.operator.editingFinished.connect(
            lambda: self._save("operator", self.operator.text().strip())
        )
        self.strokes.chosen.connect(lambda key: self._save("stroke_convention", key))
        self.blank_rows.editingFinished.connect(
            lambda: self._save("blank_rows", self.blank_rows.value())
        )
        self.phone.clicked.connect(lambda on: self._save("phone_on_sheet", bool(on)))
        self.stand_in.clicked.connect(lambda on: self._save("stand_in_counts", bool(on)))

    def _show(self, settings: Settings) -> None:
        self._known = settings
        if not self.organiser.hasFocus():
            self.organiser.setText(settings.organiser)
        if not self.operator.hasFocus():
            self.operator.setText(settings.operator)
        self.strokes.set_value(settings.stroke_convention)
        self.blank_rows.setValue(settings.blank_rows)
        self.phone.setChecked(settings.phone_on_sheet)
        self.stand_in.setChecked(settings.stand_in_counts)
        self.setEnabled(not self._ctx.desk.read_only)

    def _save(self, name: str, value: str | bool | int) -> None:
        if self._known is None or getattr(self._known, name) == value:
            return
        settings = self._ctx.desk.settings
        self._ctx.work.change(
            lambda: settings.change(**{name: value}),
            self._show,
            owner=self,
            kinds=_touched(name),
        )


def _touched(name: str) -> set[str]:
    """Counting 代会 otherwise changes every tally."""
    return {kinds.SETTINGS, kinds.ATTENDANCE} if name == "stand_in_counts" else {kinds.SETTINGS}

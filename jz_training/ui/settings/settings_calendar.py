"""日程: holidays, what happens to clashes, and whether the tray reminds of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSystemTrayIcon, QWidget

from jz_training.labels.scheduling import CLASH_RULES
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.settings.settings_holidays import HolidaysCard
from jz_training.ui.shell.tray_notice import keep_wish, wished
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jz_training.services.settings import Settings

_RULES = tuple((rule.value, words) for rule, words in CLASH_RULES.items())


class CalendarTab(QWidget):
    """Holidays at the left; clashes and reminders at the right."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        self.holidays = HolidaysCard(ctx)
        line.addWidget(self.holidays, 1)
        line.addWidget(self._make_rules(), 1)
        self.refresh()

    def refresh(self) -> None:
        """Read the years and the settings again."""
        self.holidays.refresh()
        self._ctx.work.read(self._ctx.desk.settings.get, self._show, owner=self, key="settings")

    def _make_rules(self) -> Card:
        card, form = Card("冲突与提醒"), Form()
        self.rule = form.add(
            "clash_rule",
            "场地、人员有冲突时",
            Segmented(_RULES),
            hint="只提醒：照常保存，并说明与哪一场冲突，可以撤销。不允许保存：换了时间、"
            "场地或人员才能保存。",
        )
        self.rule.setEnabled(not self._ctx.desk.read_only)
        self.rule.chosen.connect(self._save_rule)
        has_tray = QSystemTrayIcon.isSystemTrayAvailable()
        self.tray = form.add(
            "tray",
            "提醒",
            QCheckBox("打开程序时和每天早上，在屏幕右下角提醒当天的场次"),
            hint="只在这台电脑上有效。没有场次、也没有未录入考勤时不提醒。"
            if has_tray
            else "这台电脑没有系统托盘，不能在屏幕右下角提醒；工作台上照常列出。",
        )
        self.tray.setChecked(wished(self._ctx.memory))
        self.tray.setEnabled(has_tray)
        self.tray.clicked.connect(lambda on: keep_wish(self._ctx.memory, on=bool(on)))
        form.stretch()
        card.add(form)
        return card

    def _show(self, settings: Settings) -> None:
        self.rule.set_value(settings.clash_rule)

    def _save_rule(self, key: str) -> None:
        settings = self._ctx.desk.settings
        self._ctx.work.change(
            lambda: settings.change(clash_rule=key),
            self._show,
            owner=self,
            kinds={kinds.SETTINGS},
        )

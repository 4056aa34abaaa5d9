"""学时: the rule sets and the requirements of the office; examples are offered, none is forced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from jz_training.domain.hours import (
    HoursRequirement,
    HoursRequirementRow,
    HoursRule,
    HoursRuleRow,
)
from jz_training.labels.hours import (
    REQUIREMENT_EXAMPLES,
    RULE_EXAMPLES,
    requirement_words,
    rule_words,
)
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.settings.hours_rule_dialog import HoursRuleDialog
from jz_training.ui.settings.hours_wanted_dialog import HoursWantedDialog
from jz_training.ui.settings.settings_parts import button_line
from jz_training.ui.style.text import button, plain_label, plain_tip
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Cell, Column, Table

R = TypeVar("R", HoursRuleRow, HoursRequirementRow)
_ALSO = "各地、各系统的规定不同，请按本单位适用的文件填写。"


class HoursTab(QWidget):
    """Rule sets at the left, requirements at the right."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.rules = RulesCard(ctx)
        self.requirements = RequirementsCard(ctx)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.rules, 1)
        line.addWidget(self.requirements, 1)
        self.refresh()

    def refresh(self) -> None:
        """Read both lists again."""
        self.rules.refresh()
        self.requirements.refresh()


class _HoursCard(Card, Generic[R]):
    """A list with 新增, 从示例添加, 修改 and 删除."""

    def __init__(
        self, ctx: Context, *, name: str, title: str, note: str, columns: Sequence[Column[R]],
        hint: str,
    ) -> None:  # fmt: skip
        super().__init__(title, note=note)
        self._ctx = ctx
        self.table: Table[R] = Table(
            name,
            tuple(columns),
            row_id=lambda row: row.id,
            label=title,
            tall=True,
            memory=ctx.memory,
        )
        self.table.set_empty(f"还没有{title}。", verb="新增", act=self.enter)
        self.table.add_action("修改…", self.change, keys="F2")
        self.table.add_action("删除", self.remove, keys="Del")
        self.table.opened.connect(lambda _: self.change())
        self.table.selection_changed.connect(self._follow)
        self.add(self.table, 1)
        self.add(self._make_buttons())
        self.add(plain_label(hint, "small", wrap=True))

    def enter(self) -> None:
        """Ask for a new row."""
        raise NotImplementedError

    def change(self) -> None:
        """Ask for changes of the row that is chosen."""
        raise NotImplementedError

    def remove(self) -> None:
        """Remove the row that is chosen."""
        raise NotImplementedError

    def examples(self) -> Sequence[tuple[str, str, Callable[[], None]]]:
        """Return the examples: name, what they say, and what takes one over."""
        raise NotImplementedError

    def _make_buttons(self) -> QWidget:
        self.enter_button: QPushButton = button("新增…")
        self.example: QPushButton = button("从示例添加")
        self.change_button: QPushButton = button("修改…")
        self.remove_button: QPushButton = button("删除")
        self.enter_button.clicked.connect(lambda: self.enter())
        self.change_button.clicked.connect(lambda: self.change())
        self.remove_button.clicked.connect(lambda: self.remove())
        self.example.setMenu(self._make_menu())
        for one in (self.enter_button, self.example):
            one.setEnabled(not self._ctx.desk.read_only)
        return button_line(self.enter_button, self.example, self.change_button, self.remove_button)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for example in self.examples():
            _add_example(menu, *example)
        return menu

    def _show(self, rows: tuple[R, ...]) -> None:
        self.table.show_rows(rows, [row.id for row in rows])
        self._follow()

    def _follow(self) -> None:
        chosen = bool(self.table.selected_ids()) and not self._ctx.desk.read_only
        self.change_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)

    def _chosen(self) -> R | None:
        return self.table.current_row() if self.change_button.isEnabled() else None

    def _remove(self, job: Callable[[], None], name: str) -> None:
        self._ctx.work.change(
            job,
            lambda _: self._after(f"已删除“{name}”。"),
            owner=self,
            kinds={kinds.HOURS},
        )

    def _after(self, words: str) -> None:
        self._ctx.toast(words, undo=True)
        self.refresh()

    def refresh(self) -> None:
        """Read the rows again."""
        raise NotImplementedError


class RulesCard(_HoursCard[HoursRuleRow]):
    """The rule sets."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(
            ctx, name="hours_rules", title="学时规则", note="在场次里选用，学时自动算出",
            columns=_rule_columns(),
            hint=f"{_ALSO}改动规则不影响已有场次。",
        )  # fmt: skip

    def refresh(self) -> None:
        self._ctx.work.read(self._ctx.desk.hours.rules, self._show, owner=self, key="rules")

    def enter(self, rule: HoursRule | None = None) -> None:
        self._open(HoursRuleDialog(self._ctx, self, rule=rule))

    def change(self) -> None:
        row = self._chosen()
        if row is not None:
            self._open(HoursRuleDialog(self._ctx, self, row=row))

    def remove(self) -> None:
        row, hours = self._chosen(), self._ctx.desk.hours
        if row is not None:
            row_id = row.id
            self._remove(lambda: hours.remove_rule(row_id), row.rule.name)

    def examples(self) -> Sequence[tuple[str, str, Callable[[], None]]]:
        return [(rule.name, words, partial(self.enter, rule)) for rule, words in RULE_EXAMPLES]

    def _open(self, dialog: HoursRuleDialog) -> None:
        dialog.saved.connect(lambda _: self.refresh())
        dialog.open()


class RequirementsCard(_HoursCard[HoursRequirementRow]):
    """The requirements."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(
            ctx, name="hours_wanted", title="学时要求", note="统计里对照每个人的学时",
            columns=_requirement_columns(),
            hint=f"没有要求就不对照。{_ALSO}",
        )  # fmt: skip

    def refresh(self) -> None:
        read = self._ctx.desk.hours.requirements
        self._ctx.work.read(read, self._show, owner=self, key="requirements")

    def enter(self, wanted: HoursRequirement | None = None) -> None:
        self._open(HoursWantedDialog(self._ctx, self, wanted=wanted))

    def change(self) -> None:
        row = self._chosen()
        if row is not None:
            self._open(HoursWantedDialog(self._ctx, self, row=row))

    def remove(self) -> None:
        row, hours = self._chosen(), self._ctx.desk.hours
        if row is not None:
            row_id = row.id
            self._remove(lambda: hours.remove_requirement(row_id), row.requirement.name)

    def examples(self) -> Sequence[tuple[str, str, Callable[[], None]]]:
        return [(one.name, one.basis, partial(self.enter, one)) for one in REQUIREMENT_EXAMPLES]

    def _open(self, dialog: HoursWantedDialog) -> None:
        dialog.saved.connect(lambda _: self.refresh())
        dialog.open()


def _add_example(menu: QMenu, name: str, words: str, take: Callable[[], None]) -> None:
    act = menu.addAction(name)
    plain_tip(act, words)
    act.triggered.connect(lambda: take())


def _rule_columns() -> tuple[Column[HoursRuleRow], ...]:
    return (
        Column(key="rule", title="规则", width=220, stretch=True,
               cell=lambda row: Cell(row.rule.name, second=rule_words(row.rule))),
        Column(key="basis", title="依据", width=140,
               cell=lambda row: row.rule.basis or Cell("未填写", role="faint")),
    )  # fmt: skip


def _requirement_columns() -> tuple[Column[HoursRequirementRow], ...]:
    return (
        Column(key="wanted", title="要求", width=200, stretch=True,
               cell=lambda row: Cell(row.requirement.name, second=_wanted(row))),
        Column(key="basis", title="依据", width=200,
               cell=lambda row: row.requirement.basis or Cell("未填写", role="faint")),
    )  # fmt: skip


def _wanted(row: HoursRequirementRow) -> str:
    wanted = row.requirement
    whom = "、".join((*wanted.layers, *wanted.categories)) or "所有人员"
    return f"{requirement_words(wanted)}；{whom}"

"""What needs a hand today, as lines: a badge, what it is about, the facts, one button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jz_training.domain.make_up import MakeUpGroupRow
from jz_training.domain.summary import LedgerRow
from jz_training.services.home import Home
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, button, plain_label
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.badge import Badge
from jz_training.ui.widgets.card import Card, hairline
from jz_training.ui.widgets.when import day_words, time_words, when_words

#: More than this is a list of its own; the rest is counted below.
MOST = 4
MAKE_UPS, MAKE_UP_GROUPS = "make_ups", "make_up_groups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One thing to do: where its button leads is a training and one of its tabs.

    Without a training it leads to the tab 补学 of the page 场次.
    """

    word: str
    tone: Tone
    title: str
    facts: str
    verb: str
    training_id: UUID | None
    tab: str


def todos(home: Home) -> list[Todo]:
    """Return what is to be done, in the order in which to take it up."""
    today = home.now.date()
    tomorrow = today + timedelta(days=1)
    return [
        *(_to_hold(row, "今天") for row in _listed(home, today)),
        *(_to_enter(row, today) for row in home.to_enter if row.tally.expected),
        *(_to_close(row, today) for row in home.to_close),
        *(_late_list(row, today) for row in home.to_enter if not row.tally.expected),
        *(_list(row, today) for row in home.without_list),
        *(_to_finish(row, today) for row in home.groups_due),
        *(_to_hold(row, "明天") for row in _listed(home, tomorrow)),
        *_to_make_up(home),
    ]


def _listed(home: Home, day: date) -> list[LedgerRow]:
    """Return what is held on a day and not told already because its list is missing."""
    missing = {row.training_id for row in home.without_list}
    return [
        row for row in home.upcoming if row.start.date() == day and row.training_id not in missing
    ]


def _to_hold(row: LedgerRow, word: str) -> Todo:
    expected = f"应到 {row.tally.expected} 人" if row.tally.expected else ""
    return Todo(
        word=word,
        tone=Tone.ACCENT,
        title=f"{time_words(row.start, row.end, parts=row.parts)} {row.title}",
        facts="　".join(filter(None, (row.venue, expected))),
        verb="打印签到表" if expected else "打开",
        training_id=row.training_id,
        tab="print" if expected else "info",
    )


def _to_enter(row: LedgerRow, today: date) -> Todo:
    return Todo(
        word="待录考勤",
        tone=Tone.AMBER,
        title=_title(row, today),
        facts=f"应到 {row.tally.expected} 人，未记录 {row.tally.unrecorded} 人",
        verb="录入考勤",
        training_id=row.training_id,
        tab="attendance",
    )


def _to_close(row: LedgerRow, today: date) -> Todo:
    figures = row.tally
    return Todo(
        word="待关闭",
        tone=Tone.ACCENT,
        title=_title(row, today),
        facts=f"已全部记录：实到 {figures.present} 人，请假 {figures.leave} 人，"
        f"缺席 {figures.absent} 人",
        verb="核对并关闭",
        training_id=row.training_id,
        tab="attendance",
    )


def _late_list(row: LedgerRow, today: date) -> Todo:
    return Todo(
        word="缺名单",
        tone=Tone.RED,
        title=_title(row, today),
        facts="已经开过，还没有应到名单",
        verb="确定名单",
        training_id=row.training_id,
        tab="list",
    )


def _list(row: LedgerRow, today: date) -> Todo:
    return Todo(
        word="缺名单",
        tone=Tone.GREY,
        title=row.title,
        facts="　".join(
            filter(None, (when_words(row.start, row.end, today=today, parts=row.parts), row.venue))
        ),
        verb="确定名单",
        training_id=row.training_id,
        tab="list",
    )


def _to_finish(row: MakeUpGroupRow, today: date) -> Todo:
    day = row.draft.day or today
    return Todo(
        word="补学班",
        tone=Tone.AMBER,
        title=f"{day_words(day, today=today)} {row.draft.title}",
        facts=f"{len(row.waiting)} 人次还没有登记来没来",
        verb="完成补学",
        training_id=None,
        tab=MAKE_UP_GROUPS,
    )


def _to_make_up(home: Home) -> list[Todo]:
    if not home.to_make_up:
        return []
    return [
        Todo(
            word="待补学",
            tone=Tone.GREY,
            title=f"今年必修场次缺课 {home.to_make_up} 人次，还没有补学",
            facts="可以逐个登记，也可以组成补学班一起补",
            verb="安排补学",
            training_id=None,
            tab=MAKE_UPS,
        )
    ]


def _title(row: LedgerRow, today: date) -> str:
    return f"{day_words(row.start.date(), today=today)} {row.title}"


class TodoCard(Card):
    """The card 需要处理. `go` gets the line whose button was pressed, `more` shows the rest."""

    def __init__(self, go: Callable[[Todo], object], more: Callable[[], object]) -> None:
        super().__init__("需要处理", note=" ")
        self._go, self._more = go, more
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.add(self._lines)
        self.todos: list[Todo] = []

    def show_todos(self, found: Sequence[Todo]) -> None:
        """Show other things to do."""
        self.todos = list(found)
        self.set_title("需要处理", f"{len(found)} 项" if found else "")
        clear(self._lines)
        for at, todo in enumerate(found[:MOST]):
            if at:
                self._lines.addWidget(hairline())
            self._lines.addWidget(self._line(todo, primary=at == 0 and todo.tone is Tone.AMBER))
        if not found:
            self._lines.addWidget(plain_label("现在没有需要处理的事。", "secondary"))
        elif len(found) > MOST:
            self._lines.addWidget(hairline())
            self._lines.addWidget(rest_line(len(found) - MOST, "在场次里查看", self._more))

    def _line(self, todo: Todo, *, primary: bool) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(8, 6, 8, 6)
        line.setSpacing(12)
        badge = Badge(todo.word, todo.tone)
        badge.setFixedWidth(theme().sizes.of(60))
        line.addWidget(badge)
        line.addLayout(_two_lines(todo.title, todo.facts), 1)
        act = button(todo.verb, "primary" if primary else "")
        act.setAccessibleName(f"{todo.verb}：{todo.title}")
        act.clicked.connect(lambda: self._go(todo))
        line.addWidget(act)
        return made


def _two_lines(upper: str, lower: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(ElidedLabel(upper))
    column.addWidget(ElidedLabel(lower, "small"))
    return column


def clear(lines: QVBoxLayout) -> None:
    """Take every widget out of a column of widgets."""
    while (item := lines.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def rest_line(count: int, words: str, go: Callable[[], object]) -> QWidget:
    """Return the line below a card's list: how many more there are, and the way to them."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(8, 8, 8, 0)
    line.addWidget(plain_label(f"另有 {count} 项", "small"))
    act = button(words, "link")
    act.clicked.connect(lambda: go())
    line.addWidget(act)
    line.addStretch(1)
    return made


def _when(row: LedgerRow, today: date) -> str:
    return when_words(row.start, row.end, today=today, parts=row.parts)

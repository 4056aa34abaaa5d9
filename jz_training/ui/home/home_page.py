"""工作台: what needs a hand today, what comes next, how the last trainings went."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jz_training.domain.summary import LedgerRow
from jz_training.labels import EXPECTED, FORMS
from jz_training.services.duties import DueDuty
from jz_training.services.home import Home
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.handover.taking import TakingOver
from jz_training.ui.home.home_away import away_words
from jz_training.ui.home.home_duties import HomeDutiesCard
from jz_training.ui.home.home_overview import CountsCard, RecentCard
from jz_training.ui.home.home_start import StartCard
from jz_training.ui.home.home_todo import MAKE_UP_GROUPS, MAKE_UPS, Todo, TodoCard, todos
from jz_training.ui.page import Page
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.file_drop import take_file
from jz_training.ui.widgets.rows_model import Cell, Column
from jz_training.ui.widgets.table import Table
from jz_training.ui.widgets.when import weekday_words, when_words

#: So many of the trainings closed last are shown beside duties.
FEW = 3


class HomePage(Page):
    """The page the window opens with."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            kinds.PEOPLE,
            kinds.UNITS,
            kinds.TRAININGS,
            kinds.LISTS,
            kinds.ATTENDANCE,
            kinds.SETTINGS,
            kinds.LEAVES,
        }
        | kinds.EVIDENCE
    )

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="工作台")
        self.home: Home | None = None
        self._organiser = ""
        self._actions_here = (
            self.add_action("导入名册", self._import, icon="upload", writes=True),
            self.add_action(
                "新建场次", self._schedule, primary=True, icon="plus", keys="Ctrl+N", writes=True
            ),
        )
        self._pages = QStackedWidget()
        self.body.addWidget(self._pages, 1)
        self._make_day()
        self._make_start()
        self._pages.addWidget(QWidget())  # nothing yet: better than figures that are not true
        self._pages.setCurrentIndex(2)
        take_file(self, self._import_file)

    def show_for(self, **what: object) -> None:
        """Read what the day brings: it depends on the clock too."""
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        desk = self.ctx.desk
        self.ctx.work.read(
            lambda: (desk.home(), desk.settings.get().organiser),
            lambda found: self._show(*found),
            owner=self,
            key="home",
        )

    # --- construction --------------------------------------------------------------------------

    def _make_day(self) -> None:
        day = QWidget()
        line = QHBoxLayout(day)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().sizes.gap)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(theme().sizes.gap)
        self.todo = TodoCard(self._go, self._open_trainings)
        left.addWidget(self.todo)
        left.addWidget(self._make_upcoming(), 1)
        self.counts = CountsCard()
        self.counts.asked.connect(self._open_count)
        self.recent = RecentCard(self._open_training)
        self.duties = HomeDutiesCard(self._open_duty, lambda: self.ctx.open_page("notices"))
        right.addWidget(self.counts)
        right.addWidget(self.duties)
        right.addWidget(self.recent, 1)
        line.addLayout(left, 125)
        line.addLayout(right, 75)
        self._pages.addWidget(day)

    def _make_upcoming(self) -> Card:
        self._upcoming_card = Card("近期场次", note="今后两周")
        self.upcoming: Table[LedgerRow] = Table(
            "home_upcoming", self._columns(), memory=self.ctx.memory
        )
        verb = "" if self.ctx.desk.read_only else "新建场次"
        self.upcoming.set_empty("今后两周没有安排。", verb=verb, act=self._schedule)
        self.upcoming.opened.connect(self._open_training)
        self._upcoming_card.add(self.upcoming, 1)
        self.away = ElidedLabel("", "small")
        self.away.hide()
        self._upcoming_card.add(self.away)
        return self._upcoming_card

    def _columns(self) -> list[Column[LedgerRow]]:
        return [
            Column(key="when", title="时间", cell=self._when, width=146),
            Column(key="title", title="主题", cell=lambda row: row.title, stretch=True),
            Column(
                key="form",
                title="形式",
                cell=lambda row: Cell(FORMS[row.form], tone=Tone.ACCENT),
                width=88,
            ),
            Column(
                key="venue",
                title="地点",
                cell=lambda row: Cell(row.venue, role="secondary"),
                width=120,
            ),
            Column(
                key="expected",
                title=EXPECTED,
                cell=lambda row: str(row.tally.expected or "—"),
                width=44,
                number=True,
            ),
        ]

    def _when(self, row: LedgerRow) -> str:
        today = self.ctx.desk.now().date() if self.home is None else self.home.now.date()
        return when_words(row.start, row.end, today=today, parts=row.parts)

    def _make_start(self) -> None:
        self.start = StartCard()
        self.start.asked.connect(self._begin)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.start)
        column.addStretch(1)
        self._pages.addWidget(holder)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, home: Home, organiser: str) -> None:
        self.home, self._organiser = home, organiser
        self.set_facts(weekday_words(home.now.date()))
        self._show_either(steps=home.is_new)
        self.start.show_organiser(organiser)
        self.todo.show_todos(todos(home))
        self.counts.show_counts(home)
        self.duties.show_duties(home.duties, today=home.now.date())
        recent = home.recent[:FEW] if home.duties else home.recent
        self.recent.show_recent(recent, today=home.now.date())
        rows = home.upcoming
        self._upcoming_card.set_title("近期场次", f"今后两周 {len(rows)} 场" if rows else "")
        self.upcoming.show_rows(rows, [row.training_id for row in rows])
        self.away.setText(away_words(home.on_leave, today=home.now.date()))
        self.away.setVisible(bool(home.on_leave))

    def show_steps(self) -> None:
        """Show how to begin, whatever there is already."""
        self._show_either(steps=True)

    def _show_either(self, *, steps: bool) -> None:
        self._pages.setCurrentIndex(1 if steps else 0)
        for action in self._actions_here:  # the first steps have them as buttons of their own
            action.setVisible(not steps)

    # --- going ---------------------------------------------------------------------------------

    def _go(self, todo: Todo) -> None:
        if todo.training_id is not None:
            self.ctx.open_page("training", training_id=todo.training_id, tab=todo.tab)
        else:
            groups = todo.tab == MAKE_UP_GROUPS
            self.ctx.open_page("trainings", tab=MAKE_UPS, waiting=True, groups=groups)

    def _open_duty(self, one: DueDuty) -> None:
        self.ctx.open_page(
            "notice",
            notice_id=one.notice_id,
            tab="tasks",
            obligation_id=one.duty.obligation.id,
        )

    def _open_training(self, training_id: UUID) -> None:
        self.ctx.open_page("training", training_id=training_id)

    def _open_trainings(self) -> None:
        self.ctx.open_page("trainings")

    def _open_count(self, key: str) -> None:
        if key == "units":
            self.ctx.open_page("people", units=True)
        else:
            self.ctx.open_page(key)

    def _import(self) -> None:
        self.ctx.open_page("import")

    def _import_file(self, path: object) -> None:
        self.ctx.open_page("import", path=path)

    def _schedule(self) -> None:
        self.ctx.open_page("training_new")

    def _begin(self, step: str) -> None:
        if step == "organiser":
            self._ask_organiser()
        elif step == "import":
            self._import()
        elif step == "notice":
            self.ctx.open_page("notices", take="file")
        elif step == "take_over":
            TakingOver(self.ctx, self).begin()
        else:
            self._schedule()

    def _ask_organiser(self) -> None:
        desk = self.ctx.desk
        name = self.ctx.ask.text(
            "本会的全称是什么？", label="工会名称", verb="保存", value=self._organiser
        )
        if name is not None:
            self.ctx.work.change(
                lambda: desk.settings.change(organiser=name), owner=self, kinds={kinds.SETTINGS}
            )

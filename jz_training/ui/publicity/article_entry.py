"""One line to enter a publication: 标题, 渠道, 类别, 刊登处, 日期, Enter."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from jz_training.domain.publicity import Channel, Genre, PublicityDraft
from jz_training.labels.notices import CHANNELS, GENRES
from jz_training.ui.context import Context
from jz_training.ui.publicity.entry_line import EntryLine
from jz_training.ui.publicity.link_line import LinkLine
from jz_training.ui.publicity.links import split_link
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.suggest_field import SuggestField
from jz_training.ui.widgets.word_box import WordBox

#: Fewer letters at once are typing: a link typed by hand is taken out when it is saved.
_PASTED = 8


class ArticleEntry(EntryLine):
    """Enters publications one after the other: only title and link are emptied in between.

    Signals: ready(PublicityDraft) when a publication is to be saved.
    """

    ready = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._length = 0
        self._make_fields()
        self.save, self.more = self.make_buttons("作者、传播量、对应通知、附件")
        self.add_buttons(self.save, self.more)
        self.link = LinkLine()
        self.body.insertWidget(1, self.link)
        self._keep_tab_order()
        self.entered.connect(self._enter)
        self.headline.textEdited.connect(self._take_pasted)
        self.link.dropped.connect(self.headline.setFocus)

    def focus_first(self) -> None:
        """Put the cursor where the next publication begins."""
        self.headline.setFocus()

    def show_today(self) -> None:
        """Propose the day of the clock again, as when the page is opened."""
        self.day.set_value(self._today())

    def offer(self, outlets: tuple[str, ...]) -> None:
        """Offer where something was published before."""
        self.outlet.offer(outlets, self._ctx.work)

    def draft(self) -> PublicityDraft:
        """Return what stands in the line as far as it goes; an unreadable day is today."""
        title, link = split_link(self.headline.text())
        return PublicityDraft(
            title=title.strip(),
            day=self.day.value() or self._today(),
            channel=self.channel.chosen(),
            genre=self.genre.chosen(),
            outlet=self.outlet.text().strip(),
            link=link or self.link.value(),
        )

    def start_next(self) -> None:
        """Empty what belongs to one publication; the rest is often the same again."""
        self.headline.clear()
        self._length = 0
        self.link.set_value("")
        self.clear_faults()
        self.headline.setFocus()

    # --- construction --------------------------------------------------------------------------

    def _make_fields(self) -> None:
        work = self._ctx.work
        self.headline = self.add_cell("title", "标题", QLineEdit(), least=220, grow=1)
        self.headline.setPlaceholderText("标题或链接")
        self.channel: WordBox[Channel] = WordBox(CHANNELS, work)
        self.add_cell("channel", "渠道", self.channel, least=116)
        self.genre: WordBox[Genre] = WordBox(GENRES, work)
        self.add_cell("genre", "类别", self.genre, least=100)
        self.outlet = self.add_cell("outlet", "刊登处", SuggestField(), least=132)
        self.outlet.setPlaceholderText("报刊、账号")
        self.day = self.add_cell("day", "日期", DateField(clock=self._ctx.desk.now), least=152)
        self.show_today()

    def _keep_tab_order(self) -> None:
        order: tuple[QWidget, ...] = (
            self.headline,
            self.channel,
            self.genre,
            self.outlet,
            self.day,
            self.save,
            self.more,
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _today(self) -> date:
        return self._ctx.desk.now().date()

    # --- doing ---------------------------------------------------------------------------------

    def _take_pasted(self, text: str) -> None:
        grown, self._length = len(text) - self._length, len(text)
        if grown < _PASTED:
            return
        title, link = split_link(text)
        if link:
            self.link.set_value(link)
            self.headline.setText(title)
            self._length = len(title)

    def _enter(self) -> None:
        draft = self.draft()
        if not draft.title:
            self.show_fault("title", "请填写标题。")
        elif self.day.value() is None:
            self.show_fault("day", _day_trouble(self.day.text()))
        else:
            self.ready.emit(draft)


def _day_trouble(typed: str) -> str:
    return f"没有看懂日期“{typed}”，可以写成 2026-11-20 这样。" if typed else "请填写日期。"

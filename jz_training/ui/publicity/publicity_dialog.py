"""The dialog of one publication: what the entry line has, and the details."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from jz_training.domain.notice import NoticeRow
from jz_training.domain.publicity import Channel, Genre, PublicityDraft, PublicityRow
from jz_training.labels.notices import CHANNELS, GENRES
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.publicity.counts import count_in, count_trouble
from jz_training.ui.publicity.files_list import FilesList
from jz_training.ui.publicity.links import open_link, split_link
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.notice_box import NoticeBox
from jz_training.ui.widgets.suggest_field import SuggestField
from jz_training.ui.widgets.word_box import WordBox


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleChoices:
    """What the fields offer."""

    outlets: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    notices: Sequence[NoticeRow] = ()


class PublicityDialog(EntryDialog):
    """Enters a publication, or changes the one it is given.

    Signals: saved(UUID) with the publication's id.
    """

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        choices: ArticleChoices,
        draft: PublicityDraft,
        row: PublicityRow | None = None,
    ) -> None:
        title = "修改宣传报道" if row else "登记宣传报道"
        super().__init__(ctx, parent, title=title, kinds={kinds.PUBLICITY}, width=560)
        self._row = row
        self.form = Form()
        self._add_what()
        self._add_details()
        self._offer(choices)
        self._lay_out(row)
        self._fill(draft)
        self.fit()
        self.form.submitted.connect(self.accept)
        self.title.setFocus()

    def draft(self) -> PublicityDraft | None:
        """Return what is entered; None when something cannot be read (it is shown)."""
        if not self.form.complete():
            return None
        day = self.day.value()
        if day is None:
            sentence = f"没有看懂日期“{self.day.text()}”，可以写成 2026-11-20 这样。"
            self.form.show_errors({"day": sentence})
            return None
        if trouble := count_trouble("阅读或播放量", self.reach.text()):
            self.form.show_errors({"reach": trouble})
            return None
        return PublicityDraft(
            title=self.title.text().strip(),
            day=day,
            channel=self.channel.chosen(),
            genre=self.genre.chosen(),
            outlet=self.outlet.text().strip(),
            author=self.author.text().strip(),
            link=self._link(),
            reach=count_in(self.reach.text()),
            note=self.note.toPlainText().strip(),
            notice_id=self.notice.value(),
        )

    # --- construction --------------------------------------------------------------------------

    def _add_what(self) -> None:
        form, work = self.form, self._ctx.work
        self.title = form.add("title", "标题", QLineEdit(), required=True)
        self.channel: WordBox[Channel] = form.add("channel", "渠道", WordBox(CHANNELS, work))
        self.genre: WordBox[Genre] = form.add("genre", "类别", WordBox(GENRES, work))
        self.outlet = form.add("outlet", "刊登处", SuggestField())
        self.day = form.add("day", "日期", DateField(clock=self._ctx.desk.now), required=True)

    def _add_details(self) -> None:
        form = self.form
        self.author = form.add("author", "作者", SuggestField())
        self.link = form.add("link", "链接", QLineEdit())
        self.link.setPlaceholderText("https:// 开头的网页地址")
        self.reach = form.add("reach", "阅读或播放量", QLineEdit())
        self.notice = form.add("notice_id", "对应通知", NoticeBox("不对应通知"))
        self.note = form.add("note", "备注", QPlainTextEdit())
        self.note.setFixedHeight(theme().sizes.of(56))
        self.note.setTabChangesFocus(True)

    def _offer(self, choices: ArticleChoices) -> None:
        self.outlet.offer(choices.outlets, self._ctx.work)
        self.author.offer(choices.authors, self._ctx.work)
        self.notice.set_notices(choices.notices)

    def _lay_out(self, row: PublicityRow | None) -> None:
        parts: list[QWidget] = [self.form]
        if row is not None:
            self.files = FilesList(self._ctx, row.id, title=row.draft.title)
            parts += [plain_label("附件", "field"), self.files]
        self.put(*parts)
        self._make_link_button()

    def _make_link_button(self) -> None:
        self.visit = button("打开链接", tip="用浏览器打开")
        self.visit.clicked.connect(lambda: open_link(self._link()))
        self.link.textChanged.connect(lambda _: self._enable_visit())
        line = QHBoxLayout()
        line.addWidget(self.visit)
        self.extra.addLayout(line)
        self._enable_visit()

    def _enable_visit(self) -> None:
        self.visit.setEnabled(bool(split_link(self.link.text())[1]))

    # --- filling and reading -------------------------------------------------------------------

    def _fill(self, draft: PublicityDraft) -> None:
        for name in ("title", "outlet", "author", "link"):
            getattr(self, name).setText(getattr(draft, name))
        self.channel.set_value(draft.channel)
        self.genre.set_value(draft.genre)
        self.day.set_value(draft.day)
        self.reach.setText("" if draft.reach is None else str(draft.reach))
        self.note.setPlainText(draft.note)
        self.notice.set_value(draft.notice_id)

    def _link(self) -> str:
        """Return the link without what was pasted around it; what is no link stays as written."""
        return split_link(self.link.text())[1] or self.link.text().strip()

    # --- saving --------------------------------------------------------------------------------

    def saving_job(self) -> Callable[[], UUID] | None:
        draft = self.draft()
        if draft is None:
            return None
        publicity, row = self._ctx.desk.publicity, self._row

        def save() -> UUID:
            if row is None:
                return publicity.add(draft)
            publicity.change(row.id, version=row.version, draft=draft)
            return row.id

        return save

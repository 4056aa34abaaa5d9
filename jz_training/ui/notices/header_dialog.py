"""通知信息: what stands around the text of a notice, to be corrected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from jz_training.domain.notice import NoticeHeader, NoticeView
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.notices.obligation_dialog import NO_DAY
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.chips import ChipField
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form

_LINES = ("title", "issuer", "number")
_MANY = ("addressees", "copies")
_DAYS = ("dated", "printed")


class HeaderDialog(EntryDialog):
    """Changes title, issuer, number, days and addressees of a notice.

    Signals: saved(UUID) with the notice's id.
    """

    def __init__(self, ctx: Context, parent: QWidget, notice: NoticeView) -> None:
        super().__init__(ctx, parent, title="通知信息", kinds={kinds.NOTICES}, width=520)
        self._notice = notice
        self._make()
        self._fill(notice)
        self.fit()
        self.title.setFocus()

    def _make(self) -> None:
        form, clock = Form(), self._ctx.desk.now
        self.title = form.add("title", "标题", QLineEdit(), required=True)
        self.issuer = form.add("issuer", "发文单位", QLineEdit())
        self.number = form.add("number", "文号", QLineEdit())
        self.dated = form.add("dated", "成文日期", DateField(clock=clock))
        self.printed = form.add("printed", "印发日期", DateField(clock=clock))
        self.addressees = form.add("addressees", "主送", ChipField())
        self.copies = form.add("copies", "抄送", ChipField())
        self.note = form.add("note", "备注", QPlainTextEdit())
        self.note.setFixedHeight(theme().sizes.of(64))
        self.note.setTabChangesFocus(True)
        form.submitted.connect(self.accept)
        self.form = form
        self.put(form)

    def _fill(self, notice: NoticeView) -> None:
        for name in _LINES:
            getattr(self, name).setText(getattr(notice.header, name))
            getattr(self, name).setCursorPosition(0)
        for name in (*_DAYS, *_MANY):
            getattr(self, name).set_value(getattr(notice.header, name))
        self.note.setPlainText(notice.note)

    def header(self) -> NoticeHeader:
        """Return what is entered; attachments stay as they were read."""
        return replace(
            self._notice.header,
            title=self.title.text(),
            issuer=self.issuer.text(),
            number=self.number.text(),
            dated=self.dated.value(),
            printed=self.printed.value(),
            addressees=self.addressees.value(),
            copies=self.copies.value(),
        )

    # --- saving --------------------------------------------------------------------------------

    def saving_job(self) -> Callable[[], UUID] | None:
        if not self._is_readable():
            return None
        notices, notice = self._ctx.desk.notices, self._notice
        header, note = self.header(), self.note.toPlainText()

        def save() -> UUID:
            notices.change(notice.id, version=notice.version, header=header, note=note)
            return notice.id

        return save

    def _is_readable(self) -> bool:
        if not self.form.complete():
            return False
        days = {"dated": self.dated, "printed": self.printed}
        wrong = {name: NO_DAY for name, day in days.items() if day.text() and not day.value()}
        self.form.show_errors(wrong)
        return not wrong

    def tell_saved(self) -> None:
        self._ctx.toast("已保存通知信息。", undo=True)

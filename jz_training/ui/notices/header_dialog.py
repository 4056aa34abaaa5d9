"""通知信息: what stands around the text of a notice, to be corrected."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from jz_training.domain.notice import NoticeHeader, NoticeView
from jz_training.errors import JzError, Refused
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.notices.obligation_dialog import NO_DAY
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.card import scrolled
from jz_training.ui.widgets.chips import ChipField
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form

_LINES = ("title", "issuer", "number")
_MANY = ("addressees", "copies")
_DAYS = ("dated", "printed")


class HeaderDialog(PlainDialog):
    """Changes title, issuer, number, days and addressees of a notice.

    Signals: saved().
    """

    saved = Signal()

    def __init__(self, ctx: Context, parent: QWidget, notice: NoticeView) -> None:
        super().__init__(parent, title="通知信息", verb="保存", width=520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._notice = ctx, notice
        self._saving = False
        self._make()
        self._fill(notice)
        self.ready = self._save
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
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(form)
        column.addStretch(1)
        self.form, self._holder, self._area = form, holder, scrolled(holder)
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.trouble)

    def _fill(self, notice: NoticeView) -> None:
        for name in _LINES:
            getattr(self, name).setText(getattr(notice.header, name))
            getattr(self, name).setCursorPosition(0)
        for name in (*_DAYS, *_MANY):
            getattr(self, name).set_value(getattr(notice.header, name))
        self.note.setPlainText(notice.note)
        room = self.screen().availableGeometry().height() - theme().sizes.of(200)
        self._holder.adjustSize()
        self._area.setMinimumHeight(min(self._holder.sizeHint().height(), room))
        self.adjustSize()

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

    def _save(self) -> bool:
        """Save in the background; the dialog closes when that has succeeded."""
        if not self._saving and self._is_readable():
            self._show_saving(True)
            notices, notice = self._ctx.desk.notices, self._notice
            header, note = self.header(), self.note.toPlainText()
            self._ctx.work.change(
                lambda: notices.change(notice.id, version=notice.version, header=header, note=note),
                lambda _: self._close_saved(),
                owner=self,
                kinds={kinds.NOTICES},
                failed=self._show_fault,
            )
        return False

    def _is_readable(self) -> bool:
        if not self.form.complete():
            return False
        days = {"dated": self.dated, "printed": self.printed}
        wrong = {name: NO_DAY for name, day in days.items() if day.text() and not day.value()}
        self.form.show_errors(wrong)
        return not wrong

    def _show_saving(self, saving: bool) -> None:
        self._saving = saving
        self.verb.setEnabled(not saving)
        self.trouble.hide()

    def _close_saved(self) -> None:
        self.done(QDialog.DialogCode.Accepted)
        self._ctx.toast("已保存通知信息。", undo=True)
        self.saved.emit()

    def _show_fault(self, error: JzError) -> bool:
        self._show_saving(False)
        self.form.clear_errors()
        field = error.field if isinstance(error, Refused) else ""
        if not self.form.set_error(field, str(error)):
            self.trouble.setText(str(error))
            self.trouble.show()
        return True

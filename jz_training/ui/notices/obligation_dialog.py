"""The dialog to add an obligation or to change one; it closes once that is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from jz_training.domain.obligation import ObligationDraft, ObligationKind, ObligationRow
from jz_training.labels.notices import OBLIGATION_KINDS
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.notices.kind_details import KindDetails
from jz_training.ui.notices.obligation_words import COUNTS_AS
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.choice_field import ChoiceField
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form

#: What is said under a day that cannot be read.
NO_DAY = "日期没有看懂，可以写 5月10日、5-10 或 下周三。"
_BLANK = ObligationDraft(kind=ObligationKind.OTHER)


class ObligationDialog(EntryDialog):
    """Adds an obligation to a notice, or changes the one it is given.

    Signals: saved(UUID) with the obligation's id.
    """

    def __init__(
        self, ctx: Context, parent: QWidget, *, notice_id: UUID, row: ObligationRow | None = None
    ) -> None:
        title = "修改要求" if row else "新增要求"
        super().__init__(ctx, parent, title=title, kinds={kinds.NOTICES}, width=520)
        self._notice_id, self._row = notice_id, row
        self._base = row.draft if row else _BLANK
        self._make()
        self._fill()
        self._offer_owners()
        self.wording.setFocus()

    # --- construction --------------------------------------------------------------------------

    def _make(self) -> None:
        if self._base.phrase:
            words = plain_label(f"原文：“{self._base.phrase}”", "secondary", wrap=True)
            self.column.addWidget(words)
        self.form = self._make_what()
        self.details = KindDetails(self._base.kind, self._base, self._ctx.work)
        self.rest = self._make_when()
        self.put(self.form, self.counts_as, self.details, self.rest)
        for form in (self.form, self.details):
            form.submitted.connect(self._go_on)
        self.rest.submitted.connect(self.accept)

    def _make_what(self) -> Form:
        form = Form()
        self.wording = form.add("wording", "简称", QLineEdit(), required=not self._base.phrase)
        if self._base.phrase:
            self.wording.setPlaceholderText("不填就用原文")
        self.kind = form.add("kind", "类别", QComboBox())
        for kind, word in OBLIGATION_KINDS.items():
            self.kind.addItem(word, kind.value)
        self.counts_as = plain_label("", "small", wrap=True)
        return form

    def _make_when(self) -> Form:
        form, clock = Form(), self._ctx.desk.now
        read = due_origin(self._base)
        self.due = form.add("due", "原文期限", DateField(clock=clock), hint=read)
        own = "单位自己定的期限；两个期限都有时，按较早的一天提醒。"
        self.own_due = form.add("own_due", "自定期限", DateField(clock=clock), hint=own)
        self.owner = form.add("owner", "责任人", ChoiceField())
        self.owner.setPlaceholderText("部门或姓名，可不填")
        self.note = form.add("note", "备注", QPlainTextEdit())
        self.note.setFixedHeight(theme().sizes.of(64))
        self.note.setTabChangesFocus(True)
        return form

    # --- filling and reading -------------------------------------------------------------------

    def _fill(self) -> None:
        draft = self._base
        self.wording.setText(draft.wording)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind.value))
        self.due.set_value(draft.due)
        self.own_due.set_value(draft.own_due)
        self.owner.setText(draft.owner)
        self.note.setPlainText(draft.note)
        self._show_kind()
        self.kind.currentIndexChanged.connect(lambda _: self._change_kind())

    def _offer_owners(self) -> None:
        obligations, notice_id = self._ctx.desk.obligations, self._notice_id
        self._ctx.work.read(
            lambda: [row.draft.owner for row in obligations.of_notice(notice_id)],
            lambda known: self.owner.offer(known, self._ctx.work),
            owner=self,
            key="owners",
        )

    def _change_kind(self) -> None:
        """Show the fields of another kind; what was entered so far goes along."""
        before = self.details
        self._base = before.merged(self._base)
        self.details = KindDetails(self._chosen_kind(), self._base, self._ctx.work)
        self.details.submitted.connect(self._go_on)
        self.column.replaceWidget(before, self.details)
        before.hide()
        before.deleteLater()
        _put_after(self.kind, self.details)
        self._show_kind()

    def _go_on(self) -> None:
        """Go from the last field of one part to the first of the next (LOOK: Enter goes on)."""
        self.focusNextChild()

    def _show_kind(self) -> None:
        self.counts_as.setText(COUNTS_AS[self._chosen_kind()])
        self.details.setVisible(not self.details.empty)
        self.fit()

    def _chosen_kind(self) -> ObligationKind:
        return ObligationKind(self.kind.currentData())

    def draft(self) -> ObligationDraft:
        """Return what is entered."""
        return replace(
            self.details.merged(self._base),
            kind=self._chosen_kind(),
            wording=self.wording.text(),
            due=self.due.value(),
            own_due=self.own_due.value(),
            owner=self.owner.text(),
            note=self.note.toPlainText(),
        )

    # --- saving --------------------------------------------------------------------------------

    def saving_job(self) -> Callable[[], UUID] | None:
        if not self._is_readable():
            return None
        obligations, row, draft = self._ctx.desk.obligations, self._row, self.draft()
        notice_id = self._notice_id

        def save() -> UUID:
            if row is None:
                return obligations.add(notice_id, draft)
            obligations.change(row.id, version=row.version, draft=draft)
            return row.id

        return save

    def _is_readable(self) -> bool:
        days = {"due": self.due, "own_due": self.own_due}
        wrong = {name: NO_DAY for name, day in days.items() if day.text() and day.value() is None}
        self.rest.show_errors(wrong)
        counted = self.details.unreadable()
        self.details.show_errors(counted)
        return self.form.complete() and not wrong and not counted

    def forms(self) -> tuple[Form, ...]:
        return (self.form, self.details, self.rest)

    def tell_saved(self) -> None:
        words = "已保存对要求的修改。" if self._row else "已新增要求。"
        self._ctx.toast(words, undo=True)


def due_origin(draft: ObligationDraft) -> str:
    """Return the words a day was read from, and where its year comes from when they have none."""
    if not draft.due_phrase:
        return ""
    words = f"原文：“{draft.due_phrase}”"
    if draft.due is not None and "年" not in draft.due_phrase:
        words += f"，没有写年份，按通知日期取为{draft.due.year}年"
    return words


def _put_after(before: QWidget, form: Form) -> None:
    """Let the Tab key come to the fields of a new form after a field that was there."""
    for field in form.findChildren(QWidget):
        reached = field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.focusProxy() is None
        if reached and field.window() is before.window():  # lists of suggestions are windows
            QWidget.setTabOrder(before, field)
            before = field

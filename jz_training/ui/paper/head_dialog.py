"""版头与落款: what one paper says around its text, asked for as far as its skin prints it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from jz_training.domain.paper_dress import PaperDress, fields_printed
from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_number import number_fault, tidy_number
from jz_training.labels.papers import NUMBER_FAULTS, PAPER_KINDS, SKINS
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.card import scrolled
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form

_NUMBER_HINT = "不填则空出位置。"
_NO_DAY = "看不懂这个日期，请写成 2026-03-01 这样，或留空。"


class HeadDialog(PlainDialog):
    """Asks for 版头, 附件说明, the place of a seal and 版记; `dress()` is the answer."""

    def __init__(self, parent: QWidget, kind: PaperKind, dress: PaperDress) -> None:
        super().__init__(parent, title="版头与落款", verb="用于这份文件", width=460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dress = dress
        words = f"{PAPER_KINDS[kind]}，{SKINS[dress.skin]}版式。没有填的不印。"
        self.body.addWidget(plain_label(words, "secondary", wrap=True))
        self.form = Form()
        self._add_head()
        self._add_closing()
        self._add_imprint()
        self._show(dress)
        self._show_printed(fields_printed(kind, dress.skin))
        self._lay_out()
        self.number.textChanged.connect(lambda _: self._judge_number())
        self.number.editingFinished.connect(self._tidy_number)
        self._judge_number()
        self.ready = self._is_ready

    def dress(self) -> PaperDress:
        """Return the dress with what stands in the fields."""
        names = (line.strip() for line in self.attachments.toPlainText().splitlines())
        head = replace(
            self._dress.letterhead,
            mark=self.mark.text().strip(),
            number=tidy_number(self.number.text()),
            signer=self.signer.text().strip(),
            sealed=self.sealed.isChecked(),
            attachments=tuple(filter(None, names)),
            note=self.note.text().strip(),
            copies_to=self.copies_to.text().strip(),
            printed_by=self.printed_by.text().strip(),
            printed_on=self.printed_on.value(),
        )
        return replace(self._dress, letterhead=head)

    # --- construction --------------------------------------------------------------------------

    def _add_head(self) -> None:
        add = self.form.add
        self.mark = add("mark", "发文机关标志", QLineEdit())
        self.mark.setPlaceholderText("首页上方的红字，如：清河市总工会文件")
        self.number = add("number", "文号", QLineEdit(), hint=_NUMBER_HINT)
        self.number.setPlaceholderText("如：清工〔2026〕6号")
        self.signer = add(
            "signer",
            "签发人",
            QLineEdit(),
            hint="只有报给上级的文件（上行文）才填，多人用顿号分开。",
        )

    def _add_closing(self) -> None:
        add = self.form.add
        self.attachments = add("attachments", "附件", QPlainTextEdit())
        self.attachments.setPlaceholderText("每行一个名称，序号自动编排")
        self.attachments.setFixedHeight(theme().sizes.of(72))
        self.attachments.setTabChangesFocus(True)
        self.sealed = add("sealed", "盖章", QCheckBox("留出盖章的位置，不印章"))
        self.note = add("note", "附注", QLineEdit())
        self.note.setPlaceholderText("印在日期下一行的括号里，如：联系人及电话")

    def _add_imprint(self) -> None:
        add = self.form.add
        self.copies_to = add("copies_to", "抄送", QLineEdit())
        self.copies_to.setPlaceholderText("如：市委办公室，市总工会各部室")
        self.printed_by = add("printed_by", "印发机关", QLineEdit())
        self.printed_by.setPlaceholderText("如：清河市总工会办公室")
        self.printed_on = add("printed_on", "印发日期", DateField())

    def _show(self, dress: PaperDress) -> None:
        head = dress.letterhead
        for field, text in (
            (self.mark, head.mark),
            (self.number, head.number),
            (self.signer, head.signer),
            (self.note, head.note),
            (self.copies_to, head.copies_to),
            (self.printed_by, head.printed_by),
        ):
            field.setText(text)
        self.attachments.setPlainText("\n".join(head.attachments))
        self.sealed.setChecked(head.sealed)
        self.printed_on.set_value(head.printed_on)

    def _show_printed(self, printed: frozenset[str]) -> None:
        for name in ("mark", "number", "signer", "attachments", "sealed", "note", "copies_to",
                     "printed_by", "printed_on"):  # fmt: skip
            self.form.show_field(name, shown=name in printed)

    def _lay_out(self) -> None:
        """Be as high as the fields, as far as the screen allows; then they scroll."""
        area = scrolled(self.form)
        self.form.setContentsMargins(0, 0, 8, 0)
        self.form.stretch()
        self.form.submitted.connect(self.accept)
        room = self.screen().availableGeometry().height() - theme().sizes.of(200)
        self.form.adjustSize()
        area.setMinimumHeight(min(self.form.sizeHint().height(), room))
        self.body.addWidget(area, 1)

    # --- answering -----------------------------------------------------------------------------

    def _judge_number(self) -> None:
        """Say what is unusual about the number; nothing is refused."""
        fault = number_fault(tidy_number(self.number.text()))
        self.form.set_hint("number", NUMBER_FAULTS[fault] if fault else _NUMBER_HINT)

    def _tidy_number(self) -> None:
        tidy = tidy_number(self.number.text())
        if tidy != self.number.text():
            self.number.setText(tidy)

    def _is_ready(self) -> bool:
        self.form.clear_errors()
        if self.printed_on.text().strip() and self.printed_on.value() is None:
            self.form.show_errors({"printed_on": _NO_DAY})
            return False
        return True

"""The dialog in which the agenda of a training is written; it closes once that is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.agenda import AgendaItem
from jz_training.domain.training import TrainingView
from jz_training.errors import JzError
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.trainings.event.agenda_lines import AgendaLines
from jz_training.ui.widgets.card import scrolled
from jz_training.ui.widgets.dialog import PlainDialog


class AgendaDialog(PlainDialog):
    """Writes an agenda; how it compares with the length of the training is told below."""

    def __init__(
        self, ctx: Context, parent: QWidget, training: TrainingView, items: tuple[AgendaItem, ...]
    ) -> None:
        super().__init__(parent, title=f"“{training.draft.title}”的议程", verb="保存", width=680)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._training = ctx, training
        self.lines = AgendaLines(training.draft.start)
        self.lines.show_items(items)
        self.lines.edited.connect(self._sum_up)
        area = scrolled(self.lines)
        area.setMinimumHeight(theme().sizes.of(320))
        self.total = plain_label("", "small", wrap=True)
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        for part in (area, self.total, self.trouble):
            self.body.addWidget(part)
        self.ready = self._save
        self._sum_up()
        self.lines.lines[0].what.setFocus()

    def _sum_up(self) -> None:
        draft = self._training.draft
        minutes = sum(item.minutes or 0 for item in self.lines.items())
        whole = round((draft.end - draft.start).total_seconds() / 60)
        more = f"，比会议时间多 {minutes - whole} 分钟" if minutes > whole else ""
        self.total.setText(f"合计 {minutes} 分钟，会议时间 {whole} 分钟{more}。")

    def _save(self) -> bool:
        """Save in the background; the dialog closes when that has succeeded."""
        unnamed = self.lines.unnamed()
        if unnamed:
            self._tell(f"第 {unnamed} 项还没有写内容。")
            return False
        if not self.verb.isEnabled():
            return False
        self.verb.setEnabled(False)
        agendas, training, items = self._ctx.desk.agendas, self._training, self.lines.items()
        self._ctx.work.change(
            lambda: agendas.set(training.id, version=training.version, items=items),
            lambda _: self._close(),
            owner=self,
            kinds={kinds.TRAININGS},
            failed=self._show_fault,
        )
        return False

    def _close(self) -> None:
        self.done(QDialog.DialogCode.Accepted)
        self._ctx.toast("已保存议程。", undo=True)

    def _show_fault(self, error: JzError) -> bool:
        self.verb.setEnabled(True)
        self._tell(str(error))
        return True

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()

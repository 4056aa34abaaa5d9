"""Adding, changing, removing and moving duties, with 撤销 offered each time."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jz_training.domain.notice import NoticeView
from jz_training.domain.obligation import ObligationRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.notices.obligation_dialog import ObligationDialog

_KINDS = (kinds.NOTICES,)
#: So much of a duty's words is enough to know it again.
_SHORT = 18


class DutyChanges(QObject):
    """What may be done to the duties of a notice.

    Signals: added(UUID) with the new obligation.
    """

    added = Signal(object)

    def __init__(self, ctx: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner

    def add_by_hand(self, notice: NoticeView) -> None:
        """Ask for a duty that has no words of the notice."""
        self._open(ObligationDialog(self._ctx, self._owner, notice_id=notice.id))

    def add_from_text(self, notice: NoticeView, start: int, end: int) -> None:
        """Make a duty of words of the notice; a place that was left open is settled by it."""
        obligations = self._ctx.desk.obligations
        words = short(notice.text[start:end])

        def done(obligation_id: UUID) -> None:
            self._ctx.toast(f"已新增要求“{words}”，按 F2 选类别、定期限。", undo=True)
            self.added.emit(obligation_id)

        self._ctx.work.change(
            lambda: obligations.add_from_text(notice.id, start, end),
            done,
            owner=self._owner,
            kinds=_KINDS,
        )

    def sort_out(self, notice_id: UUID, start: int, end: int) -> None:
        """Take a place off the list of those nobody sorted."""
        notices = self._ctx.desk.notices
        self._ctx.work.change(
            lambda: notices.sort_out(notice_id, start, end),
            lambda _: self._ctx.toast("已标为不是要求。", undo=True),
            owner=self._owner,
            kinds=_KINDS,
        )

    def edit(self, row: ObligationRow) -> None:
        """Open the dialog for a duty, as stored now."""
        obligations = self._ctx.desk.obligations
        self._ctx.work.read(
            lambda: obligations.get(row.id),
            lambda now: self._open(
                ObligationDialog(self._ctx, self._owner, notice_id=now.notice_id, row=now)
            ),
            owner=self._owner,
            key="edit",
        )

    def remove(self, row: ObligationRow) -> None:
        """Remove a duty at once; it can be taken back."""
        obligations = self._ctx.desk.obligations
        self._ctx.work.change(
            lambda: obligations.remove(row.id),
            lambda _: self._ctx.toast(f"已删除要求“{short(row.title)}”。", undo=True),
            owner=self._owner,
            kinds=_KINDS,
        )

    def move(self, row: ObligationRow, steps: int) -> None:
        """Move a duty up or down in the task book."""
        obligations = self._ctx.desk.obligations

        def run() -> None:
            # counted where it stands now: what was removed has left gaps between the positions
            ids = [one.id for one in obligations.of_notice(row.notice_id)]
            at = ids.index(row.id) if row.id in ids else row.position
            obligations.move(row.id, position=max(0, at + steps))

        self._ctx.work.change(run, owner=self._owner, kinds=_KINDS)

    def _open(self, dialog: ObligationDialog) -> None:
        dialog.saved.connect(self.added)
        dialog.open()


def short(words: str) -> str:
    """Return words cut to what is enough to know them again."""
    flat = "".join(words.split())
    return flat if len(flat) <= _SHORT else f"{flat[: _SHORT - 1]}…"

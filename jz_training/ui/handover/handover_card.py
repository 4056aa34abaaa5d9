"""The card 移交与归档 of the settings: everything in one file, out and in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jz_training.domain.handover import HandoverKind
from jz_training.ui.context import Context
from jz_training.ui.handover.handing import write_handover
from jz_training.ui.handover.looking import ArchiveLook
from jz_training.ui.handover.taking import TakingOver
from jz_training.ui.settings.settings_parts import button_line
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import Card

_WORDS = (
    "人员（含电话）、场次、通知、材料和操作记录全部写进一个文件，写好后逐项核对。"
    "换人时交给接手的人；年末存一份归档，以后只供查阅。文件没有加密，请妥善保管，不要发到群里。"
)


class HandoverCard(Card):
    """Four buttons: hand on, take over, archive, look at an archive."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("移交与归档")
        self._ctx = ctx
        self.add(plain_label(_WORDS, "secondary", wrap=True))
        self.add(self._make_buttons())
        for writes in (self.hand_over, self.archive):
            writes.setEnabled(not ctx.desk.read_only)
        self.take_over.setVisible(not ctx.desk.read_only)

    def _make_buttons(self) -> QWidget:
        self.hand_over = button("移交给接手的人…")
        self.archive = button("年度归档…")
        self.look = button("查阅归档…")
        self.take_over = button("接手别人移交的数据…", "quiet")
        self.hand_over.clicked.connect(lambda: self._write(HandoverKind.HANDOVER))
        self.archive.clicked.connect(lambda: self._write(HandoverKind.ARCHIVE))
        self.look.clicked.connect(lambda: ArchiveLook(self._ctx, self).begin())
        self.take_over.clicked.connect(lambda: TakingOver(self._ctx, self).begin())
        return button_line(self.hand_over, self.archive, self.look, self.take_over)

    def _write(self, kind: HandoverKind) -> None:
        write_handover(self._ctx, self, kind)

"""The box to choose a notice, or none."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QComboBox

from jz_training.domain.notice import NoticeRow

#: A title longer than this is cut in the box; the list below shows a little more.
_LONGEST = 40


class NoticeBox(QComboBox):
    """Offers notices, the reviewed ones first and the newest on top of each; none by default."""

    def __init__(self, nothing: str) -> None:
        super().__init__()
        self._nothing = nothing
        self._wanted: UUID | None = None
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(7)
        self.addItem(nothing, None)
        self.currentIndexChanged.connect(lambda _: self._keep_choice())

    def value(self) -> UUID | None:
        """Return the notice chosen, also while the list of notices is still on its way."""
        return self._wanted

    def set_value(self, notice_id: UUID | None) -> None:
        """Choose a notice; it is shown as soon as it is among those offered."""
        at = next((at for at in range(self.count()) if self.itemData(at) == notice_id), 0)
        self.setCurrentIndex(at)
        self._wanted = notice_id  # after the box has told its own choice

    def set_notices(self, notices: Sequence[NoticeRow]) -> None:
        """Offer notices given newest first, keeping the choice without telling about it."""
        self.blockSignals(True)
        self.clear()
        self.addItem(self._nothing, None)
        for notice in sorted(notices, key=lambda notice: not notice.reviewed):
            self.addItem(_words(notice), notice.id)
        self.set_value(self._wanted)
        self.blockSignals(False)

    def _keep_choice(self) -> None:
        self._wanted = self.currentData()


def _words(notice: NoticeRow) -> str:
    title = notice.title if len(notice.title) <= _LONGEST else f"{notice.title[:_LONGEST]}…"
    return f"{title}　{notice.number}" if notice.number else title

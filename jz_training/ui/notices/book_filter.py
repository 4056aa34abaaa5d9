"""Which duties of the task book are shown: by how they stand, and by who is to do them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from jz_training.domain.task_book import Duty, DutyState
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.segmented import Segmented

ALL, NOT_BEGUN, UNDER_WAY, SETTLED, OVERDUE = "all", "not_begun", "under_way", "settled", "overdue"
_GROUPS = (
    (ALL, "全部"),
    (NOT_BEGUN, "未开始"),
    (UNDER_WAY, "进行中"),
    (SETTLED, "已落实"),
    (OVERDUE, "逾期"),
)
_EVERYBODY = "全部责任人"
_NOBODY = "没有责任人"


class BookFilter(QWidget):
    """The line above the task book; each choice shows how many duties it has.

    Signals: changed() when the user has chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.group = Segmented(_GROUPS)
        self.group.setAccessibleName("落实状态")
        self.owner = QComboBox()
        self.owner.setAccessibleName("责任人")
        self.owner.setMinimumWidth(theme().sizes.of(132))
        self.owner.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.owner.addItem(_EVERYBODY, None)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.group)
        line.addWidget(self.owner)
        self.group.chosen.connect(lambda _: self.changed.emit())
        self.owner.currentIndexChanged.connect(lambda _: self.changed.emit())

    def show_counts(self, duties: Sequence[Duty], today: date) -> None:
        """Offer the owners there are and count the duties of each choice."""
        self._offer(duties)
        mine = [duty for duty in duties if self._is_of_owner(duty)]
        for key, word in _GROUPS:
            count = sum(is_in_group(duty, key, today) for duty in mine)
            self.group.set_words(key, f"{word} {count}")

    def kept(self, duties: Sequence[Duty], today: date) -> list[Duty]:
        """Return the duties that are to be shown."""
        group = self.group.value()
        return [
            duty for duty in duties if is_in_group(duty, group, today) and self._is_of_owner(duty)
        ]

    @property
    def is_set(self) -> bool:
        """Tell whether anything may be left out."""
        return self.group.value() != ALL or self.owner.currentData() is not None

    def clear(self) -> None:
        """Show everything again."""
        self.group.set_value(ALL)
        self.owner.blockSignals(True)
        self.owner.setCurrentIndex(0)
        self.owner.blockSignals(False)
        self.changed.emit()

    def _offer(self, duties: Sequence[Duty]) -> None:
        kept = self.owner.currentData()
        owners = dict.fromkeys(duty.obligation.draft.owner for duty in duties)
        self.owner.blockSignals(True)
        while self.owner.count() > 1:
            self.owner.removeItem(1)
        for owner in owners:
            self.owner.addItem(owner or _NOBODY, owner)
        self.owner.setCurrentIndex(1 + list(owners).index(kept) if kept in owners else 0)
        self.owner.blockSignals(False)
        self.owner.setVisible(any(owners))

    def _is_of_owner(self, duty: Duty) -> bool:
        wanted = self.owner.currentData()
        return wanted is None or duty.obligation.draft.owner == wanted


def is_in_group(duty: Duty, group: str, today: date) -> bool:
    """Tell whether a duty belongs to a choice; what is overdue is in one of the others too."""
    return {
        ALL: True,
        NOT_BEGUN: duty.state is DutyState.NOT_BEGUN,
        UNDER_WAY: duty.state in (DutyState.PLANNED, DutyState.PARTLY),
        SETTLED: duty.settled,
        OVERDUE: duty.overdue(today),
    }[group]

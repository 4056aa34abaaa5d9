"""分批: how an audience is split, and how far apart the batches are held."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox

from jz_training.domain.batches import BatchBy
from jz_training.labels import BATCH_BY
from jz_training.ui.style.text import button
from jz_training.ui.trainings.many.planned import BatchWish
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.segmented import Segmented

#: A room of this size is the usual one; the field only wants a likely value.
_USUAL_SIZE = 50
_MOST_SIZE, _MOST_DAYS = 9999, 99


class BatchForm(Form):
    """A form over a `BatchWish`.

    Signals: wish_changed(); people_asked() when persons are to be put into batches one by one.
    """

    wish_changed = Signal()
    people_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.by_hand: dict[UUID, int] = {}
        self.own_starts: dict[int, datetime] = {}
        self.by = self.add("by", "怎样分批", Segmented([(b.value, BATCH_BY[b]) for b in BatchBy]))
        self.limit = self.add("size", "每批人数", _spin(0, _MOST_SIZE, " 人"))
        self.hand = self.add("by_hand", "名单", button("逐人指定批次…"))
        self.every = self.add(
            "starts",
            "两批相隔",
            _spin(0, _MOST_DAYS, " 天"),
            hint="第一批用基本信息里的时间；各批的时间可在右边逐个调整",
        )
        self.every.setValue(1)
        self.skip = self.add("skip", "休息日", QCheckBox("跳过周末和节假日"))
        self.skip.setChecked(True)
        self._connect()
        self._show_fitting()

    @property
    def way(self) -> BatchBy:
        """Return by what the audience is split."""
        return BatchBy(self.by.value())

    def choose(self, by: BatchBy) -> None:
        """Choose by what the audience is split, as the user would."""
        self.by.set_value(by.value)
        self._show_fitting()
        self._restart()

    def wish(self) -> BatchWish:
        """Return what is entered."""
        by = self.way
        return BatchWish(
            by=by,
            size=None if by is BatchBy.HAND else self.limit.value() or None,
            by_hand=dict(self.by_hand) if by is BatchBy.HAND else {},
            every=self.every.value(),
            skip_days_off=self.skip.isChecked(),
            own_starts=dict(self.own_starts),
        )

    def take_people(self, by_hand: Mapping[UUID, int]) -> None:
        """Keep which batch each person is in."""
        self.by_hand = dict(by_hand)
        self._restart()

    def set_start(self, batch: int, start: datetime) -> None:
        """Give one batch a time of its own."""
        self.own_starts[batch] = start
        self.wish_changed.emit()

    def forget_starts(self) -> None:
        """Let all batches follow the training's own time again."""
        self.own_starts.clear()

    def _connect(self) -> None:
        self.by.chosen.connect(lambda key: self.choose(BatchBy(key)))
        self.hand.clicked.connect(lambda: self.people_asked.emit())
        self.limit.valueChanged.connect(lambda _: self._restart())
        self.every.valueChanged.connect(lambda _: self._restart())
        self.skip.clicked.connect(lambda: self._restart())

    def _restart(self) -> None:
        """Other batches than before: times given by hand belonged to those."""
        self.forget_starts()
        self.clear_errors()
        self.wish_changed.emit()

    def _show_fitting(self) -> None:
        by = self.way
        self.show_field("size", shown=by is not BatchBy.HAND)
        self.show_field("by_hand", shown=by is BatchBy.HAND)
        self.limit.blockSignals(True)
        self.limit.setMinimum(1 if by is BatchBy.NUMBER else 0)
        self.limit.setSpecialValueText("" if by is BatchBy.NUMBER else "不限，一个一批")
        if by is BatchBy.NUMBER and self.limit.value() <= 1:
            self.limit.setValue(_USUAL_SIZE)
        self.limit.blockSignals(False)


def _spin(least: int, most: int, suffix: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(least, most)
    made.setSuffix(suffix)
    made.lineEdit().setTextMargins(10, 0, 10, 0)
    return made

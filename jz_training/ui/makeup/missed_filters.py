"""The filters of who missed what, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from jz_training.domain.make_up import MakeUpState
from jz_training.domain.notice import NoticeRow
from jz_training.domain.roster import UnitRow
from jz_training.labels import MAKE_UP_STATES
from jz_training.services.missed import MissedQuery
from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.filled_flow import FilledFlow
from jz_training.ui.widgets.id_box import IdBox
from jz_training.ui.widgets.notice_box import NoticeBox
from jz_training.ui.widgets.period_field import ALL, MONTH, QUARTER, YEAR, PeriodField
from jz_training.ui.widgets.word_box import WordBox

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: A pause in typing after which the list follows.
_PAUSE_MS = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedChoices:
    """What the filters offer."""

    notices: Sequence[NoticeRow] = ()
    topics: Sequence[str] = ()
    units: Sequence[UnitRow] = ()


def read_choices(desk: Desk) -> MissedChoices:
    """Read what the filters offer."""
    return MissedChoices(
        notices=desk.notices.list(),
        topics=desk.trainings.suggestions().topics,
        units=desk.units.all(),
    )


class MissedFilters(QWidget):
    """Words, notice, topic, unit, period, state, and 只看必修.

    Signals: changed() when another selection is meant.
    """

    changed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._training: UUID | None = None
        self.text = QLineEdit()
        self.text.setPlaceholderText("姓名、单位、场次")
        self.text.setAccessibleName("筛选补学")
        self.text.setClearButtonEnabled(True)
        self.notice = NoticeBox("全部通知")
        self.notice.setAccessibleName("对应通知")
        self.topic = QComboBox()
        self.topic.setAccessibleName("学习内容")
        self.topic.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.topic.setMinimumContentsLength(7)
        self.topic.addItem("全部内容", "")
        self.unit = IdBox("全部单位")
        self.unit.setMinimumContentsLength(6)
        self.unit.setAccessibleName("单位")
        self.period = PeriodField(ctx, keys=(ALL, MONTH, QUARTER, YEAR), current=YEAR)
        self.state: WordBox[MakeUpState] = WordBox(MAKE_UP_STATES, ctx.work, everything="全部状态")
        self.state.setAccessibleName("补学状态")
        self.required = QCheckBox("只看必修")
        self.required.setMinimumHeight(theme().sizes.control)  # level with the fields beside it
        self._lay_out()
        self._connect()

    def query(self) -> MissedQuery:
        """Return what the filters mean."""
        period = self.period.value()
        return MissedQuery(
            text=self.text.text(),
            notice_id=self.notice.value(),
            topic=str(self.topic.currentData() or ""),
            unit_id=self.unit.value(),
            start=period.start if period else None,
            end=period.end if period else None,
            state=self.state.value(),
            required=self.required.isChecked(),
            training_id=self._training,
        )

    @property
    def is_set(self) -> bool:
        """Tell whether something is left out besides other years."""
        query = self.query()
        plain = MissedQuery(start=query.start, end=query.end)
        return query != plain or self.period.key not in (ALL, YEAR)

    def words(self) -> str:
        """Return in words what the filters leave, for a list that is exported."""
        boxes: tuple[Any, ...] = (self.notice, self.topic, self.unit, self.state)
        chosen = [box.currentText() for box in boxes if box.currentIndex() > 0]
        required = self.required.text() if self.required.isChecked() else ""
        text = self.text.text().strip()
        asked = (self.period.box.currentText(), *chosen, required, text and f"“{text}”")
        return "、".join(filter(None, asked))

    def clear(self, *, period: str = YEAR) -> None:
        """Take every filter away."""
        self._training = None
        self.text.clear()
        for box in (self.topic, self.state):
            box.setCurrentIndex(0)
        self.notice.set_value(None)
        self.unit.set_value(None)
        self.required.setChecked(False)
        self.period.choose(period)
        self.changed.emit()

    def show_training(self, training_id: UUID) -> None:
        """Show who missed one training, until the filters are cleared."""
        self.clear(period=ALL)
        self._training = training_id
        self.changed.emit()

    def show_waiting(self, *, required: bool = True) -> None:
        """Show what is still to be made up this year, as home counts it."""
        self.clear()
        self.required.setChecked(required)
        self.state.set_value(MakeUpState.OPEN)

    def offer(self, choices: MissedChoices) -> None:
        """Offer what there is; boxes with nothing to choose from are left out."""
        self.notice.set_notices(choices.notices)
        self.notice.setVisible(bool(choices.notices))
        kept = self.topic.currentData()
        self.topic.blockSignals(True)
        while self.topic.count() > 1:
            self.topic.removeItem(1)
        for topic in choices.topics:
            self.topic.addItem(topic, topic)
        self.topic.setCurrentIndex(max(0, self.topic.findData(kept)))
        self.topic.blockSignals(False)
        self.topic.setVisible(bool(choices.topics))
        self.unit.offer([(unit.id, unit.name) for unit in choices.units])

    def _lay_out(self) -> None:
        sizes = theme().sizes
        flow = FilledFlow()
        self.setLayout(flow)
        flow.put(self.text, least=sizes.of(140), grow=1)
        for box in (self.notice, self.topic, self.unit):
            flow.put(box, least=sizes.of(124))
        flow.put(self.period)
        flow.put(self.state)
        flow.put(self.required)
        self.required.setMinimumHeight(sizes.control)
        self.notice.hide()
        self.topic.hide()
        self.setFocusProxy(self.text)

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._typing.start())
        for box in (self.notice, self.topic, self.unit, self.state):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.required.toggled.connect(lambda _: self.changed.emit())
        self.period.chosen.connect(self.changed)

"""What the tab 名单 reads from the desk, and what is said above the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.list_order import OrderedList
from jz_training.domain.roster import PersonRow
from jz_training.domain.training import SheetOrder, TrainingState, TrainingView
from jz_training.labels import ORDERS
from jz_training.services.attendee_lists import ListChanges

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: So many names are named before the line says how many more there are.
_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReading:
    """A training's list: the preview of it (`ordered`) or, once it is fixed, its rows."""

    training: TrainingView
    ordered: OrderedList[PersonRow]
    shown_order: SheetOrder
    expected: tuple[AttendeeRow, ...] = ()
    changes: ListChanges = field(default_factory=ListChanges)
    can_renumber: bool = False
    approvers: Mapping[UUID, str] = field(default_factory=dict)  # by leave

    @property
    def is_open(self) -> bool:
        """Tell whether the list may be changed."""
        return self.training.state is TrainingState.PLANNED

    @property
    def title(self) -> str:
        """Return how many are on the list, or would be."""
        fixed_at = self.training.list_frozen_at
        if fixed_at is None:
            return f"将有 {len(self.ordered.people)} 人应到"
        return f"应到 {len(self.expected)} 人"

    @property
    def note(self) -> str:
        """Return what is to be known about the order: when, by what, and doubtful names."""
        parts = [self._order_note(), self._doubt_note()]
        return "　".join(part for part in parts if part)

    def _order_note(self) -> str:
        fixed_at = self.training.list_frozen_at
        if fixed_at is None:
            return "确定名单时编好序号，记下每人当天的单位和职务；名册以后的变化会在这里提示。"
        when = f"{fixed_at.month}月{fixed_at.day}日 {fixed_at:%H:%M}"
        words = f"{when} 确定，{ORDERS[self.shown_order]}排列。"
        if self.is_open and not self.can_renumber:
            return words + "签到表已经打印或已经登记，序号不再改动。"
        return words

    def _doubt_note(self) -> str:
        names = self.ordered.unknown
        if not names:
            return ""
        listed = "、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else "")
        what = "读音" if self.shown_order is SheetOrder.PINYIN else "笔画"
        return f"字表里没有 {listed} 的{what}，{len(names)} 人排在同姓或全表之后，请核对。"


def read_list(desk: Desk, training_id: UUID, order: SheetOrder) -> ListReading:
    """Read a list; `order` is that of the preview, a fixed list has its own."""
    training = desk.trainings.get(training_id)
    if training.list_frozen_at is None:
        ordered = desk.lists.preview(training.draft.audience, order=order)
        return ListReading(training=training, ordered=ordered, shown_order=order)
    return ListReading(
        training=training,
        ordered=OrderedList(people=()),
        shown_order=training.order,
        expected=desk.attendance.sheet(training_id).expected,
        changes=desk.lists.changes(training_id),
        can_renumber=desk.lists.can_renumber(training_id),
        approvers={one.id: one.draft.approver for one in desk.leaves.of_training(training_id)},
    )

"""名单变化: how the roster moved since the list was fixed; each line is ticked before it counts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from jz_training.domain.attendance import AttendanceStatus, AttendeeRow
from jz_training.domain.roster import PersonRow
from jz_training.labels import mark_words
from jz_training.services.attendee_lists import ListChanges
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button_words, plain_label
from jz_training.ui.widgets.dialog import PlainDialog

_FIELDS = (
    ("name", "姓名"), ("unit", "单位"), ("post", "职务"), ("layer", "层级"), ("category", "类别"),
)  # fmt: skip


def changes_words(changes: ListChanges) -> str:
    """Return in one sentence how the roster moved."""
    parts = (
        (len(changes.joined), "人应加入"),
        (len(changes.left), "人已不在范围内"),
        (len(changes.moved), "人的信息有变动"),
    )
    said = "，".join(f"{count} {words}" for count, words in parts if count)
    return f"名单确定以后名册有变化：{said}。"


class ListChangesDialog(PlainDialog):
    """Offers every change; persons with a mark who left are not ticked beforehand.

    Signals: chosen(ListChanges): what was ticked.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, changes: ListChanges) -> None:
        super().__init__(parent, title="名单变化", verb="应用所选", width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = "新加入的人排在最后，原有序号不变；移出的人让出序号。"
        self.body.addWidget(plain_label(words, "secondary", wrap=True))
        self._joined: list[tuple[QCheckBox, PersonRow]] = []
        self._left: list[tuple[QCheckBox, AttendeeRow]] = []
        self._moved: list[tuple[QCheckBox, tuple[AttendeeRow, PersonRow]]] = []
        self._column = self._make_column()
        self._offer(changes)
        self.accepted.connect(lambda: self.chosen.emit(self._ticked()))

    def boxes(self) -> list[QCheckBox]:
        """Return all boxes in the order shown."""
        return [box for box, *_ in (*self._joined, *self._left, *self._moved)]

    def _make_column(self) -> QVBoxLayout:
        area = QScrollArea()
        area.setWidgetResizable(True)
        inner = QWidget()
        inner.setProperty("kind", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        area.setWidget(inner)
        area.setMinimumHeight(theme().sizes.of(240))
        self.body.addWidget(area, 1)
        return column

    def _offer(self, changes: ListChanges) -> None:
        self._head("加入名单", len(changes.joined))
        for person in changes.joined:
            self._joined.append((self._box(_person_words(person)), person))
        self._head("移出名单", len(changes.left))
        for row in changes.left:
            marked = row.mark.status is not AttendanceStatus.UNRECORDED
            words = f"{row.number} 号 {row.name}（{row.unit}）"
            words += f"，已登记 {mark_words(row.mark)}" if marked else ""
            self._left.append((self._box(words, on=not marked), row))
        self._head("更新信息", len(changes.moved))
        for row, person in changes.moved:
            self._moved.append((self._box(_moved_words(row, person)), (row, person)))
        self._column.addStretch(1)

    def _head(self, words: str, count: int) -> None:
        if count:
            self._column.addSpacing(4)
            self._column.addWidget(plain_label(f"{words} {count} 人", "strong"))

    def _box(self, words: str, *, on: bool = True) -> QCheckBox:
        box = QCheckBox(button_words(words))
        box.setChecked(on)
        self._column.addWidget(box)
        return box

    def _ticked(self) -> ListChanges:
        return ListChanges(
            joined=tuple(person for box, person in self._joined if box.isChecked()),
            left=tuple(row for box, row in self._left if box.isChecked()),
            moved=tuple(pair for box, pair in self._moved if box.isChecked()),
        )


def _person_words(person: PersonRow) -> str:
    about = "，".join(part for part in (person.unit, person.post) if part)
    return f"{person.name}（{about}）" if about else person.name


def _moved_words(row: AttendeeRow, person: PersonRow) -> str:
    moves = [
        f"{word} {getattr(row, field) or '空'} → {getattr(person, field) or '空'}"
        for field, word in _FIELDS
        if getattr(row, field) != getattr(person, field)
    ]
    return f"{row.number} 号 {row.name}：{'；'.join(moves)}"

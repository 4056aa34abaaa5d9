"""The proposed items with tick boxes: topic, form and time can be changed on the spot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jz_training import labels
from jz_training.domain.plan import PlanItemDraft
from jz_training.domain.training import TrainingForm
from jz_training.ui.plans.plan_words import audience_words, people_words
from jz_training.ui.plans.span_field import SpanField
from jz_training.ui.plans.span_words import Span
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, redress
from jz_training.ui.widgets.card import hairline


class ProposalRow(QWidget):
    """One proposed item.

    Signals: ticked() when its box was clicked.
    """

    ticked = Signal()

    def __init__(
        self, draft: PlanItemDraft, note: str, *, planned: bool, clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._draft = draft
        self.tick = QCheckBox()
        self.tick.setChecked(not planned)
        self.title = QLineEdit(draft.title)
        self.form = QComboBox()
        for form, word in labels.FORMS.items():
            self.form.addItem(word, form.value)
        self.form.setCurrentIndex(self.form.findData(draft.form.value))
        self.when = SpanField(clock=clock)
        self.when.set_value(Span(draft.first, draft.last))
        self.when.setPlaceholderText("时间未定")
        self.note = ElidedLabel(note, "small")
        self._name_parts()
        self._lay_out()
        self.tick.clicked.connect(lambda: self.ticked.emit())
        for field in (self.title, self.when):
            field.textEdited.connect(lambda _: self._take())
        self.form.activated.connect(lambda _: self._take())

    @property
    def taken(self) -> bool:
        """Tell whether the item is to be part of the plan."""
        return self.tick.isChecked()

    def draft(self) -> PlanItemDraft:
        """Return the item as it stands; its time must be readable."""
        span = self.when.value() or Span()
        return replace(
            self._draft,
            title=self.title.text().strip(),
            form=TrainingForm(self.form.currentData()),
            first=span.first,
            last=span.last,
        )

    def fault(self) -> str:
        """Return what is wrong with it, in words; point at the field. Empty when all is well."""
        untitled = not self.title.text().strip()
        unreadable = self.when.unreadable()
        for field, wrong in ((self.title, untitled), (self.when, bool(unreadable))):
            field.setProperty("wrong", str(wrong).lower())
            redress(field)
        if untitled or unreadable:
            (self.title if untitled else self.when).setFocus()
        return "请填写勾选项目的主题。" if untitled else unreadable

    def _take(self) -> None:
        """Whoever changes an item wants it."""
        if not self.tick.isChecked():
            self.tick.setChecked(True)
            self.ticked.emit()

    def _name_parts(self) -> None:
        self.tick.setAccessibleName(f"列入计划：{self._draft.title}")
        for field, word in ((self.title, "主题"), (self.form, "形式"), (self.when, "时间")):
            field.setAccessibleName(word)

    def _lay_out(self) -> None:
        sizes = theme().sizes
        self.tick.setFixedHeight(sizes.control)
        self.form.setFixedWidth(sizes.of(128))
        self.when.setFixedWidth(sizes.of(216))
        upper = QHBoxLayout()
        upper.setSpacing(8)
        upper.addWidget(self.title, 1)
        upper.addWidget(self.form)
        upper.addWidget(self.when)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addLayout(upper)
        right.addWidget(self.note)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(8)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(right, 1)


class ProposalRows(QWidget):
    """All proposed items.

    Signals: ticked() when another number of them is ticked.
    """

    ticked = Signal()

    def __init__(self, *, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self.rows: list[ProposalRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(0)

    def show_items(
        self,
        items: Sequence[PlanItemDraft],
        *,
        duties: dict[object, str],
        planned: Collection[PlanItemDraft],
    ) -> None:
        """Show other items; those the plan has already are not ticked."""
        self._clear()
        had = Counter(item.form for item in planned)
        for item in items:
            known = had[item.form] > 0  # one planned by hand serves as well, whatever its title
            had[item.form] -= known
            row = ProposalRow(
                item, _note(item, duties, known=known), planned=known, clock=self._clock
            )
            row.ticked.connect(self.ticked)
            if self.rows:
                self._column.addWidget(hairline())
            self.rows.append(row)
            self._column.addWidget(row)
        self._column.addStretch(1)
        self.ticked.emit()

    def count(self) -> int:
        """Return how many are ticked."""
        return sum(row.taken for row in self.rows)

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all of them, or none."""
        for row in self.rows:
            row.tick.setChecked(ticked)
        self.ticked.emit()

    def fault(self) -> str:
        """Return what is wrong with the first of the ticked ones that cannot be saved."""
        return next((words for row in self.rows if row.taken and (words := row.fault())), "")

    def drafts(self) -> tuple[PlanItemDraft, ...]:
        """Return the ticked ones in their order."""
        return tuple(row.draft() for row in self.rows if row.taken)

    def _clear(self) -> None:
        self.rows = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _note(item: PlanItemDraft, duties: dict[object, str], *, known: bool) -> str:
    """Return for whom an item is, which duty asks for it, and whether the plan has it."""
    duty = duties.get(item.obligation_id, "")
    whom = " ".join(filter(None, (audience_words(item), people_words(item))))
    parts = ("已在计划中" if known else "", whom, duty and f"依据：{duty}")
    return "　".join(filter(None, parts))

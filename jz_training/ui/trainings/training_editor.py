"""A training being entered or changed: its fields at the left, who is expected at the right."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jz_training.domain.training import TrainingDraft
from jz_training.errors import ClashFound, JzError, Refused
from jz_training.ui.context import Context
from jz_training.ui.library.form_names import FormNames
from jz_training.ui.style.look import theme
from jz_training.ui.trainings.audience_picker import AudiencePicker
from jz_training.ui.trainings.hints.hint_keeper import HintKeeper
from jz_training.ui.trainings.training_fields import TrainingFields
from jz_training.ui.widgets.card import Card, scrolled


class TrainingEditor(QWidget):
    """Fields and audience together.

    Signals: edited() when the user changed something; submitted() on Enter in the last field.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.fields = TrainingFields(ctx)
        self.audience = AudiencePicker(ctx)
        self._names = FormNames(ctx, self.fields)
        card = Card("基本信息")
        card.add(self.fields, 1)
        sides = QWidget()
        line = QHBoxLayout(sides)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().sizes.gap)
        line.addWidget(card, 1)
        self._right = QVBoxLayout()
        self._right.setSpacing(theme().sizes.gap)
        self._right.addWidget(self.audience, 1)
        line.addLayout(self._right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(sides))
        self.fields.edited.connect(self.edited)
        self.fields.submitted.connect(self.submitted)
        self.audience.edited.connect(self.edited)
        self._hints = HintKeeper(ctx, self.fields, self.audience)

    def show_draft(self, draft: TrainingDraft, *, training_id: UUID | None = None) -> None:
        """Show a training and read what may be offered for it; a stored one has its id."""
        self._hints.begin(training_id)
        desk = self._ctx.desk
        self.audience.read_choices()
        self.fields.show_draft(draft)
        self.audience.show_rule(draft.audience)
        self._ctx.work.read(
            desk.trainings.suggestions, self.fields.offer, owner=self, key="suggestions"
        )
        self._ctx.work.read(desk.notices.list, self.fields.offer_notices, owner=self, key="notices")
        self._ctx.work.read(desk.hours.rules, self.fields.offer_rules, owner=self, key="rules")
        self._names.read()

    def draft(self) -> TrainingDraft | None:
        """Return what was entered; None when something is missing or unreadable (it is shown)."""
        return self.fields.draft(self.audience.rule())

    def take_error(self, error: JzError) -> bool:
        """Show a refusal under its field; False when the window should say it."""
        if isinstance(error, ClashFound):
            return self.fields.show_fault("start", str(error))
        return isinstance(error, Refused) and self.fields.show_fault(error.field, str(error))

    def add_card(self, card: Card) -> None:
        """Put a card below the audience; it may be used while the fields are closed."""
        self._right.addWidget(card)

    @property
    def is_open(self) -> bool:
        """Tell whether the fields may be changed."""
        return self.fields.isEnabled()

    def set_open(self, open_: bool) -> None:
        """Let the fields be changed or only read."""
        self.fields.setEnabled(open_)
        self.audience.setEnabled(open_)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        QTimer.singleShot(0, self.fields.title, self.fields.title.setFocus)

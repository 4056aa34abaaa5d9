"""Keeps the remarks under a training's time up to date while it is being entered."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from jz_training.domain.training import TrainingDraft
from jz_training.ui.context import Context
from jz_training.ui.trainings.audience_picker import AudiencePicker
from jz_training.ui.trainings.hints.hint_reading import Hints, read_hints, read_next_free
from jz_training.ui.trainings.training_fields import TrainingFields

#: A pause in typing after which the remarks follow.
_PAUSE_MS = 250


class HintKeeper(QObject):
    """Reads the remarks after each pause in typing; only the newest answer is shown."""

    def __init__(self, ctx: Context, fields: TrainingFields, audience: AudiencePicker) -> None:
        super().__init__(fields)
        self._ctx, self._fields, self._audience = ctx, fields, audience
        self._training_id: UUID | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.read)
        fields.edited.connect(self._pause.start)
        audience.edited.connect(self._pause.start)
        fields.hints.free_asked.connect(self._find_free)

    def begin(self, training_id: UUID | None) -> None:
        """Begin with another training; a stored one never clashes with itself."""
        self._training_id = training_id
        self._fields.hints.show_hints(Hints())
        self._pause.start()

    def read(self) -> None:
        """Read the remarks on what stands in the fields now."""
        self._pause.stop()
        draft, desk, training_id = self._draft(), self._ctx.desk, self._training_id
        if draft is None or not self._fields.isEnabled():
            self._fields.hints.show_hints(Hints())
            return
        self._ctx.work.read(
            lambda: read_hints(desk, draft, training_id),
            self._fields.hints.show_hints,
            owner=self,
            key="hints",
        )

    def _draft(self) -> TrainingDraft | None:
        return self._fields.glimpse(self._audience.rule())

    def _find_free(self) -> None:
        draft, desk, training_id = self._draft(), self._ctx.desk, self._training_id
        if draft is not None:
            self._ctx.work.read(
                lambda: read_next_free(desk, draft, training_id),
                lambda start: self._take(draft, start),
                owner=self,
                key="free",
            )

    def _take(self, draft: TrainingDraft, start: datetime | None) -> None:
        if start is None:
            self._fields.hints.say("30 天内没有找到大家都有空的时间，请换场地或主讲。")
            return
        self._fields.move_to(start, start + (draft.end - draft.start))
        self.read()

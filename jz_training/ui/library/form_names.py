"""What the libraries know of the venue and the speakers that stand in a training's form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from jz_training.domain.library import SpeakerDraft, SpeakerRow, VenueDraft, VenueRow, several
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.library.library_words import speaker_words, venue_words
from jz_training.ui.style.icons import icon
from jz_training.ui.style.text import plain_tip
from jz_training.ui.trainings.training_fields import TrainingFields

_Found = tuple[tuple[VenueRow, ...], tuple[SpeakerRow, ...]]


class FormNames(QObject):
    """Says seats and units under the fields, and offers to keep a name that is not known."""

    def __init__(self, ctx: Context, fields: TrainingFields) -> None:
        super().__init__(fields)
        self._ctx, self._fields = ctx, fields
        self._venues: dict[str, str] = {}
        self._speakers: dict[str, str] = {}
        self.keeping_venue = self._offer_keeping(fields.venue, self._keep_venue)
        self.keeping_speaker = self._offer_keeping(fields.speaker, self._keep_speaker)

    def read(self) -> None:
        """Read the libraries and say what they know."""
        desk = self._ctx.desk
        self._ctx.work.read(
            lambda: (desk.venues.list(), desk.speakers.list()),
            self._learn, owner=self, key="library",
        )  # fmt: skip

    def _offer_keeping(self, field: QLineEdit, keep: Callable[[], object]) -> QAction:
        action = field.addAction(icon("save"), QLineEdit.ActionPosition.TrailingPosition)
        action.triggered.connect(lambda: keep())
        action.setVisible(False)
        field.textChanged.connect(lambda _: self._show_hints())
        field.editingFinished.connect(self._show_keeping)
        return action

    def _learn(self, found: _Found) -> None:
        venues, speakers = found
        self._venues = {row.draft.name: venue_words(row.draft) for row in venues}
        self._speakers = {}
        for row in speakers:
            words = (self._speakers.get(row.draft.name, ""), speaker_words(row.draft))
            self._speakers[row.draft.name] = " / ".join(filter(None, words))
        self._fields.venue.set_details(self._venues)
        self._fields.speaker.set_details(self._speakers)
        self._show_hints()
        self._show_keeping()

    # --- saying --------------------------------------------------------------------------------

    def _show_hints(self) -> None:
        self.keeping_venue.setVisible(False)
        self.keeping_speaker.setVisible(False)
        self._fields.set_hint("venue", self._venues.get(self._fields.venue.text().strip(), ""))
        known = [(name, self._speakers.get(name, "")) for name in self._named()]
        alone = len(known) == 1
        said = [words if alone else f"{name}：{words}" for name, words in known if words]
        self._fields.set_hint("speaker", "　".join(said))

    def _show_keeping(self) -> None:
        free = self._fields.isEnabled() and not self._ctx.desk.read_only
        venue, speaker = self._new_venue(), self._new_speaker()
        for action, name in ((self.keeping_venue, venue), (self.keeping_speaker, speaker)):
            action.setVisible(free and bool(name))
            action.setText(f"把“{name}”存入资料库")
            plain_tip(action, f"“{name}”不在资料库里，点这里存入")

    def _named(self) -> tuple[str, ...]:
        return several(self._fields.speaker.text().strip())

    def _new_venue(self) -> str:
        name = self._fields.venue.text().strip()
        return name if name not in self._venues else ""

    def _new_speaker(self) -> str:
        """Return the one name that is not known; of several it is not clear which is a name."""
        unknown = [name for name in self._named() if name not in self._speakers]
        return unknown[0] if len(unknown) == 1 == len(self._named()) else ""

    # --- keeping -------------------------------------------------------------------------------

    def _keep_venue(self) -> None:
        name, venues = self._new_venue(), self._ctx.desk.venues
        self._keep(name, lambda: venues.add(VenueDraft(name=name)))

    def _keep_speaker(self) -> None:
        name, speakers = self._new_speaker(), self._ctx.desk.speakers
        self._keep(name, lambda: speakers.add(SpeakerDraft(name=name)))

    def _keep(self, name: str, add: Callable[[], UUID]) -> None:
        def kept(_: Any) -> None:
            self._ctx.toast(f"已把“{name}”存入资料库。", undo=True)
            self.read()

        if name:
            self._ctx.work.change(add, kept, owner=self, kinds=(kinds.LIBRARIES,))

"""The tab 师资."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from jz_training.domain.library import SpeakerDraft
from jz_training.ui.context import Context
from jz_training.ui.library.library_shelf import speaker_shelf
from jz_training.ui.library.library_tab import LibraryTab
from jz_training.ui.library.speaker_dialog import SpeakerDialog
from jz_training.ui.publicity.entry_line import EntryLine
from jz_training.ui.widgets.suggest_field import SuggestField


class SpeakerEntry(EntryLine):
    """One line to enter a speaker."""

    def __init__(self) -> None:
        super().__init__()
        self.name = self.add_cell("name", "姓名", QLineEdit(), least=128, grow=1)
        self.rank = self.add_cell("title", "职称职务", SuggestField(), least=144, grow=1)
        self.unit = self.add_cell("unit", "单位", SuggestField(), least=176, grow=2)
        self.save, self.more = self.make_buttons("专题、联系方式、备注")
        self.add_buttons(self.save, self.more)

    def draft(self) -> SpeakerDraft:
        """Return what stands in the line."""
        return SpeakerDraft(
            name=self.name.text().strip(),
            title=self.rank.text().strip(),
            unit=self.unit.text().strip(),
        )


class SpeakersTab(LibraryTab):
    """Who may be asked to speak, and what they gave."""

    def __init__(self, ctx: Context) -> None:
        self.line = SpeakerEntry()
        super().__init__(ctx, speaker_shelf(ctx), self.line, first=self.line.name)
        self.add_removing()

    def adding(self) -> Callable[[], UUID] | None:
        """Return what enters the speaker in the line."""
        draft, speakers = self.line.draft(), self._ctx.desk.speakers
        if not draft.name:
            self.line.show_fault("name", "请填写姓名。")
            return None
        return lambda: speakers.add(draft)

    def clear_entry(self) -> None:
        """Be ready for the next speaker."""
        for field in (self.line.name, self.line.rank, self.line.unit):
            field.clear()

    def offer(self) -> None:
        """Offer the titles and units there are."""
        drafts = [row.draft for row in self.rows]
        self.line.rank.offer([one.title for one in drafts], self._ctx.work)
        self.line.unit.offer([one.unit for one in drafts], self._ctx.work)

    def make_dialog(self, row: Any | None) -> None:
        """Open a speaker's dialog."""
        draft = self.line.draft() if row is None else None
        dialog = SpeakerDialog(self._ctx, self, row=row, draft=draft, known=self.rows)
        self.show_dialog(dialog, entered=row is None)

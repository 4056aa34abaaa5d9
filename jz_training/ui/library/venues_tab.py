"""The tab 场地."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from jz_training.domain.library import VenueDraft, VenueKind
from jz_training.labels.library import VENUE_KINDS
from jz_training.ui.context import Context
from jz_training.ui.library.library_shelf import venue_shelf
from jz_training.ui.library.library_tab import LibraryTab
from jz_training.ui.library.venue_dialog import VenueDialog
from jz_training.ui.publicity.counts import count_in, count_trouble
from jz_training.ui.publicity.entry_line import EntryLine
from jz_training.ui.widgets.word_box import WordBox
from jz_training.ui.work import Work


class VenueEntry(EntryLine):
    """One line to enter a venue."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.name = self.add_cell("name", "名称", QLineEdit(), least=200, grow=2)
        self.name.setPlaceholderText("如 职工之家二楼")
        box: WordBox[VenueKind] = WordBox(VENUE_KINDS, work)
        box.set_value(VenueKind.MEETING_ROOM)
        self.kind = self.add_cell("kind", "类别", box, least=128)
        self.capacity = self.add_cell("capacity", "可坐人数", QLineEdit(), least=96)
        self.address = self.add_cell("address", "地址", QLineEdit(), least=200, grow=2)
        self.save, self.more = self.make_buttons("联系人、备注")
        self.add_buttons(self.save, self.more)

    def draft(self) -> VenueDraft:
        """Return what stands in the line as far as it goes."""
        return VenueDraft(
            name=self.name.text().strip(),
            kind=self.kind.chosen(),
            capacity=count_in(self.capacity.text()),
            address=self.address.text().strip(),
        )


class VenuesTab(LibraryTab):
    """Where trainings are held."""

    def __init__(self, ctx: Context) -> None:
        self.line = VenueEntry(ctx.work)
        super().__init__(ctx, venue_shelf(ctx), self.line, first=self.line.name)
        self.add_removing()

    def adding(self) -> Callable[[], UUID] | None:
        """Return what enters the venue in the line."""
        draft, venues = self.line.draft(), self._ctx.desk.venues
        if not draft.name:
            self.line.show_fault("name", "请填写场地名称。")
        elif trouble := count_trouble("可坐人数", self.line.capacity.text()):
            self.line.show_fault("capacity", trouble)
        else:
            return lambda: venues.add(draft)
        return None

    def clear_entry(self) -> None:
        """Be ready for the next venue; the kind is often the same again."""
        for field in (self.line.name, self.line.capacity, self.line.address):
            field.clear()

    def make_dialog(self, row: Any | None) -> None:
        """Open a venue's dialog."""
        draft = self.line.draft() if row is None else None
        dialog = VenueDialog(self._ctx, self, row=row, draft=draft)
        self.show_dialog(dialog, entered=row is None)

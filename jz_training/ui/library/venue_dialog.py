"""The dialog of one venue."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from jz_training.domain.library import VenueDraft, VenueKind, VenueRow
from jz_training.labels.library import VENUE_KINDS
from jz_training.ui.context import Context
from jz_training.ui.library.library_dialog import LibraryDialog
from jz_training.ui.publicity.counts import count_in, count_trouble
from jz_training.ui.widgets.word_box import WordBox


class VenueDialog(LibraryDialog):
    """Enters a venue, beginning with `draft`, or changes the one it is given."""

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        row: VenueRow | None = None,
        draft: VenueDraft | None = None,
    ) -> None:
        super().__init__(ctx, parent, title="修改场地" if row else "新增场地")
        self._row = row
        self._make_fields()
        self._fill(row.draft if row else draft or VenueDraft(name=""))
        self.name.setFocus()

    def draft(self) -> VenueDraft | None:
        """Return what is entered; None when the seats cannot be read (it is shown)."""
        if trouble := count_trouble("可坐人数", self.capacity.text()):
            self.form.show_errors({"capacity": trouble})
            return None
        return VenueDraft(
            name=self.name.text().strip(),
            kind=self.kind.chosen(),
            capacity=count_in(self.capacity.text()),
            address=self.address.text().strip(),
            contact=self.contact.text().strip(),
            note=self.note.toPlainText().strip(),
        )

    def job(self) -> Callable[[], UUID] | None:
        """Return what saves the venue."""
        venues, row, draft = self._ctx.desk.venues, self._row, self.draft()
        if draft is None:
            return None

        def save() -> UUID:
            if row is None:
                return venues.add(draft)
            venues.change(row.id, version=row.version, draft=draft)
            return row.id

        return save

    def _make_fields(self) -> None:
        form, row = self.form, self._row
        coming = row is not None and row.next_day is not None
        self.name = form.add(
            "name", "名称", QLineEdit(), required=True,
            hint="改名后，待召开的场次跟着改，已召开的不变。" if coming else "",
        )  # fmt: skip
        box: WordBox[VenueKind] = WordBox(VENUE_KINDS, self._ctx.work)
        self.kind = form.add("kind", "类别", box)
        self.capacity = form.add(
            "capacity", "可坐人数", QLineEdit(), hint="安排场次时，应到人数坐不下会提醒。"
        )
        self.address = form.add("address", "地址", QLineEdit())
        self.contact = form.add("contact", "联系人", QLineEdit())
        self.note = self.add_note()

    def _fill(self, draft: VenueDraft) -> None:
        self.name.setText(draft.name)
        self.kind.set_value(draft.kind)
        self.capacity.setText("" if draft.capacity is None else str(draft.capacity))
        self.address.setText(draft.address)
        self.contact.setText(draft.contact)
        self.note.setPlainText(draft.note)

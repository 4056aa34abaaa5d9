"""The dialog of one speaker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from jz_training.domain.library import SpeakerDraft, SpeakerRow
from jz_training.ui.context import Context
from jz_training.ui.library.library_dialog import LibraryDialog
from jz_training.ui.widgets.chips import ChipField
from jz_training.ui.widgets.suggest_field import SuggestField


class SpeakerDialog(LibraryDialog):
    """Enters a speaker, beginning with `draft`, or changes the one it is given.

    `known` are the speakers there are: their titles, units and topics are offered.
    """

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        row: SpeakerRow | None = None,
        draft: SpeakerDraft | None = None,
        known: Sequence[SpeakerRow] = (),
    ) -> None:
        super().__init__(ctx, parent, title="修改师资" if row else "新增师资")
        self._row = row
        self._make_fields()
        self._offer([one.draft for one in known])
        self._fill(row.draft if row else draft or SpeakerDraft(name=""))
        self.name.setFocus()

    def draft(self) -> SpeakerDraft:
        """Return what is entered; a topic typed and not yet added counts."""
        self.topics.add(self.topics.entry.text())
        return SpeakerDraft(
            name=self.name.text().strip(),
            title=self.title.text().strip(),
            unit=self.unit.text().strip(),
            topics=self.topics.value(),
            contact=self.contact.text().strip(),
            note=self.note.toPlainText().strip(),
        )

    def job(self) -> Callable[[], UUID]:
        """Return what saves the speaker."""
        speakers, row, draft = self._ctx.desk.speakers, self._row, self.draft()

        def save() -> UUID:
            if row is None:
                return speakers.add(draft)
            speakers.change(row.id, version=row.version, draft=draft)
            return row.id

        return save

    def _make_fields(self) -> None:
        form = self.form
        self.name = form.add("name", "姓名", QLineEdit(), required=True)
        self.title = form.add("title", "职称职务", SuggestField())
        self.unit = form.add("unit", "单位", SuggestField())
        self.topics = form.add("topics", "专题", ChipField())
        self.contact = form.add("contact", "联系方式", QLineEdit(), hint="只在这里显示。")
        self.note = self.add_note()

    def _offer(self, known: Sequence[SpeakerDraft]) -> None:
        work = self._ctx.work
        self.title.offer([one.title for one in known], work)
        self.unit.offer([one.unit for one in known], work)
        self.topics.entry.offer([topic for one in known for topic in one.topics], work)

    def _fill(self, draft: SpeakerDraft) -> None:
        self.name.setText(draft.name)
        self.title.setText(draft.title)
        self.unit.setText(draft.unit)
        self.topics.set_value(draft.topics)
        self.contact.setText(draft.contact)
        self.note.setPlainText(draft.note)

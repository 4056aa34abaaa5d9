"""The dialog of one talk: what the entry line has, and the details."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.notice import NoticeRow
from jz_training.domain.outreach import OutreachDraft, OutreachRow
from jz_training.domain.roster import UnitRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.publicity.talk_fields import TalkFields
from jz_training.ui.style.text import button
from jz_training.ui.widgets.entry_dialog import EntryDialog

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkChoices:
    """What the fields offer."""

    units: Sequence[UnitRow] = ()
    places: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    notices: Sequence[NoticeRow] = ()


def read_choices(desk: Desk) -> TalkChoices:
    """Read what the fields of a talk offer."""
    known = desk.outreach.suggestions()
    return TalkChoices(
        units=desk.units.all(),
        places=known.places,
        speakers=known.speakers,
        groups=known.groups,
        notices=desk.notices.list(),
    )


class OutreachDialog(EntryDialog):
    """Enters a talk, or changes the one it is given.

    Signals: saved(UUID) with the talk's training.
    """

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        choices: TalkChoices,
        draft: OutreachDraft,
        row: OutreachRow | None = None,
    ) -> None:
        title = "修改宣讲" if row else "登记宣讲"
        changed = {kinds.TRAININGS, kinds.PUBLICITY}
        super().__init__(ctx, parent, title=title, kinds=changed, width=560)
        self._row = row
        self.form = self.fields = TalkFields(ctx)
        self._offer(choices)
        self.fields.show_draft(draft, named=row.named if row else None)
        self.fields.submitted.connect(self.accept)
        self.put(self.fields)
        self._make_names_button()
        self.fit()
        self.fields.title.setFocus()

    # --- construction --------------------------------------------------------------------------

    def _offer(self, choices: TalkChoices) -> None:
        self.fields.offer_units(choices.units, choices.places)
        self.fields.speaker.offer(choices.speakers, self._ctx.work)
        self.fields.groups.offer(choices.groups)
        self.fields.notice.set_notices(choices.notices)

    def _make_names_button(self) -> None:
        if self._row is not None:
            self.names = button("名单和考勤", tip="到这一场的页面，按名单登记听众")
            self.names.clicked.connect(self._go_to_names)
            self.extra.addWidget(self.names)

    def _go_to_names(self) -> None:
        row = self._row
        self.reject()
        if row is not None:
            tab = "list" if row.named is None else "attendance"
            self._ctx.open_page("training", training_id=row.training_id, tab=tab)

    # --- saving --------------------------------------------------------------------------------

    def saving_job(self) -> Callable[[], UUID] | None:
        draft = self.fields.draft()
        if draft is None:
            return None
        outreach, row = self._ctx.desk.outreach, self._row

        def save() -> UUID:
            if row is None:
                return outreach.record(draft)
            outreach.change(row.training_id, version=row.version, draft=draft)
            return row.training_id

        return save

    def show_refusal(self, field: str, sentence: str) -> bool:
        return self.fields.show_fault(field, sentence)

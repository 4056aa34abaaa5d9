"""The dialog of one talk: what the entry line has, and the details."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.notice import NoticeRow
from jz_training.domain.outreach import OutreachDraft, OutreachRow
from jz_training.domain.roster import UnitRow
from jz_training.errors import JzError, Refused
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.publicity.talk_fields import TalkFields
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import scrolled
from jz_training.ui.widgets.dialog import PlainDialog

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


class OutreachDialog(PlainDialog):
    """Enters a talk, or changes the one it is given.

    Signals: saved(UUID) with the talk's training.
    """

    saved = Signal(object)

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
        super().__init__(parent, title=title, verb="保存", width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._row = ctx, row
        self._saving = False
        self.fields = TalkFields(ctx)
        self.fields.offer_units(choices.units, choices.places)
        self.fields.speaker.offer(choices.speakers, ctx.work)
        self.fields.groups.offer(choices.groups)
        self.fields.notice.set_notices(choices.notices)
        self.fields.show_draft(draft, named=row.named if row else None)
        self._lay_out()
        self.ready = self._save
        self.fields.submitted.connect(self.accept)
        self.fields.title.setFocus()

    # --- construction --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        holder = self.fields
        holder.setContentsMargins(0, 0, 8, 0)
        area = scrolled(holder)
        room = self.screen().availableGeometry().height() - theme().sizes.of(200)
        area.setMinimumHeight(min(holder.sizeHint().height(), room))
        self.body.addWidget(area, 1)
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
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

    def _save(self) -> bool:
        """Save in the background; the dialog closes when that has succeeded."""
        draft = None if self._saving else self.fields.draft()
        if draft is not None:
            self._show_saving(True)
            self._ctx.work.change(
                self._saving_job(draft), self._close_with, owner=self,
                kinds=(kinds.TRAININGS, kinds.PUBLICITY), failed=self._show_fault,
            )  # fmt: skip
        return False

    def _saving_job(self, draft: OutreachDraft) -> Callable[[], UUID]:
        outreach, row = self._ctx.desk.outreach, self._row

        def save() -> UUID:
            if row is None:
                return outreach.record(draft)
            outreach.change(row.training_id, version=row.version, draft=draft)
            return row.training_id

        return save

    def _close_with(self, training_id: UUID) -> None:
        self.done(QDialog.DialogCode.Accepted)
        self.saved.emit(training_id)

    def _show_saving(self, saving: bool) -> None:
        self._saving = saving
        self.verb.setEnabled(not saving)
        self.trouble.hide()

    def _show_fault(self, error: JzError) -> bool:
        self._show_saving(False)
        if isinstance(error, Refused) and self.fields.show_fault(error.field, str(error)):
            return True
        self.trouble.setText(str(error))
        self.trouble.show()
        return True

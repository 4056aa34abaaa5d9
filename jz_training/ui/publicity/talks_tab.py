"""The tab 宣讲: talks that went to their listeners, entered on top, found below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from jz_training.domain.outreach import OutreachDraft, OutreachRow, PlaceKind
from jz_training.labels.notices import PLACE_KINDS
from jz_training.services.outreach_rows import OutreachQuery
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.publicity.log_filters import LogFilters
from jz_training.ui.publicity.log_tab import LogTab
from jz_training.ui.publicity.outreach_dialog import OutreachDialog, TalkChoices, read_choices
from jz_training.ui.publicity.talk_columns import talk_columns, talk_sort_key
from jz_training.ui.publicity.talk_entry import TalkEntry
from jz_training.ui.widgets.table import Table
from jz_training.ui.widgets.word_box import WordBox

_KINDS = (kinds.TRAININGS, kinds.PUBLICITY)


class TalksTab(LogTab[OutreachRow]):
    """Enters talks in one line each and lists them, newest first."""

    entry: TalkEntry

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, sort="when")
        self._choices = TalkChoices()
        self._make_filters()
        self._make_entry()
        self._make_table()
        self.put_together()

    def refresh(self) -> None:
        """Read the list again, and what was entered before."""
        query, desk, work = self.query(), self._ctx.desk, self._ctx.work
        work.read(lambda: desk.outreach.list(query), self.show_rows, owner=self, key="list")
        work.read(lambda: read_choices(desk), self._offer, owner=self, key="choices")

    def query(self) -> OutreachQuery:
        """Return what the filters mean."""
        period = self.filters.period.value()
        return OutreachQuery(
            notice_id=self.filters.notice.value(),
            place_kind=self.kind.value(),
            start=period.start if period else None,
            end=period.end if period else None,
            text=self.filters.text.text(),
        )

    # --- construction --------------------------------------------------------------------------

    def _make_filters(self) -> None:
        self.kind: WordBox[PlaceKind] = WordBox(PLACE_KINDS, self._ctx.work, everything="全部去处")
        self.kind.setAccessibleName("去处")
        self.filters = LogFilters(
            self._ctx, hint="主题、地点、宣讲人", label="筛选宣讲", boxes=(self.kind,)
        )

    def _make_entry(self) -> None:
        self.entry = TalkEntry(self._ctx)
        self.entry.ready.connect(lambda draft: self._record(draft, self._stay))
        self.entry.by_names.connect(lambda draft: self._record(draft, self._go_to_list))

    def _make_table(self) -> None:
        self.table: Table[OutreachRow] = Table(
            "talks", talk_columns(), label="宣讲", tall=True, memory=self._ctx.memory
        )
        for words, act, keys in (
            ("修改…", self.open_current, "F2"),
            ("名单和考勤", self._open_training, "Ctrl+L"),
            ("取消这场宣讲…", self._cancel, "Del"),
        ):
            self.table.add_action(words, act, keys=keys)

    # --- showing -------------------------------------------------------------------------------

    def is_filtered(self) -> bool:
        return self.query() != OutreachQuery()

    def sort_key(self, column: str) -> Callable[[OutreachRow], Any]:
        return talk_sort_key(column)

    def id_of(self, row: OutreachRow) -> UUID:
        return row.training_id

    def count_words(self, rows: Sequence[OutreachRow]) -> str:
        heard = sum(row.listeners or 0 for row in rows if row.held)
        return f"共 {len(rows)} 场，听众 {heard} 人次"

    def empty_words(self, *, filtered: bool) -> str:
        if filtered:
            return "没有符合条件的宣讲。"
        return "还没有宣讲。在上面填好主题和人数，按回车就记下一场。"

    def _offer(self, choices: TalkChoices) -> None:
        self._choices = choices
        self.entry.offer(choices.units, places=choices.places, speakers=choices.speakers)
        self.filters.offer_notices(choices.notices)

    # --- entering ------------------------------------------------------------------------------

    def _record(self, draft: OutreachDraft, then: Callable[[UUID, UUID | None], object]) -> None:
        outreach = self._ctx.desk.outreach
        notice = draft.notice_id or self.notice_of_entry(self._choices.notices)
        draft = replace(draft, notice_id=notice)
        self.entry.hold()

        def done(training_id: UUID) -> None:
            self.entry.release()
            self.entry.start_next()
            then(training_id, notice)

        self._ctx.work.change(
            lambda: outreach.record(draft), done, owner=self, kinds=_KINDS, failed=self.refused
        )

    def _stay(self, _training_id: UUID, notice: UUID | None) -> None:
        """Stay in the line, the next talk is entered at once; say towards what this one counts."""
        self.tell_entered(self._choices.notices, notice)

    def _go_to_list(self, training_id: UUID, _notice: UUID | None) -> None:
        self._ctx.toast("已登记宣讲，下一步确定名单。", undo=True)
        self._ctx.open_page("training", training_id=training_id, tab="list")

    # --- one row -------------------------------------------------------------------------------

    def open_dialog(self, row: OutreachRow | None) -> OutreachDialog:
        notice = self.notice_of_entry(self._choices.notices)
        draft = row.draft if row else replace(self.entry.draft(), notice_id=notice)
        dialog = OutreachDialog(self._ctx, self, choices=self._choices, draft=draft, row=row)
        dialog.open()
        return dialog

    def _open_training(self) -> None:
        row = self.table.current_row()
        if row is not None:
            tab = "list" if row.named is None else "attendance"
            self._ctx.open_page("training", training_id=row.training_id, tab=tab)

    def _cancel(self) -> None:
        row, trainings = self.table.current_row(), self._ctx.desk.trainings
        if row is None or self._ctx.desk.read_only:
            return
        title = row.draft.title
        reason = self._ctx.ask.text(
            f"取消宣讲“{title}”", label="原因（记入台账备注）", verb="取消宣讲"
        )
        if reason is not None:
            self._ctx.work.change(
                lambda: trainings.cancel(row.training_id, reason=reason),
                lambda _: self._ctx.toast(f"已取消“{title}”。", undo=True),
                owner=self,
                kinds=_KINDS,
            )

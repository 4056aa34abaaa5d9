"""From the meeting a notice calls to, to a training: the form opens with what is known."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jz_training.domain.notice import NoticeView
from jz_training.domain.training import TrainingDraft
from jz_training.ui.context import Context
from jz_training.ui.notices.event_strip import year_words


def open_event_training(ctx: Context, owner: QWidget, notice: NoticeView) -> None:
    """Open 新建场次 with the event of a notice; what the notice does not say stays to be given."""
    notices = ctx.desk.notices

    def opened(draft: TrainingDraft | None) -> None:
        if draft is None:
            return
        ctx.open_page("training_new", draft=draft)
        missing = "原文没有写时间，请补上。" if draft.start == draft.end else ""
        year = year_words(notice.event).strip("（）") if notice.event is not None else ""
        words = "。".join(part for part in (year, missing) if part)
        if words:
            ctx.toast(words if words.endswith("。") else f"{words}。")

    ctx.work.read(lambda: notices.event_draft(notice.id), opened, owner=owner, key="event")

"""From the meeting a notice calls to, to a training: the form opens with what is known."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jz_training.domain.notice import Event, NoticeView
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
        words = taken_words(notice.event) if notice.event is not None else ""
        if words:
            ctx.toast(words)

    ctx.work.read(lambda: notices.event_draft(notice.id), opened, owner=owner, key="event")


def taken_words(event: Event) -> str:
    """Return what the form has from elsewhere, and what the notice does not say; often nothing."""
    year = year_words(event).strip("（）")
    missing = ""
    if event.start is None:
        missing = "原文没有写几点开始，请填写时间"
    elif event.end is None:
        missing = "原文没有写结束时间，请填写"
    return "".join(f"{part}。" for part in (year, missing) if part)

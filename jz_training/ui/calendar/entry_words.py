"""How a training is said in the calendar: its state, its chip, what the tooltip adds."""

from __future__ import annotations

from datetime import date, datetime

from jz_training.domain.calendar_entry import CalendarEntry
from jz_training.domain.training import TrainingState
from jz_training.domain.working_calendar import DayInfo
from jz_training.labels import FORMS
from jz_training.labels.scheduling import day_words
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.when import time_words, weekday_words, when_words


def badge(entry: CalendarEntry, *, now: datetime) -> tuple[str, Tone]:
    """Return where a training stands, in a word; marks are not read for a calendar."""
    if entry.state is TrainingState.CANCELLED:
        return "已取消", Tone.GREY
    if entry.state is TrainingState.CLOSED:
        return "已关闭", Tone.GREEN
    if entry.end <= now:
        return "未关闭", Tone.AMBER
    return "待召开", Tone.ACCENT


def movable(entry: CalendarEntry) -> bool:
    """Tell whether a training can be put at another time: neither closed nor cancelled."""
    return entry.state is TrainingState.PLANNED


def chip_words(entry: CalendarEntry, day: date) -> str:
    """Return what stands on a chip: 15:00 and the title; of a night's second day only the title."""
    if entry.start.date() != day:
        return f"（续）{entry.title}"
    return f"{entry.start:%H:%M} {entry.headline}"


def clash_note(entry: CalendarEntry) -> str:
    """Return how many clashes of room, speaker and chair there are; empty without."""
    return f"场地或人员冲突 {entry.clashes} 处" if entry.clashes else ""


def tip(entry: CalendarEntry, *, now: datetime) -> str:
    """Return everything the calendar knows of a training, line by line."""
    word, _ = badge(entry, now=now)
    return "\n".join(
        filter(
            None,
            (
                entry.headline,
                f"{_when(entry, now.date())}　{word}",
                FORMS[entry.form],
                entry.venue and f"地点：{entry.venue}",
                entry.speaker and f"主讲：{entry.speaker}",
                f"应到 {entry.expected} 人" if entry.expected else "还没有应到名单",
                clash_note(entry),
            ),
        )
    )


def _when(entry: CalendarEntry, today: date) -> str:
    return when_words(entry.start, entry.end, today=today, parts=len(entry.parts))


def told(entry: CalendarEntry, *, now: datetime) -> str:
    """Return a training in one line for those who hear the screen."""
    word, _ = badge(entry, now=now)
    return f"{time_words(entry.start, entry.end, parts=len(entry.parts))} {entry.headline}，{word}"


def day_told(info: DayInfo, count: int) -> str:
    """Return a day in one line: 10月1日 星期四，国庆节 休，2 场."""
    held = f"{count} 场" if count else "没有场次"
    return "，".join(filter(None, (weekday_words(info.day), day_words(info), held)))

"""The words of the training plan: how an item stands, its phase and batch, a proposed title."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from jz_training.domain.plan import ItemState, PlanItemDraft
from jz_training.labels.trainings import FORMS

ITEM_STATES: dict[ItemState, str] = {
    ItemState.NOT_SCHEDULED: "未安排",
    ItemState.SCHEDULED: "已安排",
    ItemState.HELD: "已举办",
    ItemState.OVERDUE: "已逾期",
}


def phase_words(phase: int | None, batch: int | None) -> str:
    """Return 第1期第2批, or the part of it that is given; empty when neither is."""
    return (f"第{phase}期" if phase else "") + (f"第{batch}批" if batch else "")


def plan_item_title(item: PlanItemDraft) -> str:
    """Return what to call an item that has no title yet: 专题学习会（第1批 中层干部）."""
    whom = "、".join(item.layers)
    inside = " ".join(part for part in (phase_words(item.phase, item.batch), whom) if part)
    return FORMS[item.form] + (f"（{inside}）" if inside else "")


def period_words(first: date | None, last: date | None) -> str:
    """Return when an item is to be held: 2026年11月, 2026年11月20日, 2026年12月10日前 …

    A month from its first day to its last is named as a month; a year or month that stands at
    the beginning is not said again (2026年11月3日至14日). Empty when no day is given.
    """
    if first is None or last is None:
        return _open_words(first, last)
    if first == last:
        return _day(first)
    if _is_month_start(first) and _is_month_end(last):
        return _months(first, last)
    return f"{_day(first)}至{_after(first, last)}"


def _open_words(first: date | None, last: date | None) -> str:
    if last is not None:
        return f"{_day(last)}前"
    return f"{_day(first)}起" if first is not None else ""


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year}年{first.month}月"
    year = "" if first.year == last.year else f"{last.year}年"
    return f"{first.year}年{first.month}月至{year}{last.month}月"


def _after(first: date, last: date) -> str:
    """Return the last day without what the first one said already."""
    if first.year != last.year:
        return _day(last)
    return f"{last.day}日" if first.month == last.month else f"{last.month}月{last.day}日"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _is_month_start(day: date) -> bool:
    return day.day == 1


def _is_month_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]

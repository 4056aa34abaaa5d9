"""How items of a plan are said on the screen: tones, time, audience, what became of them."""

from __future__ import annotations

from datetime import date

from jz_training import labels
from jz_training.domain.plan import ItemState, PlanItemDraft, PlanItemRow, PlanView
from jz_training.labels.hours import hours_text
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.when import day_words

ITEM_TONES: dict[ItemState, Tone] = {
    ItemState.NOT_SCHEDULED: Tone.DASHED,
    ItemState.SCHEDULED: Tone.ACCENT,
    ItemState.HELD: Tone.GREEN,
    ItemState.OVERDUE: Tone.RED,
}


def item_badge(item: PlanItemRow, today: date) -> tuple[str, Tone]:
    """Return the word and tone of an item's state; several trainings are counted."""
    state = item.state(today)
    word = labels.ITEM_STATES[state]
    held = sum(training.held for training in item.trainings)
    count = held if state is ItemState.HELD else len(item.trainings)
    return (f"{word} {count} 场" if count > 1 else word), ITEM_TONES[state]


def plan_badge(plan: PlanView) -> tuple[str, Tone]:
    """Return 草案, or 定稿 with its day."""
    if plan.settled_on is None:
        return "草案", Tone.AMBER
    return f"{day_words(plan.settled_on, today=plan.as_of)}定稿", Tone.GREEN


def plan_facts(plan: PlanView) -> str:
    """Return how much of a plan was held, and what is late."""
    if not plan.items:
        return "还没有项目"
    late = sum(item.state(plan.as_of) is ItemState.OVERDUE for item in plan.items)
    words = f"共 {len(plan.items)} 项，已举办 {plan.held} 项"
    return f"{words}，{labels.ITEM_STATES[ItemState.OVERDUE]} {late} 项" if late else words


def when_planned(draft: PlanItemDraft, today: date) -> str:
    """Return when an item is to be held, without the year when it is this one."""
    return labels.period_words(draft.first, draft.last).replace(f"{today.year}年", "")


def when_made(item: PlanItemRow, today: date) -> str:
    """Return the days of the trainings made for an item: 已办 11月20日、27日 …, else 定于 …"""
    held = sorted({training.start for training in item.trainings if training.held})
    to_come = sorted({training.start for training in item.trainings if not training.held})
    days, verb = (held, "已办") if held else (to_come, "定于")
    if not days:
        return ""
    words = "、".join(day_words(day, today=today) for day in days[:2])
    return f"{verb} {words}等" if len(days) > 2 else f"{verb} {words}"


def audience_words(draft: PlanItemDraft) -> str:
    """Return who is meant: layers, categories and other words, each once."""
    return "、".join(dict.fromkeys((*draft.layers, *draft.categories, *_given(draft.audience))))


def people_words(draft: PlanItemDraft) -> str:
    """Return how many are expected."""
    return f"{draft.people} 人" if draft.people else ""


def hours_words(draft: PlanItemDraft) -> str:
    """Return the hours without trailing zeros."""
    return "" if draft.hours is None else hours_text(draft.hours)


def _given(words: str) -> tuple[str, ...]:
    return (words,) if words else ()

"""The columns of a training plan (培训计划表, domain.md §2)."""

from __future__ import annotations

from datetime import date

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.lists.making import column, place_column
from jz_training.domain.plan import ItemState, PlanItemDraft, PlanItemRow
from jz_training.labels import FORMS
from jz_training.labels.days import short_day_words
from jz_training.labels.plans import ITEM_STATES, period_words, phase_words


def plan_columns(today: date) -> tuple[Column[PlanItemRow], ...]:
    """Return the columns of a plan; how its items stand is told as of a day."""

    def done(row: PlanItemRow) -> str:
        return completion_words(row, today)

    return (
        place_column(),
        column("title", "培训主题", 30, lambda row: row.draft.title),
        column("form", "形式", 12, lambda row: FORMS[row.draft.form], Align.CENTRE),
        column("audience", "培训对象（层级/类别）", 24, lambda row: audience_words(row.draft)),
        column("people", "人数", 7, lambda row: row.draft.people, Align.RIGHT, Kind.INTEGER),
        column("phase", "期次/批次", 14, _phase, Align.CENTRE),
        column("time", "时间", 16, lambda row: period_words(row.draft.first, row.draft.last)),
        column("venue", "地点", 14, lambda row: row.draft.venue),
        column("speaker", "主讲人", 10, lambda row: row.draft.speaker),
        column("hours", "学时", 7, lambda row: row.draft.hours, Align.RIGHT, Kind.DECIMAL),
        column("responsible", "责任部门/责任人", 18, lambda row: row.draft.responsible),
        column("state", "完成情况", 15, done),
        column("note", "备注", 12, lambda row: row.draft.note),
    )


def audience_words(draft: PlanItemDraft) -> str:
    """Return who is meant: 中层干部、一般干部／专职工会干部, then the other words for it."""
    groups = "／".join("、".join(names) for names in (draft.layers, draft.categories) if any(names))
    return "；".join(words for words in (groups, draft.audience) if words)


def completion_words(row: PlanItemRow, today: date) -> str:
    """Return how an item stands: 已举办（10月15日，实到16人）, 已安排（11月30日）, 未安排."""
    state = row.state(today)
    words = ITEM_STATES[state]
    if not row.trainings:
        return words
    held = [one for one in row.trainings if one.held]
    if state is not ItemState.HELD:
        days = "、".join(short_day_words(one.start, beside=today) for one in row.trainings)
        return f"{words}（{days}）"
    present = sum(one.present for one in held)
    if len(row.trainings) == 1:
        return f"{words}（{short_day_words(held[0].start, beside=today)}，实到{present}人）"
    return f"{words}（{len(held)}/{len(row.trainings)}场，实到{present}人次）"


def _phase(row: PlanItemRow) -> str:
    return phase_words(row.draft.phase, row.draft.batch)

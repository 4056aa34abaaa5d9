"""The single figures that a form may ask for: what each is called and how a view gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from jz_training.documents.columns import Value
from jz_training.documents.dates import day_words
from jz_training.documents.lists.statistics import person_figure_columns, total_columns
from jz_training.domain.form_view import FormView
from jz_training.domain.statistics import StatisticsRow
from jz_training.domain.summary import TrainingSummary
from jz_training.domain.superior_form import Whose
from jz_training.labels import FORMS
from jz_training.labels.days import clock_words
from jz_training.labels.superior_forms import FIGURE_SECTIONS, FIGURE_WORDS

_QUARTERS = "一二三四"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure. Of a `grouped` one there is also that of a unit, a layer, a category, a form."""

    key: str
    label: str
    section: str
    words: tuple[str, ...]
    grouped: bool
    value: Callable[[FormView, Whose | None], Value]


def figures() -> Mapping[str, Figure]:
    """Return every figure by its key, in the order in which they are offered."""
    makers = {**_facts(), **_totals(), **_logs(), **_of_training()}
    grouped = set(_totals())
    return {
        key: Figure(
            key=key,
            label=FIGURE_WORDS[key][0],
            section=section,
            words=FIGURE_WORDS[key],
            grouped=key in grouped,
            value=makers[key],
        )
        for section, keys in FIGURE_SECTIONS.items()
        for key in keys
    }


_Maker = Callable[[FormView, Whose | None], Value]


def _facts() -> dict[str, _Maker]:
    return {
        "office.organiser": lambda view, _: view.organiser,
        "office.operator": lambda view, _: view.operator,
        "office.today": lambda view, _: view.today,
        "period.words": lambda view, _: period_words(view.choice.start, view.choice.end),
        "period.first": lambda view, _: view.choice.start,
        "period.last": lambda view, _: view.choice.end,
        "period.year": lambda view, _: _same(view.choice.start.year, view.choice.end.year),
        "period.quarter": lambda view, _: _quarter(view.choice.start, view.choice.end),
        "notice.title": lambda view, _: view.notice,
        "notice.number": lambda view, _: view.notice_number,
    }


def period_words(start: date, end: date) -> str:
    """Return a period as forms have it: 2026年, 2026年第四季度, 2026年11月, or both its days."""
    year, month = f"{start.year}年", f"{start.year}年{start.month}月"
    whole = start.day == 1 and date.fromordinal(end.toordinal() + 1).day == 1
    if whole and start.year == end.year:
        if (start.month, end.month) == (1, 12):
            return year
        if start.month == end.month:
            return month
        if quarter := _quarter(start, end):
            return f"{year}第{quarter}季度"
    return f"{day_words(start)}至{day_words(end)}"


def _quarter(start: date, end: date) -> str:
    """Return 四 of a period inside one quarter, nothing of any other."""
    one, other = ((day.year, (day.month - 1) // 3) for day in (start, end))
    return _QUARTERS[one[1]] if one == other else ""


def _same(one: int, other: int) -> int | None:
    return one if one == other else None


# --- figures of a period, of all or of a group -----------------------------------------------


def _totals() -> dict[str, _Maker]:
    """Return the columns of the statistics: one definition for the screen, Excel and forms."""
    columns = {one.key: one for one in (*total_columns(), *person_figure_columns())}

    def of(key: str) -> _Maker:
        def value(view: FormView, whose: Whose | None) -> Value:
            row = _row(view, whose)
            return None if row is None else columns[key].value(row)

        return value

    return {key: of(key) for key in columns} | {"online": _online}


def _row(view: FormView, whose: Whose | None) -> StatisticsRow | None:
    if whose is not None:
        return view.groups.get(whose)
    return view.statistics.total if view.statistics else None


def _online(view: FormView, whose: Whose | None) -> Value:
    row = _row(view, whose)
    return None if row is None else row.tally.online


def _logs() -> dict[str, _Maker]:
    return {
        "outreach.talks": lambda view, _: len(view.outreach),
        "outreach.listeners": lambda view, _: sum(row.listeners or 0 for row in view.outreach),
        "outreach.views": lambda view, _: sum(row.draft.online_views or 0 for row in view.outreach),
        "publicity.count": lambda view, _: len(view.publicity),
        "publicity.reach": lambda view, _: sum(row.draft.reach or 0 for row in view.publicity),
    }


# --- figures of one training -----------------------------------------------------------------


def _of_training() -> dict[str, _Maker]:
    takes: dict[str, Callable[[TrainingSummary], Value]] = {
        "title": lambda one: one.training.draft.title,
        "day": lambda one: one.training.draft.start.date(),
        "time": _time,
        "venue": lambda one: one.training.draft.venue,
        "speaker": lambda one: one.training.draft.speaker,
        "form": lambda one: FORMS[one.training.draft.form],
        "hours": lambda one: one.training.draft.hours,
        "expected": lambda one: one.tally.expected,
        "present": lambda one: one.tally.present,
        "leave": lambda one: one.tally.leave,
        "absent": lambda one: one.tally.absent,
        "rate": lambda one: one.tally.rate,
        "coverage": lambda one: one.tally.coverage,
    }

    def maker(take: Callable[[TrainingSummary], Value]) -> _Maker:
        return lambda view, _: None if view.training is None else take(view.training)

    return {f"training.{key}": maker(take) for key, take in takes.items()}


def _time(one: TrainingSummary) -> str:
    draft = one.training.draft
    clock = clock_words(draft.start, draft.end, parts=len(draft.parts))
    return f"{day_words(draft.start)} {clock}"

"""The words of the task book: how a duty stands, what counts towards it, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from jz_training.domain.evidence import EvidenceKind
from jz_training.domain.outreach import OUTREACH_FORMS, PlaceKind
from jz_training.domain.publicity import Channel, Genre
from jz_training.domain.task_book import Duty, DutyState, Figure, Gap, GapCode, Thing
from jz_training.domain.training import TrainingForm
from jz_training.labels.notices import CHANNELS, GENRES, PLACE_KINDS
from jz_training.labels.trainings import FORMS

DUTY_STATES: dict[DutyState, str] = {
    DutyState.NOT_BEGUN: "未开始",
    DutyState.PLANNED: "已计划",
    DutyState.PARTLY: "部分落实",
    DutyState.MET: "已落实",
    DutyState.REPORTED: "已报送",
}

EVIDENCE_KINDS: dict[EvidenceKind, str] = {
    EvidenceKind.TRAINING: "学习培训",
    EvidenceKind.OUTREACH: "宣讲",
    EvidenceKind.PUBLICITY: "宣传报道",
    EvidenceKind.TASK: "任务",
    EvidenceKind.DOCUMENT: "材料",
    EvidenceKind.PLAN: "培训计划",
}

#: In what each kind of evidence is counted.
_UNITS: dict[EvidenceKind, str] = {
    EvidenceKind.TRAINING: "场",
    EvidenceKind.OUTREACH: "场",
    EvidenceKind.PUBLICITY: "篇",
    EvidenceKind.TASK: "项",
    EvidenceKind.DOCUMENT: "份",
    EvidenceKind.PLAN: "份",
}

_QUARTERS = "一二三四"
_QUARTER, _HALF_YEAR = 3, 6  # months


def thing_words(thing: Thing) -> str:
    """Return what a gap or a figure is about: 报告会, 微信, 评论, 车间, or the notice's own words.

    Told by type, not by value: a form and a channel may both be called "other".
    """
    match thing:
        case TrainingForm():
            return FORMS[thing]
        case Channel():
            return CHANNELS[thing]
        case Genre():
            return GENRES[thing]
        case PlaceKind():
            return PLACE_KINDS[thing]
        case _:
            return thing


def gap_words(gap: Gap) -> str:
    """Return what is missing in words, without a full stop: 还差 1 场报告会."""
    return _GAPS[gap.code](gap)


def figure_words(figure: Figure) -> str:
    """Return a figure in words: 车间 4/6, 报告会 2/3 场, 12 场."""
    of = thing_words(figure.of)
    count = f"{figure.have}" if figure.wanted is None else f"{figure.have}/{figure.wanted}"
    unit = "" if of and figure.unit == "个" else figure.unit
    return " ".join(word for word in (of, count, unit) if word)


def evidence_words(duty: Duty) -> str:
    """Return what was done for a duty in one line: 专题学习会 2 场、宣传报道 3 篇.

    What is only planned stands behind it; empty while there is nothing at all.
    """
    done = "、".join(_counted(duty, done=True))
    planned = "、".join(_counted(duty, done=False))
    return "；".join(part for part in (done, planned and f"待完成：{planned}") if part)


def span_words(first: date, last: date) -> str:
    """Return what a span of the calendar is called: 11月, 第四季度, 下半年, 2026年.

    Spans are those of `domain.recurrence`: whole months, quarters, half years or years.
    """
    months = last.month - first.month + 1
    if months == _QUARTER:
        return f"第{_QUARTERS[(last.month - 1) // _QUARTER]}季度"
    if months == _HALF_YEAR:
        return "上半年" if last.month == _HALF_YEAR else "下半年"
    return f"{last.month}月" if months == 1 else f"{last.year}年"


def _counted(duty: Duty, *, done: bool) -> Iterator[str]:
    counts = Counter(one.kind for one in duty.evidence if one.done is done)
    for kind in EvidenceKind:
        if counts[kind]:
            named = _by_thing(duty.figures, kind, counts[kind]) if done else ()
            yield from named or (f"{EVIDENCE_KINDS[kind]} {counts[kind]} {_UNITS[kind]}",)


def _by_thing(figures: Sequence[Figure], kind: EvidenceKind, count: int) -> tuple[str, ...]:
    """Return evidence under the names of its forms or genres, if these account for all of it."""
    there = [one for one in figures if one.have and _names(one, kind)]
    if sum(one.have for one in there) != count:
        return ()
    return tuple(f"{thing_words(one.of)} {one.have} {_UNITS[kind]}" for one in there)


def _names(figure: Figure, kind: EvidenceKind) -> bool:
    """Tell whether a figure counts events or texts of a kind, under a name of their own."""
    if figure.unit not in ("", _UNITS[kind]):
        return False  # people, not events
    match figure.of:
        case TrainingForm():
            talk = figure.of in OUTREACH_FORMS
            return kind is (EvidenceKind.OUTREACH if talk else EvidenceKind.TRAINING)
        case Genre():
            return kind is EvidenceKind.PUBLICITY
        case _:
            return False


# --- gaps ------------------------------------------------------------------------------------


def _amount(gap: Gap) -> str:
    """Return 1 场报告会, 2 篇（微信、微博）, 120 人次."""
    count = f"{gap.number} {gap.unit or '项'}"
    if len(gap.of) == 1 and isinstance(gap.of[0], TrainingForm | Genre):
        return count + thing_words(gap.of[0])
    return f"{count}（{_listed(gap)}）" if gap.of else count


def _listed(gap: Gap) -> str:
    return "、".join(_entered(thing) for thing in gap.of)


def _entered(thing: Thing) -> str:
    """Return a thing on a list of what is missing: a kind of place as 进车间."""
    indoors = (PlaceKind.ENTERPRISE, PlaceKind.WORKSHOP, PlaceKind.TEAM)
    if isinstance(thing, PlaceKind) and thing in indoors:
        return f"进{thing_words(thing)}"
    return thing_words(thing)


def _in_span(gap: Gap) -> str:
    span = "" if gap.first is None or gap.last is None else span_words(gap.first, gap.last)
    return f"{span}还差 {_amount(gap)}"


def _missed_span(gap: Gap) -> str:
    if gap.first is None or gap.last is None:
        return f"过去的期间差 {_amount(gap)}"
    span = span_words(gap.first, gap.last)
    year = f"{gap.last.year}年"
    return f"{span if span == year else year + span}差 {_amount(gap)}，期间已过"


def _groups(gap: Gap) -> str:
    if not gap.of:
        return "名册里还没有可对照的人员"
    named = "；".join(thing_words(thing) for thing in gap.of)
    return f"还有 {gap.number} 类人员没有参加：{named}"


def _no_leaders(gap: Gap) -> str:
    since = "" if gap.first is None else f"，首场培训已于{_day(gap.first)}举办"
    return f"领导班子还没有学习{since}"


def _leaders_late(gap: Gap) -> str:
    if gap.first is None or gap.last is None:
        return "领导班子学习晚于首场培训"
    leaders, general = gap.last, gap.first
    day = _day if leaders.year == general.year else _day_of_year
    return f"领导班子学习（{day(leaders)}）晚于首场培训（{day(general)}）"


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _day_of_year(day: date) -> str:
    return f"{day.year}年{_day(day)}"


_GAPS: Mapping[GapCode, Callable[[Gap], str]] = MappingProxyType(
    {
        GapCode.MORE: lambda gap: f"还差 {_amount(gap)}",
        GapCode.MORE_IN_SPAN: _in_span,
        GapCode.MISSED_SPAN: _missed_span,
        GapCode.MISSING: lambda gap: f"还差：{_listed(gap)}",
        GapCode.NOT_HELD: lambda gap: f"还有 {gap.number} {gap.unit or '项'}没有举办",
        GapCode.NO_PLAN: lambda _: "还没有培训计划",
        GapCode.PLAN_IS_DRAFT: lambda _: "培训计划还是草案",
        GapCode.NO_DOCUMENT: lambda _: "还没有存入材料",
        GapCode.NO_TASKS: lambda _: "还没有分解任务",
        GapCode.TASKS_OPEN_ENDED: lambda gap: f"有 {gap.number} 项任务没有责任人或完成时限",
        GapCode.NO_REQUIRED: lambda _: "还没有设为必修的场次",
        GapCode.NOT_REACHED: lambda gap: f"还有 {gap.number} 人未参加必修学习",
        GapCode.GROUPS_NOT_REACHED: _groups,
        GapCode.UNRECORDED: lambda gap: f"有 {gap.number} 场考勤没有记完",
        GapCode.NO_LEADERS_STUDY: _no_leaders,
        GapCode.LEADERS_LATE: _leaders_late,
        GapCode.NOT_REPORTED: lambda _: "尚未报送",
        GapCode.OTHERS_OPEN: lambda gap: f"其他要求还有 {gap.number} 项没有落实",
        GapCode.NOT_CONFIRMED: lambda _: "请核对后认定",
        GapCode.NO_EVIDENCE: lambda _: "还没有落实记录",
    }
)

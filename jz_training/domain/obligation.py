"""An obligation (要求): one thing a notice demands, with the exact words that demand it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import Channel, Genre
from jz_training.domain.training import TrainingForm


class ObligationKind(StrEnum):
    """What is demanded; it decides what counts as evidence (domain.md §9 R01–R20)."""

    LEADERSHIP = "leadership"  # R01 纳入议程、部署
    OVERALL = "overall"  # R02 全面落实
    MATERIALS = "materials"  # R03 学习材料
    TOPICS = "topics"  # R04, R05 学习内容
    REQUIRED = "required"  # R06 必修
    PLAN = "plan"  # R07 培训计划
    FORMS = "forms"  # R08 学习形式
    LAYERS = "layers"  # R09 分层分类、分期分批
    CENTRE_GROUP = "centre_group"  # R10 中心组
    LEADERS_FIRST = "leaders_first"  # R11 领导带头
    MEDIA = "media"  # R12, R13 媒体
    VENUES = "venues"  # R14 阵地
    ARTICLES = "articles"  # R15 专栏、评论、体会文章
    OUTREACH = "outreach"  # R16 宣讲
    REACH = "reach"  # R17 覆盖面
    MEASURES = "measures"  # R18 具体措施
    TIMETABLE = "timetable"  # R19 时间表、路线图
    REPORT = "report"  # R20 报告
    ATTEND = "attend"  # 参会
    OTHER = "other"


class Per(StrEnum):
    """How often a count is due again: 每季度不少于一次."""

    ONCE = "once"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


#: Kinds in which nothing can be counted.
_NOT_COUNTED = frozenset({ObligationKind.LEADERSHIP, ObligationKind.REACH, ObligationKind.OTHER})
#: Units in which people are counted, not events.
PERSON_UNITS = frozenset({"人次", "人", "余人", "余人次"})
#: Units in which events are counted, and those of what is written or shown.
EVENT_UNITS = frozenset({"场", "次", "期", "场次", "批"})
_PIECES = frozenset({"", "篇", "条", "个", "部", "件", "块", "项", "幅", "讲", "节"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationDraft:
    """What was read of an obligation or entered for it.

    `phrase` is the notice's own words and `start`–`end` their place in the notice's text; both
    are empty for what was added by hand without words of the notice. `section` is the number of
    its clause (三、（二）). `wording` is the secretary's shorter name for it. `count` is in `unit`
    (场 次 篇 人次 …) once or again every `per`. `due` was given by the notice, in the words of
    `due_phrase`; `own_due` is the unit's own date (domain.md §9: never invented).
    """

    kind: ObligationKind
    phrase: str = ""
    start: int | None = None
    end: int | None = None
    section: str = ""
    wording: str = ""
    forms: tuple[TrainingForm, ...] = ()
    audience: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    genres: tuple[Genre, ...] = ()
    places: tuple[PlaceKind, ...] = ()
    venues: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    count: int | None = None
    unit: str = ""
    per: Per = Per.ONCE
    due: date | None = None
    due_phrase: str = ""
    own_due: date | None = None
    owner: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationRow:
    """An obligation as it is stored, `position` its place in the task book."""

    id: UUID
    version: int
    notice_id: UUID
    position: int
    draft: ObligationDraft
    confirmed_on: date | None = None
    reported_on: date | None = None

    @property
    def title(self) -> str:
        """Return what to call it: the secretary's wording, else the notice's words."""
        return self.draft.wording or self.draft.phrase

    @property
    def by(self) -> date | None:
        """Return the day it is due: the unit's own, which may be earlier, else the notice's."""
        days = [day for day in (self.draft.own_due, self.draft.due) if day is not None]
        return min(days, default=None)


def can_be_counted(draft: ObligationDraft) -> bool:
    """Tell whether the program counts what an obligation asks for.

    It does not where nothing is there to count, and where the notice counts in a unit of which
    no record is kept: 篇/人, 学时, 名 of speakers.
    """
    known = PERSON_UNITS | EVENT_UNITS | _PIECES
    return draft.count is None or draft.unit in known


def may_be_confirmed(draft: ObligationDraft) -> bool:
    """Tell whether the secretary may declare an obligation met by own judgement."""
    return draft.kind in _NOT_COUNTED or not can_be_counted(draft)

"""Small builders of an invented notice's duties, plan, tasks, publicity and talks."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from jz_training.domain.coverage import ClauseRow, Coverage, CoverageCell, TopicRow
from jz_training.domain.evidence import Evidence, EvidenceKind, TrainingFact
from jz_training.domain.filing import DocumentKind, FiledDraft, FiledRow
from jz_training.domain.obligation import ObligationDraft, ObligationKind, ObligationRow
from jz_training.domain.outreach import OutreachDraft, OutreachRow, PlaceKind
from jz_training.domain.plan import PlanItemDraft, PlanItemRow, PlannedTraining, PlanView
from jz_training.domain.publicity import Channel, Genre, PublicityDraft, PublicityRow
from jz_training.domain.task import TaskDraft, TaskList, TaskRow
from jz_training.domain.task_book import Duty, DutyState, Figure, Gap, GapCode, TaskBook
from jz_training.domain.training import TrainingForm
from tests.factories import LAYERS, ORGANISER, UNITS, identity, invented_name

TODAY = date(2026, 11, 20)
NOTICE = "关于学习宣传贯彻清河市工会第九次代表大会精神的通知"
PHRASES = (
    (ObligationKind.PLAN, "结合实际制定培训计划，明确对象、内容和进度"),
    (ObligationKind.FORMS, "通过举办专题学习会、报告会、研讨会等形式组织学习"),
    (ObligationKind.OUTREACH, "组织宣讲骨干进企业、进车间、进班组，面向一线职工开展宣讲"),
    (ObligationKind.MEDIA, "用好各类宣传平台，及时报道学习情况"),
    (ObligationKind.REPORT, "学习贯彻情况于12月10日前书面报送市总工会办公室"),
)


def evidence(number: int = 1, **changes: Any) -> Evidence:
    """Return something that counts towards a duty: a training that was held."""
    facts: dict[str, Any] = {
        "kind": EvidenceKind.TRAINING,
        "id": identity(number, kind=3),
        "title": f"专题学习会（第{number}批）",
        "day": TODAY - timedelta(days=30 - number % 28),
        "persons": 18,
    }
    return Evidence(**(facts | changes))


def obligation(number: int = 1, **changes: Any) -> ObligationRow:
    """Return a stored obligation; `draft` is changed by the draft's own names."""
    kind, phrase = PHRASES[(number - 1) % len(PHRASES)]
    facts: dict[str, Any] = {
        "kind": kind,
        "phrase": phrase,
        "section": "三（二）",
        "owner": "宣教部",
        "own_due": date(2026, 12, 5),
    }
    return ObligationRow(
        id=identity(number, kind=6),
        version=1,
        notice_id=identity(1, kind=7),
        position=number,
        draft=ObligationDraft(**(facts | changes)),
    )


def duty(number: int = 1, **changes: Any) -> Duty:
    """Return a duty that is partly met by one training; `asked` changes its obligation."""
    asked: dict[str, Any] = changes.pop("asked", {})
    facts: dict[str, Any] = {
        "obligation": obligation(number, **asked),
        "state": DutyState.PARTLY,
        "evidence": (evidence(number),),
        "gaps": (Gap(code=GapCode.MORE, number=1, unit="场", of=(TrainingForm.REPORT,)),),
        "figures": (Figure(of=PlaceKind.WORKSHOP, have=4, wanted=6, unit="个"),),
    }
    return Duty(**(facts | changes))


def met(number: int = 1, **changes: Any) -> Duty:
    """Return a duty to which nothing is missing."""
    return duty(number, **({"state": DutyState.MET, "gaps": ()} | changes))


def task_book(*duties: Duty, **changes: Any) -> TaskBook:
    """Return the task book of the invented notice."""
    facts: dict[str, Any] = {
        "title": NOTICE,
        "issuer": "清河市总工会",
        "number": "清工发〔2026〕31号",
        "organiser": ORGANISER,
        "as_of": TODAY,
        "duties": duties or tuple(duty(number) for number in range(1, 6)),
    }
    return TaskBook(**(facts | changes))


def plan_item(number: int = 1, **changes: Any) -> PlanItemRow:
    """Return an item of a plan; `trainings` are those made for it, the rest is its draft."""
    trainings = changes.pop("trainings", ())
    month = 1 + (number - 1) % 12
    facts: dict[str, Any] = {
        "title": f"市工会代表大会精神专题学习（第{number}期）",
        "form": TrainingForm.STUDY,
        "layers": (LAYERS[number % len(LAYERS)],),
        "categories": ("专职工会干部",),
        "people": 36,
        "phase": number,
        "batch": 1,
        "first": date(2026, month, 1),
        "last": date(2026, month, 28),
        "hours": Decimal("3.5"),
        "venue": "职工之家二楼",
        "speaker": invented_name(number),
        "responsible": "宣教部",
    }
    return PlanItemRow(
        id=identity(number, kind=8),
        version=1,
        position=number,
        draft=PlanItemDraft(**(facts | changes)),
        obligation="制定培训计划",
        trainings=trainings,
    )


def planned_training(number: int = 1, **changes: Any) -> PlannedTraining:
    """Return a training made for an item: held, 16 of 20 came."""
    facts: dict[str, Any] = {
        "training_id": identity(number, kind=3),
        "start": date(2026, 10, 15),
        "held": True,
        "expected": 20,
        "present": 16,
    }
    return PlannedTraining(**(facts | changes))


def plan(*items: PlanItemRow, **changes: Any) -> PlanView:
    """Return a settled plan."""
    facts: dict[str, Any] = {
        "id": identity(1, kind=9),
        "version": 1,
        "title": "2026年度职工学习培训计划",
        "organiser": ORGANISER,
        "as_of": TODAY,
        "settled_on": date(2026, 9, 10),
        "items": items or tuple(plan_item(number) for number in range(1, 4)),
    }
    return PlanView(**(facts | changes))


def task(number: int = 1, **changes: Any) -> TaskRow:
    """Return a task of three weeks, the next beginning a week later; `done_on` may be given."""
    done_on = changes.pop("done_on", None)
    start = date(2026, 9, 7) + timedelta(weeks=number % 20)
    facts: dict[str, Any] = {
        "measure": f"分批组织基层工会干部学习（第{number}项）",
        "owner": invented_name(number),
        "start": start,
        "due": start + timedelta(days=20),
        "progress": 100 if number % 3 == 0 else 40,
    }
    return TaskRow(
        id=identity(number, kind=10),
        version=1,
        position=number,
        draft=TaskDraft(**(facts | changes)),
        done_on=done_on,
    )


def tasks(*rows: TaskRow, **changes: Any) -> TaskList:
    """Return the tasks of the invented notice."""
    facts: dict[str, Any] = {
        "title": NOTICE,
        "organiser": ORGANISER,
        "as_of": TODAY,
        "rows": rows or tuple(task(number) for number in range(1, 9)),
    }
    return TaskList(**(facts | changes))


def publication(number: int = 1, **changes: Any) -> PublicityRow:
    """Return something published; `files` may be given, the rest is its draft."""
    files = changes.pop("files", 0)
    facts: dict[str, Any] = {
        "title": f"织造车间学习小记（{number}）",
        "day": date(2026, 9, 8) + timedelta(days=number % 70),
        "channel": tuple(Channel)[number % len(Channel)],
        "genre": tuple(Genre)[number % len(Genre)],
        "outlet": "清河工会公众号",
        "author": invented_name(number),
        "link": f"https://example.org/{number}",
        "reach": 120 + number,
    }
    return PublicityRow(
        id=identity(number, kind=11),
        version=1,
        draft=PublicityDraft(**(facts | changes)),
        files=files,
    )


def talk(number: int = 1, **changes: Any) -> OutreachRow:
    """Return a talk that was held; `held` and `named` may be given, the rest is its draft."""
    held, named = changes.pop("held", True), changes.pop("named", None)
    start = datetime(2026, 9, 9, 15, 0) + timedelta(days=number % 70)
    kinds = (PlaceKind.ENTERPRISE, PlaceKind.WORKSHOP, PlaceKind.TEAM)
    facts: dict[str, Any] = {
        "title": "代表大会精神宣讲",
        "form": TrainingForm.MICRO_OUTREACH,
        "start": start,
        "end": start + timedelta(minutes=40),
        "place_kind": kinds[number % len(kinds)],
        "place": UNITS[number % len(UNITS)],
        "speaker": invented_name(number),
        "head_count": 30,
        "groups": ("农民工",),
        "online_views": 200,
    }
    return OutreachRow(
        training_id=identity(number, kind=3),
        version=1,
        draft=OutreachDraft(**(facts | changes)),
        held=held,
        named=named,
    )


def document(number: int = 1, **changes: Any) -> FiledRow:
    """Return a filed document: the minutes of a meeting."""
    facts: dict[str, Any] = {
        "kind": DocumentKind.MINUTES,
        "name": "学习宣传贯彻工作部署会纪要",
        "number": f"〔2026〕{number}号",
        "dated": date(2026, 9, 5),
    }
    return FiledRow(
        id=identity(number, kind=12),
        version=1,
        draft=FiledDraft(**(facts | changes)),
        filed_on=date(2026, 9, 6),
    )


def training_fact(number: int = 1, **changes: Any) -> TrainingFact:
    """Return a training as the table of coverage shows it."""
    facts: dict[str, Any] = {
        "id": identity(number, kind=3),
        "title": f"专题学习会（第{number}批）",
        "form": TrainingForm.STUDY,
        "start": datetime(2026, 10, number % 28 + 1, 15, 0),
        "held": True,
        "expected": 20,
        "present": 18,
    }
    return TrainingFact(**(facts | changes))


def coverage(**changes: Any) -> Coverage:
    """Return both tables of coverage: two clauses, two topics, two trainings, one not yet held."""
    trainings = (training_fact(1), training_fact(2, held=False))
    first, second = (one.id for one in trainings)
    both = CoverageCell(held=(first,), planned=(second,), present=18)
    facts: dict[str, Any] = {
        "phases": (1, 2),
        "phase": None,
        "layers": LAYERS[:2],
        "clauses": (
            ClauseRow(
                path="三（二）",
                heading="（二）抓好学习培训",
                obligations=3,
                cells=(both, CoverageCell()),
                all=both,
            ),
            ClauseRow(
                path="三（三）",
                heading="（三）开展宣传宣讲",
                obligations=2,
                cells=(CoverageCell(), CoverageCell(planned=(second,))),
                all=CoverageCell(planned=(second,)),
            ),
        ),
        "trainings": trainings,
        "topics": (
            TopicRow(topic="把牢正确政治方向", deals=(True, True), held=1),
            TopicRow(topic="服务大局", deals=(False, False), held=0),
        ),
    }
    return Coverage(**(facts | changes))

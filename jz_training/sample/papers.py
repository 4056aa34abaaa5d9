"""A few invented rows for each kind of paper: what the settings show a layout on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from jz_training.domain.absentees import Absentees
from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.evidence import Evidence, EvidenceKind
from jz_training.domain.ids import new_id
from jz_training.domain.make_up import MissedRow
from jz_training.domain.meeting_papers import MeetingNotice
from jz_training.domain.obligation import ObligationDraft, ObligationKind, ObligationRow
from jz_training.domain.outreach import OutreachDraft, OutreachRow, PlaceKind
from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import PaperStyle
from jz_training.domain.plan import PlanItemDraft, PlanItemRow, PlannedTraining, PlanView
from jz_training.domain.statistics import (
    LayerRow,
    PersonFigures,
    Statistics,
    StatisticsFilter,
    StatisticsRow,
)
from jz_training.domain.summary import GroupRow, Ledger, LedgerRow, PeriodSummary
from jz_training.domain.tally import Rate, Tally
from jz_training.domain.task import TaskDraft, TaskList, TaskRow
from jz_training.domain.task_book import Duty, DutyState, Gap, GapCode, TaskBook
from jz_training.domain.training import TrainingForm, TrainingState
from jz_training.sample import certificate_papers as certificates
from jz_training.sample import training_papers as around

TODAY = date(2026, 11, 20)
MOMENT = datetime(2026, 11, 20, 9, 0)
NOTICE = "关于开展冬季职工学习的通知"
THEMES = ("职业道德与工匠精神", "劳动法律法规", "安全生产与职业健康", "班组建设经验交流")
SPEAKERS = ("叶静", "秦晓峰", "温岚", "乔远")
PLACES = ("职工之家二楼", "三号会议室", "细纱车间", "职工书屋")
FORMS = (TrainingForm.LECTURE, TrainingForm.STUDY, TrainingForm.COURSE, TrainingForm.SEMINAR)


def sample_pdf(kind: PaperKind, style: PaperStyle, *, organiser: str) -> bytes:
    """Return a paper of a kind with invented content, dressed as asked.

    What draws it is loaded when it is asked for: the papers together would take seconds.
    """
    return _MAKERS[kind](style, organiser)


def _plan(style: PaperStyle, organiser: str) -> bytes:
    from jz_training.documents.notice.plan import plan_pdf

    items = tuple(_plan_item(at, theme) for at, theme in enumerate(THEMES))
    return plan_pdf(
        PlanView(id=new_id(), version=1, title="2026年度职工培训计划", organiser=organiser,
                 as_of=TODAY, settled_on=date(2026, 9, 1), items=items),
        style=style,
    )  # fmt: skip


def _plan_item(at: int, theme: str) -> PlanItemRow:
    day = date(2026, 9 + at, 15)
    held = PlannedTraining(
        training_id=new_id(), start=day, held=day < TODAY, expected=40, present=36
    )
    draft = PlanItemDraft(
        title=theme, form=FORMS[at], layers=("一般干部",), categories=("工会小组长",), people=40,
        phase=at + 1, first=day, last=day, hours=Decimal(2), venue=PLACES[at],
        speaker=SPEAKERS[at], responsible="宣教部",
    )  # fmt: skip
    return PlanItemRow(id=new_id(), version=1, position=at, draft=draft, trainings=(held,))


def _tasks(style: PaperStyle, organiser: str) -> bytes:
    from jz_training.documents.notice.tasks import tasks_pdf

    measures = ("制定学习方案", "编印学习手册", "分批组织专题学习", "汇总学习情况并报送")
    rows = tuple(
        TaskRow(id=new_id(), version=1, position=at, draft=TaskDraft(
            measure=measure, owner=SPEAKERS[at], start=date(2026, 9 + at, 1),
            due=date(2026, 9 + at, 25), progress=(100, 100, 60, 0)[at],
        ))
        for at, measure in enumerate(measures)
    )  # fmt: skip
    found = TaskList(title=NOTICE, organiser=organiser, as_of=TODAY, rows=rows)
    return tasks_pdf(found, style=style)


def _task_book(style: PaperStyle, organiser: str) -> bytes:
    from jz_training.documents.notice.task_book import task_book_pdf

    asked = (
        (ObligationKind.PLAN, "结合实际制定学习计划，明确对象和进度", DutyState.MET),
        (ObligationKind.FORMS, "举办专题学习会、报告会等组织学习", DutyState.PARTLY),
        (ObligationKind.REPORT, "学习情况于12月10日前书面报送", DutyState.NOT_BEGUN),
    )
    duties = tuple(_duty(at, *one) for at, one in enumerate(asked))
    book = TaskBook(
        title=NOTICE, issuer="清河市总工会", number="", organiser=organiser, as_of=TODAY,
        duties=duties,
    )  # fmt: skip
    return task_book_pdf(book, style=style)


def _duty(at: int, kind: ObligationKind, phrase: str, state: DutyState) -> Duty:
    draft = ObligationDraft(
        kind=kind, phrase=phrase, owner=SPEAKERS[at], own_due=date(2026, 12, 5 + at)
    )
    row = ObligationRow(id=new_id(), version=1, notice_id=new_id(), position=at, draft=draft)
    done = Evidence(
        kind=EvidenceKind.TRAINING, id=new_id(), title=THEMES[at], day=date(2026, 10, 8),
        persons=36,
    )  # fmt: skip
    gap = Gap(code=GapCode.MORE, number=1, unit="场", of=(TrainingForm.REPORT,))
    return Duty(
        obligation=row,
        state=state,
        evidence=() if state is DutyState.NOT_BEGUN else (done,),
        gaps=(gap,) if state is DutyState.PARTLY else (),
    )


def _ledger(style: PaperStyle, organiser: str) -> bytes:
    from jz_training.documents.listing.ledger_paper import ledger_pdf

    return ledger_pdf(_sample_ledger(organiser), style=style)


def _sample_ledger(organiser: str) -> Ledger:
    rows = tuple(_ledger_row(at, theme) for at, theme in enumerate(THEMES))
    return Ledger(
        organiser=organiser, start=date(2026, 9, 1), end=date(2026, 11, 30),
        as_of=MOMENT, rows=rows,
    )  # fmt: skip


def _period_summary(style: PaperStyle, organiser: str) -> bytes:
    from jz_training.documents.summary.period_summary import period_summary_pdf

    held = _sample_ledger(organiser)
    units = tuple(
        GroupRow(name=name, tally=tally, persons=Rate(tally.present, tally.expected))
        for name, tally in (
            ("细纱车间", Tally(expected=80, present=72, leave=6, absent=2)),
            ("织造车间", Tally(expected=80, present=66, leave=6, absent=8)),
        )
    )
    found = PeriodSummary(
        ledger=held, persons=Rate(39, 40), by_form=(), by_unit=units, by_layer=(),
        by_category=(), hours=Decimal(8), unfinished=(), absentees=(),
    )  # fmt: skip
    return period_summary_pdf(found, style=style)


def _absentees(style: PaperStyle, organiser: str) -> bytes:
    from jz_training.documents.statistics.absentee_list import absentees_pdf

    missed = tuple(
        MissedRow(
            attendee_id=new_id(), person_id=new_id(), name=name, unit="细纱车间", layer="一线职工",
            category="职工代表", training_id=new_id(), title=THEMES[at], day=date(2026, 9, 8 + at),
            status=status,
        )
        for at, (name, status) in enumerate(
            (("孟阳", AttendanceStatus.LEAVE), ("白洁", AttendanceStatus.ABSENT))
        )
    )  # fmt: skip
    rows = _sample_ledger(organiser).rows
    total = sum((row.tally for row in rows), start=Tally())
    statistics = Statistics(
        filter=StatisticsFilter(start=date(2026, 9, 1), end=TODAY), organiser=organiser, about="",
        as_of=MOMENT, total=StatisticsRow(trainings=4, tally=total, persons=_persons(40)),
        tables={},
    )  # fmt: skip
    return absentees_pdf(
        Absentees(statistics=statistics, trainings=rows, missed=missed), style=style
    )


def _ledger_row(at: int, theme: str) -> LedgerRow:
    start = datetime(2026, 9, 8, 14, 30) + timedelta(weeks=2 * at)
    return LedgerRow(
        number=at + 1, training_id=new_id(), title=theme, form=FORMS[at], start=start,
        end=start + timedelta(minutes=90), venue=PLACES[at], speaker=SPEAKERS[at],
        state=TrainingState.CLOSED, held=True,
        tally=Tally(expected=40, present=36 - at, leave=3, absent=1 + at), hours=Decimal(2),
    )  # fmt: skip


def _statistics(style: PaperStyle, organiser: str) -> bytes:
    from jz_training.documents.statistics.statistics_paper import statistics_paper

    layers = tuple(
        LayerRow(
            layer=layer, category=category, trainings=4, tally=_counted(people),
            settled=_counted(people), persons=_persons(people),
        )
        for layer, category, people in (
            ("中层干部", "专职工会干部", 12), ("一般干部", "工会小组长", 40),
            ("一线职工", "职工代表", 60),
        )
    )  # fmt: skip
    found = Statistics(
        filter=StatisticsFilter(start=date(2026, 1, 1), end=TODAY), organiser=organiser, about="",
        as_of=MOMENT,
        total=StatisticsRow(trainings=4, tally=_counted(112), persons=_persons(112)), tables={},
    )  # fmt: skip
    return statistics_paper(found, layers, style=style)


def _counted(people: int) -> Tally:
    return Tally(expected=4 * people, present=3 * people, leave=people)


def _persons(people: int) -> PersonFigures:
    return PersonFigures(
        expected=people, came=people - 2, reached=people - 1, hours=Decimal(6 * people)
    )


def _outreach(style: PaperStyle, organiser: str) -> bytes:
    from jz_training.documents.notice.outreach import outreach_pdf

    rows = [_talk(at, theme) for at, theme in enumerate(THEMES)]
    return outreach_pdf(rows, organiser=organiser, as_of=TODAY, style=style)


def _talk(at: int, theme: str) -> OutreachRow:
    start = datetime(2026, 9, 9, 8, 0) + timedelta(weeks=at)
    kinds = (PlaceKind.WORKSHOP, PlaceKind.TEAM, PlaceKind.WORKSHOP, PlaceKind.ENTERPRISE)
    places = ("细纱车间", "织造甲班", "印染车间", "清河食品厂")
    draft = OutreachDraft(
        title=theme, form=TrainingForm.MICRO_OUTREACH, start=start,
        end=start + timedelta(minutes=30), place_kind=kinds[at], place=places[at],
        speaker=SPEAKERS[at], head_count=24 + at, groups=("一线职工",),
    )  # fmt: skip
    return OutreachRow(training_id=new_id(), version=1, draft=draft, held=True)


def _notice(style: PaperStyle, organiser: str) -> bytes:
    from jz_training.documents.meeting.meeting_notice import meeting_notice_pdf

    start = datetime(2026, 11, 26, 14, 30)
    notice = MeetingNotice(
        title="冬季职工学习会", organiser=organiser, start=start,
        end=start + timedelta(minutes=90), venue=PLACES[0], form=TrainingForm.STUDY,
        addressees="各分工会", chair=SPEAKERS[3], speaker=SPEAKERS[0],
        audience="各分工会主席、工会小组长",
        content=THEMES[:3],
        requirements=("请参会人员提前10分钟到场签到。", "因故不能参加的，请于会前办理请假手续。"),
        contact="宣教部", issued_on=TODAY,
    )  # fmt: skip
    return meeting_notice_pdf(notice, style=style)


_MAKERS: Mapping[PaperKind, Callable[[PaperStyle, str], bytes]] = {
    PaperKind.PLAN: _plan,
    PaperKind.TASKS: _tasks,
    PaperKind.TASK_BOOK: _task_book,
    PaperKind.LEDGER: _ledger,
    PaperKind.STATISTICS: _statistics,
    PaperKind.OUTREACH: _outreach,
    PaperKind.ABSENTEES: _absentees,
    PaperKind.CERTIFICATE_REGISTER: certificates.register,
    PaperKind.CERTIFICATE: certificates.certificate,
    PaperKind.HOURS_PROOF: certificates.proof,
    PaperKind.MEETING_NOTICE: _notice,
    PaperKind.SIGN_IN_SHEET: around.sheet,
    PaperKind.AGENDA: around.agenda,
    PaperKind.RECORD: around.record,
    PaperKind.TRAINING_SUMMARY: around.training_summary,
    PaperKind.PHOTO_PAGES: around.photos,
    PaperKind.MONTH: around.month,
    PaperKind.PERIOD_SUMMARY: _period_summary,
    PaperKind.PERSON_FILE: certificates.person_file,
}

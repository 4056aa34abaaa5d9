"""The task book on a real desk: facts gathered right, by hand count, for one notice and for all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import event

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.domain.evidence import EvidenceKind, GroupCount
from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.finding import Finding, Problem
from jz_training.domain.notice import NoticeHeader
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.outreach import OutreachDraft, PlaceKind
from jz_training.domain.plan import PlanItemDraft
from jz_training.domain.publicity import Channel, PublicityDraft
from jz_training.domain.roster import UnitKind
from jz_training.domain.task import TaskDraft
from jz_training.domain.task_book import DutyState, Gap, GapCode
from jz_training.domain.training import AudienceRule, TrainingForm
from jz_training.errors import NotFound
from jz_training.services.desk import Desk
from jz_training.services.people import PeopleQuery
from tests.conftest import Clock
from tests.services.notices import a_notice, duty, only_duty, reading
from tests.services.stories import a_listed_training, a_training, some_people

Kind = ObligationKind
ABSENT = Mark(status=AttendanceStatus.ABSENT)


def test_the_book_is_filled_by_what_belongs_to_the_notice(desk: Desk) -> None:
    notice = a_notice(desk)
    held = a_training(desk, notice_id=notice)
    a_training(desk)  # of no notice
    book = desk.duties.book(notice)
    study, media, report = book.duties
    assert (book.number, book.as_of) == ("清工发〔2026〕18号", date(2026, 11, 22))
    assert [one.id for one in study.evidence] == [held]
    assert study.gaps == (Gap(code=GapCode.MORE, number=1, unit="场", of=(TrainingForm.STUDY,)),)
    assert (media.state, report.state) == (DutyState.NOT_BEGUN, DutyState.NOT_BEGUN)


def test_a_cancelled_training_is_no_evidence(desk: Desk) -> None:
    notice = a_notice(desk)
    desk.trainings.cancel(a_training(desk, notice_id=notice), reason="改期")
    assert desk.duties.facts(notice).trainings == ()


def test_a_training_to_come_is_planned(desk: Desk) -> None:
    notice = a_notice(desk)
    start = datetime(2026, 11, 30, 9)
    a_training(desk, notice_id=notice, start=start, end=start + timedelta(hours=1))
    assert desk.duties.book(notice).duties[0].state is DutyState.PLANNED


def test_an_unknown_notice_has_no_book(desk: Desk) -> None:
    with pytest.raises(NotFound, match="这份通知"):
        desk.duties.book(UUID(int=3))


@pytest.mark.parametrize(
    ("header", "since"),
    [
        (NoticeHeader(title="甲", dated=date(2026, 11, 2), printed=date(2026, 11, 4)), 2),
        (NoticeHeader(title="甲", printed=date(2026, 11, 4)), 4),
        (NoticeHeader(title="甲"), 22),
    ],
)
def test_counts_begin_with_the_day_of_the_notice(
    desk: Desk, header: NoticeHeader, since: int
) -> None:
    notice = desk.notices.add(reading(header=header))
    assert desk.duties.facts(notice).since == date(2026, 11, since)


# --- people ----------------------------------------------------------------------------------


def test_a_list_is_counted_by_layer_and_category(desk: Desk) -> None:
    notice = a_notice(desk)
    training = a_listed_training(desk, people=12, notice_id=notice, topics=("乙", "甲"))
    desk.attendance.mark(training, {1: ABSENT})
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.add_walk_in(training, name="赵来")
    (fact,) = desk.duties.facts(notice).trainings
    rows = desk.attendance.sheet(training).expected
    missing = rows[0]
    expected = [
        GroupCount(
            layer=layer,
            category=category,
            expected=(n := sum((row.layer, row.category) == (layer, category) for row in rows)),
            present=n - ((missing.layer, missing.category) == (layer, category)),
        )
        for layer, category in sorted({(row.layer, row.category) for row in rows})
    ]
    assert list(fact.groups) == expected
    assert (fact.expected, fact.present, fact.topics) == (12, 11, ("乙", "甲"))


def test_without_a_list_the_audience_names_the_groups_with_nobody_yet(desk: Desk) -> None:
    notice = a_notice(desk)
    some_people(desk, 12)
    rule = AudienceRule(layers=("职工",))
    a_training(desk, notice_id=notice, audience=rule)
    a_training(desk, notice_id=notice, audience=AudienceRule(everyone=False))
    by_rule, by_name = (fact.groups for fact in desk.duties.facts(notice).trainings)
    assert {group.layer for group in by_rule} == {"职工"}
    assert sum(group.expected + group.present for group in by_rule) == 0
    assert by_name == ()


def test_a_person_who_came_twice_is_reached_once(desk: Desk) -> None:
    notice = a_notice(desk, duty(Kind.REQUIRED))
    first = a_listed_training(desk, people=6, notice_id=notice, required=True)
    second = a_training(desk, notice_id=notice, required=True)
    other = a_training(desk, notice_id=notice)
    for training in (second, other):
        desk.lists.freeze(training)
    desk.attendance.mark(first, {1: PRESENT, 2: PRESENT, 3: ABSENT})
    desk.attendance.mark(second, {1: PRESENT, 4: Mark(status=AttendanceStatus.ONLINE)})
    desk.attendance.mark(other, {5: PRESENT})
    stand_in = Mark(status=AttendanceStatus.PRESENT, stand_in="李明")
    desk.attendance.mark(second, {6: stand_in})
    reached = sum(group.reached for group in desk.duties.facts(notice).people)
    assert reached == 3
    desk.settings.change(stand_in_counts=True)
    assert sum(group.reached for group in desk.duties.facts(notice).people) == 4
    gaps = desk.duties.book(notice).duties[0].gaps
    assert gaps[0] == Gap(code=GapCode.NOT_REACHED, number=2, unit="人")


def test_who_has_left_is_neither_asked_for_nor_counted(desk: Desk) -> None:
    notice = a_notice(desk, duty(Kind.REQUIRED))
    training = a_listed_training(desk, people=3, notice_id=notice, required=True)
    desk.attendance.mark_rest(training, PRESENT)
    desk.people.retire(desk.people.ids(PeopleQuery())[0])
    people = desk.duties.facts(notice).people
    assert (sum(g.people for g in people), sum(g.reached for g in people)) == (2, 2)
    assert desk.duties.book(notice).duties[0].state is DutyState.MET


# --- everything else -------------------------------------------------------------------------


def test_talks_publications_tasks_papers_and_the_plan_are_facts(desk: Desk) -> None:
    notice = a_notice(desk, duty(Kind.MEASURES))
    start = datetime(2026, 11, 20, 9)
    talk = desk.outreach.record(
        OutreachDraft(
            title="进车间宣讲", form=TrainingForm.OUTREACH, start=start,
            end=start + timedelta(hours=1), place_kind=PlaceKind.WORKSHOP, head_count=30,
            online_views=5, notice_id=notice,
        )
    )  # fmt: skip
    news = desk.publicity.add(
        PublicityDraft(
            title="推送", day=date(2026, 11, 20), channel=Channel.WECHAT, notice_id=notice
        )
    )
    desk.documents.file(FiledDraft(kind=DocumentKind.PICTURE, name="截图", publicity_id=news))
    task = desk.tasks.add(TaskDraft(measure="甲", obligation_id=only_duty(desk, notice)))
    item = PlanItemDraft(title="第一批", form=TrainingForm.STUDY)
    desk.plans.make(title="旧计划", notice_id=notice)
    plan = desk.plans.make(title="计划", notice_id=notice, items=[item])
    facts = desk.duties.facts(notice)
    (heard,) = facts.trainings
    assert (heard.id, heard.place_kind, heard.listeners) == (talk, PlaceKind.WORKSHOP, 30)
    assert [(row.id, row.files) for row in facts.publicity] == [(news, 1)]
    assert [row.id for row in facts.tasks] == [task]
    assert facts.documents == ()  # a picture of a publication speaks for the publication
    assert facts.plan is not None
    assert (facts.plan.id, len(facts.plan.items)) == (plan, 1)


def test_places_are_the_units_below_the_top(desk: Desk) -> None:
    notice = a_notice(desk)
    top = desk.units.add(name="公司工会", kind=UnitKind.GRASSROOTS)
    for name, kind in (
        ("一车间", UnitKind.BRANCH),
        ("甲班", UnitKind.TEAM),
        ("乙班", UnitKind.TEAM),
    ):
        desk.units.add(name=name, kind=kind, parent_id=top)
    assert desk.duties.facts(notice).places == {PlaceKind.WORKSHOP: 1, PlaceKind.TEAM: 2}
    desk.units.add(name="友邻工会", kind=UnitKind.GRASSROOTS)
    assert desk.duties.facts(notice).places[PlaceKind.ENTERPRISE] == 1


def test_what_could_be_counted_by_hand_is_what_does_not_count_yet(desk: Desk) -> None:
    notice = a_notice(desk, duty(Kind.FORMS, forms=(TrainingForm.REPORT,)), duty(Kind.LAYERS))
    report, layers = (row.id for row in desk.obligations.of_notice(notice))
    a_training(desk, notice_id=notice, form=TrainingForm.REPORT)
    study = a_training(desk, notice_id=notice)
    paper = desk.documents.file(
        FiledDraft(kind=DocumentKind.OTHER, name="复印件", notice_id=notice)
    )
    assert {one.id for one in desk.duties.candidates(report)} == {study, paper}
    desk.obligations.count_by_hand(report, EvidenceKind.TRAINING, study, counts=True)
    assert {one.id for one in desk.duties.candidates(report)} == {paper}
    assert desk.duties.candidates(layers) == ()


def test_coverage_stands_by_rank_of_layer(desk: Desk) -> None:
    notice = a_notice(desk)
    training = a_listed_training(desk, people=12, notice_id=notice, phase=2)
    desk.attendance.mark_rest(training, PRESENT)
    table = desk.duties.coverage(notice)
    assert table.layers == ("领导干部", "中层干部", "一般干部", "职工")
    row = table.clauses[0]
    assert (row.path, row.heading) == ("一、", "一、抓好学习")
    assert [cell.present for cell in row.cells] == [3, 3, 3, 3]
    assert table.phases == (2,)
    assert desk.duties.coverage(notice, phase=1).clauses[0].all.trainings == ()


# --- over all notices ------------------------------------------------------------------------


def test_what_is_due_comes_by_day_and_then_what_is_begun(desk: Desk, clock: Clock) -> None:
    first = a_notice(
        desk,
        duty(Kind.REPORT, due=date(2026, 12, 1)),
        duty(Kind.PLAN, due=date(2027, 3, 1)),
        duty(Kind.FORMS, forms=(TrainingForm.STUDY,), count=2, unit="场"),
    )
    second = a_notice(desk, duty(Kind.PLAN, own_due=date(2026, 11, 20)), text="另一份")
    a_training(desk, notice_id=first)
    due = desk.duties.due()
    assert [(one.notice_id, one.duty.obligation.draft.kind, one.overdue) for one in due] == [
        (second, Kind.PLAN, True),
        (first, Kind.REPORT, False),
        (first, Kind.FORMS, False),
    ]
    assert desk.home().duties == due
    clock.time = datetime(2026, 11, 16, 9)
    assert [one.duty.obligation.draft.kind for one in desk.duties.due(within=timedelta(0))] == []


def test_the_home_page_shows_no_more_than_it_can(desk: Desk) -> None:
    plan = duty(Kind.PLAN, own_due=date(2026, 11, 20))
    a_notice(desk, *(replace(plan, wording=f"第{n}项") for n in range(30)))
    assert len(desk.duties.due()) == 20


def test_all_notices_are_told_with_as_many_questions_as_one(desk: Desk) -> None:
    asked: list[str] = []
    event.listen(
        desk._workspace.store.engine,
        "before_cursor_execute",
        lambda *facts: asked.append(facts[2]),
    )
    item = PlanItemDraft(title="第一批", form=TrainingForm.STUDY)
    counts = []
    for number in range(3):
        notice = a_notice(desk, text=f"第{number}份")
        a_training(desk, notice_id=notice)
        desk.plans.make(title="计划", notice_id=notice, items=[item])
        asked.clear()
        desk.duties.of_all()
        counts.append(len(asked))
    assert len(set(counts)) == 1


def test_a_counter_by_layer_that_is_wrong_is_found_and_repaired(desk: Desk) -> None:
    a_listed_training(desk, people=4)
    with desk._workspace.store.engine.begin() as db:
        db.exec_driver_sql("UPDATE training_group SET present = present + 1")
    assert desk.check() == (Finding(problem=Problem.TRAINING_COUNTS),)
    desk.repair()
    assert desk.check() == ()

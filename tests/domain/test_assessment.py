"""Each kind of duty, R01 to R20: not begun, planned, partly, met, with its gaps exactly."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jz_training.domain.assessment import RULES, assess, assess_all
from jz_training.domain.evidence import EvidenceKind
from jz_training.domain.filing import DocumentKind
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import Channel, Genre
from jz_training.domain.task_book import Duty, DutyState, Figure, Gap, GapCode
from jz_training.domain.training import TrainingForm
from tests.domain.duties import (
    choice,
    document,
    duty,
    facts,
    item,
    people,
    plan,
    published,
    talk,
    task,
    training,
)

Kind = ObligationKind
NOT_BEGUN, PLANNED, PARTLY, MET, REPORTED = DutyState

LECTURES = {"forms": (TrainingForm.STUDY, TrainingForm.LECTURE)}
LATER = {"day": 28, "held": False}


def assert_stands(duty: Duty, state: DutyState, *gaps: Gap) -> None:
    """Fail unless a duty stands as it should, with these gaps and no others."""
    assert (duty.state, duty.gaps) == (state, gaps)


def test_every_kind_has_a_rule() -> None:
    assert set(RULES) == set(ObligationKind)


@pytest.mark.parametrize("kind", ObligationKind)
def test_nothing_is_met_by_nothing(kind: ObligationKind) -> None:
    row = duty(kind, forms=(TrainingForm.STUDY,), topics=("甲",), channels=(Channel.WEIBO,))
    found = assess(row, facts())
    assert found.state is NOT_BEGUN
    assert found.gaps
    assert found.evidence == ()


# --- documents: R01, R03, R18, others --------------------------------------------------------

PAPERS = {
    Kind.LEADERSHIP: DocumentKind.MINUTES,
    Kind.MATERIALS: DocumentKind.MATERIAL,
    Kind.MEASURES: DocumentKind.MEASURES,
}


@pytest.mark.parametrize(("kind", "paper"), PAPERS.items())
def test_a_document_of_the_kind_meets_it(kind: ObligationKind, paper: DocumentKind) -> None:
    assert_stands(assess(duty(kind), facts(documents=(document(paper),))), MET)
    another = document(DocumentKind.PICTURE)
    missing = Gap(code=GapCode.NO_DOCUMENT)
    assert_stands(assess(duty(kind), facts(documents=(another,))), NOT_BEGUN, missing)


def test_any_document_filed_to_a_duty_meets_that_duty_only() -> None:
    first, second = duty(Kind.MEASURES, number=1), duty(Kind.MEASURES, number=2)
    own = document(DocumentKind.OTHER, obligation_id=first.id)
    assert assess(first, facts(documents=(own,))).state is MET
    assert assess(second, facts(documents=(own,))).state is NOT_BEGUN


def test_its_own_tasks_meet_a_duty_when_all_are_done() -> None:
    row = duty(Kind.MEASURES)
    to_do = task(1, obligation_id=row.id)
    done = task(2, obligation_id=row.id, progress=100)
    missing = Gap(code=GapCode.NO_DOCUMENT)
    assert_stands(assess(row, facts(tasks=(to_do,))), PLANNED, missing)
    one_left = Gap(code=GapCode.MORE, number=1, unit="项")
    assert_stands(assess(row, facts(tasks=(to_do, done))), PARTLY, one_left)
    assert_stands(assess(row, facts(tasks=(done,))), MET)
    with_paper = facts(tasks=(to_do, done), documents=(document(DocumentKind.MEASURES),))
    assert_stands(assess(row, with_paper), MET)


@pytest.mark.parametrize("kind", [Kind.LEADERSHIP, Kind.REACH, Kind.OTHER])
def test_what_only_the_secretary_can_judge_is_met_by_saying_so(kind: ObligationKind) -> None:
    assert_stands(assess(duty(kind, confirmed_on=date(2026, 11, 20)), facts()), MET)


def test_a_declaration_meets_nothing_that_is_computed() -> None:
    row = duty(Kind.PLAN, confirmed_on=date(2026, 11, 20))
    assert assess(row, facts()).state is NOT_BEGUN


def test_what_is_met_and_reported_is_reported() -> None:
    row = duty(Kind.MATERIALS, reported_on=date(2026, 11, 21))
    found = assess(row, facts(documents=(document(DocumentKind.MATERIAL),)))
    assert_stands(found, REPORTED)
    assert assess(row, facts()).state is NOT_BEGUN


def test_another_duty_waits_for_the_secretary() -> None:
    row = duty(Kind.OTHER)
    assert_stands(assess(row, facts()), NOT_BEGUN, Gap(code=GapCode.NOT_CONFIRMED))
    filed = document(DocumentKind.OTHER, obligation_id=row.id)
    assert_stands(assess(row, facts(documents=(filed,))), MET)


# --- R02 -------------------------------------------------------------------------------------


def overall(*others: Any, reported: bool = False, **known: Any) -> Duty:
    """Return 全面落实 beside other duties."""
    day = date(2026, 11, 20) if reported else None
    return assess_all([duty(Kind.OVERALL, number=9, reported_on=day), *others], facts(**known))[0]


def test_everything_is_carried_out_when_all_others_are() -> None:
    paper = document(DocumentKind.MATERIAL)
    first, second = duty(Kind.MATERIALS, number=1), duty(Kind.FORMS, number=2, **LECTURES)
    left = Gap(code=GapCode.OTHERS_OPEN, number=2)
    assert_stands(overall(first, second), NOT_BEGUN, left)
    assert_stands(overall(first, second, trainings=(training(**LATER),)), PLANNED, left)
    one_left = Gap(code=GapCode.OTHERS_OPEN, number=1)
    assert_stands(overall(first, second, documents=(paper,)), PARTLY, one_left)
    assert_stands(overall(first, documents=(paper,)), MET)
    assert_stands(overall(first, documents=(paper,), reported=True), REPORTED)


def test_a_notice_that_demands_only_everything_is_not_met_by_nothing() -> None:
    assert_stands(overall(), NOT_BEGUN, Gap(code=GapCode.NO_DOCUMENT))


def test_a_confirmed_duty_has_begun_what_sums_up() -> None:
    confirmed = duty(Kind.OTHER, number=1, confirmed_on=date(2026, 11, 20))
    assert overall(confirmed, duty(Kind.PLAN, number=2)).state is PARTLY


# --- trainings: R04, R05, R07, R08, R10, R14 -------------------------------------------------


def test_each_topic_needs_a_training() -> None:
    row = duty(Kind.TOPICS, topics=("甲", "乙"))
    planned = training(1, topics=("甲",), **LATER)
    both_left = Gap(code=GapCode.MISSING, of=("甲", "乙"))
    assert_stands(assess(row, facts(trainings=(planned,))), PLANNED, both_left)
    held = training(2, topics=("甲", "丙"))
    one_left = Gap(code=GapCode.MISSING, of=("乙",))
    assert_stands(assess(row, facts(trainings=(planned, held))), PARTLY, one_left)
    all_in_one = assess(row, facts(trainings=(training(topics=("乙", "甲")),)))
    assert_stands(all_in_one, MET)
    assert all_in_one.figures == (Figure(of="甲", have=1), Figure(of="乙", have=1))
    assert len(all_in_one.evidence) == 1


def test_a_training_on_two_topics_is_counted_once() -> None:
    row = duty(Kind.TOPICS, topics=("甲", "乙"), count=2, unit="场")
    found = assess(row, facts(trainings=(training(topics=("甲", "乙")),)))
    one_more = Gap(code=GapCode.MORE, number=1, unit="场", of=("甲", "乙"))
    assert_stands(found, PARTLY, one_more)
    assert found.figures == (Figure(of="", have=1, wanted=2, unit="场"),)


def test_each_form_is_held_once() -> None:
    row = duty(Kind.FORMS, **LECTURES)
    lecture = Gap(code=GapCode.MISSING, of=(TrainingForm.LECTURE,))
    assert_stands(assess(row, facts(trainings=(training(),))), PARTLY, lecture)
    both = (training(1), training(2, form=TrainingForm.LECTURE))
    assert_stands(assess(row, facts(trainings=both)), MET)


def test_a_counted_form_says_how_many_are_left() -> None:
    row = duty(Kind.FORMS, forms=(TrainingForm.REPORT,), count=3, unit="场")
    reports = (
        training(1, form=TrainingForm.REPORT),
        training(2, form=TrainingForm.REPORT, **LATER),
        training(3),
    )
    left = Gap(code=GapCode.MORE, number=2, unit="场", of=(TrainingForm.REPORT,))
    found = assess(row, facts(trainings=reports))
    assert_stands(found, PARTLY, left)
    assert found.figures == (Figure(of=TrainingForm.REPORT, have=1, wanted=3, unit="场"),)


def test_forms_without_a_name_are_any_study_but_no_talk() -> None:
    row = duty(Kind.FORMS)
    assert_stands(assess(row, facts(trainings=(talk(),))), NOT_BEGUN, Gap(code=GapCode.NO_EVIDENCE))
    assert_stands(assess(row, facts(trainings=(training(),))), MET)


def test_the_centre_group_studies_in_either_of_its_forms() -> None:
    row = duty(Kind.CENTRE_GROUP)
    assert assess(row, facts(trainings=(training(),))).state is NOT_BEGUN
    seminar = training(form=TrainingForm.THEORY)
    assert_stands(assess(row, facts(trainings=(seminar,))), MET)
    named = duty(Kind.CENTRE_GROUP, forms=(TrainingForm.CENTRE_GROUP,))
    missing = Gap(code=GapCode.MISSING, of=(TrainingForm.CENTRE_GROUP,))
    assert_stands(assess(named, facts(trainings=(seminar,))), NOT_BEGUN, missing)


def test_a_plan_is_met_when_it_is_final() -> None:
    row = duty(Kind.PLAN)
    none = Gap(code=GapCode.NO_PLAN)
    assert_stands(assess(row, facts(plan=plan())), NOT_BEGUN, none)
    draft = Gap(code=GapCode.PLAN_IS_DRAFT)
    assert_stands(assess(row, facts(plan=plan(item(), settled=False))), PLANNED, draft)
    found = assess(row, facts(plan=plan(item(1), item(2, held=True))))
    assert_stands(found, MET)
    assert found.figures == (Figure(of="", have=1, wanted=2, unit="项"),)


def test_each_place_named_has_seen_something() -> None:
    row = duty(Kind.VENUES, venues=("工人文化宫", "职工书屋"))
    held = training(venue="市工人文化宫一楼")
    left = Gap(code=GapCode.MISSING, of=("职工书屋",))
    assert_stands(assess(row, facts(trainings=(held,))), PARTLY, left)
    shown = published(channel=Channel.BOARD, outlet="职工书屋")
    assert_stands(assess(row, facts(trainings=(held,), publicity=(shown,))), MET)


def test_who_was_called_to_a_meeting_has_been_there() -> None:
    row = duty(Kind.ATTEND)
    none = Gap(code=GapCode.NO_EVIDENCE)
    assert_stands(assess(row, facts(trainings=(training(**LATER),))), PLANNED, none)
    assert_stands(assess(row, facts(trainings=(training(),))), MET)


# --- publicity and outreach: R12, R13, R15, R16, R17 -----------------------------------------


def test_each_channel_has_published() -> None:
    row = duty(Kind.MEDIA, channels=(Channel.WEIBO, Channel.WECHAT))
    left = Gap(code=GapCode.MISSING, of=(Channel.WEIBO,))
    assert_stands(assess(row, facts(publicity=(published(),))), PARTLY, left)
    both = (published(1), published(2, channel=Channel.WEIBO))
    assert_stands(assess(row, facts(publicity=both)), MET)


def test_a_column_a_commentary_and_two_reflections_are_told_apart() -> None:
    row = duty(Kind.ARTICLES, genres=(Genre.COLUMN, Genre.COMMENTARY, Genre.REFLECTION))
    column = published(1, genre=Genre.COLUMN)
    left = Gap(code=GapCode.MISSING, of=(Genre.COMMENTARY, Genre.REFLECTION))
    assert_stands(assess(row, facts(publicity=(column, published(2)))), PARTLY, left)
    two = duty(Kind.ARTICLES, genres=(Genre.REFLECTION,), count=2, unit="篇")
    first, second = (published(n, genre=Genre.REFLECTION) for n in (3, 4))
    one_more = Gap(code=GapCode.MORE, number=1, unit="篇", of=(Genre.REFLECTION,))
    assert_stands(assess(two, facts(publicity=(column, first))), PARTLY, one_more)
    assert_stands(assess(two, facts(publicity=(first, second))), MET)


def test_talks_go_into_each_kind_of_place_and_have_each_form() -> None:
    micro = TrainingForm.MICRO_OUTREACH
    row = duty(Kind.OUTREACH, places=(PlaceKind.WORKSHOP, PlaceKind.TEAM), forms=(micro,))
    left = Gap(code=GapCode.MISSING, of=(PlaceKind.TEAM, micro))
    assert_stands(assess(row, facts(trainings=(talk(1),))), PARTLY, left)
    both = (talk(1), talk(2, form=micro, place_kind=PlaceKind.TEAM))
    assert_stands(assess(row, facts(trainings=both)), MET)


def test_five_hundred_listeners_are_counted_by_list_and_by_heads() -> None:
    row = duty(Kind.OUTREACH, count=500, unit="人次")
    by_heads, by_list = talk(1, head_count=450), talk(2, expected=60, present=38, head_count=99)
    left = Gap(code=GapCode.MORE, number=12, unit="人次")
    assert_stands(assess(row, facts(trainings=(by_heads, by_list))), PARTLY, left)
    last = talk(3, head_count=12)
    assert_stands(assess(row, facts(trainings=(by_heads, by_list, last))), MET)


def test_a_talk_of_a_place_and_a_form_is_counted_once() -> None:
    row = duty(
        Kind.OUTREACH, places=(PlaceKind.WORKSHOP,), forms=(TrainingForm.OUTREACH,), count=2,
        unit="场",
    )  # fmt: skip
    found = assess(row, facts(trainings=(talk(1),)))
    assert found.state is PARTLY
    assert found.gaps[0].number == 1


def test_the_workshops_visited_are_shown_among_all() -> None:
    row = duty(Kind.OUTREACH, places=(PlaceKind.WORKSHOP,))
    first, second = (duty(Kind.OTHER, number=n).id for n in (51, 52))
    talks = (talk(1, unit_id=first), talk(2, unit_id=first), talk(3, unit_id=second, **LATER))
    found = assess(row, facts(trainings=talks, places={PlaceKind.WORKSHOP: 6}))
    assert Figure(of=PlaceKind.WORKSHOP, have=1, wanted=6, unit="个") in found.figures


def test_how_far_it_reached_is_shown_and_left_to_the_secretary() -> None:
    row = duty(Kind.REACH)
    planned = assess(row, facts(trainings=(talk(**LATER),)))
    assert_stands(planned, PLANNED, Gap(code=GapCode.NO_EVIDENCE))
    found = assess(row, facts(trainings=(talk(1, online_views=200), talk(2))))
    assert_stands(found, PARTLY, Gap(code=GapCode.NOT_CONFIRMED))
    assert [figure.have for figure in found.figures] == [2, 60, 200]


# --- R19, R20 --------------------------------------------------------------------------------


def test_a_timetable_is_there_when_every_task_has_owner_and_day() -> None:
    row = duty(Kind.TIMETABLE)
    assert_stands(assess(row, facts()), NOT_BEGUN, Gap(code=GapCode.NO_TASKS))
    whole = task(1, owner="周建业", due=date(2026, 12, 1))
    left = Gap(code=GapCode.TASKS_OPEN_ENDED, number=1)
    open_ended = task(2, owner="叶静")
    assert_stands(assess(row, facts(tasks=(whole, open_ended))), PLANNED, left)
    done = task(3, owner="叶静", due=date(2026, 11, 9), progress=100)
    assert_stands(assess(row, facts(tasks=(done, open_ended))), PARTLY, left)
    found = assess(row, facts(tasks=(whole, done)))
    assert_stands(found, MET)
    assert found.figures == (Figure(of="", have=1, wanted=2, unit="项"),)


def test_a_report_is_done_when_it_was_handed_in() -> None:
    row, missing = duty(Kind.REPORT), Gap(code=GapCode.NOT_REPORTED)
    assert_stands(assess(row, facts()), NOT_BEGUN, missing)
    written = facts(documents=(document(DocumentKind.REPORT),))
    assert_stands(assess(row, written), PARTLY, missing)
    handed_in = duty(Kind.REPORT, reported_on=date(2026, 12, 9))
    assert_stands(assess(handed_in, facts()), REPORTED)


# --- by hand ---------------------------------------------------------------------------------


def test_what_was_taken_out_by_hand_does_not_count() -> None:
    row, held = duty(Kind.FORMS, forms=(TrainingForm.STUDY,)), training()
    out = choice(held.id, counts=False, kind=EvidenceKind.TRAINING)
    missing = Gap(code=GapCode.MISSING, of=(TrainingForm.STUDY,))
    assert_stands(assess(row, facts(trainings=(held,), choices=(out,))), NOT_BEGUN, missing)


def test_what_was_counted_by_hand_stands_for_anything() -> None:
    row = duty(Kind.FORMS, forms=(TrainingForm.REPORT,))
    paper = document(DocumentKind.OTHER)
    chosen = choice(paper.id, counts=True, kind=EvidenceKind.DOCUMENT)
    found = assess(row, facts(documents=(paper,), choices=(chosen,)))
    assert_stands(found, MET)
    assert [one.by_hand for one in found.evidence] == [True]


def test_a_choice_about_another_duty_changes_nothing() -> None:
    held = training()
    out = choice(held.id, counts=False, kind=EvidenceKind.TRAINING, number=2)
    row = duty(Kind.FORMS, forms=(TrainingForm.STUDY,))
    assert assess(row, facts(trainings=(held,), choices=(out,))).state is MET


def test_a_choice_of_something_gone_counts_nothing() -> None:
    gone = choice(training().id, counts=True, kind=EvidenceKind.TRAINING)
    assert assess(duty(Kind.MATERIALS), facts(choices=(gone,))).state is NOT_BEGUN


def test_nobody_on_the_roster_is_not_everybody() -> None:
    row = duty(Kind.REQUIRED)
    held = training(required=True)
    assert_stands(assess(row, facts(trainings=(held,))), PARTLY, Gap(code=GapCode.NO_EVIDENCE))
    everybody = facts(trainings=(held,), people=(people("职工", number=18, reached=18),))
    assert_stands(assess(row, everybody), MET)

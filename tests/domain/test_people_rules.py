"""R06, R09 and R11 are computed from who came and when."""

from __future__ import annotations

from jz_training.domain.assessment import assess
from jz_training.domain.evidence import NoticeFacts
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.people_rules import meant
from jz_training.domain.task_book import Duty, DutyState, Figure, Gap, GapCode
from jz_training.domain.training import TrainingForm
from tests.domain.duties import (
    TODAY,
    came,
    duty,
    facts,
    item,
    people,
    plan,
    talk,
    training,
)

Kind = ObligationKind
ROSTER = (
    people("领导干部", "专职工会干部", number=3, reached=3),
    people("职工", number=10, reached=7),
)


def required(known: NoticeFacts, *audience: str) -> Duty:
    """Return how R06 stands."""
    return assess(duty(Kind.REQUIRED, audience=audience), known)


def layers(known: NoticeFacts) -> Duty:
    """Return how R09 stands."""
    return assess(duty(Kind.LAYERS), known)


def leaders(known: NoticeFacts) -> Duty:
    """Return how R11 stands."""
    return assess(duty(Kind.LEADERS_FIRST), known)


# --- R06 -------------------------------------------------------------------------------------


def test_without_a_required_training_nobody_can_have_had_it() -> None:
    found = required(facts(people=ROSTER, trainings=(training(),)))
    assert (found.state, found.gaps) == (DutyState.NOT_BEGUN, (Gap(code=GapCode.NO_REQUIRED),))


def test_those_not_reached_are_counted() -> None:
    found = required(facts(people=ROSTER, trainings=(training(required=True),)))
    assert found.gaps == (Gap(code=GapCode.NOT_REACHED, number=3, unit="人"),)
    assert found.figures == (Figure(of="", have=10, wanted=13, unit="人"),)
    assert found.state is DutyState.PARTLY


def test_a_required_training_to_come_is_a_plan() -> None:
    to_come = training(required=True, held=False, day=29)
    nobody = tuple(people("职工", number=5) for _ in range(1))
    assert required(facts(people=nobody, trainings=(to_come,))).state is DutyState.PLANNED


def test_marks_that_are_missing_keep_it_open() -> None:
    everybody = (people("职工", number=5, reached=5),)
    held = training(required=True, unrecorded=2)
    found = required(facts(people=everybody, trainings=(held, training(2, required=True))))
    assert found.gaps == (Gap(code=GapCode.UNRECORDED, number=1, unit="场"),)


def test_everybody_reached_meets_it() -> None:
    everybody = (people("职工", number=5, reached=5),)
    found = required(facts(people=everybody, trainings=(training(required=True),)))
    assert (found.state, found.gaps) == (DutyState.MET, ())


def test_those_who_work_for_the_union_are_told_by_their_category() -> None:
    workers = duty(Kind.REQUIRED, audience=("专兼职工会工作者",))
    assert meant(workers, ROSTER) == ROSTER[:1]
    found = required(facts(people=ROSTER, trainings=(training(required=True),)), "工会干部")
    assert found.state is DutyState.MET


def test_without_such_a_category_it_is_everybody() -> None:
    workers = duty(Kind.REQUIRED, audience=("工会干部",))
    assert meant(workers, ROSTER[1:]) == ROSTER[1:]
    assert meant(duty(Kind.REQUIRED, audience=("广大职工",)), ROSTER) == ROSTER


# --- R09 -------------------------------------------------------------------------------------


def test_a_group_of_whom_nobody_came_is_named() -> None:
    held = training(groups=(came("领导干部", "专职工会干部"), came("职工", present=0)))
    found = layers(facts(people=ROSTER, trainings=(held,)))
    assert found.gaps == (Gap(code=GapCode.GROUPS_NOT_REACHED, number=1, of=("职工",)),)
    assert found.figures == (Figure(of="", have=1, wanted=2, unit="类"),)
    assert found.state is DutyState.PARTLY


def test_every_group_and_every_batch_held_meets_it() -> None:
    held = training(groups=(came("领导干部", "专职工会干部"), came("职工")))
    batches = plan(item(1, batch=1, held=True), item(2, held=None))
    found = layers(facts(people=ROSTER, trainings=(held,), plan=batches))
    assert (found.state, found.gaps) == (DutyState.MET, ())


def test_a_batch_that_was_not_held_keeps_it_open() -> None:
    held = training(groups=(came("领导干部", "专职工会干部"), came("职工")))
    batches = plan(item(1, batch=1, held=True), item(2, batch=2, held=False), item(3, phase=1))
    found = layers(facts(people=ROSTER, trainings=(held,), plan=batches))
    assert found.gaps == (Gap(code=GapCode.NOT_HELD, number=2, unit="批"),)


def test_a_talk_reaches_no_group_by_itself() -> None:
    found = layers(facts(people=ROSTER[1:], trainings=(talk(groups=(came("职工"),)),)))
    assert found.state is DutyState.NOT_BEGUN


def test_without_a_roster_no_group_can_be_reached() -> None:
    assert layers(facts()).gaps == (Gap(code=GapCode.GROUPS_NOT_REACHED),)


# --- R11 -------------------------------------------------------------------------------------

CENTRE, STUDY = TrainingForm.CENTRE_GROUP, TrainingForm.STUDY


def test_the_leaders_study_before_the_others() -> None:
    first, second = training(1, form=CENTRE, day=5), training(2, form=STUDY, day=9)
    assert leaders(facts(trainings=(first, second))).state is DutyState.MET


def test_the_same_day_is_early_enough() -> None:
    first, second = training(1, form=CENTRE, day=9), training(2, form=STUDY, day=9)
    assert leaders(facts(trainings=(first, second))).gaps == ()


def test_leaders_who_come_late_are_told_with_both_days() -> None:
    late, general = training(1, form=CENTRE, day=12), training(2, form=STUDY, day=9)
    found = leaders(facts(trainings=(late, general)))
    days = {"first": general.start.date(), "last": late.start.date()}
    assert found.gaps == (Gap(code=GapCode.LEADERS_LATE, **days),)
    assert found.state is DutyState.PARTLY


def test_general_training_without_the_leaders_says_since_when() -> None:
    general = training(2, form=STUDY, day=9)
    planned = training(1, form=CENTRE, day=28, held=False)
    found = leaders(facts(trainings=(general, planned)))
    assert found.gaps == (Gap(code=GapCode.NO_LEADERS_STUDY, first=general.start.date()),)
    assert found.state is DutyState.PLANNED


def test_a_talk_is_no_general_training() -> None:
    first = training(1, form=CENTRE, day=20)
    assert first.start.date() < TODAY
    assert leaders(facts(trainings=(talk(day=3), first))).state is DutyState.MET

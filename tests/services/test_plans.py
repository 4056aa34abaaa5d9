"""Plans: proposed from the duties, edited, carried out, removed, and every step undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from jz_training.domain.attendance import PRESENT
from jz_training.domain.plan import ItemState
from jz_training.domain.training import TrainingForm
from jz_training.errors import CannotUndo, ChangedMeanwhile, NotFound, Refused
from jz_training.labels import act_words
from jz_training.services.people import PeopleQuery
from tests.duties_factories import plan_item
from tests.factories import identity
from tests.services.duties_stories import Before, a_duty, a_notice
from tests.services.stories import draft, some_people

TODAY = date(2026, 11, 22)


def a_plan(desk, *titles, **changes):
    return desk.plans.make(
        title="冬季培训计划", items=[plan_item(title=t) for t in titles], **changes
    )


def titles(desk, plan):
    return [item.draft.title for item in desk.plans.get(plan).items]


def the_item(desk, plan):
    return desk.plans.get(plan).items[0]


# --- reading -------------------------------------------------------------------------------------


def test_an_item_comes_back_as_it_was_entered(desk):
    notice = a_notice(desk)
    entered = plan_item(
        layers=("中层干部",), categories=("专职工会干部",), audience="车间骨干", people=30, phase=1,
        batch=2, first=date(2026, 12, 1), last=date(2026, 12, 31), hours=Decimal("1.5"),
        venue="二楼", speaker="秦晓峰", responsible="宣教部", note="一\n二", topics=("甲", "乙"),
        obligation_id=a_duty(desk, notice, "forms", wording="办报告会"),
    )  # fmt: skip
    plan = desk.plans.make(title="冬季培训计划", notice_id=notice, items=[entered])
    item = the_item(desk, plan)
    assert (item.draft, item.obligation) == (entered, "办报告会")


def test_a_duty_without_a_wording_is_called_by_its_phrase(desk):
    duty = a_duty(desk, a_notice(desk), "forms", phrase="举办报告会")
    plan = desk.plans.make(title="计划", items=[plan_item(obligation_id=duty)])
    assert the_item(desk, plan).obligation == "举办报告会"


def test_a_plan_knows_its_trainings_and_how_many_came(desk):
    some_people(desk, 4)
    plan = a_plan(desk, "甲", "乙")
    item = the_item(desk, plan)
    training = desk.trainings.schedule(draft(plan_item_id=item.id))
    desk.lists.freeze(training)
    desk.attendance.mark(training, {1: PRESENT, 2: PRESENT, 3: PRESENT})
    (made,) = the_item(desk, plan).trainings
    assert (made.training_id, made.held, made.expected, made.present) == (training, True, 4, 3)
    assert desk.plans.get(plan).items[1].trainings == ()


def test_a_cancelled_training_leaves_its_item_to_be_scheduled(desk):
    plan = a_plan(desk, "甲")
    training = desk.trainings.schedule(draft(plan_item_id=the_item(desk, plan).id))
    assert the_item(desk, plan).state(TODAY) is ItemState.HELD
    desk.trainings.cancel(training, reason="改期")
    assert the_item(desk, plan).trainings == ()
    assert desk.plans.list()[0].held == 0


def test_the_list_counts_items_once_however_many_trainings_they_have(desk):
    notice = a_notice(desk)
    plan = a_plan(desk, "甲", "乙", "丙", notice_id=notice)
    item = the_item(desk, plan)
    for _ in range(2):
        desk.trainings.schedule(draft(plan_item_id=item.id))
    later = {"start": datetime(2026, 12, 1, 9), "end": datetime(2026, 12, 1, 10)}
    desk.trainings.schedule(draft(plan_item_id=desk.plans.get(plan).items[1].id, **later))
    desk.plans.make(title="空计划")
    empty, row = desk.plans.list()
    assert (row.id, row.notice_id, row.items, row.held) == (plan, notice, 3, 1)
    assert (empty.items, empty.held) == (0, 0)
    assert desk.plans.get(plan).held == 1


def test_the_newest_plan_of_a_notice_is_its_plan(desk):
    notice = a_notice(desk)
    assert desk.plans.of_notice(notice) is None
    a_plan(desk, notice_id=notice)
    newest = a_plan(desk, "甲", notice_id=notice)
    assert desk.plans.of_notice(notice).id == newest


def test_a_plan_names_the_union_and_its_day(desk):
    desk.settings.change(organiser="清河市纺织公司工会")
    plan = desk.plans.get(a_plan(desk))
    assert (plan.organiser, plan.as_of) == ("清河市纺织公司工会", TODAY)


# --- proposing -----------------------------------------------------------------------------------


def test_a_proposal_reads_duties_and_roster_and_names_its_items(desk):
    some_people(desk, 8)
    notice = a_notice(desk)
    centre = a_duty(desk, notice, "centre_group")
    a_duty(desk, notice, "layers", position=1)
    items = desk.plans.propose(notice)
    assert [item.title for item in items] == [
        "中心组学习（领导干部）",
        "专题学习会（第1批 中层干部）", "专题学习会（第2批 一般干部）", "专题学习会（第3批 职工）",
    ]  # fmt: skip
    assert (items[0].people, items[0].obligation_id) == (2, centre)
    assert sum(item.people for item in items) == 8


def test_a_proposal_counts_active_people_only(desk):
    some_people(desk, 8)
    notice = a_notice(desk)
    a_duty(desk, notice, "centre_group")
    desk.people.retire(*desk.people.ids(PeopleQuery(layer="领导干部"))[:1])
    assert desk.plans.propose(notice)[0].people == 1


def test_a_proposal_becomes_a_plan_as_it_is(desk):
    notice = a_notice(desk)
    a_duty(desk, notice, "forms", forms=["report"], count=3, unit="场")
    items = desk.plans.propose(notice)
    plan = desk.plans.make(title="计划", notice_id=notice, items=items)
    assert tuple(item.draft for item in desk.plans.get(plan).items) == items


def test_a_notice_that_is_gone_has_no_proposal(desk):
    with pytest.raises(NotFound, match="这份通知"):
        desk.plans.propose(identity(9))


# --- a training from an item ---------------------------------------------------------------------


def test_a_training_is_filled_in_from_its_item(desk):
    notice = a_notice(desk)
    item = plan_item(
        layers=("职工",), categories=("工会积极分子",), phase=1, batch=2, hours=Decimal(2),
        venue="二楼", speaker="秦晓峰", topics=("甲",), first=date(2026, 12, 7),
        last=date(2026, 12, 11),
    )  # fmt: skip
    plan = desk.plans.make(title="计划", notice_id=notice, items=[item])
    stored = the_item(desk, plan)
    filled = desk.plans.training_draft(stored.id)
    assert (filled.start, filled.end) == (datetime(2026, 12, 7, 15), datetime(2026, 12, 7, 16, 30))
    assert (filled.title, filled.form, filled.hours) == (item.title, item.form, item.hours)
    assert (filled.venue, filled.speaker, filled.topics) == ("二楼", "秦晓峰", ("甲",))
    assert (filled.phase, filled.batch) == (1, 2)
    assert (filled.audience.layers, filled.audience.categories) == (("职工",), ("工会积极分子",))
    assert (filled.notice_id, filled.plan_item_id) == (notice, stored.id)
    desk.trainings.schedule(filled)
    assert the_item(desk, plan).state(TODAY) is ItemState.SCHEDULED


def test_without_a_day_the_form_begins_tomorrow_at_the_next_full_hour(desk, clock):
    item = the_item(desk, a_plan(desk, "甲"))
    assert desk.plans.training_draft(item.id).start == datetime(2026, 11, 23, 10)
    clock.time = datetime(2026, 12, 31, 23, 30)
    assert desk.plans.training_draft(item.id).start == datetime(2027, 1, 2, 0)


# --- changing ------------------------------------------------------------------------------------


def test_items_are_moved_and_places_beyond_the_ends_are_the_ends(desk):
    plan = a_plan(desk, "甲", "乙", "丙")
    first = the_item(desk, plan).id
    desk.plans.move_item(first, position=1)
    assert titles(desk, plan) == ["乙", "甲", "丙"]
    desk.plans.move_item(first, position=99)
    assert titles(desk, plan) == ["乙", "丙", "甲"]
    desk.plans.move_item(first, position=-5)
    assert titles(desk, plan) == ["甲", "乙", "丙"]
    assert [item.position for item in desk.plans.get(plan).items] == [0, 1, 2]


def test_a_new_item_stands_at_the_end_also_after_a_removal(desk):
    plan = a_plan(desk, "甲", "乙", "丙")
    desk.plans.remove_item(the_item(desk, plan).id)
    desk.plans.add_item(plan, plan_item(title="丁"))
    assert titles(desk, plan) == ["乙", "丙", "丁"]


def test_a_fault_in_one_item_makes_no_plan_at_all(desk):
    with pytest.raises(Refused) as refused:
        desk.plans.make(title="计划", items=[plan_item(), plan_item(people=0)])
    assert refused.value.field == "people"
    assert desk.plans.list() == ()


@pytest.mark.parametrize("title", ["", " \t", "长" * 201, "控\x01制"])
def test_a_plan_needs_a_title_that_can_be_kept(desk, title):
    with pytest.raises(Refused):
        desk.plans.make(title=title)


def test_stale_changes_are_told(desk):
    plan = a_plan(desk, "甲")
    item = the_item(desk, plan)
    desk.plans.change_item(item.id, version=1, draft=replace(item.draft, venue="二楼"))
    desk.plans.rename(plan, version=1, title="计划", note="")
    with pytest.raises(ChangedMeanwhile):
        desk.plans.change_item(item.id, version=1, draft=item.draft)
    with pytest.raises(ChangedMeanwhile):
        desk.plans.rename(plan, version=1, title="另一个", note="")


def test_what_an_item_points_at_must_be_there(desk):
    with pytest.raises(NotFound, match="这项要求"):
        desk.plans.make(title="计划", items=[plan_item(obligation_id=identity(7))])
    with pytest.raises(NotFound, match="这份通知"):
        a_plan(desk, notice_id=identity(8))
    with pytest.raises(NotFound, match="计划里的这一项"):
        desk.plans.remove_item(identity(9))
    with pytest.raises(NotFound, match="这份培训计划"):
        desk.plans.add_item(identity(9), plan_item())


def test_a_removed_item_leaves_its_closed_training_and_undo_joins_them_again(desk):
    some_people(desk, 2)
    plan = a_plan(desk, "甲")
    training = desk.trainings.schedule(draft(plan_item_id=the_item(desk, plan).id))
    desk.lists.freeze(training)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    before = Before(desk)
    desk.plans.remove(plan)
    assert desk.trainings.get(training).draft.plan_item_id is None
    assert before.undone("plan.remove")
    assert the_item(desk, plan).trainings[0].present == 2


def test_a_plan_that_is_being_carried_out_is_not_undone_under_its_trainings(desk):
    plan = a_plan(desk, "甲")
    desk.trainings.schedule(draft(plan_item_id=the_item(desk, plan).id))
    made = next(act for act in desk.history.acts() if act.verb == "plan.make")
    with pytest.raises(CannotUndo):
        desk.history.undo(made.id)
    assert titles(desk, plan) == ["甲"]


def test_settling_a_plan_that_is_settled_is_no_act(desk):
    plan = a_plan(desk)
    desk.plans.settle(plan, TODAY)
    assert desk.plans.get(plan).settled_on == TODAY
    acts = len(desk.history.acts())
    desk.plans.settle(plan, TODAY)
    assert len(desk.history.acts()) == acts
    desk.plans.settle(plan, None)
    assert desk.plans.get(plan).settled_on is None


ACTS = {
    "plan.make": lambda desk, plan, item: a_plan(desk, "另", "一个"),
    "plan.rename": lambda desk, plan, item: desk.plans.rename(
        plan, version=1, title="新名", note="按季"
    ),
    "plan.settle": lambda desk, plan, item: desk.plans.settle(plan, TODAY),
    "plan.remove": lambda desk, plan, item: desk.plans.remove(plan),
    "plan.item_add": lambda desk, plan, item: desk.plans.add_item(plan, plan_item()),
    "plan.items_add": lambda desk, plan, item: desk.plans.add_items(plan, [plan_item()] * 2),
    "plan.item_change": lambda desk, plan, item: desk.plans.change_item(
        item, version=1, draft=plan_item(layers=("职工",), form=TrainingForm.COURSE)
    ),
    "plan.item_remove": lambda desk, plan, item: desk.plans.remove_item(item),
    "plan.item_move": lambda desk, plan, item: desk.plans.move_item(item, position=2),
}


@pytest.mark.parametrize("verb", ACTS)
def test_every_act_is_told_in_words_and_undone(desk, verb):
    plan = a_plan(desk, "甲", "乙", "丙")
    before = Before(desk)
    ACTS[verb](desk, plan, the_item(desk, plan).id)
    act = desk.history.acts()[0]
    assert "." not in act_words(act.verb, act.subject, act.count)
    assert before.undone(verb)


def test_making_a_plan_a_draft_again_is_undone(desk):
    plan = a_plan(desk)
    desk.plans.settle(plan, TODAY)
    before = Before(desk)
    desk.plans.settle(plan, None)
    assert before.undone("plan.unsettle")

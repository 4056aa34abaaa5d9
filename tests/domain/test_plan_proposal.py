"""The plan proposed from the duties: what is to be held, in what order, and nothing invented."""

from __future__ import annotations

from datetime import date

from jz_training.domain.obligation import ObligationKind as Kind
from jz_training.domain.plan_proposal import MOST_OF_ONE, propose
from jz_training.domain.training import TrainingForm as Form
from tests.duties_factories import duty, group

ROSTER = (
    group("领导干部", people=3),
    group("中层干部", "工会积极分子", people=8),
    group("职工", "专职工会干部", people=2),
    group("职工", "工会积极分子", people=40),
    group("", "工会积极分子", people=5),
)


def test_each_form_asked_for_is_an_item_that_serves_its_duty() -> None:
    forms = duty(Kind.FORMS, forms=(Form.REPORT, Form.SEMINAR), audience=("全体职工",))
    items = propose([forms], ROSTER)
    assert [item.form for item in items] == [Form.REPORT, Form.SEMINAR]
    assert {item.obligation_id for item in items} == {forms.id}
    assert {item.audience for item in items} == {"全体职工"}


def test_the_leaders_study_comes_first_wherever_its_duty_stands() -> None:
    duties = [duty(Kind.FORMS, 1, forms=(Form.STUDY,)), duty(Kind.CENTRE_GROUP, 2)]
    leaders, study = propose(duties, ROSTER)
    assert (leaders.form, leaders.layers, leaders.people) == (
        Form.CENTRE_GROUP, ("领导干部",), 3,
    )  # fmt: skip
    assert study.form is Form.STUDY


def test_leaders_the_roster_does_not_name_are_not_invented() -> None:
    (item,) = propose([duty(Kind.CENTRE_GROUP)], [group("职工")])
    assert (item.layers, item.people) == ((), None)


def test_a_count_of_one_form_becomes_as_many_phases() -> None:
    items = propose([duty(Kind.FORMS, forms=(Form.REPORT,), count=3, unit="场")], ())
    assert [item.phase for item in items] == [1, 2, 3]


def test_a_count_of_something_else_or_of_several_forms_is_not_spread() -> None:
    people = duty(Kind.FORMS, forms=(Form.REPORT,), count=500, unit="人次")
    several = duty(Kind.FORMS, 2, forms=(Form.STUDY, Form.LECTURE), count=3, unit="场")
    assert [item.phase for item in propose([people], ())] == [None]
    assert [item.phase for item in propose([several], ())] == [None, None]


def test_a_huge_count_is_left_to_the_secretary() -> None:
    items = propose([duty(Kind.OUTREACH, count=400, unit="场次")], ())
    assert len(items) == MOST_OF_ONE


def test_outreach_without_a_form_is_a_talk() -> None:
    (item,) = propose([duty(Kind.OUTREACH)], ROSTER)
    assert item.form is Form.OUTREACH


def test_each_layer_but_the_leaders_has_a_batch_of_the_first_study() -> None:
    duties = [duty(Kind.CENTRE_GROUP, 1), duty(Kind.FORMS, 2, forms=(Form.LECTURE,)),
              duty(Kind.LAYERS, 3)]  # fmt: skip
    batches = [item for item in propose(duties, ROSTER) if item.batch]
    assert [(item.batch, item.layers, item.people) for item in batches] == [
        (1, ("中层干部",), 8), (2, ("职工",), 42),
    ]  # fmt: skip
    assert {item.form for item in batches} == {Form.LECTURE}
    assert batches[1].categories == ("专职工会干部", "工会积极分子")


def test_batches_without_any_form_are_study_meetings() -> None:
    (item,) = propose([duty(Kind.LAYERS)], [group("职工")])
    assert item.form is Form.STUDY


def test_union_workers_are_those_whose_category_says_so() -> None:
    roster = [group("职工", "专职工会干部", people=2), group("职工", "生产人员", people=30)]
    (item,) = propose([duty(Kind.LAYERS, audience=("专兼职工会工作者",))], roster)
    assert (item.people, item.categories) == (2, ("专职工会干部",))


def test_a_day_and_an_owner_come_from_the_duty_alone() -> None:
    given = duty(Kind.FORMS, 1, forms=(Form.STUDY,), due=date(2026, 12, 10), owner="组织部")
    bare = duty(Kind.FORMS, 2, forms=(Form.REPORT,), own_due=date(2026, 12, 1))
    first, second = propose([given, bare], ())
    assert (first.first, first.last, first.responsible) == (None, date(2026, 12, 10), "组织部")
    assert (second.first, second.last, second.responsible) == (None, None, "")


def test_duties_that_nothing_has_to_be_held_for_propose_nothing() -> None:
    quiet = (Kind.LEADERSHIP, Kind.MATERIALS, Kind.MEDIA, Kind.ARTICLES, Kind.REPORT, Kind.PLAN)
    assert propose([duty(kind) for kind in quiet], ROSTER) == ()


def test_titles_are_left_to_the_labels() -> None:
    assert {item.title for item in propose([duty(Kind.CENTRE_GROUP)], ROSTER)} == {""}

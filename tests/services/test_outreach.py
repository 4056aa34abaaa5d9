"""Talks: entered in seconds, counted by heads or by names, corrected, and every step undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.roster import UnitKind
from jz_training.domain.training import AudienceRule, TrainingForm, TrainingState
from jz_training.errors import (
    ChangedMeanwhile,
    NotFound,
    Refused,
    TrainingIsCancelled,
    TrainingIsClosed,
)
from jz_training.labels import act_words
from jz_training.services.ledger import TrainingQuery
from jz_training.services.outreach_rows import OutreachQuery
from tests.duties_factories import TALK_START, publicity_draft, talk_draft
from tests.factories import identity
from tests.services.duties_stories import Before, a_notice, a_talk
from tests.services.stories import a_training, draft, some_people

LATER = datetime(2026, 12, 1, 9, 0)
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


def found(desk, **query):
    return [row.draft.title for row in desk.outreach.list(OutreachQuery(**query))]


def change(desk, talk, **changes):
    row = desk.outreach.get(talk)
    desk.outreach.change(talk, version=row.version, draft=replace(row.draft, **changes))


def a_listed_talk(desk, people=3):
    some_people(desk, people)
    talk = a_talk(desk)
    view = desk.trainings.get(talk)
    everybody = replace(view.draft, audience=AudienceRule())
    desk.trainings.change(talk, version=view.version, draft=everybody)
    desk.lists.freeze(talk)
    return talk


# --- entering ------------------------------------------------------------------------------------


def test_a_talk_comes_back_as_it_was_entered(desk):
    entered = talk_draft(
        unit_id=desk.units.add(name="细纱车间", kind=UnitKind.BRANCH), head_count=26, note="一\n二",
        groups=("农民工", "青年职工"), online_views=300, notice_id=a_notice(desk),
    )  # fmt: skip
    talk = desk.outreach.record(entered)
    row = desk.outreach.get(talk)
    assert (row.draft, row.held, row.named, row.listeners) == (entered, True, None, 26)
    assert desk.outreach.list(OutreachQuery()) == (row,)


def test_a_talk_that_was_counted_is_closed_at_once(desk):
    view = desk.trainings.get(a_talk(desk, head_count=0))
    assert view.state is TrainingState.CLOSED
    assert view.closed_at is not None


@pytest.mark.parametrize(
    "changes",
    [
        {},  # nobody counted
        {"start": LATER},
        {"start": datetime(2026, 11, 22, 8, 50), "head_count": 9},  # going on, counted already
    ],
)
def test_a_talk_that_is_not_over_or_not_counted_stays_open(desk, changes):
    view = desk.trainings.get(a_talk(desk, **changes))
    assert (view.state, view.closed_at) == (TrainingState.PLANNED, None)


def test_the_unit_visited_is_whom_a_list_begins_with(desk):
    unit = desk.units.add(name="细纱车间")
    visited, nobody = a_talk(desk, unit_id=unit), a_talk(desk)
    assert desk.trainings.get(visited).draft.audience == AudienceRule(units=(unit,))
    assert not desk.trainings.get(nobody).draft.audience.everyone


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("title", {"title": " "}),
        ("form", {"form": TrainingForm.COURSE}),
        ("end", {"end": TALK_START - timedelta(minutes=1)}),
        ("head_count", {"head_count": -1}),
        ("head_count", {"head_count": 10**30}),
        ("head_count", {"head_count": 5, "start": LATER}),
        ("online_views", {"online_views": -3}),
        ("place", {"place": "长" * 201}),
        ("groups", {"groups": ("青年\x01",)}),
    ],
)
def test_a_fault_names_its_field_and_nothing_is_stored(desk, field, changes):
    with pytest.raises(Refused) as refused:
        a_talk(desk, **changes)
    assert refused.value.field == field
    assert str(refused.value)
    assert found(desk) == []


def test_what_it_points_at_must_be_there(desk):
    with pytest.raises(NotFound, match="这份通知"):
        a_talk(desk, notice_id=identity(9))
    with pytest.raises(NotFound, match="这个单位"):
        a_talk(desk, unit_id=identity(9))
    with pytest.raises(NotFound, match="这场宣讲"):
        desk.outreach.get(identity(9))
    with pytest.raises(NotFound, match="这场宣讲"):
        desk.outreach.get(a_training(desk))


# --- the list ------------------------------------------------------------------------------------


def test_the_list_is_filtered_by_every_condition(desk):
    notice = a_notice(desk)
    a_talk(desk, title="甲", notice_id=notice, place="细纱%班")
    a_talk(desk, title="乙", place_kind=PlaceKind.ENTERPRISE, speaker="秦晓峰")
    a_talk(desk, title="丙", start=datetime(2026, 10, 1, 23, 30))
    a_training(desk, title="不是宣讲")
    assert found(desk) == ["乙", "甲", "丙"]
    assert found(desk, limit=2) == ["乙", "甲"]
    assert found(desk, notice_id=notice) == ["甲"]
    assert found(desk, place_kind=PlaceKind.ENTERPRISE) == ["乙"]
    assert found(desk, start=date(2026, 10, 1), end=date(2026, 10, 1)) == ["丙"]
    assert found(desk, text="%") == ["甲"]
    assert found(desk, text="晓峰") == ["乙"]


def test_a_talk_scheduled_like_any_training_is_a_talk_that_went_somewhere(desk):
    talk = a_training(desk, title="甲", form=TrainingForm.CLOUD_OUTREACH)
    assert found(desk, place_kind=PlaceKind.OTHER) == ["甲"]
    change(desk, talk, place_kind=PlaceKind.ONLINE, head_count=12)
    row = desk.outreach.get(talk)
    assert (row.draft.place_kind, row.listeners) == (PlaceKind.ONLINE, 12)
    assert desk.trainings.get(talk).state is TrainingState.CLOSED


def test_a_talk_to_come_is_not_held(desk):
    assert not desk.outreach.get(a_talk(desk, start=LATER)).held


def test_speakers_places_and_groups_of_talks_are_offered(desk):
    a_training(desk, speaker="授课人", venue="礼堂")
    a_talk(desk, speaker="叶静", place="甲班", groups=("青年", "女工"))
    a_talk(desk, speaker="秦晓峰", place="乙班", groups=("女工",))
    a_talk(desk, speaker="秦晓峰", place="乙班")
    offered = desk.outreach.suggestions()
    assert offered.speakers == ("秦晓峰", "叶静")
    assert offered.places == ("乙班", "甲班")
    assert offered.groups == ("女工", "青年")


def test_months_hold_talks_and_publications_of_the_days_asked_for(desk):
    notice = a_notice(desk)
    a_talk(desk, start=datetime(2026, 9, 30, 9), head_count=10, notice_id=notice)
    a_talk(desk, head_count=20, online_views=100)
    a_talk(desk, start=LATER)
    desk.publicity.add(publicity_draft(day=date(2026, 11, 3)))
    months = desk.outreach.months()
    assert [(one.month.month, one.talks, one.listeners) for one in months] == [
        (9, 1, 10), (10, 0, 0), (11, 1, 20),
    ]  # fmt: skip
    assert (months[2].publications, months[2].online_views) == (1, 100)
    assert [one.month.month for one in desk.outreach.months(*NOVEMBER)] == [11]
    assert [one.month.month for one in desk.outreach.months(notice_id=notice)] == [9]


# --- changing ------------------------------------------------------------------------------------


def test_the_head_count_of_a_closed_talk_may_be_corrected(desk):
    talk = a_talk(desk, head_count=20)
    closed_at = desk.trainings.get(talk).closed_at
    change(desk, talk, head_count=21, groups=("女工",))
    row = desk.outreach.get(talk)
    assert (row.listeners, row.draft.groups) == (21, ("女工",))
    assert desk.trainings.get(talk).closed_at == closed_at


def test_a_count_closes_a_talk_and_its_loss_opens_it(desk):
    talk = a_talk(desk)
    change(desk, talk, head_count=8)
    assert desk.trainings.get(talk).state is TrainingState.CLOSED
    change(desk, talk, head_count=None)
    view = desk.trainings.get(talk)
    assert (view.state, view.closed_at) == (TrainingState.PLANNED, None)


def test_what_the_training_says_besides_is_kept(desk):
    talk = a_training(
        desk, form=TrainingForm.OUTREACH, chair="周建业", topics=("甲",), required=True
    )
    change(desk, talk, place="丙班")
    entered = desk.trainings.get(talk).draft
    assert (entered.venue, entered.chair, entered.topics) == ("丙班", "周建业", ("甲",))
    assert entered.required


@pytest.mark.parametrize("changes", [{"head_count": 9}, {"title": "改名"}])
def test_a_stale_change_is_told_whichever_half_was_changed(desk, changes):
    talk = a_talk(desk)
    row = desk.outreach.get(talk)
    change(desk, talk, **changes)
    with pytest.raises(ChangedMeanwhile):
        desk.outreach.change(talk, version=row.version, draft=row.draft)


def test_a_cancelled_talk_is_neither_listed_nor_counted_nor_changed(desk):
    talk = a_talk(desk)
    desk.trainings.cancel(talk, reason="停产")
    assert found(desk) == []
    assert desk.outreach.months() == ()
    assert not desk.outreach.get(talk).held
    with pytest.raises(TrainingIsCancelled):
        change(desk, talk, title="改名")
    with pytest.raises(TrainingIsCancelled):
        desk.outreach.cancel(talk, reason="停产")


def test_a_talk_closed_by_its_count_may_be_cancelled_and_the_cancelling_undone(desk):
    talk = a_talk(desk, head_count=20)
    before = Before(desk)
    desk.outreach.cancel(talk, reason="登记错了")
    assert desk.trainings.get(talk).cancel_reason == "登记错了"
    assert before.undone("training.cancel")
    assert desk.trainings.get(talk).state is TrainingState.CLOSED


def test_a_copied_talk_goes_to_the_same_place_and_nobody_is_counted_yet(desk):
    talk = a_talk(desk, head_count=20, groups=("女工",), online_views=5)
    copy = desk.outreach.get(desk.trainings.copy(talk, start=LATER)).draft
    assert (copy.place_kind, copy.groups) == (PlaceKind.TEAM, ("女工",))
    assert (copy.head_count, copy.online_views) == (None, None)


# --- with a list of names ------------------------------------------------------------------------


def test_a_list_of_names_is_marked_and_closed_like_any(desk):
    talk = a_listed_talk(desk, people=3)
    desk.attendance.mark(talk, {1: PRESENT, 2: PRESENT})
    assert desk.outreach.get(talk).listeners == 2
    desk.attendance.mark_rest(talk, Mark(status=AttendanceStatus.ABSENT))
    desk.attendance.close(talk)
    row = desk.outreach.get(talk)
    assert (row.named, row.listeners, row.held) == (2, 2, True)
    assert desk.check() == ()


def test_where_names_are_kept_heads_are_not_counted_beside_them(desk):
    talk = a_listed_talk(desk)
    with pytest.raises(Refused, match="名单") as refused:
        change(desk, talk, head_count=50)
    assert refused.value.field == "head_count"
    change(desk, talk, online_views=50)
    assert desk.trainings.get(talk).state is TrainingState.PLANNED


def test_a_count_entered_before_the_list_may_stay(desk):
    some_people(desk, 2)
    unit = desk.units.all()[0].id
    talk = a_talk(desk, start=datetime(2026, 11, 22, 8, 50), head_count=9, unit_id=unit)
    desk.lists.freeze(talk)
    change(desk, talk, speaker="秦晓峰")
    row = desk.outreach.get(talk)
    assert (row.draft.head_count, row.named) == (9, 0)


def test_a_closed_list_is_not_changed_by_the_way(desk):
    talk = a_listed_talk(desk)
    desk.attendance.mark_rest(talk, PRESENT)
    desk.attendance.close(talk)
    with pytest.raises(TrainingIsClosed):
        change(desk, talk, speaker="秦晓峰")
    with pytest.raises(TrainingIsClosed):
        desk.outreach.cancel(talk, reason="登记错了")


# --- the rest of the program ---------------------------------------------------------------------


def test_ledger_summary_and_check_hold_with_talks_among_the_trainings(desk):
    talk = a_listed_talk(desk, people=4)
    desk.attendance.mark(talk, {1: PRESENT})
    counted = a_talk(desk, title="按人数", head_count=500)
    open_talk = a_talk(desk, title="未计数")
    cancelled = a_talk(desk, title="取消")
    desk.trainings.cancel(cancelled, reason="停产")
    summary = desk.summaries.of_period(*NOVEMBER)
    assert len(summary.ledger.rows) == 4
    assert summary.ledger.total.expected == 4  # heads are no 应到
    assert {row.training_id for row in summary.unfinished} == {talk, open_talk}
    assert counted not in {row.training_id for row in summary.unfinished}
    assert desk.check() == ()
    desk.repair()
    assert desk.outreach.get(talk).named == 1


def test_only_a_talk_nobody_counted_waits_on_the_home_page(desk):
    a_talk(desk, title="已计数", head_count=20)
    a_talk(desk, title="未计数")
    home = desk.home()
    assert [row.title for row in home.to_enter] == ["未计数"]
    assert home.recent == ()  # a talk counted by heads has no rate to show


def test_a_reopened_talk_is_closed_again_by_its_count(desk):
    talk = a_talk(desk, head_count=20)
    desk.attendance.reopen(talk, reason="更正")
    assert desk.trainings.get(talk).state is TrainingState.PLANNED
    change(desk, talk, head_count=22)
    assert desk.trainings.get(talk).state is TrainingState.CLOSED


def test_recording_and_correcting_are_told_in_words_and_undone(desk):
    empty = Before(desk)
    talk = a_talk(desk, head_count=20)
    counted = Before(desk)
    change(desk, talk, head_count=21, title="改名")
    acts = desk.history.acts()[:2]
    assert [act_words(act.verb, act.subject, act.count) for act in acts] == [
        "修改宣讲“改名”", "登记宣讲“班前十分钟”",
    ]  # fmt: skip
    assert counted.undone("outreach.change")
    assert empty.undone("outreach.record")


def test_a_correction_is_not_undone_under_a_cancelled_talk(desk):
    talk = a_talk(desk, head_count=20)
    change(desk, talk, head_count=21)
    correction = desk.history.acts()[0]
    desk.outreach.cancel(talk, reason="登记错了")
    with pytest.raises(TrainingIsCancelled):
        desk.history.undo(correction.id)
    assert desk.outreach.get(talk).draft.head_count == 21


def test_a_correction_is_not_undone_under_a_closed_list(desk):
    talk = a_listed_talk(desk)
    change(desk, talk, online_views=50)
    correction = desk.history.acts()[0]
    desk.attendance.mark_rest(talk, PRESENT)
    desk.attendance.close(talk)
    with pytest.raises(TrainingIsClosed):
        desk.history.undo(correction.id)
    assert desk.outreach.get(talk).draft.online_views == 50


def test_talks_stand_on_the_ledger_like_every_training(desk):
    a_talk(desk, title="甲", head_count=20)
    desk.trainings.schedule(draft(title="乙", form=TrainingForm.STUDY))
    rows = desk.trainings.list(TrainingQuery())
    assert [(row.title, row.held, row.tally.expected) for row in rows] == [
        ("乙", True, 0), ("甲", True, 0),
    ]  # fmt: skip


def test_another_unit_visited_is_the_audience_unless_one_was_chosen(desk):
    spinning, weaving = (desk.units.add(name=n, kind=UnitKind.BRANCH) for n in ("细纱", "织布"))
    talk = a_talk(desk, unit_id=spinning)
    change(desk, talk, unit_id=weaving)
    assert desk.trainings.get(talk).draft.audience == AudienceRule(units=(weaving,))
    view = desk.trainings.get(talk)
    chosen = replace(view.draft, audience=AudienceRule())
    desk.trainings.change(talk, version=view.version, draft=chosen)
    change(desk, talk, unit_id=spinning)
    assert desk.trainings.get(talk).draft.audience == AudienceRule()

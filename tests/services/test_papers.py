"""Papers filled from what is stored: the same people, hours and words as everywhere."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from jz_training.domain.agenda import AgendaItem
from jz_training.domain.library import SpeakerDraft, VenueDraft
from jz_training.domain.meeting_papers import PaperPerson
from jz_training.domain.training import SheetOrder, TrainingState
from jz_training.errors import NotFound
from tests.factories import UNITS, identity
from tests.services.stories import a_listed_training, a_training, some_people


def test_a_notice_is_addressed_to_the_units_of_those_expected(desk):
    training = a_listed_training(desk, people=7, venue="职工之家", organiser="清河市总工会")
    desk.venues.add(VenueDraft(name="职工之家", address="清河市建设路12号"))
    notice = desk.papers.notice(training)
    assert set(notice.addressees.split("、")) == set(UNITS)
    assert notice.audience.endswith("，共7人")
    assert notice.address == "清河市建设路12号"
    assert (notice.organiser, notice.issued_on) == ("清河市总工会", desk.now().date())
    assert (notice.requirements, notice.contact) == ((), "")


def test_before_the_list_is_fixed_the_rule_says_who_comes(desk):
    some_people(desk, 5)
    training = a_training(desk)
    before = desk.papers.people(training)
    desk.lists.freeze(training)
    assert before == desk.papers.people(training)
    assert len(before) == 5


def test_a_notice_to_nobody_says_nothing_of_people(desk):
    notice = desk.papers.notice(a_training(desk))
    assert (notice.addressees, notice.audience, notice.address) == ("", "", "")


def test_the_organiser_of_the_settings_stands_in(desk):
    training = a_training(desk)
    own = desk.settings.get().organiser
    assert desk.papers.door_sign(training).organiser == own
    assert desk.papers.events([training])[0].organiser == own


def test_the_agenda_has_its_hours(desk):
    training = a_training(desk)
    items = (AgendaItem(what="领学", minutes=30), AgendaItem(what="讨论"), AgendaItem(what="小结"))
    desk.agendas.set(training, version=1, items=items)
    paper = desk.papers.agenda(training)
    assert [line.start for line in paper.items] == [time(15, 0), time(15, 30), None]
    assert desk.papers.notice(training).agenda == paper.items


@pytest.mark.parametrize("order", [SheetOrder.UNIT, SheetOrder.PINYIN, SheetOrder.STROKES])
def test_the_list_at_the_door_stands_in_the_order_of_a_sheet(desk, order):
    training = a_listed_training(desk, people=12, order=SheetOrder.BY_HAND)
    roster = desk.papers.door_roster(training, order=order)
    desk.lists.reorder(training, order)
    rows = desk.attendance.sheet(training).expected
    assert [person.name for person in roster.people] == [row.name for row in rows]
    assert roster.order is order


def test_cards_follow_the_list(desk):
    training = a_listed_training(desk, people=6, order=SheetOrder.PINYIN)
    rows = desk.attendance.sheet(training).expected
    cards = desk.papers.people(training)
    assert cards == tuple(PaperPerson(name=r.name, unit=r.unit, post=r.post) for r in rows)


def test_the_rostrum_begins_with_chair_and_speakers(desk):
    desk.speakers.add(SpeakerDraft(name="秦晓峰", title="教授", unit="清河市党校"))
    training = a_training(desk, chair="周建业", speaker="秦晓峰、周建业")
    front = desk.papers.rostrum(training).front
    assert front == (
        PaperPerson(name="周建业"),
        PaperPerson(name="秦晓峰", unit="清河市党校", post="教授"),
    )


def test_names_on_the_rostrum_get_unit_and_post_from_the_roster(desk):
    training = a_listed_training(desk, people=3)
    first, second, *_ = desk.papers.people(training)
    plan = desk.papers.rostrum(training, front=[second.name], back=[first.name, "外来人"])
    assert plan.front == (second,)
    assert plan.back == (first, PaperPerson(name="外来人"))


def test_a_month_has_its_trainings_and_its_holidays(desk):
    training = a_training(desk)
    a_training(desk, start=datetime(2026, 12, 1, 9), end=datetime(2026, 12, 1, 10))
    paper = desk.papers.month(2026, 11)
    assert [entry.start.day for entry in paper.entries] == [20]
    assert paper.calendar.of_day(date(2026, 10, 1)).name
    desk.trainings.cancel(training, reason="改期")
    assert desk.papers.month(2026, 11).entries[0].state is TrainingState.CANCELLED


def test_events_keep_their_id_and_tell_of_a_change(desk):
    training = a_training(desk)
    (before,) = desk.papers.events([training])
    desk.trainings.cancel(training, reason="改期")
    (after,) = desk.papers.events([training])
    assert before.training_id == after.training_id
    assert after.version > before.version
    assert after.cancelled


def test_a_training_that_is_not_there_is_said_to_be(desk):
    for paper in (desk.papers.notice, desk.papers.agenda, desk.papers.rostrum):
        with pytest.raises(NotFound):
            paper(identity(9))

"""Agendas: kept with their training, in order."""

from __future__ import annotations

import pytest

from jz_training.domain.agenda import AgendaItem
from jz_training.errors import ChangedMeanwhile, NotFound, Refused, TrainingIsCancelled
from jz_training.labels import act_words
from tests.factories import identity
from tests.services.duties_stories import Before
from tests.services.stories import a_training

ITEMS = (
    AgendaItem(what="领学文件", who="周建业", minutes=30),
    AgendaItem(what="交流发言", who="各分会主席"),
)


def test_an_agenda_comes_back_as_it_was_entered(desk):
    training = a_training(desk)
    assert desk.agendas.get(training) == ()
    desk.agendas.set(training, version=1, items=ITEMS)
    assert desk.agendas.get(training) == ITEMS


def test_lines_of_nothing_are_left_out_and_texts_made_tidy(desk):
    training = a_training(desk)
    desk.agendas.set(
        training, version=1, items=[AgendaItem(what=" 领学\n文件 "), AgendaItem(what=" ")]
    )
    assert desk.agendas.get(training) == (AgendaItem(what="领学 文件"),)


@pytest.mark.parametrize(
    ("field", "item"),
    [
        ("what", AgendaItem(what="", who="周建业")),
        ("what", AgendaItem(what="长" * 201)),
        ("who", AgendaItem(what="领学", who="a\x02")),
        ("minutes", AgendaItem(what="领学", minutes=0)),
        ("minutes", AgendaItem(what="领学", minutes=1441)),
    ],
)
def test_a_fault_names_its_field_and_nothing_is_stored(desk, field, item):
    training = a_training(desk)
    with pytest.raises(Refused) as refused:
        desk.agendas.set(training, version=1, items=[ITEMS[0], item])
    assert refused.value.field == field
    assert str(refused.value)
    assert desk.agendas.get(training) == ()


def test_stale_missing_and_cancelled_are_told(desk):
    training = a_training(desk)
    desk.agendas.set(training, version=1, items=ITEMS)
    with pytest.raises(ChangedMeanwhile):
        desk.agendas.set(training, version=1, items=ITEMS[:1])
    with pytest.raises(NotFound):
        desk.agendas.get(identity(9))
    desk.trainings.cancel(training, reason="改期")
    with pytest.raises(TrainingIsCancelled):
        desk.agendas.set(training, version=3, items=ITEMS)


def test_setting_and_emptying_are_told_in_words_and_undone(desk):
    training = a_training(desk)
    for items in (ITEMS, ()):
        before = Before(desk)
        version = desk.trainings.get(training).version
        desk.agendas.set(training, version=version, items=items)
        act = desk.history.acts()[0]
        assert "." not in act_words(act.verb, act.subject, act.count)
        assert before.undone("agenda.set")
        desk.agendas.set(training, version=version + 2, items=ITEMS)


def test_a_copied_training_has_the_same_agenda(desk):
    training = a_training(desk)
    desk.agendas.set(training, version=1, items=ITEMS)
    before = Before(desk)
    assert desk.agendas.get(desk.trainings.copy(training, start=desk.now())) == ITEMS
    assert before.undone("training.copy")

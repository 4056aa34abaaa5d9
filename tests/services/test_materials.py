"""Study materials: entered with files, studied by trainings, and every step undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from jz_training.domain.library import MaterialDraft
from jz_training.errors import CannotFile, ChangedMeanwhile, NotFound, Refused
from jz_training.labels import act_words
from jz_training.services.ledger import TrainingQuery
from tests.factories import identity
from tests.services.duties_stories import Before
from tests.services.stories import a_training

BOOK = MaterialDraft(title="冬季学习读本", issuer="清河市总工会", note="每班一册")
PAST = {"start": datetime(2026, 11, 10, 9), "end": datetime(2026, 11, 10, 10)}
COMING = {"start": datetime(2026, 12, 10, 9), "end": datetime(2026, 12, 10, 10)}


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "读本.txt"
    path.write_text("第一页", encoding="utf-8")
    return path


def titles(desk, text=""):
    return [row.draft.title for row in desk.materials.list(text)]


def test_a_material_comes_back_as_entered_and_the_newest_first(desk):
    book = desk.materials.add(BOOK)
    desk.materials.add(MaterialDraft(title="工会法"))
    assert desk.materials.get(book).draft == BOOK
    assert titles(desk) == ["工会法", BOOK.title]


@pytest.mark.parametrize("text", ["读本", "djxx", "dongji", "总工会"])
def test_a_material_is_found_by_title_pinyin_and_issuer(desk, text):
    desk.materials.add(BOOK)
    assert titles(desk, text) == [BOOK.title]
    assert titles(desk, "礼堂") == []


def test_its_file_is_a_filed_document(desk, paper):
    book = desk.materials.add(BOOK, source=paper)
    document = desk.materials.get(book).document_id
    assert desk.documents.path_of(document).read_text(encoding="utf-8") == "第一页"
    assert desk.documents.get(document).draft.name == BOOK.title
    assert desk.check() == ()


def test_the_title_may_come_from_the_file(desk, paper):
    book = desk.materials.add(MaterialDraft(title=""), source=paper)
    assert desk.materials.get(book).draft.title == "读本"


def test_a_file_that_cannot_be_read_leaves_nothing(desk, tmp_path):
    with pytest.raises(CannotFile):
        desk.materials.add(BOOK, source=tmp_path / "没有.txt")
    assert titles(desk) == []


def test_the_document_of_a_material_may_be_renamed_and_removed_as_any_other(desk, paper):
    book = desk.materials.add(BOOK, source=paper)
    filed = desk.documents.get(desk.materials.get(book).document_id)
    desk.documents.change(filed.id, version=1, draft=replace(filed.draft, number="3号"))
    before = Before(desk)
    desk.documents.remove(filed.id)
    assert desk.materials.get(book).document_id is None
    assert before.undone("document.remove")


def test_a_training_studies_materials_in_order(desk):
    first, second = desk.materials.add(BOOK), desk.materials.add(MaterialDraft(title="工会法"))
    training = a_training(desk, **PAST)
    desk.materials.attach(training, [second, first, second])
    assert [row.id for row in desk.materials.of_training(training)] == [second, first]
    desk.materials.attach(training, [first])
    assert [row.id for row in desk.materials.of_training(training)] == [first]
    assert desk.materials.get(first).trainings == 1
    assert [use.training_id for use in desk.materials.uses(first)] == [training]


def test_what_was_cancelled_studied_nothing(desk):
    book = desk.materials.add(BOOK)
    training = a_training(desk, **COMING)
    desk.materials.attach(training, [book])
    desk.trainings.cancel(training, reason="改期")
    assert desk.materials.get(book).trainings == 0
    before = Before(desk)
    desk.materials.remove(book)
    assert before.undone("material.remove")


@pytest.mark.parametrize(("when", "fault"), [(COMING, "in_use"), (PAST, "studied")])
def test_a_material_that_trainings_study_stays(desk, when, fault):
    book = desk.materials.add(BOOK)
    desk.materials.attach(a_training(desk, **when), [book])
    with pytest.raises(Refused, match="1 个") as refused:
        desk.materials.remove(book)
    assert (refused.value.field, refused.value.fault) == ("material", fault)


@pytest.mark.parametrize(
    ("field", "changes"), [("title", {"title": " "}), ("issuer", {"issuer": "长" * 201})]
)
def test_a_fault_names_its_field(desk, field, changes):
    with pytest.raises(Refused) as refused:
        desk.materials.add(replace(BOOK, **changes))
    assert refused.value.field == field
    assert titles(desk) == []


def test_the_same_title_of_the_same_issuer_is_refused(desk):
    desk.materials.add(BOOK)
    with pytest.raises(Refused, match="已经有一条"):
        desk.materials.add(BOOK)
    desk.materials.add(replace(BOOK, issuer="清河市委党校"))


def test_stale_and_missing_are_told(desk):
    book = desk.materials.add(BOOK)
    desk.materials.change(book, version=1, draft=replace(BOOK, note=""))
    with pytest.raises(ChangedMeanwhile):
        desk.materials.change(book, version=1, draft=BOOK)
    with pytest.raises(NotFound, match="这份学习材料"):
        desk.materials.attach(a_training(desk), [identity(9)])
    with pytest.raises(NotFound, match="这个场次"):
        desk.materials.attach(identity(9), [book])


def test_materials_are_offered_to_the_form(desk):
    desk.materials.add(BOOK)
    assert desk.trainings.suggestions().materials == (BOOK.title,)


ACTS = {
    "material.add": lambda desk, one, paper: desk.materials.add(
        MaterialDraft(title="工会法"), source=paper
    ),
    "material.change": lambda desk, one, paper: desk.materials.change(
        one, version=1, draft=replace(BOOK, issuer="")
    ),
    "material.file": lambda desk, one, paper: desk.materials.set_file(one, None),
    "material.remove": lambda desk, one, paper: desk.materials.remove(one),
    "material.attach": lambda desk, one, paper: desk.materials.attach(
        desk.trainings.list(TrainingQuery())[0].training_id, [one]
    ),
}


@pytest.mark.parametrize("verb", ACTS)
def test_every_act_is_told_in_words_and_undone(desk, verb, paper):
    book = desk.materials.add(BOOK, source=paper)
    a_training(desk)
    before = Before(desk)
    ACTS[verb](desk, book, paper)
    act = desk.history.acts()[0]
    assert "." not in act_words(act.verb, act.subject, act.count)
    assert before.undone(verb)


def test_another_file_takes_the_place_of_the_first(desk, paper, tmp_path):
    book = desk.materials.add(BOOK, source=paper)
    other = tmp_path / "第二版.txt"
    other.write_text("第二页", encoding="utf-8")
    before = Before(desk)
    desk.materials.set_file(book, other)
    document = desk.materials.get(book).document_id
    assert desk.documents.path_of(document).read_text(encoding="utf-8") == "第二页"
    assert before.undone("material.file")

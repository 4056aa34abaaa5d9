"""In a training's form the libraries say what they know, and take what they do not."""

from __future__ import annotations

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.library.training_materials import TrainingMaterials
from jz_training.ui.trainings.training_editor import TrainingEditor
from tests.ui.library.conftest import Settle
from tests.ui.typing_words import type_words


@pytest.fixture
def editor(
    qtbot: QtBot, ctx: Context, desk: Desk, settle: Settle, training: UUID
) -> TrainingEditor:
    """Show the training in its form."""
    made = TrainingEditor(ctx)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    made.show_draft(desk.trainings.get(training).draft)
    settle()
    settle()
    return made


def hint(editor: TrainingEditor, name: str) -> str:
    """Return what stands below a field."""
    return editor.fields._fields[name].error.text()


def test_seats_and_units_stand_below_the_names(
    venue: UUID, speaker: UUID, editor: TrainingEditor
) -> None:
    assert hint(editor, "venue") == "会议室，可坐 24 人，办公楼"
    assert hint(editor, "speaker") == "市委党校，讲师"
    editor.fields.venue.setText("别处")
    assert hint(editor, "venue") == ""


def test_a_venue_of_the_library_is_offered_by_initials_with_its_seats(
    venue: UUID, editor: TrainingEditor, qtbot: QtBot
) -> None:
    field = editor.fields.venue
    field.clear()
    type_words(qtbot, field, "slhy")
    assert field._list.words() == ["三楼会议室"]
    assert field._list._model.stringList() == ["三楼会议室　会议室，可坐 24 人，办公楼"]
    field._list._take(0)
    assert field.text() == "三楼会议室"


def test_an_unknown_speaker_is_kept_by_one_click(
    venue: UUID, editor: TrainingEditor, settle: Settle, desk: Desk
) -> None:
    names = editor._names
    assert names.keeping_speaker.isVisible()
    assert not names.keeping_venue.isVisible()
    names.keeping_speaker.trigger()
    settle()
    settle()
    assert [row.draft.name for row in desk.speakers.list()] == ["林晓雯"]
    assert not names.keeping_speaker.isVisible()


def test_several_names_are_not_offered_to_be_kept(editor: TrainingEditor) -> None:
    editor.fields.speaker.setText("林晓雯、周明远")
    editor.fields.speaker.editingFinished.emit()
    assert not editor._names.keeping_speaker.isVisible()


@pytest.fixture
def studied(qtbot: QtBot, ctx: Context, settle: Settle, training: UUID) -> TrainingMaterials:
    """Show what the training studies."""
    made = TrainingMaterials(ctx)
    qtbot.addWidget(made)
    made.resize(800, 200)
    made.show()
    made.show_training(training)
    settle()
    settle()
    return made


def test_a_material_is_attached_and_taken_away(
    material: UUID, studied: TrainingMaterials, settle: Settle, desk: Desk, training: UUID
) -> None:
    studied.field.add("学习读本")
    settle()
    assert [row.id for row in desk.materials.of_training(training)] == [material]
    studied.field._drop_last()
    settle()
    assert desk.materials.of_training(training) == ()


def test_an_undone_choice_is_shown(
    material: UUID, studied: TrainingMaterials, settle: Settle, desk: Desk
) -> None:
    studied.field.add("学习读本")
    settle()
    desk.history.undo_last()
    studied.refresh()
    settle()
    assert studied.field.value() == ()


def test_a_title_that_is_not_there_is_offered_to_be_kept(
    material: UUID, studied: TrainingMaterials, settle: Settle, desk: Desk, training: UUID
) -> None:
    studied.field.add("新讲义")
    settle()
    assert studied.field.value() == ()
    assert studied.unknown.isVisible()
    assert desk.materials.of_training(training) == ()
    studied.keep.click()
    settle()
    settle()
    assert [row.draft.title for row in desk.materials.of_training(training)] == ["新讲义"]
    settle()
    assert studied.field.value() == ("新讲义",)

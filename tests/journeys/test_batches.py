"""Everybody split into batches, made at once, and taken back as one."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt

from jz_training.domain.batches import BatchBy
from jz_training.services.desk import Desk
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.trainings.many.many_page import HOW, ManyPage
from jz_training.ui.trainings.trainings_page import TrainingsPage
from tests.journeys.keyboard import CTRL
from tests.journeys.windows import Window
from tests.services.stories import draft, some_people

FRIDAY = datetime(2026, 11, 27, 15, 0)


def test_everybody_is_in_one_batch_and_one_undo_takes_all_back(window: Window, desk: Desk) -> None:
    some_people(desk, 23)
    page = _split(window)
    assert [row.people for row in page.preview.preview.rows] == [8, 8, 7]
    window.keys.press(Qt.Key.Key_S, CTRL)
    window.settle()
    assert window.page(TrainingsPage).table.model.rowCount() == 3
    rows = desk.trainings.list(TrainingQuery(newest_first=False))
    people = [
        person
        for row in rows
        for person in desk.trainings.get(row.training_id).draft.audience.added
    ]
    everybody = {person.id for person in page.editor.audience.people}
    assert len(people) == 23
    assert set(people) == everybody
    window.shell.undo()
    window.settle()
    assert desk.trainings.list(TrainingQuery()) == ()
    assert window.page(TrainingsPage).table.model.rowCount() == 0


def _split(window: Window) -> ManyPage:
    """Open the page with what a plan says and split the audience by number."""
    start = draft(start=FRIDAY, end=FRIDAY + timedelta(minutes=90))
    page = window.open(ManyPage, "training_many", draft=start)
    page.editor.fields.title.setFocus()
    window.keys.press(Qt.Key.Key_S, CTRL)
    window.settle()
    assert page.tabs.current == HOW
    page.batches.choose(BatchBy.NUMBER)
    page.batches.limit.setValue(8)
    page.read()
    window.settle()
    page.preview.table.setFocus()
    return page

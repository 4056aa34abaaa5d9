"""The tab 记录: written text is kept when a field is left, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jz_training.domain.agenda import AgendaItem
from jz_training.domain.training_record import PointKind, RecordDraft, RecordPoint
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.trainings.record.record_tab import RecordTab
from tests.services.stories import a_listed_training
from tests.ui.conftest import Said

Settle = Callable[[], None]


@pytest.fixture
def training(desk: Desk) -> UUID:
    return a_listed_training(desk, people=3, chair="周建业")


@pytest.fixture
def tab(qtbot: QtBot, ctx: Context, training: UUID, settle: Settle) -> RecordTab:
    made = RecordTab(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.show_training(training)
    settle()
    return made


def write(qtbot: QtBot, tab: RecordTab, text: str) -> None:
    """Type into the first point and go on to another field."""
    box = tab.points.boxes[0]
    box.text.setFocus()
    qtbot.keyClicks(box.text, text)
    tab.chair.setFocus()


def test_what_is_written_is_kept_when_the_field_is_left(
    qtbot: QtBot, tab: RecordTab, desk: Desk, training: UUID, settle: Settle
) -> None:
    write(qtbot, tab, "abc")
    settle()
    stored = desk.records.get(training).draft
    assert stored.points == (RecordPoint(kind=PointKind.DISCUSSION, heading="", text="abc"),)
    assert stored.chair == "周建业"


def test_looking_alone_writes_nothing(tab: RecordTab, desk: Desk, settle: Settle) -> None:
    before = len(desk.history.acts())
    tab.refresh()
    tab.hide()
    settle()
    assert len(desk.history.acts()) == before


def test_leaving_the_tab_keeps_what_stands_in_the_field(
    qtbot: QtBot, tab: RecordTab, desk: Desk, training: UUID, settle: Settle
) -> None:
    qtbot.keyClicks(tab.points.boxes[0].text, "abc")
    tab.hide()
    settle()
    assert desk.records.get(training).draft.points[0].text == "abc"


def test_the_outline_of_the_agenda_is_added_once(
    qtbot: QtBot, tab: RecordTab, desk: Desk, training: UUID, settle: Settle, said: Said
) -> None:
    version = desk.trainings.get(training).version
    desk.agendas.set(training, version=version, items=[AgendaItem(what="领学", who="叶静")])
    for _ in range(2):
        qtbot.mouseClick(tab.outline, Qt.MouseButton.LeftButton)
        settle()
    assert [(p.heading, p.who) for p in desk.records.get(training).draft.points] == [
        ("领学", "叶静")
    ]
    assert said.toasts == ["议程的每一项都已经列出。"]


def test_points_are_moved_and_taken_away(
    qtbot: QtBot, tab: RecordTab, desk: Desk, training: UUID, settle: Settle
) -> None:
    first, second = (RecordPoint(kind=PointKind.SPEECH, heading=one) for one in "甲乙")
    tab.points.add_all((first, second))
    qtbot.mouseClick(tab.points.boxes[1].up, Qt.MouseButton.LeftButton)
    settle()
    assert [p.heading for p in desk.records.get(training).draft.points] == ["乙", "甲"]
    qtbot.mouseClick(tab.points.boxes[0].gone, Qt.MouseButton.LeftButton)
    settle()
    assert [p.heading for p in desk.records.get(training).draft.points] == ["甲"]


def test_an_undo_shows_what_was_there_before(
    qtbot: QtBot, tab: RecordTab, desk: Desk, settle: Settle
) -> None:
    write(qtbot, tab, "abc")
    settle()
    desk.history.undo_last()
    tab.refresh()
    settle()
    assert not tab.points.boxes[0].says_something()


def test_a_record_changed_elsewhere_is_not_overwritten(
    qtbot: QtBot, tab: RecordTab, desk: Desk, training: UUID, settle: Settle
) -> None:
    other = RecordDraft(chair="秦晓峰")
    desk.records.write(training, version=0, draft=other)
    write(qtbot, tab, "abc")
    settle()
    assert desk.records.get(training).draft == other
    assert tab.points.boxes[0].text.toPlainText() == "abc"  # to be copied before refreshing


def test_a_cancelled_training_is_only_looked_at(
    tab: RecordTab, desk: Desk, training: UUID, settle: Settle
) -> None:
    desk.trainings.cancel(training, reason="停电")
    tab.refresh()
    settle()
    assert not tab.form.isEnabled()
    assert not tab.points.boxes[0].isEnabled()
    assert all(act.isHidden() for act in tab.points.adding)


def test_the_paper_shows_what_stands_in_the_fields(
    qtbot: QtBot, tab: RecordTab, settle: Settle
) -> None:
    write(qtbot, tab, "abc")
    qtbot.mouseClick(tab.show_paper, Qt.MouseButton.LeftButton)
    settle()
    shown = tab.findChild(PreviewDialog)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.pane.view.pages == 1)
    assert "应到 3 人" in tab.attendance.text()

"""The page of the libraries on a real desk, and a training that uses what is in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from jz_training.domain.library import MaterialDraft, SpeakerDraft, VenueDraft
from jz_training.domain.training import TrainingDraft, TrainingForm
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.library.library_page import LibraryPage
from jz_training.ui.library.library_tab import LibraryTab

Settle = Callable[[], None]
Opened = Callable[[str], LibraryPage]


@pytest.fixture
def venue(desk: Desk) -> UUID:
    """Keep two venues; return the one that is used."""
    desk.venues.add(VenueDraft(name="职工书屋"))
    return desk.venues.add(VenueDraft(name="三楼会议室", capacity=24, address="办公楼"))


@pytest.fixture
def speaker(desk: Desk) -> UUID:
    """Keep a speaker."""
    return desk.speakers.add(SpeakerDraft(name="林晓雯", title="讲师", unit="市委党校"))


@pytest.fixture
def material(desk: Desk) -> UUID:
    """Keep a study material."""
    return desk.materials.add(MaterialDraft(title="学习读本", issuer="市总工会"))


@pytest.fixture
def training(desk: Desk) -> UUID:
    """Schedule a training to come at the venue, with the speaker."""
    return desk.trainings.schedule(
        TrainingDraft(
            title="专题学习会",
            form=TrainingForm.STUDY,
            start=datetime(2026, 12, 1, 15),
            end=datetime(2026, 12, 1, 17),
            venue="三楼会议室",
            speaker="林晓雯",
        )
    )


@pytest.fixture
def open_page(qtbot: QtBot, ctx: Context, settle: Settle) -> Opened:
    """Return a way to open the page at a tab and wait until it shows it."""
    made = LibraryPage(ctx)
    qtbot.addWidget(made)
    ctx.work.changed.connect(lambda _: made.refresh())  # as the window does
    made.resize(1100, 660)
    made.show()
    made.activateWindow()

    def opened(tab: str) -> LibraryPage:
        made.show_for(tab=tab)
        settle()
        settle()
        return made

    return opened


def names(tab: LibraryTab) -> list[str]:
    """Return what stands in the first column."""
    model = tab.table.model
    return [str(model.data(model.index(at, 0))) for at in range(model.rowCount())]


def words(tab: LibraryTab, name: str) -> list[str]:
    """Return what the other columns say of a row."""
    model, at = tab.table.model, names(tab).index(name)
    return [str(model.data(model.index(at, column))) for column in range(1, model.columnCount())]


def choose(tab: LibraryTab, name: str) -> Any:
    """Select a row by its name and put the cursor there."""
    at = names(tab).index(name)
    tab.table.view.selectRow(at)
    tab.table.view.setFocus()
    return tab.table.model.row_at(at)

"""A real notice read in the window becomes a task book; it lies outside the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jz_training.domain.task_book import DutyState
from jz_training.services.desk import Desk
from jz_training.ui.notices.notice_page import NoticePage
from jz_training.ui.notices.notices_page import NoticesPage
from jz_training.ui.notices.task_book_tab import TaskBookTab
from tests.journeys.windows import Window

ROOT = Path(__file__).parents[2]
REAL = Path(os.environ.get("JZ_REAL_NOTICE") or ROOT.parent / "shared/notices/jiaozuo-2025-06.txt")


@pytest.fixture
def real() -> Path:
    """Return the real notice, where it is at hand."""
    if not REAL.is_file():
        pytest.skip(f"the real notice is not here ({REAL.name}): its task book is NOT checked")
    return REAL


def test_a_real_notice_becomes_a_task_book_without_a_single_invented_day(
    window: Window, desk: Desk, real: Path, qtbot: QtBot
) -> None:
    window.open(NoticesPage, "notices").intake.take_file(real)
    qtbot.waitUntil(lambda: isinstance(window.shell.current, NoticePage), timeout=30_000)
    window.settle()
    page = window.page(NoticePage)
    page.show_for(notice_id=desk.notices.list()[0].id, tab="tasks")
    window.settle()
    tab = page.tab("tasks")
    assert isinstance(tab, TaskBookTab)
    assert tab.book is not None
    # R04 is five duties and R12, R13 are one each: R01–R20 come to 24
    assert tab.table.model.rowCount() == len(tab.book.duties) == 24
    assert all(duty.obligation.by is None for duty in tab.book.duties)
    assert {duty.state for duty in tab.book.duties} == {DutyState.NOT_BEGUN}
    text = desk.notices.get(desk.notices.list()[0].id).text
    drafts = [duty.obligation.draft for duty in tab.book.duties]
    assert all(text[draft.start : draft.end] == draft.phrase for draft in drafts)

"""Notices on a real desk, and their page and tab in the window."""

from __future__ import annotations

import pytest

from jz_training.readers.notice.pasted import read_notice_text
from jz_training.ui.notices.notice_page import NoticePage
from tests.ui.notices.notice_words import MEETING, STUDY


@pytest.fixture
def study(desk):
    """Return a notice with four demands or so."""
    return desk.notices.add(read_notice_text(STUDY))


@pytest.fixture
def meeting(desk):
    """Return a notice that calls to a meeting."""
    return desk.notices.add(read_notice_text(MEETING))


@pytest.fixture
def page(qtbot, ctx, settle, work):
    """Return the page of a notice, refreshed after changes as the window does it."""
    made = NoticePage(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    work.changed.connect(lambda _: made.refresh())
    made.show()
    settle()
    return made


@pytest.fixture
def tab(page, study, settle):
    """Return the tab 原文与要求 of the notice with demands."""
    page.show_for(notice_id=study, tab="text")
    settle()
    return page.tab("text")

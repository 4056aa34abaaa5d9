"""The page: its tabs, its months, what opens behind a number, its files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from jz_training.services.desk import Desk
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.publicity.month_lines import month_lines
from jz_training.ui.publicity.publicity_page import ARTICLES, MONTHS, TALKS, PublicityPage
from tests.services.notices import a_notice
from tests.ui.conftest import Answers, Said
from tests.ui.publicity.log_stories import a_talk, an_article

Settle = Callable[[], None]


@pytest.fixture
def months(page: PublicityPage, desk: Desk, settle: Settle) -> PublicityPage:
    """Return the page over an autumn, showing it by month."""
    an_article(desk, day=date(2026, 9, 28))
    an_article(desk, day=date(2026, 11, 20))
    a_talk(desk, head_count=86)
    a_talk(desk, start=datetime(2026, 11, 3, 9), end=datetime(2026, 11, 3, 10), head_count=14)
    page.show_for(tab=MONTHS)
    settle()
    return page


def test_a_number_in_a_tab_counts_its_rows(page: PublicityPage, desk: Desk, settle: Settle) -> None:
    an_article(desk)
    a_talk(desk)
    a_talk(desk)
    page.refresh()
    settle()
    assert page.tabs.line.text_of(ARTICLES) == "宣传报道 1"
    assert page.tabs.line.text_of(TALKS) == "宣讲 2"


def test_the_months_add_up_to_the_sum_at_the_foot(months: PublicityPage, desk: Desk) -> None:
    lines = month_lines(desk.outreach.months())
    assert [line.word for line in lines] == ["2026年9月", "2026年10月", "2026年11月", "合计"]
    for key in ("publications", "talks", "listeners", "online_views"):
        assert sum(getattr(line, key) for line in lines[:-1]) == getattr(lines[-1], key)
    assert months.months.table.model.rowCount() == 4
    assert months.months.bars.counts() == [0, 0, 2]


def cell_place(page: PublicityPage, row: int, column: int) -> QPoint:
    view = page.months.table.view
    return view.visualRect(page.months.table.model.index(row, column)).center()


def test_a_number_opens_its_rows(qtbot: QtBot, months: PublicityPage, settle: Settle) -> None:
    viewport = months.months.table.view.viewport()
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(viewport, left, pos=cell_place(months, 2, 3))
    settle()
    assert months.tabs.line.current == TALKS
    assert months.talks.table.model.rowCount() == 2
    assert months.talks.query().start == date(2026, 11, 1)
    months.tabs.choose(MONTHS)
    qtbot.mouseClick(viewport, left, pos=cell_place(months, 0, 1))
    settle()
    assert months.tabs.line.current == ARTICLES
    assert months.articles.table.model.rowCount() == 1


def test_a_nought_opens_nothing(qtbot: QtBot, months: PublicityPage) -> None:
    viewport = months.months.table.view.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=cell_place(months, 1, 2))
    assert months.tabs.line.current == MONTHS


def test_the_sum_opens_all_of_them(months: PublicityPage, settle: Settle) -> None:
    months.months.table.view.selectRow(3)
    months.months.table.opened.emit(3)
    settle()
    assert months.talks.query().end == date(2026, 11, 30)
    assert months.talks.table.model.rowCount() == 2


def test_bars_are_opened_by_the_keyboard(
    qtbot: QtBot, months: PublicityPage, settle: Settle
) -> None:
    bars = months.months.bars
    bars.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(bars, key)
    assert bars.accessibleDescription() == "2026年11月 2"
    qtbot.keyClick(bars, Qt.Key.Key_Return)
    settle()
    assert months.tabs.line.current == TALKS


def test_another_measure_draws_other_bars(months: PublicityPage) -> None:
    months.months.measure.set_value("listeners")
    months.months.measure.chosen.emit("listeners")
    assert months.months.bars.counts() == [0, 0, 100]


def test_a_clicked_bar_opens_its_month(qtbot: QtBot, months: PublicityPage, settle: Settle) -> None:
    bars = months.months.bars
    place = QPoint(bars.width() - 20, bars.height() // 2)
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert months.talks.table.model.rowCount() == 2


@pytest.mark.parametrize(("tab", "title"), [(ARTICLES, "学习到班组"), (TALKS, "大会精神进车间")])
def test_the_rows_shown_are_saved_as_a_workbook(
    page: PublicityPage, desk: Desk, answers: Answers, said: Said, settle: Settle,
    tmp_path: Path, tab: str, title: str,
) -> None:  # fmt: skip
    an_article(desk)
    a_talk(desk)
    page.show_for(tab=tab)
    answers.paths.append(tmp_path / "台账.xlsx")
    page.export.click()
    settle()
    settle()
    sheet = openpyxl.load_workbook(tmp_path / "台账.xlsx").active
    assert sheet is not None
    assert title in {cell for row in sheet.iter_rows(values_only=True) for cell in row}
    assert said.toasts == ["已导出“台账.xlsx”。"]


def test_the_sums_by_month_beside_the_talks_count_the_publications(
    page: PublicityPage, desk: Desk, answers: Answers, settle: Settle, tmp_path: Path
) -> None:
    an_article(desk)
    a_talk(desk)
    page.show_for(tab=TALKS)
    answers.paths.append(tmp_path / "宣讲.xlsx")
    page.export.click()
    settle()
    settle()
    months = openpyxl.load_workbook(tmp_path / "宣讲.xlsx").worksheets[1]
    found = [row for row in months.iter_rows(values_only=True) if "2026年11月" in row]
    assert [row[1:3] for row in found] == [(1, 1)]  # 篇, 场


def test_the_record_of_talks_opens_as_it_will_be_printed(
    qtbot: QtBot, page: PublicityPage, desk: Desk, settle: Settle
) -> None:
    a_talk(desk)
    page.show_for(tab=TALKS)
    page.paper.click()
    settle()
    dialog = page.findChild(PreviewDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.pane.view.pages > 0)
    dialog.close()


def test_ctrl_f_goes_to_the_filter_of_the_tab(page: PublicityPage, settle: Settle) -> None:
    page.focus_filter()
    assert page.articles.filters.text.hasFocus()
    page.show_for(tab=TALKS)
    settle()
    page.focus_filter()
    assert page.talks.filters.text.hasFocus()


def test_the_page_opens_on_a_notice(page: PublicityPage, desk: Desk, settle: Settle) -> None:
    notice = a_notice(desk)
    an_article(desk, title="有通知", notice_id=notice)
    an_article(desk, title="没有通知")
    page.show_for(tab=ARTICLES, notice_id=notice)
    settle()
    assert page.articles.table.model.rowCount() == 1
    assert page.articles.filters.notice.value() == notice
    assert not page.articles.filters.notice.isHidden()

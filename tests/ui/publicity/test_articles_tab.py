"""Publications: entered line by line, filtered, changed, with their files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jz_training.domain.filing import DocumentKind
from jz_training.domain.publicity import Channel, Genre
from jz_training.services.desk import Desk
from jz_training.services.publicity import PublicityQuery
from jz_training.ui.publicity.articles_tab import ArticlesTab
from jz_training.ui.publicity.publicity_dialog import PublicityDialog
from jz_training.ui.publicity.publicity_page import PublicityPage
from tests.ui.conftest import Answers, Said
from tests.ui.publicity.log_stories import an_article
from tests.ui.typing_words import type_words

Settle = Callable[[], None]


@pytest.fixture
def tab(page: PublicityPage) -> ArticlesTab:
    return page.articles


def titles(tab: ArticlesTab) -> list[str]:
    rows = (tab.table.model.row_at(at) for at in range(tab.table.model.rowCount()))
    return [row.draft.title for row in rows if row is not None]


def paste(tab: ArticlesTab, text: str) -> None:
    QApplication.clipboard().setText(text)
    tab.entry.headline.paste()


def dialog_of(tab: ArticlesTab) -> PublicityDialog:
    return tab.findChildren(PublicityDialog)[-1]


def test_enter_saves_and_the_cursor_is_back_in_the_title(
    qtbot: QtBot, tab: ArticlesTab, desk: Desk, settle: Settle
) -> None:
    type_words(qtbot, tab.entry.headline, "在织机旁")
    qtbot.keyClicks(tab.entry.channel, "wx")
    type_words(qtbot, tab.entry.outlet, "清河纺织工会")
    qtbot.keyClick(tab.entry.outlet, Qt.Key.Key_Return)
    settle()
    (row,) = desk.publicity.list(PublicityQuery())
    assert (row.draft.title, row.draft.channel) == ("在织机旁", Channel.WECHAT)
    assert row.draft.day == desk.now().date()
    assert tab.entry.headline.hasFocus()
    assert tab.entry.headline.text() == ""
    assert tab.entry.outlet.text() == "清河纺织工会"
    assert tab.entry.channel.chosen() is Channel.WECHAT
    assert titles(tab) == ["在织机旁"]


def test_a_second_enter_on_the_way_enters_nothing_twice(
    qtbot: QtBot, tab: ArticlesTab, desk: Desk, settle: Settle
) -> None:
    type_words(qtbot, tab.entry.headline, "在织机旁")
    for _ in range(2):
        qtbot.keyClick(tab.entry.headline, Qt.Key.Key_Return)
    settle()
    assert len(desk.publicity.list(PublicityQuery())) == 1


def test_a_pasted_link_goes_below_and_the_title_is_typed_on(
    qtbot: QtBot, tab: ArticlesTab, desk: Desk, settle: Settle
) -> None:
    tab.entry.headline.setFocus()
    paste(tab, "https://a.example/1")
    assert tab.entry.link.value() == "https://a.example/1"
    assert tab.entry.headline.text() == ""
    assert tab.entry.headline.hasFocus()
    type_words(qtbot, tab.entry.headline, "标题")
    qtbot.keyClick(tab.entry.headline, Qt.Key.Key_Return)
    settle()
    (row,) = desk.publicity.list(PublicityQuery())
    assert (row.draft.title, row.draft.link) == ("标题", "https://a.example/1")
    assert tab.entry.link.isHidden()


def test_a_link_typed_by_hand_is_taken_out_when_it_is_saved(qtbot: QtBot, tab: ArticlesTab) -> None:
    qtbot.keyClicks(tab.entry.headline, "abc https://a.example/1")
    assert tab.entry.headline.text() == "abc https://a.example/1"
    assert tab.entry.draft().link == "https://a.example/1"
    assert tab.entry.draft().title == "abc"


def test_a_missing_title_is_asked_for_in_the_line(
    qtbot: QtBot, tab: ArticlesTab, desk: Desk
) -> None:
    qtbot.keyClick(tab.entry.outlet, Qt.Key.Key_Return)
    assert tab.entry.trouble.text() == "请填写标题。"
    assert tab.entry.headline.hasFocus()
    assert desk.publicity.list(PublicityQuery()) == ()


def test_a_day_that_cannot_be_read_is_said_so(qtbot: QtBot, tab: ArticlesTab) -> None:
    type_words(qtbot, tab.entry.headline, "标题")
    tab.entry.day.setText("那天")
    qtbot.keyClick(tab.entry.day, Qt.Key.Key_Return)
    assert "那天" in tab.entry.trouble.text()


def test_a_day_to_come_is_refused_below_the_line(
    qtbot: QtBot, tab: ArticlesTab, desk: Desk, settle: Settle
) -> None:
    type_words(qtbot, tab.entry.headline, "标题")
    tab.entry.day.set_value(desk.now().date() + timedelta(days=1))
    qtbot.keyClick(tab.entry.headline, Qt.Key.Key_Return)
    settle()
    assert tab.entry.trouble.text() == "日期不能晚于今天。"
    assert tab.entry.headline.text() == "标题"


def test_used_outlets_are_offered(tab: ArticlesTab, desk: Desk, settle: Settle) -> None:
    an_article(desk, outlet="清河工人报")
    tab.refresh()
    settle()
    assert tab.entry.outlet.suggestions("清河") == ["清河工人报"]


def test_channel_genre_words_and_period_narrow_the_list(
    qtbot: QtBot, tab: ArticlesTab, desk: Desk, settle: Settle
) -> None:
    an_article(desk, title="一", genre=Genre.COLUMN, day=date(2026, 9, 1))
    an_article(desk, title="二", channel=Channel.PRESS)
    tab.refresh()
    settle()
    assert titles(tab) == ["二", "一"]
    tab.genre.set_value(Genre.COLUMN)
    settle()
    assert titles(tab) == ["一"]
    tab.filters.clear()
    tab.channel.set_value(Channel.PRESS)
    settle()
    assert titles(tab) == ["二"]
    tab.show_period(date(2026, 9, 1), date(2026, 9, 30))
    settle()
    assert titles(tab) == ["一"]
    tab.filters.text.setText("没有这样的")
    qtbot.waitUntil(lambda: titles(tab) == [])
    assert tab.filters.count.text() == "共 0 篇"


def test_a_row_is_changed_in_its_dialog(
    qtbot: QtBot, tab: ArticlesTab, desk: Desk, settle: Settle
) -> None:
    article = an_article(desk)
    tab.refresh()
    settle()
    tab.table.view.selectRow(0)
    qtbot.keyClick(tab.table.view, Qt.Key.Key_Return)
    dialog = dialog_of(tab)
    dialog.author.setText("周建业")
    dialog.reach.setText("1,200")
    dialog.verb.click()
    settle()
    draft = desk.publicity.get(article).draft
    assert (draft.author, draft.reach) == ("周建业", 1200)


def test_what_stands_in_the_line_goes_on_into_the_dialog(
    qtbot: QtBot, tab: ArticlesTab, desk: Desk, settle: Settle
) -> None:
    type_words(qtbot, tab.entry.headline, "标题")
    tab.entry.more.click()
    dialog = dialog_of(tab)
    assert dialog.title.text() == "标题"
    dialog.note.setPlainText("已存剪报")
    dialog.verb.click()
    settle()
    (row,) = desk.publicity.list(PublicityQuery())
    assert row.draft.note == "已存剪报"
    assert tab.entry.headline.text() == ""


def test_a_number_that_is_none_is_said_under_its_field(
    tab: ArticlesTab, desk: Desk, settle: Settle
) -> None:
    tab.entry.headline.setText("标题")
    tab.entry.more.click()
    dialog = dialog_of(tab)
    dialog.reach.setText("许多")
    dialog.verb.click()
    assert dialog.form.error("reach") == "阅读或播放量请写数字，如 36。"
    assert desk.publicity.list(PublicityQuery()) == ()


def test_somebody_elses_change_is_not_overwritten(
    tab: ArticlesTab, desk: Desk, settle: Settle
) -> None:
    article = an_article(desk)
    tab.refresh()
    settle()
    tab.table.view.selectRow(0)
    tab.open_current()
    dialog = dialog_of(tab)
    row = desk.publicity.get(article)
    changed = replace(row.draft, title="另一个标题")
    desk.publicity.change(article, version=row.version, draft=changed)
    dialog.verb.click()
    settle()
    assert dialog.isVisible()
    assert dialog.trouble.text()


def test_a_row_is_deleted_and_can_be_brought_back(
    tab: ArticlesTab, desk: Desk, said: Said, settle: Settle
) -> None:
    an_article(desk)
    tab.refresh()
    settle()
    tab.table.view.selectRow(0)
    tab._remove()
    settle()
    assert desk.publicity.list(PublicityQuery()) == ()
    assert said.toasts == ["已删除“学习到班组”。"]
    desk.history.undo_last()
    assert len(desk.publicity.list(PublicityQuery())) == 1


def test_a_picture_dropped_on_a_row_is_filed_with_it(
    tab: ArticlesTab, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    article = an_article(desk)
    tab.refresh()
    settle()
    picture = tmp_path / "剪报.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    drop(tab, picture, row=0)
    settle()
    settle()
    (filed,) = desk.documents.of_publicity(article)
    assert (filed.draft.kind, filed.draft.name) == (DocumentKind.PICTURE, "剪报")
    row = tab.table.model.row_at(0)
    assert row is not None
    assert row.files == 1


def test_a_file_dropped_beside_the_rows_goes_nowhere(
    tab: ArticlesTab, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    article = an_article(desk)
    tab.refresh()
    settle()
    (tmp_path / "a.png").write_bytes(b"x")
    drop(tab, tmp_path / "a.png", row=5)
    settle()
    assert desk.documents.of_publicity(article) == ()


def drop(tab: ArticlesTab, path: Path, *, row: int) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    high = tab.table.view.verticalHeader().defaultSectionSize()
    place, viewport = QPoint(40, high * row + high // 2), tab.table.view.viewport()
    how = (
        Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(viewport, QDragEnterEvent(place, *how))
    QApplication.sendEvent(viewport, QDragMoveEvent(place, *how))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(place), *how))


def test_files_are_listed_in_the_dialog_and_taken_away(
    tab: ArticlesTab, desk: Desk, answers: Answers, settle: Settle, tmp_path: Path
) -> None:
    article = an_article(desk)
    tab.refresh()
    settle()
    tab.table.view.selectRow(0)
    tab.open_current()
    (tmp_path / "报道.pdf").write_bytes(b"%PDF-1.4")
    answers.paths.append(tmp_path / "报道.pdf")
    dialog = dialog_of(tab)
    dialog.files.add.click()
    settle()
    settle()
    (shown,) = dialog.files.rows
    assert shown.draft.kind is DocumentKind.ARTICLE
    dialog.files.take_away(shown)
    settle()
    settle()
    assert desk.documents.of_publicity(article) == ()
    assert dialog.files.rows == ()


def test_a_link_opens_only_when_asked_for(
    tab: ArticlesTab, desk: Desk, said: Said, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True
    )
    an_article(desk, link="https://a.example/1")
    an_article(desk, link="file:///etc/hosts", day=date(2026, 11, 1))
    tab.refresh()
    settle()
    tab.table.view.selectRow(0)
    assert opened == []
    tab._visit()
    assert opened == ["https://a.example/1"]
    tab.table.view.selectRow(1)
    tab._visit()
    assert len(opened) == 1
    assert said.toasts == ["这一条没有可以打开的网页链接。"]

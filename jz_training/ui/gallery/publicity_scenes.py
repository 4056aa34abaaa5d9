"""Pictures of publications, talks and both by month, on the sample union."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.publicity.outreach_dialog import OutreachDialog
from jz_training.ui.publicity.publicity_dialog import PublicityDialog
from jz_training.ui.publicity.publicity_page import PublicityPage

D = TypeVar("D", bound=QDialog)


def publicity_scenes() -> tuple[Scene, ...]:
    """Return the pictures of the page 宣传宣讲."""
    return (
        Scene("publicity", lambda stage: _tab(stage, "articles")),
        Scene("publicity-link", _pasted),
        Scene("publicity-missing", _missing),
        Scene("publicity-none-found", _none_found),
        Scene("publicity-dialog", _article),
        Scene("outreach", lambda stage: _tab(stage, "talks")),
        Scene("outreach-dialog", _talk),
        Scene("publicity-months", lambda stage: _tab(stage, "months")),
    )


def _page(stage: Stage, tab: str) -> PublicityPage:
    stage.shell.open_page("publicity", tab=tab)
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, PublicityPage)
    page.articles.filters.clear()
    page.articles.entry.start_next()
    stage.wait_until(lambda: page.articles.table.model.rowCount() > 0)
    return page


def _tab(stage: Stage, tab: str) -> QWidget:
    page = _page(stage, tab)
    for table in (page.articles.table, page.talks.table, page.months.table):
        table.view.selectRow(1)
    return stage.window


def _pasted(stage: Stage) -> QWidget:
    entry = _page(stage, "articles").articles.entry
    entry.headline.setText("班组里的大会精神")
    entry.link.set_value("https://news.example.com/2026/11/study-in-the-weaving-shop.html")
    return stage.window


def _missing(stage: Stage) -> QWidget:
    entry = _page(stage, "articles").articles.entry
    entry.save.click()
    return stage.window


def _none_found(stage: Stage) -> QWidget:
    page = _page(stage, "articles")
    page.articles.filters.text.setText("没有这样的标题")
    stage.wait_until(lambda: page.articles.table.model.rowCount() == 0)
    return stage.window


def _article(stage: Stage) -> QWidget:
    page = _page(stage, "articles")
    page.articles.table.view.selectRow(0)
    page.articles.open_current()
    return _dialog(page, PublicityDialog)


def _talk(stage: Stage) -> QWidget:
    page = _page(stage, "talks")
    page.talks.table.view.selectRow(1)
    page.talks.open_current()
    return _dialog(page, OutreachDialog)


def _dialog(owner: QWidget, kind: type[D]) -> D:
    """Return the dialog opened last: those closed before may still wait for their end."""
    return owner.findChildren(kind)[-1]

"""Pictures of publications, talks and both by month, on the sample union."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.outreach import OutreachDraft, PlaceKind
from jz_training.domain.publicity import Channel, Genre, PublicityDraft
from jz_training.domain.training import TrainingForm
from jz_training.services.publicity import PublicityQuery
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.publicity.outreach_dialog import OutreachDialog
from jz_training.ui.publicity.publicity_dialog import PublicityDialog
from jz_training.ui.publicity.publicity_page import PublicityPage

D = TypeVar("D", bound=QDialog)

_ARTICLES = (
    ("11-20", "班前十分钟，学习到班组", Channel.WECHAT, Genre.NEWS, "清河纺织工会", "周建业"),
    ("11-18", "在织机旁读懂大会精神", Channel.PRESS, Genre.REFLECTION, "清河工人报", "程远"),
    ("11-12", "学习专栏第三期", Channel.BOARD, Genre.COLUMN, "职工之家宣传栏", "工会宣传组"),
    ("10-29", "把心声带到会上", Channel.APP, Genre.COMMENTARY, "清河职工客户端", "陈曦"),
    ("10-16", "微宣讲走进印染车间", Channel.SHORT_VIDEO, Genre.NEWS, "清河纺织工会", "胡杨林"),
    ("9-28", "学习专栏第二期", Channel.BOARD, Genre.COLUMN, "职工之家宣传栏", "工会宣传组"),
)
_TALKS = (
    ("11-19T07:30", 20, "班前微宣讲", TrainingForm.MICRO_OUTREACH, PlaceKind.TEAM, 31, None),
    ("11-13T15:00", 60, "大会精神进车间", TrainingForm.OUTREACH, PlaceKind.WORKSHOP, 86, None),
    ("10-24T19:30", 45, "云上讲堂第一讲", TrainingForm.CLOUD_OUTREACH, PlaceKind.ONLINE, None, 412),
    ("10-15T15:00", 60, "走进协作企业", TrainingForm.OUTREACH, PlaceKind.ENTERPRISE, 120, None),
    ("09-22T07:30", 20, "班前微宣讲", TrainingForm.MICRO_OUTREACH, PlaceKind.TEAM, 28, None),
)
_PLACES = {
    PlaceKind.TEAM: "织造一班",
    PlaceKind.WORKSHOP: "织造车间",
    PlaceKind.ONLINE: "清河职工直播间",
    PlaceKind.ENTERPRISE: "清河印花厂",
}


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
    _live_through(stage)
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


def _live_through(stage: Stage) -> None:
    """Enter what happened in the sample's autumn, once."""
    assert stage.shell.current is not None
    desk = stage.shell.current.ctx.desk
    if desk.publicity.list(PublicityQuery()):
        return
    year = desk.now().year
    for day, title, channel, genre, outlet, author in _ARTICLES:
        month, number = map(int, day.split("-"))
        desk.publicity.add(
            PublicityDraft(
                title=title,
                day=date(year, month, number),
                channel=channel,
                genre=genre,
                outlet=outlet,
                author=author,
                link="https://news.example.com/a" if channel is not Channel.BOARD else "",
            )
        )
    for when, minutes, title, form, kind, heads, views in _TALKS:
        start = datetime.fromisoformat(f"{year}-{when}")
        desk.outreach.record(
            OutreachDraft(
                title=title,
                form=form,
                start=start,
                end=start + timedelta(minutes=minutes),
                place_kind=kind,
                place=_PLACES[kind],
                speaker="周建业",
                head_count=heads,
                online_views=views,
                groups=("女职工", "农民工") if heads == 86 else (),
            )
        )

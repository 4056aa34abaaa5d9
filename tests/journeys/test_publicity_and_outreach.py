"""Publications and talks, entered by the keyboard, from the first line to the months."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import Channel
from jz_training.services.desk import Desk
from jz_training.services.outreach_rows import OutreachQuery
from jz_training.services.publicity import PublicityQuery
from jz_training.ui.publicity.publicity_page import MONTHS, TALKS, PublicityPage
from jz_training.ui.trainings.training_new_page import TrainingNewPage
from jz_training.ui.trainings.training_page import TrainingPage
from jz_training.ui.trainings.trainings_page import TrainingsPage
from tests.journeys.keyboard import CTRL
from tests.journeys.windows import Window
from tests.services.notices import a_notice


def test_two_publications_and_a_talk_make_a_month(
    window: Window, desk: Desk, tmp_path: Path
) -> None:
    page = window.open(PublicityPage, "publicity")
    published(window, desk)
    told(window, desk, page)
    page.tabs.choose(MONTHS)
    window.settle()
    (month,) = desk.outreach.months()
    assert (month.publications, month.talks, month.listeners) == (2, 1, 31)
    page.months.table.opened.emit(0)
    window.settle()
    assert page.tabs.line.current == TALKS
    assert page.talks.table.model.rowCount() == 1
    window.answers.paths.append(tmp_path / "宣讲记录表.xlsx")
    page.export.click()
    window.settle()
    window.settle()
    assert (tmp_path / "宣讲记录表.xlsx").stat().st_size > 0


def published(window: Window, desk: Desk) -> None:
    """Enter two publications; the second one takes a few keys only."""
    keys = window.keys
    keys.spell("在织机旁", pinyin="zzjp")
    keys.press(Qt.Key.Key_Tab)
    keys.type("wx")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.spell("清河纺织工会", pinyin="qhfzgh")
    keys.press(Qt.Key.Key_Return)
    window.settle()
    before = keys.pressed
    keys.spell("班前十分钟", pinyin="bqsfz")
    keys.press(Qt.Key.Key_Return)
    window.settle()
    assert keys.pressed - before < 10
    rows = desk.publicity.list(PublicityQuery())
    assert {row.draft.title for row in rows} == {"在织机旁", "班前十分钟"}
    assert {row.draft.channel for row in rows} == {Channel.WECHAT}
    assert {row.draft.outlet for row in rows} == {"清河纺织工会"}


def told(window: Window, desk: Desk, page: PublicityPage) -> None:
    """Enter a talk of two days ago."""
    keys = window.keys
    page.tabs.choose(TALKS)
    window.settle()
    keys.spell("大会精神进班组", pinyin="dhjsjbz")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.type("bz")
    page.talks.entry.when.day.setText("11-20")
    page.talks.entry.heads.setFocus()
    keys.type("31")
    keys.press(Qt.Key.Key_Return)
    window.settle()
    (row,) = desk.outreach.list(OutreachQuery())
    assert (row.draft.place_kind, row.listeners) == (PlaceKind.TEAM, 31)


def test_a_talk_by_names_goes_on_to_its_list(window: Window, desk: Desk) -> None:
    window.open(PublicityPage, "publicity", tab=TALKS)
    window.keys.spell("大会精神进班组", pinyin="dhjsjbz")
    window.keys.press(Qt.Key.Key_Return, CTRL)
    window.settle()
    window.settle()
    page = window.page(TrainingPage)
    assert page.tabs.current == "list"


def test_what_was_entered_is_undone_by_ctrl_z(window: Window, desk: Desk) -> None:
    page = window.open(PublicityPage, "publicity")
    window.keys.spell("在织机旁", pinyin="zzjp")
    window.keys.press(Qt.Key.Key_Return)
    window.settle()
    page.articles.table.setFocus()
    window.keys.press(Qt.Key.Key_Z, CTRL)
    window.settle()
    window.settle()
    assert desk.publicity.list(PublicityQuery()) == ()
    assert page.articles.table.model.rowCount() == 0


def test_a_training_answers_a_notice_and_is_found_by_it(window: Window, desk: Desk) -> None:
    notice = a_notice(desk)
    page = window.open(TrainingNewPage, "training_new")
    fields = page.editor.fields
    fields.title.setText("专题学习会")
    fields.notice.setCurrentIndex(1)
    fields.phase.phase.setText("1")
    fields.phase.batch.setText("2")
    window.keys.press(Qt.Key.Key_S, CTRL)
    window.settle()
    window.settle()
    trainings = window.open(TrainingsPage, "trainings", notice_id=notice)
    window.settle()
    row = trainings.table.model.row_at(0)
    assert row is not None
    draft = desk.trainings.get(row.training_id).draft
    assert (draft.notice_id, draft.phase, draft.batch) == (notice, 1, 2)

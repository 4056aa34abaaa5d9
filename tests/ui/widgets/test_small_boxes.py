"""Boxes of words and of notices, and lines of fields that break."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jz_training.domain.notice import NoticeRow
from jz_training.domain.publicity import Channel
from jz_training.labels.notices import CHANNELS
from jz_training.ui.trainings.phase_field import PhaseField
from jz_training.ui.widgets.filled_flow import FilledFlow
from jz_training.ui.widgets.notice_box import NoticeBox
from jz_training.ui.widgets.word_box import WordBox
from jz_training.ui.work import Work


@pytest.fixture
def box(qtbot: QtBot, work: Work, settle: Callable[[], None]) -> WordBox[Channel]:
    made: WordBox[Channel] = WordBox(CHANNELS, work, everything="全部渠道")
    qtbot.addWidget(made)
    settle()
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wx", Channel.WECHAT),
        ("wb", Channel.WEIBO),
        ("wsp", Channel.SHORT_VIDEO),
        ("khd", Channel.APP),
        ("ww", Channel.WECHAT),  # the next one that begins so
    ],
)
def test_letters_choose_a_word(
    qtbot: QtBot, box: WordBox[Channel], typed: str, found: Channel
) -> None:
    qtbot.keyClicks(box, typed)
    assert box.value() is found


def test_letters_of_no_word_change_nothing(qtbot: QtBot, box: WordBox[Channel]) -> None:
    box.set_value(Channel.PRESS)
    qtbot.keyClicks(box, "v")
    assert box.value() is Channel.PRESS


def test_arrows_still_move(qtbot: QtBot, box: WordBox[Channel]) -> None:
    assert box.value() is None
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.value() is Channel.PRESS


def notice(title: str, *, reviewed: bool) -> NoticeRow:
    return NoticeRow(
        id=uuid4(), version=1, title=title, issuer="", number="", dated=None,
        received_on=date(2026, 11, 1), reviewed=reviewed,
    )  # fmt: skip


def test_the_newest_reviewed_notice_is_offered_first_and_none_is_chosen(qtbot: QtBot) -> None:
    box = NoticeBox("不对应通知")
    qtbot.addWidget(box)
    titles = (("新", False), ("次新", True), ("旧", True))
    box.set_notices([notice(title, reviewed=reviewed) for title, reviewed in titles])
    words = [box.itemText(at) for at in range(box.count())]
    assert words == ["不对应通知", "次新", "旧", "新"]
    assert box.value() is None


def test_a_notice_is_kept_while_the_list_is_on_its_way(qtbot: QtBot) -> None:
    box = NoticeBox("不对应通知")
    qtbot.addWidget(box)
    known = notice("通知", reviewed=True)
    box.set_value(known.id)
    assert box.value() == known.id
    with qtbot.assertNotEmitted(box.currentIndexChanged):
        box.set_notices([known])
    assert (box.value(), box.currentText()) == (known.id, "通知")
    box.setCurrentIndex(0)
    assert box.value() is None


def test_phase_and_batch_may_be_left_out(qtbot: QtBot) -> None:
    field = PhaseField()
    qtbot.addWidget(field)
    assert field.value() == (None, None)
    field.set_value(None, 2)
    assert field.value() == (None, 2)
    qtbot.keyClicks(field.phase, "0x1")
    assert field.value() == (1, 2)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    """Return three fields in a line, the first of which may grow."""
    made = QWidget()
    qtbot.addWidget(made)
    flow = FilledFlow(spacing=10)
    made.setLayout(flow)
    for grow in (1, 0, 0):
        widget = QWidget()
        widget.setMinimumHeight(20)
        flow.put(widget, least=100, grow=grow)
    made.show()
    return made


def places(holder: QWidget, width: int) -> list[tuple[int, int]]:
    """Return where the fields stand and how wide they are, in lines from 0."""
    flow = holder.layout()
    assert isinstance(flow, FilledFlow)
    flow.setGeometry(QRect(0, 0, width, flow.heightForWidth(width)))
    fields = [flow.itemAt(at).geometry() for at in range(flow.count())]
    return [(field.y(), field.width()) for field in fields]


def test_what_is_left_of_a_line_goes_to_who_may_grow(holder: QWidget) -> None:
    assert places(holder, 400) == [(0, 180), (0, 100), (0, 100)]


def test_a_line_breaks_before_anything_is_squeezed(holder: QWidget) -> None:
    (first, wide), (second, _), (third, narrow) = places(holder, 250)
    assert first == second < third
    assert (wide, narrow) == (140, 100)


def test_a_field_may_always_begin_a_line(holder: QWidget) -> None:
    flow = holder.layout()
    assert isinstance(flow, FilledFlow)
    last = QWidget()
    last.setMinimumHeight(20)
    flow.put(last, least=10, new_line=True)
    last.show()  # the holder is in sight already
    lines = [line for line, _ in places(holder, 900)]
    assert lines[:3] == [0, 0, 0]
    assert lines[3] > 0

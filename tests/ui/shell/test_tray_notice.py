"""The notice from the tray: only where it is wished, once a morning, and quiet without a tray."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.shell.tray_notice import TrayNotice, keep_wish
from tests.conftest import Clock
from tests.services.stories import a_listed_training, a_training


@dataclass
class ToldTray:
    """A tray that remembers what it was told."""

    told: list[str] = field(default_factory=list)
    removed: bool = False

    def tell(self, title: str, words: str) -> None:
        self.told.append(words)

    def remove(self) -> None:
        self.removed = True


@pytest.fixture
def tray() -> ToldTray:
    return ToldTray()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def notice(ctx: Context, owner: QWidget, tray: ToldTray) -> TrayNotice:
    keep_wish(ctx.memory, on=True)
    return TrayNotice(ctx, owner, make_tray=lambda _: tray)


def today_and_past(desk: Desk) -> None:
    a_listed_training(desk)  # two days before the clock, nobody marked
    a_training(desk, start=datetime(2026, 11, 22, 15), end=datetime(2026, 11, 22, 16))
    a_training(desk, start=datetime(2026, 11, 23, 15), end=datetime(2026, 11, 23, 16))


def test_at_the_start_the_day_is_told(
    notice: TrayNotice, desk: Desk, tray: ToldTray, settle: Callable[[], None]
) -> None:
    today_and_past(desk)
    notice.begin()
    settle()
    assert tray.told == ["今天 1 场、明天 1 场、未录入 1 场。"]


def test_it_is_told_again_only_in_the_morning(
    notice: TrayNotice, desk: Desk, tray: ToldTray, clock: Clock, settle: Callable[[], None]
) -> None:
    today_and_past(desk)
    notice.begin()
    for hour, count in ((12, 1), (31, 1), (32, 2), (33, 2)):  # 7:00 and 8:00 of the next day
        clock.time = datetime(2026, 11, 22 + hour // 24, hour % 24)
        notice.look()
        settle()
        assert len(tray.told) == count


def test_nothing_to_say_is_not_said(
    notice: TrayNotice, tray: ToldTray, settle: Callable[[], None]
) -> None:
    notice.begin()
    settle()
    assert tray.told == []


def test_it_is_off_until_it_is_wished_and_goes_when_it_is_wished_no_longer(
    notice: TrayNotice, ctx: Context, desk: Desk, tray: ToldTray, settle: Callable[[], None]
) -> None:
    today_and_past(desk)
    keep_wish(ctx.memory, on=False)
    notice.begin()
    settle()
    assert tray.told == []
    keep_wish(ctx.memory, on=True)
    notice.look()
    settle()
    assert len(tray.told) == 1
    keep_wish(ctx.memory, on=False)
    notice.look()
    assert tray.removed


def test_without_a_tray_all_is_quiet(
    ctx: Context, desk: Desk, owner: QWidget, settle: Callable[[], None]
) -> None:
    today_and_past(desk)
    keep_wish(ctx.memory, on=True)
    notice = TrayNotice(ctx, owner)  # the screenless platform has none
    notice.begin()
    settle()
    notice.end()

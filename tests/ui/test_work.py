"""The one door for work: order, results, errors, progress, stopping, a clean end."""

from __future__ import annotations

import logging
import threading

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from jz_training.errors import JzError, Refused
from jz_training.ui.shell.progress import Progress
from jz_training.ui.work import BUG, Work
from tests.ui.conftest import Heartbeat


def main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def test_the_job_runs_beside_the_window_and_its_result_comes_back_to_it(
    work: Work, qtbot: QtBot
) -> None:
    got: list[tuple[bool, bool]] = []
    work.read(main_thread, lambda inside: got.append((inside, main_thread())), owner=work)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(False, True)]


def test_calls_of_the_desk_keep_their_order(work: Work, qtbot: QtBot) -> None:
    done: list[int] = []
    for number in range(20):
        if number % 2:
            work.read(lambda number=number: done.append(number), lambda _: None, owner=work)
        else:
            work.change(lambda number=number: done.append(number), owner=work, kinds=())
    qtbot.waitUntil(lambda: work.idle)
    assert done == list(range(20))


def test_only_the_newest_of_a_key_is_delivered(work: Work, qtbot: QtBot) -> None:
    gate, got = threading.Event(), []
    work.read(gate.wait, lambda _: None, owner=work)
    for number in range(5):
        work.read(lambda number=number: number, got.append, owner=work, key="search")
    gate.set()
    qtbot.waitUntil(lambda: work.idle)
    assert got == [4]


def test_a_result_for_somebody_who_is_gone_is_dropped(work: Work, qtbot: QtBot) -> None:
    owner, got, gate = QObject(), [], threading.Event()
    work.read(gate.wait, got.append, owner=owner)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not _alive(owner))
    gate.set()
    qtbot.waitUntil(lambda: work.idle)
    assert got == []


def _alive(thing: QObject) -> bool:
    from shiboken6 import isValid

    return isValid(thing)


def test_a_change_tells_what_changed_and_when_it_was_saved(work: Work, qtbot: QtBot) -> None:
    with qtbot.waitSignals([work.saved, work.changed, work.busy], order="none"):
        work.change(lambda: None, owner=work, kinds={"people"})


def test_a_failed_change_is_not_called_saved(work: Work, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(work.saved), qtbot.waitSignal(work.failed):
        work.change(lambda: _raise(Refused("name", "missing")), owner=work, kinds={"people"})


def _raise(error: Exception) -> None:
    raise error


def test_an_error_for_people_is_told_in_its_own_words(work: Work, qtbot: QtBot) -> None:
    with qtbot.waitSignal(work.failed) as told:
        work.read(lambda: _raise(Refused("name", "missing")), lambda _: None, owner=work)
    assert told.args == ["请填写这一项。", ""]


def test_a_form_may_take_an_error_to_its_field(work: Work, qtbot: QtBot) -> None:
    taken: list[str] = []

    def take(error: JzError) -> bool:
        taken.append(error.field if isinstance(error, Refused) else "")
        return True

    with qtbot.assertNotEmitted(work.failed):
        work.change(lambda: _raise(Refused("name", "missing")), owner=work, kinds=(), failed=take)
        qtbot.waitUntil(lambda: bool(taken))
    assert taken == ["name"]


def test_a_fault_of_ours_is_logged_whole_and_told_briefly(
    work: Work, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(work.failed) as told:
        work.read(lambda: _raise(ValueError("odd")), lambda _: None, owner=work)
    assert told.args[0] == BUG
    assert "ValueError: odd" in told.args[1]
    assert "ValueError: odd" in caplog.text


def test_a_long_job_shows_itself_after_a_second_and_can_be_stopped(
    work: Work, qtbot: QtBot
) -> None:
    def count(progress: Progress) -> None:
        done = 0
        while True:
            QThread.msleep(5)
            done += 1
            progress(done % 100, 100)

    with qtbot.waitSignal(work.job_began, timeout=5000) as began:
        work.long("数数", count, lambda _: None, owner=work)
    assert began.args[0] == "数数"
    with qtbot.assertNotEmitted(work.failed), qtbot.waitSignals([work.job_ended, work.stopped]):
        work.stop_running()


def test_a_short_job_shows_nothing(work: Work, qtbot: QtBot) -> None:
    got: list[int] = []
    with qtbot.assertNotEmitted(work.job_began, wait=1200):
        work.long("数数", lambda _: 7, got.append, owner=work)
    assert got == [7]


def test_progress_reaches_the_window_once_a_percent(qtbot: QtBot) -> None:
    progress, moves = Progress(), []
    progress.moved.connect(lambda done, total, words: moves.append(done))
    for done in range(100_000):
        progress(done, 100_000)
    assert len(moves) == 100


def test_the_end_waits_for_what_is_being_saved(qtbot: QtBot) -> None:
    work, saved = Work(), []

    def save() -> None:
        QThread.msleep(100)
        saved.append("row")

    work.change(save, owner=work, kinds=())
    work.close(last=lambda: saved.append("closed"))
    assert saved == ["row", "closed"]


def test_the_end_stops_long_jobs_that_nobody_saw(qtbot: QtBot) -> None:
    work, laps = Work(), []

    def count(progress: Progress) -> None:
        while True:
            QThread.msleep(5)
            laps.append(1)
            progress(0, 100)

    work.long("数数", count, lambda _: None, owner=work)
    qtbot.waitUntil(lambda: bool(laps))
    work.close()
    assert len(laps) < 200


def test_after_the_end_nothing_is_run_any_more(qtbot: QtBot) -> None:
    work, ran = Work(), []
    work.close()
    work.close()
    work.read(lambda: ran.append(1), lambda _: None, owner=work)
    assert ran == []


@pytest.mark.soak  # a time: only on a machine with nothing else to do
def test_a_busy_worker_does_not_hold_up_the_window(
    work: Work, qtbot: QtBot, heartbeat: Heartbeat
) -> None:
    stop = threading.Event()

    def spin() -> None:
        while not stop.is_set():
            sum(range(100))

    work.read(spin, lambda _: None, owner=work)
    qtbot.wait(300)
    longest = heartbeat.stop()
    stop.set()
    qtbot.waitUntil(lambda: work.idle)
    assert longest < 100

"""The one door for work: nothing slow runs where the window is drawn.

Calls of the desk run one after another on one worker, so that they keep their order; long jobs
(files, pictures) run on a second one. Results come back where they were asked for; errors are told
in one place; after a change every page hears which kinds of things changed.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from jz_training.errors import JzError, Stopped
from jz_training.ui.shell.progress import Progress

T = TypeVar("T")

_log = logging.getLogger("jz_training.window")

#: A job that takes longer says what it is doing (LOOK: Doing).
SHOW_AFTER_MS = 1000

BUG = "程序出了一点问题，这一步没有完成。已经保存的内容不受影响。"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """One asked-for piece of work and what to do with its outcome."""

    run: Callable[[], Any]
    then: Callable[[Any], object] | None
    failed: Callable[[JzError], bool] | None
    owner: QObject | None
    key: str = ""
    number: int = 0
    kinds: frozenset[str] = frozenset()
    writes: bool = False


class Work(QObject):
    """Runs callables off the main thread and brings their results back to it.

    Do not touch widgets inside a callable: it runs on another thread. Results for an owner that
    has been deleted are dropped; with a `key`, only the newest result of that owner and key is
    delivered, and older ones that have not begun are skipped.

    Signals: changed(frozenset[str]) after a change succeeded, with its kinds; saved(datetime);
    failed(str, str): sentence and details to show; stopped(str) when the user stopped a job;
    job_began(str, Progress) when a long job takes more than a second; job_ended(); busy(bool)
    while a change is on its way.
    """

    changed = Signal(object)
    saved = Signal(object)
    failed = Signal(str, str)
    stopped = Signal(str)
    job_began = Signal(str, object)
    job_ended = Signal()
    busy = Signal(bool)
    _arrived = Signal(object)
    _ended = Signal()

    def __init__(self, *, clock: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self._clock = clock
        self._desk = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._long = ThreadPoolExecutor(1, thread_name_prefix="long")
        self._newest: dict[tuple[int, str], int] = {}
        self._count = 0
        self._writing = 0
        self._open: set[Future[Any]] = set()
        self._running: Progress | None = None
        self._jobs: dict[Future[Any], Progress] = {}
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end_job, Qt.ConnectionType.QueuedConnection)

    # --- asking --------------------------------------------------------------------------------

    def read(
        self,
        run: Callable[[], T],
        then: Callable[[T], object],
        *,
        owner: QObject,
        key: str = "",
        failed: Callable[[JzError], bool] | None = None,
    ) -> None:
        """Run something that only reads and give its result to `then`."""
        number = self._number(owner, key)
        self._submit(
            self._desk,
            _Job(run=run, then=then, failed=failed, owner=owner, key=key, number=number),
        )

    def change(
        self,
        run: Callable[[], T],
        then: Callable[[T], object] | None = None,
        *,
        owner: QObject,
        kinds: Iterable[str],
        failed: Callable[[JzError], bool] | None = None,
    ) -> None:
        """Run something that saves; afterwards `changed(kinds)` and `saved` are told.

        A change is never dropped: it happens even when its owner is gone. `failed` may take an
        error itself (such as `Refused`, to show it under its field) by returning True.
        """
        self._begin_writing()
        self._submit(
            self._desk,
            _Job(run=run, then=then, failed=failed, owner=owner, kinds=frozenset(kinds),
                 writes=True),
        )  # fmt: skip

    def long(
        self,
        title: str,
        run: Callable[[Progress], T],
        then: Callable[[T], object],
        *,
        owner: QObject,
        kinds: Iterable[str] = (),
        on_desk: bool = False,
        failed: Callable[[JzError], bool] | None = None,
    ) -> Progress:
        """Run a job that may take long, such as 导入名册; it can be stopped by the user.

        `title` follows 正在 on the screen. With `on_desk` it keeps its place among the calls of the
        desk, as anything must that saves to it; `kinds` are then told as by `change`.
        """
        progress = Progress()
        kinds = frozenset(kinds)
        if kinds:
            self._begin_writing()
        job = _Job(
            run=lambda: run(progress), then=then, failed=failed, owner=owner, kinds=kinds,
            writes=bool(kinds),
        )  # fmt: skip
        future = self._submit(self._desk if on_desk else self._long, job)
        self._jobs[future] = progress
        self._announce_if_slow(title, progress, future)
        return progress

    # --- ending --------------------------------------------------------------------------------

    def stop_running(self) -> None:
        """Ask the long job on screen to stop."""
        if self._running is not None:
            self._running.stop()

    @property
    def idle(self) -> bool:
        """Tell whether nothing is running or waiting."""
        return not self._open

    def close(self, *, last: Callable[[], None] | None = None) -> None:
        """Stop long jobs and drop reads; wait until what is being saved is saved.

        `last` runs on the desk's worker after everything else. Closing twice does no harm.
        """
        if self._closed:
            return
        self._closed = True
        self._newest.clear()  # reads with a key that have not begun are stale now
        for progress in self._jobs.values():
            progress.stop()
        self._long.shutdown(wait=True, cancel_futures=True)
        if last is not None:
            self._desk.submit(last).add_done_callback(_log_failure)
        self._desk.shutdown(wait=True)

    # --- running -------------------------------------------------------------------------------

    def _number(self, owner: QObject, key: str) -> int:
        self._count += 1
        if key:
            self._newest[id(owner), key] = self._count
        return self._count

    def _is_stale(self, job: _Job) -> bool:
        return bool(job.key) and self._newest.get((id(job.owner), job.key)) != job.number

    def _submit(self, pool: ThreadPoolExecutor, job: _Job) -> Future[Any]:
        if self._closed:
            return _dropped()
        future = pool.submit(lambda: None if self._is_stale(job) else job.run())
        self._open.add(future)
        future.add_done_callback(lambda done: self._arrived.emit((job, done)))
        return future

    def _deliver(self, outcome: tuple[_Job, Future[Any]]) -> None:
        job, future = outcome
        self._open.discard(future)
        self._jobs.pop(future, None)
        if job.writes:
            self._end_writing()
        if future.cancelled() or self._is_stale(job):
            return
        error = future.exception()
        if error is not None:
            self._tell(job, error)
            return
        if job.writes:
            self.saved.emit(self._clock())
        if job.then is not None and (job.owner is None or isValid(job.owner)):
            job.then(future.result())
        if job.kinds:
            self.changed.emit(job.kinds)

    def _tell(self, job: _Job, error: BaseException) -> None:
        owner_lives = job.owner is None or isValid(job.owner)
        if isinstance(error, JzError):
            taken = job.failed is not None and owner_lives and job.failed(error)
            if not taken and was_stopped(error):
                self.stopped.emit(str(error))
            elif not taken:
                self.failed.emit(str(error), error.details)
            return
        _log.error("A job failed", exc_info=error)
        self.failed.emit(BUG, "".join(traceback.format_exception(error)))

    def _begin_writing(self) -> None:
        self._writing += 1
        if self._writing == 1:
            self.busy.emit(True)

    def _end_writing(self) -> None:
        self._writing -= 1
        if self._writing == 0:
            self.busy.emit(False)

    def _end_job(self) -> None:
        self._running = None
        self.job_ended.emit()

    def _announce_if_slow(self, title: str, progress: Progress, future: Future[Any]) -> None:
        def announce() -> None:
            if not future.done():
                self._running = progress
                self.job_began.emit(title, progress)
                future.add_done_callback(lambda _: self._ended.emit())

        QTimer.singleShot(SHOW_AFTER_MS, self, announce)


def _log_failure(done: Future[None]) -> None:
    error = done.exception()
    if error is not None:
        _log.error("The last job failed", exc_info=error)


def _dropped() -> Future[Any]:
    """Return a future of what was asked for after the end: nobody is there to see a result."""
    future: Future[Any] = Future()
    future.cancel()
    return future


def was_stopped(error: JzError) -> bool:
    """Tell whether an error only says that the user stopped the job."""
    return isinstance(error, Stopped)

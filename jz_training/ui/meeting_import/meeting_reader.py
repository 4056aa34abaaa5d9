"""Reading an export in the background: the child process, then the comparison with the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from jz_training.domain.meeting_reading import MeetingChoice, MeetingReading
from jz_training.domain.online_attendance import MeetingMatch
from jz_training.errors import JzError
from jz_training.ui.context import Context
from jz_training.ui.shell.progress import Progress

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMeeting:
    """A file as read; `match` is None where its columns are to be chosen by hand first."""

    path: Path
    reading: MeetingReading
    match: MeetingMatch | None = None


class MeetingReader(QObject):
    """Reads one file at a time; a newer wish drops the older one.

    Signals: began(str, Progress): what is being done; done(ReadMeeting); failed(JzError).
    """

    began = Signal(str, object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._turn = 0
        self._progress: Progress | None = None

    def read(self, path: Path, training_id: UUID, *, choice: MeetingChoice | None = None) -> None:
        """Read a file for a training, with columns chosen by hand if there are any."""
        self.drop()
        trainings = self._ctx.desk.trainings

        def run(progress: Progress) -> MeetingReading:
            from jz_training.readers.meeting.guarded import read_meeting_guarded
            from jz_training.readers.meeting.understand import MeetingWish

            day = trainings.get(training_id).draft.start.date()
            wish = MeetingWish(day=day, choice=choice, offer_columns=True)
            return read_meeting_guarded(path, wish, stop=lambda: progress.stopped)

        self._begin(
            f"读取“{path.name}”", run, lambda reading: self._go_on(path, training_id, reading)
        )

    def match_again(self, known: ReadMeeting, training_id: UUID) -> None:
        """Compare again, because the list was changed meanwhile."""
        self.drop()
        self._match(known.path, training_id, known.reading)

    def drop(self) -> None:
        """Stop what is running and say nothing more about it."""
        self._turn += 1
        if self._progress is not None:
            self._progress.stop()

    def _go_on(self, path: Path, training_id: UUID, reading: MeetingReading) -> None:
        if reading.columns_unknown:
            self.done.emit(ReadMeeting(path=path, reading=reading))
        else:
            self._match(path, training_id, reading)

    def _match(self, path: Path, training_id: UUID, reading: MeetingReading) -> None:
        meetings = self._ctx.desk.meetings
        self._begin(
            "和名单比对",
            lambda _: meetings.match(training_id, reading),
            lambda match: self.done.emit(ReadMeeting(path=path, reading=reading, match=match)),
            on_desk=True,
        )

    def _begin(
        self,
        title: str,
        run: Callable[[Progress], T],
        then: Callable[[T], object],
        *,
        on_desk: bool = False,
    ) -> None:
        turn = self._turn

        def deliver(result: T) -> None:
            if turn == self._turn:
                then(result)

        def failed(error: JzError) -> bool:
            if turn == self._turn:
                self.failed.emit(error)
            return True

        self._progress = self._ctx.work.long(
            title, run, deliver, owner=self, on_desk=on_desk, failed=failed
        )
        self.began.emit(f"正在{title}…", self._progress)

"""Reading an export in the background: the child process, then the comparison with the list."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from jz_training.domain.meeting_reading import MeetingChoice, MeetingReading
from jz_training.domain.online_attendance import MeetingMatch
from jz_training.ui.shell.progress import Progress
from jz_training.ui.shell.turns import Turns


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMeeting:
    """A file as read; `match` is None where its columns are to be chosen by hand first."""

    path: Path
    reading: MeetingReading
    match: MeetingMatch | None = None


class MeetingReader(Turns):
    """Reads one file at a time; what is done is a ReadMeeting."""

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

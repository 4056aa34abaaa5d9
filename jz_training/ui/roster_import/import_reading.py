"""Reading a roster in the background: the child process, the remembered columns, the comparison."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jz_training.domain.roster_reading import ColumnChoice, RosterReading
from jz_training.ui.roster_import.import_plan import ImportPlan
from jz_training.ui.shell.progress import Progress
from jz_training.ui.shell.turns import Turns


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRoster:
    """A file as read and compared.

    `make` is the signature of the file read without a choice: a choice is remembered under it.
    """

    path: Path
    make: str
    reading: RosterReading
    plan: ImportPlan


def choice_in(reading: RosterReading) -> ColumnChoice:
    """Return what every column of a reading was taken for."""
    return {(column.sheet, column.index): column.field for column in reading.columns}


class RosterReader(Turns):
    """Reads one file at a time; what is done is a ReadRoster."""

    def read(self, path: Path) -> None:
        """Read a file with the columns remembered for its make, if any."""
        self.drop()
        self._read(path, None, lambda reading: self._recall(path, reading))

    def read_again(self, known: ReadRoster, choice: ColumnChoice) -> None:
        """Read a file again with other columns."""
        self.drop()
        self._read(
            known.path, choice, lambda reading: self._compare(known.path, known.make, reading)
        )

    def compare_again(self, known: ReadRoster) -> None:
        """Compare again, because what is stored was changed meanwhile."""
        self.drop()
        self._compare(known.path, known.make, known.reading)

    # --- the steps, one after another ----------------------------------------------------------

    def _read(
        self,
        path: Path,
        choice: ColumnChoice | None,
        then: Callable[[RosterReading], None],
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        def run(progress: Progress) -> RosterReading:
            from jz_training.readers.roster.guarded import read_roster_guarded

            return read_roster_guarded(path, choice=choice, stop=lambda: progress.stopped)

        self._begin(f"读取“{path.name}”", run, then, otherwise=otherwise)

    def _recall(self, path: Path, reading: RosterReading) -> None:
        """Read again with the columns chosen for such a file before; else go on with these."""

        def go_on(reading: RosterReading = reading) -> None:
            self._compare(path, make, reading)

        def recalled(choice: ColumnChoice | None) -> None:
            if choice is None or dict(choice) == choice_in(reading):
                go_on()
            else:
                self._read(path, choice, go_on, otherwise=go_on)

        make, imports = reading.signature, self._ctx.desk.imports
        self._ctx.work.read(
            lambda: imports.remembered(make), self._unless_dropped(recalled), owner=self
        )

    def _compare(self, path: Path, make: str, reading: RosterReading) -> None:
        imports = self._ctx.desk.imports

        def tell(plan: ImportPlan) -> None:
            self.done.emit(ReadRoster(path=path, make=make, reading=reading, plan=plan))

        self._begin(
            "和名册比对", lambda _: ImportPlan(imports.preview(reading)), tell, on_desk=True
        )

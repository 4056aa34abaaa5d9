"""Makes the data file of the newest revision, to be kept: `python -m tests.storage.old.make`.

Run once when a revision is released and commit what it writes; files of released revisions are
never made again.
"""

from __future__ import annotations

import gzip
import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from jz_training.domain.attendance import PRESENT, AttendanceStatus, LeaveReason, Mark
from jz_training.services.desk import open_desk
from jz_training.storage import schema
from tests.conftest import Clock
from tests.services.stories import a_listed_training
from tests.services.test_sheets import geometry_of

FOLDER = Path(__file__).parent


def main() -> None:
    """Live a short story with a row in every table and keep its file, packed."""
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(folder) / "w", clock=Clock(datetime(2026, 11, 22, 9)))
        desk.settings.change(organiser="清河市纺织公司工会", operator="周建业")
        training = a_listed_training(desk, people=6, topics=("甲", "乙"))
        sheet = desk.sheets.prepare(training)
        desk.sheets.keep(sheet, geometry_of(sheet))
        leave = Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.OFFICIAL)
        desk.attendance.mark(training, {1: leave, 2: Mark(status=AttendanceStatus.ABSENT)})
        desk.attendance.mark_rest(training, PRESENT)
        desk.attendance.add_walk_in(training, name="𠮷明")
        desk.attendance.close(training)
        desk.imports.remember("a", {})
        desk.close()
        data = Path(folder) / "w" / "data.sqlite"
        (FOLDER / f"{schema.HEAD}.sqlite.gz").write_bytes(gzip.compress(data.read_bytes(), mtime=0))


if __name__ == "__main__":
    sys.exit(main())

"""The pictures of importing an export of an online meeting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.training import TrainingState
from jz_training.sample.online import presences, write_export
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.meeting_import.meeting_page import MeetingPage
from jz_training.ui.meeting_import.meeting_plan import Group
from jz_training.ui.meeting_import.person_choice import PersonChoice

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def meeting_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the job."""
    return (
        Scene("online-choose", _choose),
        Scene("online-refused", lambda stage: _read(stage, _nothing).window),
        Scene("online-columns", lambda stage: _read(stage, _bare).window),
        Scene("online-confirm", lambda stage: _group(stage, Group.CONFIRM)),
        Scene("online-ready", lambda stage: _group(stage, Group.READY)),
        Scene("online-short", lambda stage: _group(stage, Group.SHORT)),
        Scene("online-strangers", lambda stage: _group(stage, Group.STRANGERS)),
        Scene("online-person", _person),
    )


def _open(stage: Stage, **what: Any) -> MeetingPage:
    from jz_training.services.ledger import TrainingQuery

    desk = _desk(stage)
    rows = desk.trainings.list(TrainingQuery(newest_first=False))
    row = next(r for r in rows if r.state is TrainingState.PLANNED and r.tally.unrecorded)
    stage.shell.open_page("meeting_import", training_id=row.training_id, **what)
    page: Any = stage.shell.current
    assert isinstance(page, MeetingPage)
    page.start_over()
    return page


def _desk(stage: Stage) -> Desk:
    page = stage.shell.current
    assert page is not None
    return page.ctx.desk


def _choose(stage: Stage) -> QWidget:
    _open(stage)
    return stage.window


def _read(stage: Stage, write: Callable[[Desk, MeetingPage, Path], Path]) -> Stage:
    """Read a file that is gone when the picture has been taken."""
    page = _open(stage)
    with TemporaryDirectory(prefix="jz-training-") as folder:
        page.read(write(_desk(stage), page, Path(folder)))
        stage.settle()
        stage.wait_until(lambda: not page.waiting.isVisible())
    return stage


def _export(desk: Desk, page: MeetingPage, folder: Path) -> Path:
    assert page.training_id is not None
    draft = desk.trainings.get(page.training_id).draft
    sheet = desk.attendance.sheet(page.training_id)
    rows = sorted(sheet.expected, key=lambda row: row.mark.status)  # who is still open first
    return write_export(
        folder / "成员参会明细.xlsx",
        topic=draft.title,
        start=draft.start,
        end=draft.end,
        people=presences([(row.name, row.unit) for row in rows]),
    )


def _nothing(_desk: Desk, _page: MeetingPage, folder: Path) -> Path:
    path = folder / "参会记录.csv"
    path.write_text("", encoding="utf-8")
    return path


def _bare(desk: Desk, page: MeetingPage, folder: Path) -> Path:
    assert page.training_id is not None
    rows = desk.attendance.sheet(page.training_id).expected[:4]
    lines = [f"{row.name},{row.unit},2026-01-20 15:01:00,2026-01-20 16:28:00" for row in rows]
    path = folder / "自己整理的记录.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _reviewed(stage: Stage) -> MeetingPage:
    _read(stage, _export)
    page: Any = stage.shell.current
    assert isinstance(page, MeetingPage)
    return page


def _group(stage: Stage, group: Group) -> QWidget:
    page = _reviewed(stage)
    page.review.tabs.choose(group.value)
    return stage.window


def _person(stage: Stage) -> QWidget:
    page = _reviewed(stage)
    plan = page.review.plan
    row = plan.rows()[Group.STRANGERS][0]
    lines = [plan.lines[number] for number in plan.free_numbers()]
    dialog: QDialog = PersonChoice(
        stage.window, name=row.people[0].name, raw=row.people[0].raw, lines=lines, likely=None
    )
    dialog.open()
    return dialog

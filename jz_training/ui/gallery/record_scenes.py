"""Pictures of the record of a training, on the sample union."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from jz_training.domain.summary import LedgerRow
from jz_training.domain.training import TrainingState
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.trainings.record.record_tab import RecordTab
from jz_training.ui.trainings.training_page import TrainingPage


def record_scenes() -> tuple[Scene, ...]:
    """Return a record that was written, and one that is begun."""
    return (
        Scene("record", lambda stage: _record(stage, lambda row: True)),
        Scene("record-begun", lambda stage: _record(stage, lambda row: row.tally.unrecorded > 0)),
    )


def _record(stage: Stage, fits: Callable[[LedgerRow], bool]) -> QWidget:
    page: Any = stage.shell.current
    rows = page.ctx.desk.trainings.list(TrainingQuery(newest_first=False))
    row = next(
        row for row in rows if row.held and row.state is not TrainingState.CANCELLED and fits(row)
    )
    stage.shell.open_page("training", training_id=row.training_id, tab="record")
    stage.settle()
    opened: Any = stage.shell.current
    assert isinstance(opened, TrainingPage)
    tab = opened.tab("record")
    assert isinstance(tab, RecordTab)
    return stage.window

"""The line “系列：共 n 场” above a training's fields, with what can be done to all of them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout

from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.trainings.series.copy_series_dialog import CopySeriesDialog
from jz_training.ui.trainings.series.move_series_dialog import MoveSeriesDialog
from jz_training.ui.trainings.series.series_list_dialog import SeriesListDialog
from jz_training.ui.trainings.series.series_reading import SeriesMembers, read_series
from jz_training.ui.widgets.card import Card

_KINDS = (kinds.TRAININGS,)


class SeriesStrip(Card):
    """Shown only for a training that was made together with others."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(padding=8)
        self._ctx = ctx
        self.series: SeriesMembers | None = None
        self.words = plain_label("", "strong")
        self.look = button("查看各场", "link")
        self.copy = button("复制系列…", "link")
        self.shift = button("整体移动…", "link")
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 0, 0)
        line.setSpacing(8)
        for part in (self.words, self.look):
            line.addWidget(part)
        line.addStretch(1)
        for part in (self.copy, self.shift):
            line.addWidget(part)
        self.add(line)
        self.look.clicked.connect(self._open_list)
        self.copy.clicked.connect(self._ask_copy)
        self.shift.clicked.connect(self._ask_move)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.hide()

    def read(self, training_id: UUID) -> None:
        """Read the series of a training and show it."""
        desk = self._ctx.desk
        self._ctx.work.read(
            lambda: read_series(desk, training_id), self.show_series, owner=self, key="series"
        )

    def show_series(self, series: SeriesMembers) -> None:
        """Show how many there are, and which of them this is."""
        self.series = series if series.is_series else None
        self.setVisible(series.is_series)
        self.words.setText(f"系列：共 {len(series.members)} 场，这是第 {series.place} 场")
        for act in (self.copy, self.shift):
            act.setVisible(not self._ctx.desk.read_only)

    def _open_list(self) -> None:
        if self.series is not None:
            dialog = SeriesListDialog(self, self.series, now=self._ctx.desk.now())
            dialog.opened.connect(
                lambda training_id: self._ctx.open_page("training", training_id=training_id)
            )
            dialog.open()

    def _ask_copy(self) -> None:
        if self.series is not None:
            dialog = CopySeriesDialog(self, self.series, clock=self._ctx.desk.now)
            dialog.chosen.connect(self._copy)
            dialog.open()

    def _copy(self, first: date) -> None:
        series, desk = self.series, self._ctx.desk
        series_id = series.training.series_id if series is not None else None
        if series_id is None:
            return

        def copied(made: tuple[UUID, ...]) -> None:
            self._ctx.toast(f"已复制系列，共 {len(made)} 场，名单和考勤不带过来。", undo=True)
            self._ctx.open_page("training", training_id=made[0], tab="info")

        self._ctx.work.change(
            lambda: desk.series.copy_series(series_id, first=first),
            copied,
            owner=self,
            kinds=_KINDS,
        )

    def _ask_move(self) -> None:
        if self.series is not None:
            dialog = MoveSeriesDialog(self, self.series, clock=self._ctx.desk.now)
            dialog.chosen.connect(self._move)
            dialog.open()

    def _move(self, by: timedelta, from_training: UUID | None) -> None:
        series, desk = self.series, self._ctx.desk
        series_id = series.training.series_id if series is not None else None
        if series_id is not None:
            self._ctx.work.change(
                lambda: desk.series.move_series(series_id, by=by, from_training=from_training),
                lambda count: self._ctx.toast(f"已移动 {count} 场。", undo=True),
                owner=self,
                kinds=_KINDS,
            )

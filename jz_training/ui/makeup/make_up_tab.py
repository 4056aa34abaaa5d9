"""The tab 补学 of the page 场次: who missed what, and the make-up groups."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from jz_training.ui.context import Context
from jz_training.ui.makeup.group_list import GroupList
from jz_training.ui.makeup.missed_list import MissedList
from jz_training.ui.side_tab import SideTab
from jz_training.ui.widgets.segmented import Segmented

PEOPLE, GROUPS = "people", "groups"


class MakeUpTab(SideTab):
    """Two lists, one of them shown."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.missed, self.groups = MissedList(ctx), GroupList(ctx)
        self.which = Segmented(((PEOPLE, "人员"), (GROUPS, "补学班")))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.missed)
        self._stack.addWidget(self.groups)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.which)
        column.addWidget(self._stack, 1)
        self.which.chosen.connect(self.show_list)
        self.missed.grouped.connect(self._show_group)
        self.groups.counted.connect(self._count_groups)

    def show_for(self, **what: object) -> None:
        """Show who missed a training (`training_id`), or what waits this year (`waiting`).

        With `groups` the make-up groups are shown.
        """
        training = what.get("training_id")
        self.show_list(GROUPS if what.get("groups") else PEOPLE)
        if isinstance(training, UUID):
            self.missed.filters.show_training(training)
        elif what.get("waiting"):
            self.missed.filters.show_waiting()

    def refresh(self) -> None:
        self.missed.refresh()
        self.groups.refresh()

    def focus_filter(self) -> None:
        self.show_list(PEOPLE)
        self.missed.filters.text.setFocus()

    def begin(self) -> None:
        self.missed.begin_record()

    def focus_rows(self) -> None:
        (self.groups if self.which.value() == GROUPS else self.missed).setFocus()

    def show_list(self, key: str) -> None:
        """Show the persons or the groups."""
        self.which.set_value(key)
        self._stack.setCurrentWidget(self.groups if key == GROUPS else self.missed)

    def _show_group(self, group_id: object) -> None:
        if isinstance(group_id, UUID):
            self.show_list(GROUPS)
            self.groups.choose(group_id)

    def _count_groups(self, waiting: int) -> None:
        self.which.set_words(GROUPS, f"补学班 {waiting}" if waiting else "补学班")

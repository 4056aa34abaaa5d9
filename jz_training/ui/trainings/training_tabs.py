"""The tabs of the page of one training, one above the other."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from jz_training.ui.attendance.attendance_tab import AttendanceTab
from jz_training.ui.context import Context
from jz_training.ui.trainings.dossier.dossier_tab import DossierTab
from jz_training.ui.trainings.event.papers_tab import PapersTab
from jz_training.ui.trainings.event.rooms_tab import RoomsTab
from jz_training.ui.trainings.print_tab import PrintTab
from jz_training.ui.trainings.record.record_tab import RecordTab
from jz_training.ui.trainings.training_info_tab import TrainingInfoTab
from jz_training.ui.trainings.training_list_tab import TrainingListTab
from jz_training.ui.trainings.training_tab import TrainingTab

#: The tabs by key, in their order.
TABS = (
    ("info", "基本信息"),
    ("list", "名单"),
    ("rooms", "分会场"),
    ("attendance", "考勤"),
    ("papers", "会前材料"),
    ("dossier", "材料"),
    ("record", "记录"),
    ("print", "打印"),
)


#: Tabs whose height counts more than the figures.
WITHOUT_FIGURES = frozenset({"papers", "dossier", "record", "print"})


class TrainingTabs(QStackedWidget):
    """Holds every tab by its key; those the page speaks to have names of their own."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.attendance = AttendanceTab(ctx)
        self.dossier = DossierTab(ctx)
        self.print = PrintTab(ctx)
        self.by_key: dict[str, TrainingTab] = {
            "info": TrainingInfoTab(ctx),
            "list": TrainingListTab(ctx),
            "rooms": RoomsTab(ctx),
            "attendance": self.attendance,
            "papers": PapersTab(ctx),
            "dossier": self.dossier,
            "record": RecordTab(ctx),
            "print": self.print,
        }
        for tab in self.by_key.values():
            self.addWidget(tab)

    def open(self, key: str, training_id: UUID) -> None:
        """Show a training in a tab; the others make the page no taller than this one needs."""
        shown = self.by_key[key]
        shown.show_training(training_id)
        policy = QSizePolicy.Policy
        for tab in self.by_key.values():
            wish = policy.Expanding if tab is shown else policy.Ignored
            tab.setSizePolicy(wish, wish)
        self.setCurrentWidget(shown)

"""The tabs of the page of one training, one above the other, each made on its first visit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from jz_training.domain.dossier import DossierPart
from jz_training.ui.attendance.attendance_tab import AttendanceTab
from jz_training.ui.context import Context
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
    """Holds every tab by its key; attendance is there at once, the page shows a part of it.

    Signals: counted(int): so many documents are in the dossier.
    """

    counted = Signal(int)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.attendance = AttendanceTab(ctx)
        self._made: dict[str, TrainingTab] = {"attendance": self.attendance}
        self.addWidget(self.attendance)

    def tab(self, key: str) -> TrainingTab:
        """Return a tab, made now if nobody has visited it."""
        if key not in self._made:
            made = self._dossier() if key == "dossier" else _MAKERS[key](self._ctx)
            self._made[key] = made
            self.addWidget(made)
        return self._made[key]

    def open(self, key: str, training_id: UUID) -> None:
        """Show a training in a tab; the others make the page no taller than this one needs."""
        shown = self.tab(key)
        shown.show_training(training_id)
        policy = QSizePolicy.Policy
        for tab in self._made.values():
            wish = policy.Expanding if tab is shown else policy.Ignored
            tab.setSizePolicy(wish, wish)
        self.setCurrentWidget(shown)

    def choose_part(self, part: DossierPart) -> None:
        """Choose a part of the dossier, to be seen when its tab is opened."""
        from jz_training.ui.trainings.dossier.dossier_tab import DossierTab

        tab = self.tab("dossier")
        assert isinstance(tab, DossierTab)
        tab.choose(part)

    def print_sheet(self) -> None:
        """Ask how to print the sheet in sight."""
        from jz_training.ui.trainings.print_tab import PrintTab

        tab = self.tab("print")
        assert isinstance(tab, PrintTab)
        tab.pane.print()

    def _dossier(self) -> TrainingTab:
        from jz_training.ui.trainings.dossier.dossier_tab import DossierTab

        made = DossierTab(self._ctx)
        made.counted.connect(self.counted)
        return made


def _info(ctx: Context) -> TrainingTab:
    from jz_training.ui.trainings.training_info_tab import TrainingInfoTab

    return TrainingInfoTab(ctx)


def _list(ctx: Context) -> TrainingTab:
    from jz_training.ui.trainings.training_list_tab import TrainingListTab

    return TrainingListTab(ctx)


def _rooms(ctx: Context) -> TrainingTab:
    from jz_training.ui.trainings.event.rooms_tab import RoomsTab

    return RoomsTab(ctx)


def _papers(ctx: Context) -> TrainingTab:
    from jz_training.ui.trainings.event.papers_tab import PapersTab

    return PapersTab(ctx)


def _record(ctx: Context) -> TrainingTab:
    from jz_training.ui.trainings.record.record_tab import RecordTab

    return RecordTab(ctx)


def _print(ctx: Context) -> TrainingTab:
    from jz_training.ui.trainings.print_tab import PrintTab

    return PrintTab(ctx)


_MAKERS: Mapping[str, Callable[[Context], TrainingTab]] = {
    "info": _info,
    "list": _list,
    "rooms": _rooms,
    "papers": _papers,
    "record": _record,
    "print": _print,
}

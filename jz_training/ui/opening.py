"""After the first paint: the inside of the window, the data, words when it cannot be opened."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from jz_training import labels
from jz_training.errors import JzError
from jz_training.labels.handover import read_only_words
from jz_training.paths import resources
from jz_training.ui.ask import WindowAsker
from jz_training.ui.context import Context
from jz_training.ui.log_file import begin_log, end_log
from jz_training.ui.memory import Memory
from jz_training.ui.page import PageSpec
from jz_training.ui.pages import all_pages
from jz_training.ui.shell.main_window import MainWindow
from jz_training.ui.shell.one_window import Bell
from jz_training.ui.shell.shell import Shell
from jz_training.ui.shell.tray_notice import TrayNotice
from jz_training.ui.shell.trouble_page import Rescue, TroublePage
from jz_training.ui.style.fonts import load_bundled_faces
from jz_training.ui.style.look import apply_look
from jz_training.ui.style.system_words import speak_chinese
from jz_training.ui.work import BUG, Work

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

_log = logging.getLogger("jz_training.window")

#: How often it is looked whether a backup is due.
_BACKUP_LOOK_MS = 10 * 60 * 1000


class CannotOpen(JzError):
    """Opening failed by a fault of ours; the sentence says so, the details help support."""

    def __init__(self, sentence: str, details: str) -> None:
        super().__init__(sentence)
        self.details = details


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the window needs to begin.

    `open_desk` runs on the worker and may raise a JzError; `pages` in the order of the rail, the
    first is opened; `rescue` helps when the data is damaged.
    """

    folder: Path
    open_desk: Callable[[], Desk]
    pages: Sequence[PageSpec]
    rescue: Rescue | None = None


def usual_plan(folder: Path) -> Plan:
    """Return how a workspace is opened with all pages."""
    return Plan(
        folder=folder,
        open_desk=lambda: _open_desk(folder),
        pages=all_pages(),
        rescue=Rescue(lambda: _backups(folder), lambda name: _restore(folder, name)),
    )


class Opening(QObject):
    """Fills the window, opens the desk on the worker, and gives it back at the end."""

    def __init__(self, app: QApplication, window: MainWindow, memory: Memory, plan: Plan) -> None:
        super().__init__(window)
        self._plan, self._memory, self._window = plan, memory, window
        self._desk: Desk | None = None
        self._bell: Bell | None = None
        self._tray: TrayNotice | None = None
        load_bundled_faces(resources() / "fonts")
        speak_chinese(app)
        self.look = apply_look(app, memory)
        self.work = Work()
        self.work.failed.connect(self._explain_bug)
        self.shell = Shell(plan.pages)
        window.setCentralWidget(self.shell)
        sys.excepthook = self.report
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._back_up_if_due)

    def begin(self) -> None:
        """Open the data and listen for a second start."""
        self._open()
        self._bell = Bell(self._plan.folder, self)
        self._bell.rung.connect(self._come_to_front)
        self._bell.listen()

    def end(self) -> None:
        """Wait for what is being saved, back up if due, close the data."""
        self._timer.stop()
        if self._bell is not None:
            self._bell.close()
        if self._tray is not None:
            self._tray.end()
        self.work.close(last=self._give_back)

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log an error of ours whole and say briefly that there was one."""
        _log.critical("Unexpected error", exc_info=(kind, error, trace))
        self.shell.warn(BUG, f"{kind.__name__}: {error}")

    # --- opening -------------------------------------------------------------------------------

    def _open(self) -> None:
        self.work.read(self._plan.open_desk, self._begin, owner=self, failed=self._explain)

    def _begin(self, desk: Desk) -> None:
        self._desk = desk
        self.work.failed.disconnect(self._explain_bug)  # from now on the shell tells
        shell = self.shell
        ctx = Context(
            desk=desk,
            work=self.work,
            ask=WindowAsker(self._window, self._memory),
            toast=shell.tell,
            open_page=shell.open_page,
            memory=self._memory,
            look=self.look,
        )
        shell.begin(ctx, self._plan.pages[0].key)
        if desk.read_only:
            shell.tell(read_only_words(desk.archived))
        self._timer.start(_BACKUP_LOOK_MS)
        self._remind(ctx)

    def _remind(self, ctx: Context) -> None:
        """Tell of the day from the tray, where that is wished; a click shows the home page."""
        self._tray = TrayNotice(ctx, self)
        self._tray.clicked.connect(self._come_to_front)
        self._tray.clicked.connect(lambda: self.shell.open_page("home"))
        self._tray.begin()

    def _explain_bug(self, sentence: str, details: str) -> None:
        self._explain(CannotOpen(sentence, details))

    def _explain(self, error: JzError) -> bool:
        page = TroublePage(error, self._plan.folder)
        page.retry_requested.connect(self._open)
        page.restore_requested.connect(self._restore)
        self.shell.pages.show_instead(page)
        rescue = self._plan.rescue
        if page.offers_backups and rescue is not None:
            self.work.read(rescue.backups, page.offer, owner=page)
        return True

    def _restore(self, name: str) -> None:
        rescue = self._plan.rescue
        if rescue is not None:
            self.work.change(
                lambda: rescue.restore(name), lambda _: self._open(), owner=self, kinds=()
            )

    # --- living --------------------------------------------------------------------------------

    def _come_to_front(self) -> None:
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()

    def _back_up_if_due(self) -> None:
        desk = self._desk
        if desk is not None and self.work.idle:
            self.work.read(lambda: desk.backups.make_if_due(), lambda _: None, owner=self)

    def _give_back(self) -> None:
        """Close the desk, on the worker that used it."""
        desk = self._desk
        if desk is None:
            return
        try:
            desk.backups.make_if_due()
        except JzError:
            _log.warning("No backup was made at the end", exc_info=True)
        finally:
            desk.close()
            end_log()


# the services load the database's library: only on the worker, after the first paint


def _open_desk(folder: Path) -> Desk:
    from jz_training.services.desk import open_desk

    desk = open_desk(folder)
    begin_log(folder)
    return desk


def _backups(folder: Path) -> list[tuple[str, str]]:
    from jz_training.services.rescue import backups_of

    return [
        (row.name, f"{row.made_at:%Y-%m-%d %H:%M}　{labels.BACKUP_KINDS.get(row.kind, row.kind)}")
        for row in backups_of(folder)
    ]


def _restore(folder: Path, name: str) -> None:
    from jz_training.services.rescue import restore_damaged

    restore_damaged(folder, name, now=datetime.now())

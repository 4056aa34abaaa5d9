"""The notice from the tray: what is on today and what still has to be entered; off by default.

Where there is no tray, or nobody wishes it, nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from jz_training import PROGRAM
from jz_training.ui.context import Context
from jz_training.ui.memory import Memory
from jz_training.ui.style.icons import icon

if TYPE_CHECKING:
    from jz_training.services.home import Home

_WISH = "tray_notice"
#: Before this hour nobody is at work to read it.
MORNING = time(8, 0)
_LOOK_MS = 60_000
_SHOWN_MS = 10_000


def wished(memory: Memory) -> bool:
    """Tell whether the notice is wanted on this computer."""
    return memory.number(_WISH) == 1


def keep_wish(memory: Memory, *, on: bool) -> None:
    """Remember whether the notice is wanted."""
    memory.keep(_WISH, int(on))


def notice_words(home: Home) -> str:
    """Return 今天 2 场、明天 1 场、未录入 1 场、待关闭 1 场; empty when there is nothing to say."""
    days = [row.start.date() for row in home.upcoming]
    today = home.now.date()
    counts = (
        ("今天", days.count(today)),
        ("明天", days.count(today + timedelta(days=1))),
        ("未录入", len(home.to_enter)),
        ("待关闭", len(home.to_close)),
    )
    return "、".join(f"{word} {count} 场" for word, count in counts if count)


class Tray(Protocol):
    """What is needed of a tray."""

    def tell(self, title: str, words: str) -> None:
        """Show a notice."""
        ...

    def remove(self) -> None:
        """Take the icon away."""
        ...


class SystemTray(QObject):
    """An icon in the system's tray. Signals: clicked(): on the icon or on a notice."""

    clicked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(icon("calendar-days", role="accent", size=32), self)
        self._icon.messageClicked.connect(self.clicked)
        self._icon.activated.connect(lambda _: self.clicked.emit())
        self._icon.show()

    def tell(self, title: str, words: str) -> None:
        """Show a notice for some seconds."""
        self._icon.showMessage(title, words, self._icon.icon(), _SHOWN_MS)

    def remove(self) -> None:
        """Take the icon away."""
        self._icon.hide()
        self.deleteLater()


class TrayNotice(QObject):
    """Tells once at the start and once each morning, as long as it is wished.

    Signals: clicked(): the user wants to see more.
    """

    clicked = Signal()

    def __init__(
        self,
        ctx: Context,
        parent: QObject,
        *,
        make_tray: Callable[[TrayNotice], Tray | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._make_tray = make_tray or _system_tray
        self._tray: Tray | None = None
        self._told: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Tell what is on now, and look each minute whether a new morning has come."""
        self._timer.start()
        if wished(self._ctx.memory):
            self._ask()

    def end(self) -> None:
        """Look no longer and take the icon away."""
        self._timer.stop()
        self._put_away()

    def look(self) -> None:
        """Tell in the morning of a new day; put the icon away when it is wished no longer."""
        if not wished(self._ctx.memory):
            self._put_away()
        elif self._is_due(self._ctx.desk.now()):
            self._ask()

    def _is_due(self, now: datetime) -> bool:
        return self._told != now.date() and now.time() >= MORNING

    def _ask(self) -> None:
        self._told = self._ctx.desk.now().date()
        self._ctx.work.read(self._ctx.desk.home, self._tell, owner=self, key="tray")

    def _tell(self, home: Home) -> None:
        words = notice_words(home)
        if not words:
            return
        if self._tray is None:
            self._tray = self._make_tray(self)
        if self._tray is not None:
            self._tray.tell(PROGRAM, f"{words}。")

    def _put_away(self) -> None:
        if self._tray is not None:
            self._tray.remove()
            self._tray = None


def _system_tray(notice: TrayNotice) -> Tray | None:
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return None
    made = SystemTray(notice)
    made.clicked.connect(notice.clicked)
    return made

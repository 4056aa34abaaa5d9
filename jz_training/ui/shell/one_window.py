"""One window per workspace: a second start raises the first one and ends.

The one who rings uses only the standard library, because it runs before the first paint; the one
who listens loads QtNetwork afterwards.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QObject, Signal


def bell_name(folder: Path) -> str:
    """Return the name under which the window of a workspace listens: a pipe, or a socket's path."""
    key = crc32(os.fsencode(os.path.normcase(folder.absolute())))
    name = f"jz-training-{key:08x}"
    if sys.platform == "win32":
        return name
    place = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("TMPDIR") or "/tmp"
    return str(Path(place) / f"{name}-{os.getuid()}")


def ring(folder: Path) -> bool:
    """Raise the window that has this workspace open; False when there is none."""
    try:
        _ring(bell_name(folder))
    except OSError:
        return False
    return True


if sys.platform == "win32":

    def _ring(name: str) -> None:
        import ctypes

        # the one who was started last may pass on the right to come to the front
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
        with open(rf"\\.\pipe\{name}", "r+b", buffering=0) as pipe:
            pipe.write(b"1")

else:

    def _ring(name: str) -> None:
        import socket

        if os.stat(name).st_uid != os.getuid():
            raise PermissionError(name)  # somebody else's: not our window
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(1)
            line.connect(name)
            line.sendall(b"1")


class Bell(QObject):
    """Listens for a second start.

    Signals: rung().
    """

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._name = bell_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def listen(self) -> bool:
        """Begin to listen; what a killed window left behind is taken away first."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _answer(self) -> None:
        line = self._server.nextPendingConnection()
        line.disconnected.connect(line.deleteLater)
        line.disconnectFromServer()
        self.rung.emit()

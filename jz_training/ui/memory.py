"""What the window remembers between starts: sizes, widths, the last folder, the last dress of a
kind of paper (签发人, 抄送, 印发机关); no other data."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Memory:
    """A small typed door to QSettings: the user's own .ini file, or one at a path."""

    def __init__(self, path: Path | None = None) -> None:
        form = QSettings.Format.IniFormat
        if path is None:
            scope = QSettings.Scope.UserScope
            self._settings = QSettings(form, scope, "jz-training", "window")
        else:
            self._settings = QSettings(str(path), form)

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered text."""
        found = self._settings.value(key, default)
        return found if isinstance(found, str) else default

    def number(self, key: str, default: int = 0) -> int:
        """Return a remembered whole number; anything unreadable counts as not remembered."""
        try:
            return int(str(self._settings.value(key, default)))
        except ValueError:
            return default

    def numbers(self, key: str) -> list[int]:
        """Return a remembered list of whole numbers, empty when there is none."""
        parts = self.text(key).split(" ")
        return [int(part) for part in parts] if all(part.isdigit() for part in parts) else []

    def shape(self, key: str) -> QByteArray:
        """Return a remembered window geometry."""
        found = self._settings.value(key)
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep(self, key: str, value: str | int | QByteArray | list[int]) -> None:
        """Remember a value under a key."""
        plain = " ".join(map(str, value)) if isinstance(value, list) else value
        self._settings.setValue(key, plain)

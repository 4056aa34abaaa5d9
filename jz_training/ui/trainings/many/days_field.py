"""Several days in one line, typed as people write them: 12-04、12-11."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QLineEdit

from jz_training.ui.widgets.date_words import parse_date

_BETWEEN = re.compile(r"[、,，;；\s]+")


class DaysField(QLineEdit):
    """Days; what cannot be read is told by `unreadable`."""

    def __init__(self, *, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self.setPlaceholderText("如 12-04、12-11，可不填")

    def value(self) -> tuple[date, ...]:
        """Return the days that can be read, in order and each once."""
        days = (parse_date(word, today=self._clock().date()) for word in self._words())
        return tuple(sorted({day for day in days if day is not None}))

    def unreadable(self) -> str:
        """Return what cannot be read, in words for the form; empty when all is well."""
        today = self._clock().date()
        bad = [word for word in self._words() if parse_date(word, today=today) is None]
        return f"没有看懂日期“{bad[0]}”，可以写成 12-04、12-11 这样。" if bad else ""

    def _words(self) -> list[str]:
        return [word for word in _BETWEEN.split(self.text()) if word]

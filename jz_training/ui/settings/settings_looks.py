"""How the window looks: light or dark, how large the text; in force at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_training.ui.context import Context
from jz_training.ui.style.look import Shade
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.segmented import Segmented

_SHADES = (
    (Shade.SYSTEM.value, "跟随系统"),
    (Shade.LIGHT.value, "浅色"),
    (Shade.DARK.value, "深色"),
)
_SCALES = tuple((str(scale), f"{scale}%") for scale in (100, 115, 130, 150, 175, 200))


class LooksTab(QWidget):
    """One card with two choices."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._look = ctx.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card, form = Card("外观"), Form()
        self.shade = form.add("shade", "颜色", Segmented(_SHADES, current=self._look.shade.value))
        self.scale = form.add(
            "scale", "字号", Segmented(_SCALES, current=_nearest(self._look.text_scale))
        )
        card.add(form)
        column.addWidget(card)
        column.addStretch(1)
        queued = Qt.ConnectionType.QueuedConnection  # the button that was clicked is dressed anew
        self.shade.chosen.connect(self._take_shade, queued)
        self.scale.chosen.connect(self._take_scale, queued)

    def _take_shade(self, key: str) -> None:
        self._look.choose(shade=Shade(key))

    def _take_scale(self, key: str) -> None:
        self._look.choose(text_scale=int(key) / 100)


def _nearest(scale: float) -> str:
    return min((key for key, _ in _SCALES), key=lambda key: abs(int(key) / 100 - scale))

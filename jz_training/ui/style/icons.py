"""Icons: Lucide drawings tinted by the theme's roles, sharp at every scaling.

`set_icon` keeps a button's icon in step with the palette; `draw_icon` paints one anywhere.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from jz_training.paths import resources
from jz_training.ui.style.look import the_look, theme

#: Room between icon and word, kept inside the picture: Qt's own is too little for our buttons.
_GAP = 4


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


def draw_icon(painter: QPainter, name: str, area: QRectF, *, role: str = "secondary") -> None:
    """Paint an icon into an area in the colour of a role of the theme."""
    colour: str = getattr(theme().roles, role)
    _renderer(name, colour).render(painter, area)


def icon(name: str, *, role: str = "secondary", size: int = 16, gap: int = 0) -> QIcon:
    """Return an icon in the colour of a role as it is now (see `set_icon` for one that follows)."""
    made = QIcon()
    for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
        made.addPixmap(_pixmap(name, role, size, gap, ratio))
    return made


def set_icon(
    target: QAbstractButton, name: str, *, role: str = "secondary", size: int = 16
) -> None:
    """Give a button an icon that follows the palette and the text size."""

    for old in target.findChildren(_Tint):
        old.deleteLater()
    _Tint(target, name, role, size)


class _Tint(QObject):
    """Renews one button's icon; a child of the button, so that it ends with it."""

    def __init__(self, target: QAbstractButton, name: str, role: str, size: int) -> None:
        super().__init__(target)
        self._target, self._name, self._role, self._size = target, name, role, size
        self._renew()
        look = the_look()
        if look is not None:
            look.changed.connect(self._renew)

    def _renew(self) -> None:
        size = theme().sizes.of(self._size)
        gap = _GAP if self._target.text() else 0
        self._target.setIcon(icon(self._name, role=self._role, size=size, gap=gap))
        self._target.setIconSize(QSize(size + gap, size))


def _pixmap(name: str, role: str, size: int, gap: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    pixmap = QPixmap(side + round(gap * ratio), side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, name, QRectF(0, 0, side, side), role=role)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap

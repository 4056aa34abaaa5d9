"""The look in force: palette, text size and style sheet of the running application.

`theme()` is how a widget asks; `Look.changed` tells painted widgets that colours or sizes moved.
"""

from __future__ import annotations

from enum import StrEnum
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from jz_training.ui.memory import Memory
from jz_training.ui.style.first_theme import remembered_theme, within
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.style_sheet import style_sheet
from jz_training.ui.style.theme import DARK, LIGHT, Roles, Sizes, Theme

_PLACE = "jz_look"


class Shade(StrEnum):
    """Which palette the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Shade.SYSTEM: Qt.ColorScheme.Unknown,
    Shade.LIGHT: Qt.ColorScheme.Light,
    Shade.DARK: Qt.ColorScheme.Dark,
}


class Look(QObject):
    """Keeps the application's appearance; one per application, made by `apply_look`.

    Signals: changed() fires after palette or text size changed and the style sheet is in force.
    """

    changed = Signal()

    def __init__(self, app: QApplication, memory: Memory) -> None:
        super().__init__(app)
        self._app = app
        self._memory = memory
        self.shade = Shade(memory.text("shade", Shade.SYSTEM.value))
        self.theme = remembered_theme(memory)
        self.text_scale = self.theme.sizes.text_scale
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def choose(self, *, shade: Shade | None = None, text_scale: float | None = None) -> None:
        """Take the user's wish, remember it and apply it at once."""
        if shade is not None:
            self.shade = shade
            self._memory.keep("shade", shade.value)
        if text_scale is not None:
            self.text_scale = within(text_scale)
            self._memory.keep("text_scale", round(self.text_scale * 100))
        self.apply()

    def apply(self) -> None:
        """Put palette, font and style sheet in force."""
        # frames of windows and system dialogs follow where the system can do that
        self._app.styleHints().setColorScheme(_SCHEMES[self.shade])
        roles = DARK if self._wants_dark() else LIGHT
        self.theme = Theme(roles, Sizes(self.text_scale))
        self._app.setPalette(_palette(roles))
        self._app.setFont(ui_font(self.theme.sizes.text))
        sheet = style_sheet(self.theme)
        if sheet != self._app.styleSheet():  # Qt would style every widget anew for the same words
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self.shade is Shade.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.shade is Shade.DARK

    def _follow_system(self) -> None:
        if self.shade is Shade.SYSTEM:
            self.apply()


def apply_look(app: QApplication, memory: Memory | None = None) -> Look:
    """Give the application our look and return its keeper."""
    if the_look() is None:
        app.setStyle("Fusion")
    look = Look(app, memory or Memory())
    app.setProperty(_PLACE, look)
    look.apply()
    return look


def the_look() -> Look | None:
    """Return the application's look, or None before `apply_look`."""
    app = QApplication.instance()
    return cast("Look | None", app.property(_PLACE)) if app is not None else None


def theme() -> Theme:
    """Return the theme in force (the light one before `apply_look`)."""
    look = the_look()
    return look.theme if look is not None else Theme()


def _palette(roles: Roles) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: roles.ground,
        role.WindowText: roles.ink,
        role.Base: roles.paper,
        role.AlternateBase: roles.field,
        role.Text: roles.ink,
        role.Button: roles.paper,
        role.ButtonText: roles.ink,
        role.BrightText: roles.red,
        role.ToolTipBase: roles.paper,
        role.ToolTipText: roles.ink,
        role.PlaceholderText: roles.faint,
        role.Highlight: roles.accent_fill,
        role.HighlightedText: roles.on_accent,
        role.Link: roles.accent,
        role.Mid: roles.outline,
        role.Light: roles.paper,
        role.Dark: roles.outline,
    }
    palette = QPalette()
    for key, colour in colours.items():
        palette.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(roles.faint))
    return palette

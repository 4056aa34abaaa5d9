"""The Qt style sheet, built from the theme in paragraphs; no widget has a sheet of its own.

Widgets choose their dress by the dynamic property `kind` (see `text.dress`).
"""

from __future__ import annotations

from collections.abc import Callable

from jz_training.paths import resources
from jz_training.ui.style.theme import Theme


def style_sheet(theme: Theme) -> str:
    """Return the sheet of the whole application."""
    parts: tuple[Callable[[Theme], str], ...] = (
        _surfaces, _labels, _buttons, _quiet_buttons, _fields, _choices, _tables, _lists,
        _menus, _scroll_bars, _small_things, _calendar,
    )  # fmt: skip
    return "\n".join(part(theme) for part in parts)


def _surfaces(theme: Theme) -> str:
    r, s = theme.roles, theme.sizes
    return f"""
QMainWindow, QDialog, QWidget[kind="ground"] {{ background: {r.ground}; }}
QWidget[kind="paper"], QDialog[kind="paper"] {{ background: {r.paper}; }}
QWidget[kind="rail"] {{ background: {r.paper}; border: none;
  border-right: 1px solid {r.hairline}; }}
QWidget[kind="top"] {{ background: {r.paper}; border: none;
  border-bottom: 1px solid {r.hairline}; }}
QFrame[kind="card"] {{ background: {r.paper}; border: 1px solid {r.hairline};
  border-radius: {s.card_radius}px; }}
QFrame[kind="line"] {{ background: {r.hairline}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[kind="popup"] {{ background: {r.paper}; border: 1px solid {r.outline};
  border-radius: {s.radius}px; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="clear"], QWidget[kind="clear"] {{
  background: transparent; border: none; }}
"""


def _labels(theme: Theme) -> str:
    r, s = theme.roles, theme.sizes
    return f"""
QLabel {{ color: {r.ink}; background: transparent; border: none; }}
QLabel[kind="page_title"] {{ font-size: {s.page_title}px; font-weight: 600; }}
QLabel[kind="card_title"] {{ font-size: {s.card_title}px; font-weight: 600; }}
QLabel[kind="strong"] {{ font-weight: 600; }}
QLabel[kind="secondary"] {{ color: {r.secondary}; font-size: {s.of(13)}px; }}
QLabel[kind="small"] {{ color: {r.faint}; font-size: {s.small}px; }}
QLabel[kind="field"] {{ color: {r.secondary}; font-size: {s.of(13)}px; }}
QLabel[kind="error"] {{ color: {r.red}; font-size: {s.small}px; }}
QLabel[kind="warning"] {{ color: {r.amber}; font-size: {s.small}px; }}
QLabel[kind="key"] {{ color: {r.faint}; font-size: {s.of(11)}px; border: 1px solid {r.hairline};
  border-radius: 4px; padding: 0 5px; max-height: {s.of(18)}px; background: {r.paper}; }}
QLabel[kind="mark"] {{ color: {r.on_brand}; background: {r.brand}; border-radius: 6px;
  font-weight: 700; }}
QLabel[kind="program"] {{ font-weight: 700; }}
QLabel:disabled {{ color: {r.faint}; }}
""" + "".join(
        f'QLabel[kind="figure_{role}"] {{ color: {getattr(r, role)}; font-weight: 600;'
        f" font-size: {s.figure}px; }}\n"
        for role in ("ink", "secondary", "faint", "green", "red", "amber")
    )


def _buttons(theme: Theme) -> str:
    r, s = theme.roles, theme.sizes
    return f"""
QPushButton {{ background: {r.paper}; color: {r.ink}; border: 1px solid {r.outline};
  border-radius: {s.radius}px; padding: 0 14px; min-height: {s.control - 2}px;
  max-height: {s.control - 2}px; font-size: {s.of(13)}px; }}
QPushButton:hover {{ background: {r.hover}; }}
QPushButton:pressed {{ background: {r.grey_tint}; }}
QPushButton:focus {{ border-color: {r.accent}; }}
QPushButton:disabled {{ color: {r.faint}; background: {r.field}; border-color: {r.hairline}; }}
QPushButton[kind="primary"] {{ background: {r.accent_fill}; color: {r.on_accent};
  border-color: {r.accent_fill}; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{
  background: {r.accent_pressed}; border-color: {r.accent_pressed}; }}
QPushButton[kind="primary"]:focus {{ border-color: {r.ink}; }}
QPushButton[kind="primary"]:disabled {{ background: {r.grey_tint}; color: {r.faint};
  border-color: {r.grey_tint}; }}
QPushButton[kind="danger"] {{ color: {r.red}; border-color: {r.red}; }}
QPushButton[kind="danger"]:hover {{ background: {r.red_tint}; }}
QPushButton::menu-indicator {{ width: 0; }}
QPushButton[kind="segment"] {{ border-radius: 0; margin-left: -1px; }}
QPushButton[kind="segment"][end="left"] {{ border-top-left-radius: {s.radius}px;
  border-bottom-left-radius: {s.radius}px; margin-left: 0; }}
QPushButton[kind="segment"][end="right"] {{ border-top-right-radius: {s.radius}px;
  border-bottom-right-radius: {s.radius}px; }}
QPushButton[kind="segment"][end="both"] {{ border-radius: {s.radius}px; margin-left: 0; }}
QPushButton[kind="segment"]:checked {{ background: {r.accent_tint}; color: {r.accent};
  border-color: {r.accent}; }}
"""


def _quiet_buttons(theme: Theme) -> str:
    r, s = theme.roles, theme.sizes
    return f"""
QPushButton[kind="quiet"], QPushButton[kind="link"] {{ background: transparent;
  border-color: transparent; padding: 0 8px; color: {r.secondary}; }}
QPushButton[kind="quiet"]:hover {{ background: {r.hover}; color: {r.ink}; }}
QPushButton[kind="link"] {{ color: {r.accent}; padding: 0 4px; min-height: {s.of(22)}px;
  max-height: {s.of(22)}px; }}
QPushButton[kind="link"]:hover {{ background: {r.accent_tint}; }}
QPushButton[kind="quiet"]:focus, QPushButton[kind="link"]:focus {{ border-color: {r.accent}; }}
QPushButton[kind="crumb"] {{ background: transparent; border: 1px solid transparent; padding: 0 2px;
  color: {r.secondary}; min-height: {s.of(22)}px; max-height: {s.of(22)}px; }}
QPushButton[kind="crumb"]:hover, QPushButton[kind="crumb"]:focus {{ color: {r.accent}; }}
QToolButton {{ background: transparent; border: 1px solid transparent;
  border-radius: {s.radius}px; padding: 4px; color: {r.secondary}; }}
QToolButton:hover {{ background: {r.hover}; }}
QToolButton:focus {{ border-color: {r.accent}; }}
QToolButton:checked {{ background: {r.accent_tint}; color: {r.accent}; }}
"""


def _fields(theme: Theme) -> str:
    r, s = theme.roles, theme.sizes
    inner = s.control - 2
    return f"""
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox {{ background: {r.paper}; color: {r.ink};
  border: 1px solid {r.outline}; border-radius: {s.radius}px; padding: 0 9px;
  min-height: {inner}px; max-height: {inner}px; selection-background-color: {r.accent_fill};
  selection-color: {r.on_accent}; placeholder-text-color: {r.faint}; }}
QSpinBox QLineEdit, QSpinBox QLineEdit:focus, QDoubleSpinBox QLineEdit,
QDoubleSpinBox QLineEdit:focus {{ border: none; padding: 0 8px; min-height: 0; }}
QPlainTextEdit, QTextEdit {{ background: {r.paper}; color: {r.ink}; border: 1px solid {r.outline};
  border-radius: {s.radius}px; padding: 6px 8px; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {{
  border: 2px solid {r.accent}; padding: 0 8px; min-height: {inner - 2}px;
  max-height: {inner - 2}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {r.accent}; padding: 5px 7px; }}
QTextEdit[kind="print"] {{ background: transparent; border: 1px solid transparent; padding: 0; }}
QTextEdit[kind="print"]:focus {{ border: 1px solid {r.accent}; padding: 0; }}
QLineEdit[kind="search"] {{ background: {r.field}; border-color: {r.hairline}; }}
QLineEdit[kind="bare"], QLineEdit[kind="bare"]:focus {{ border: none; background: transparent;
  padding: 0; min-height: {s.of(22)}px; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"] {{ border-color: {r.red}; }}
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QLineEdit[readOnly="true"] {{
  background: {r.field}; color: {r.secondary}; border-color: {r.hairline}; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{_image("chevron-down-field")}"); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {r.paper}; color: {r.ink};
  border: 1px solid {r.outline}; outline: none; padding: 4px;
  selection-background-color: {r.accent_tint}; selection-color: {r.ink}; }}
QComboBox QAbstractItemView::item {{ min-height: {s.of(28)}px; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
"""


def _choices(theme: Theme) -> str:
    r, s = theme.roles, theme.sizes
    size = s.of(16)
    return f"""
QCheckBox, QRadioButton {{ color: {r.ink}; spacing: 8px; background: transparent;
  min-height: {s.of(24)}px; border: 1px solid transparent; border-radius: 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {r.accent}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {r.faint}; }}
QCheckBox::indicator, QTreeView::indicator, QListView::indicator {{
  width: {size - 2}px; height: {size - 2}px;
  border: 1px solid {r.faint};
  border-radius: 4px; background: {r.paper}; }}
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked {{
  background: {r.accent_fill}; border-color: {r.accent_fill};
  image: url("{_image("check-field")}"); }}
QTreeView::indicator:indeterminate {{ background: {r.accent_tint};
  border-color: {r.accent_fill}; }}
QTreeView::item {{ min-height: {s.of(28)}px; }}
QCheckBox::indicator:disabled, QTreeView::indicator:disabled {{ background: {r.field};
  border-color: {r.outline}; }}
QRadioButton::indicator {{ width: {size - 2}px; height: {size - 2}px; border: 1px solid {r.faint};
  border-radius: {size // 2}px; background: {r.paper}; }}
QRadioButton::indicator:checked {{ border: {size // 3}px solid {r.accent_fill};
  width: {size - 2 * (size // 3)}px; height: {size - 2 * (size // 3)}px; }}
"""


def _tables(theme: Theme) -> str:
    r, s = theme.roles, theme.sizes
    return f"""
QTableView, QTreeView {{ background: {r.paper}; border: none; outline: none; color: {r.ink};
  gridline-color: {r.hairline}; selection-background-color: {r.accent_tint};
  selection-color: {r.ink}; }}
QHeaderView {{ background: {r.paper}; border: none; }}
QHeaderView::section {{ background: {r.paper}; color: {r.faint}; font-size: {s.small}px;
  border: none; border-bottom: 1px solid {r.hairline}; padding: 0 8px;
  min-height: {s.of(32)}px; }}
QHeaderView::section:hover {{ color: {r.ink}; }}
QHeaderView::section:vertical {{ border: none; }}
QHeaderView::down-arrow, QHeaderView::up-arrow {{ width: 0; height: 0; }}
QTableCornerButton::section {{ background: {r.paper}; border: none; }}
"""


def _lists(theme: Theme) -> str:
    r, s = theme.roles, theme.sizes
    return f"""
QListView {{ background: {r.paper}; border: none; outline: none; color: {r.ink}; padding: 4px; }}
QListView[kind="columns"] {{ border: 1px solid {r.outline}; border-radius: 6px; }}
QListView[kind="columns"]:focus {{ border-color: {r.accent}; }}
QListView[kind="columns"] QLineEdit {{ min-height: 0; padding: 0 4px; }}
QListView::item {{ min-height: {s.of(30)}px; padding: 0 8px; border-radius: 4px; }}
QListView::item:hover {{ background: {r.hover}; }}
QListView::item:selected {{ background: {r.accent_tint}; color: {r.ink}; }}
"""


def _menus(theme: Theme) -> str:
    r, s = theme.roles, theme.sizes
    return f"""
QMenu {{ background: {r.paper}; border: 1px solid {r.outline}; padding: 4px; color: {r.ink}; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; font-size: {s.of(13)}px; }}
QMenu::item:selected {{ background: {r.accent_tint}; color: {r.ink}; }}
QMenu::item:disabled {{ color: {r.faint}; }}
QMenu::separator {{ height: 1px; background: {r.hairline}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QToolTip {{ background: {r.paper}; color: {r.ink}; border: 1px solid {r.outline};
  padding: 4px 8px; font-size: {s.small}px; }}
"""


def _scroll_bars(theme: Theme) -> str:
    r = theme.roles
    return f"""
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 10px; margin: 0; }}
QScrollBar:horizontal {{ height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {r.outline}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {r.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; }}
"""


def _small_things(theme: Theme) -> str:
    r, s = theme.roles, theme.sizes
    return f"""
QProgressBar {{ background: {r.grey_tint}; border: none; border-radius: 3px; max-height: 6px;
  min-height: 6px; }}
QProgressBar::chunk {{ background: {r.accent_fill}; border-radius: 3px; }}
QSplitter::handle {{ background: transparent; }}
QWidget[kind="pressable"] {{ border: 1px solid transparent; border-radius: {s.radius}px; }}
QWidget[kind="pressable"]:hover {{ background: {r.hover}; }}
QWidget[kind="pressable"]:focus {{ border-color: {r.accent}; }}
QFrame[kind="toast"] {{ background: {r.ink}; border-radius: 6px; border: none; }}
QFrame[kind="toast"] QLabel {{ color: {r.paper}; }}
QFrame[kind="toast"] QPushButton {{ color: {r.paper}; background: transparent;
  border: 1px solid {r.faint}; min-height: 24px; max-height: 24px; padding: 0 10px; }}
QFrame[kind="toast"] QPushButton:hover, QFrame[kind="toast"] QPushButton:focus {{
  border-color: {r.paper}; }}
QFrame[kind="trouble"] {{ background: {r.red_tint}; border: 1px solid {r.red};
  border-radius: 6px; }}
QFrame[kind="chip"] {{ background: {r.accent_tint}; border: none; border-radius: 4px; }}
QLabel[kind="chip"] {{ color: {r.accent}; font-size: {s.small}px; }}
QToolButton[kind="tiny"] {{ padding: 2px; border-radius: 3px; }}
QFrame[kind="notice"] {{ background: {r.amber_tint}; border: none; border-radius: 6px; }}
QFrame[kind="note"] {{ background: {r.ground}; border: none; border-radius: 6px; }}
"""


def _calendar(theme: Theme) -> str:
    r, s = theme.roles, theme.sizes
    return f"""
QCalendarWidget QWidget {{ alternate-background-color: {r.paper}; background: {r.paper}; }}
QCalendarWidget QAbstractItemView {{ background: {r.paper}; color: {r.ink};
  selection-background-color: {r.accent_fill}; selection-color: {r.on_accent}; outline: none;
  font-size: {s.of(13)}px; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {r.faint}; }}
QCalendarWidget QToolButton {{ color: {r.ink}; font-weight: 600; }}
QCalendarWidget QToolButton::menu-indicator {{ width: 0; }}
"""


def _image(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").as_posix()

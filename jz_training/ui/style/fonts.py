"""The window's type: the system's own Chinese face, or the bundled one where there is none."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

#: Preferred faces, best first: Windows, macOS, Linux desktops, then the bundled one.
FACES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
)

SERIF_FACES = ("SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC")


def load_bundled_faces(folder: Path) -> list[str]:
    """Load the bundled Noto Sans SC when no preferred face is installed; return what was loaded.

    A system without any Chinese face would show empty boxes.
    """
    if any(QFontDatabase.hasFamily(face) for face in FACES):
        return []
    loaded: list[str] = []
    for path in sorted(folder.glob("NotoSansSC*.?tf")):
        number = QFontDatabase.addApplicationFont(str(path))
        loaded += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return loaded


def ui_font(pixels: int, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the window's face at a pixel size, with figures of one width."""
    return _font(FACES, pixels, weight)


def serif_font(pixels: int, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the face for the text of a notice, falling back to the window's own."""
    return _font(SERIF_FACES + FACES, pixels, weight)


@lru_cache(maxsize=64)  # tables ask for each cell; a QFont is copied when a widget takes it
def _font(faces: tuple[str, ...], pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(list(faces))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font

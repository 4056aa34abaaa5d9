"""The roles of texts and the bundled font files that serve them where nothing better is installed.

Which installed faces come before them stands in `wanted`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from jz_training.paths import resources


class FontRole(StrEnum):
    """What a text is, and so which face it asks for."""

    BODY = "仿宋"
    TITLE = "小标宋"
    HEI = "黑体"
    KAI = "楷体"
    SONG = "宋体"
    UI = "界面"


SERIF = "NotoSerifSC-Regular.ttf"
SANS = "NotoSansSC-Regular.ttf"
WENKAI = "LXGWWenKai-Regular.ttf.gz"

#: The bundled face of each role; there is no OFL 仿宋 or 小标宋 in TrueType to be had.
BUNDLED: Mapping[FontRole, str] = {
    FontRole.BODY: SERIF,
    FontRole.TITLE: SERIF,
    FontRole.HEI: SANS,
    FontRole.KAI: WENKAI,
    FontRole.SONG: SERIF,
    FontRole.UI: SANS,
}


def bundled_file(name: str) -> Path:
    """Return where a bundled font lies."""
    return resources() / "fonts" / name

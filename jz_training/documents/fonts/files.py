"""Which font files serve which role: the user's own first, then the bundled ones.

Official papers name the faces of two Chinese foundries, which may not be passed on with a
program; where they are installed (Windows, Kylin, UOS, WPS) they are used (domain.md §1).
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from struct import unpack

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

#: File names of installed faces, best first, compared without regard to case.
INSTALLED: Mapping[FontRole, Sequence[str]] = {
    FontRole.BODY: (
        "仿宋_gb2312.ttf", "fangsong_gb2312.ttf", "simfang.ttf", "fzfsk.ttf", "fzfsjw.ttf",
        "方正仿宋_gbk.ttf", "方正仿宋简体.ttf",
    ),
    FontRole.TITLE: (
        "方正小标宋简体.ttf", "方正小标宋_gbk.ttf", "fzxbsjw.ttf", "fzxbsjw--gb1-0.ttf",
        "fzxbsk.ttf", "fzxbsk--gbk1-0.ttf", "fzxiaobiaosong-b05s.ttf", "fzxiaobiaosong-b05.ttf",
    ),
    FontRole.HEI: ("simhei.ttf", "fzhtk.ttf", "fzhtjw.ttf", "方正黑体_gbk.ttf", "方正黑体简体.ttf"),
    FontRole.KAI: (
        "楷体_gb2312.ttf", "kaiti_gb2312.ttf", "simkai.ttf", "fzktk.ttf", "fzktjw.ttf",
        "方正楷体_gbk.ttf", "方正楷体简体.ttf",
    ),
    FontRole.SONG: ("simsun.ttc", "simsun.ttf", "fzssk.ttf", "fzssjw.ttf", "方正书宋_gbk.ttf"),
    FontRole.UI: ("msyh.ttc", "msyh.ttf"),
}  # fmt: skip


def bundled_file(name: str) -> Path:
    """Return where a bundled font lies."""
    return resources() / "fonts" / name


def installed_files(role: FontRole, folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return the installed files that can serve a role, best first."""
    found = _fonts_in(tuple(folders))
    paths = (found.get(name.lower()) for name in INSTALLED[role])
    return tuple(path for path in paths if path is not None and has_outlines(path))


def font_folders() -> tuple[Path, ...]:
    """Return the folders in which Windows and Linux keep fonts, the user's own first."""
    if os.name == "nt":
        local = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
        return (local, Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts")
    home = Path.home()
    return (
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
        Path("/opt/kingsoft/wps-office/office6/fonts"),
    )


def has_outlines(path: Path) -> bool:
    """Tell whether a font file holds TrueType outlines (a glyf table); CFF cannot be embedded."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
            if head[:4] == b"ttcf":
                file.seek(unpack(">L", head[12:16])[0])
                head = file.read(16)
            if head[:4] not in (b"\x00\x01\x00\x00", b"true") or len(head) < 6:
                return False
            file.seek(file.tell() - len(head) + 12)
            directory = file.read(16 * unpack(">H", head[4:6])[0])
    except OSError:
        return False
    return b"glyf" in {directory[at : at + 4] for at in range(0, len(directory), 16)}


@cache
def _fonts_in(folders: tuple[Path, ...]) -> Mapping[str, Path]:
    """Map the lower-case names of all font files below the folders to their paths."""
    found: dict[str, Path] = {}
    for folder in folders:
        for place, _, names in os.walk(folder):
            for name in names:
                if name.lower().endswith((".ttf", ".ttc")):
                    found.setdefault(name.lower(), Path(place, name))
    return found

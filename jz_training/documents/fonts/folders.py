"""In which folders Windows, Linux (with WPS, Kylin, UOS) and macOS keep fonts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import parse

#: Where WPS for Linux keeps faces of its own: as installed, from the shop of UOS, in its packages.
WPS_FOLDERS = (
    "/opt/kingsoft/wps-office/office6/fonts",
    "/opt/apps/cn.wps.wps-office-pro/files/kingsoft/wps-office/office6/fonts",
    "/opt/apps/cn.wps.wps-office/files/kingsoft/wps-office/office6/fonts",
    "/usr/share/fonts/wps-office",
)

#: On macOS: the system's, those fetched when first used, and those inside the office programs.
MAC_FOLDERS = (
    "/Library/Fonts",
    "/System/Library/Fonts",
    "/System/Library/AssetsV2/com_apple_MobileAsset_Font8",
    "/System/Library/AssetsV2/com_apple_MobileAsset_Font7",
    "/System/Library/AssetsV2/com_apple_MobileAsset_Font6",
    "/Applications/wpsoffice.app/Contents/Resources/office6/fonts",
    "/Applications/Microsoft Word.app/Contents/Resources/DFonts",
)

FONTCONFIG = Path("/etc/fonts/fonts.conf")


def font_folders(system: str = sys.platform) -> tuple[Path, ...]:
    """Return the folders in which a system keeps fonts, the user's own first, each once."""
    if system == "win32":
        found = _windows()
    elif system == "darwin":
        found = (Path.home() / "Library/Fonts", *map(Path, MAC_FOLDERS))
    else:
        found = _linux()
    return tuple(dict.fromkeys(found))


def configured_folders(file: Path) -> Iterator[Path]:
    """Yield the folders a fontconfig file names; an unreadable file names none."""
    try:
        entries = parse(file).iterfind(".//dir")
    except (OSError, ParseError, DefusedXmlException):
        return
    for entry in entries:
        path = _folder(entry)
        if path is not None:
            yield path


def _windows() -> tuple[Path, ...]:
    local = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
    return (local, Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts")


def _linux() -> tuple[Path, ...]:
    home = Path.home()
    return (
        _data_home() / "fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
        *configured_folders(home / ".config/fontconfig/fonts.conf"),
        *configured_folders(FONTCONFIG),
        *map(Path, WPS_FOLDERS),
    )


def _folder(entry: Element) -> Path | None:
    text = (entry.text or "").strip()
    if entry.get("prefix") == "xdg":
        return _data_home() / text
    path = Path(text).expanduser()
    return path if path.is_absolute() else None


def _data_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")

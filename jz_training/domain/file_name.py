"""A file name for something that was named by a person."""

from __future__ import annotations

import re

#: Characters that no file name may hold on Windows.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')
#: Names that Windows keeps for devices, with whatever ending.
_DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
#: Bytes of a name in UTF-8: file systems take 255, and an ending has to fit.
LONGEST = 200


def safe_file_name(name: str, suffix: str) -> str:
    """Return a name that every file system takes; an ending that is there is not put twice."""
    stem = _FORBIDDEN.sub("_", name).strip(" .")
    if suffix and stem.lower().endswith(suffix):
        stem = stem[: -len(suffix)].rstrip(" .")
    stem = stem.encode("utf-8", "ignore")[:LONGEST].decode("utf-8", "ignore").rstrip(" .")
    if not stem or _DEVICES.match(stem):
        stem = f"_{stem}"
    return f"{stem}{suffix}"

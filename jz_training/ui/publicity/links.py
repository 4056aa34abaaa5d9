"""Links: found in what was pasted, and opened only when somebody asks for it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

#: A link ends at a blank or at the first sign that only a Chinese sentence has.
_LINK = re.compile(r"https?://[^\s\u2018-\u201d\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+", re.I)
_SCHEMES = ("http", "https")


def split_link(text: str) -> tuple[str, str]:
    """Return a text without its first link, and the link (empty when there is none)."""
    found = _LINK.search(text)
    if found is None or not may_open(found[0]):
        return text, ""
    rest = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}"
    return rest.strip(), found[0]


def may_open(link: str) -> bool:
    """Tell whether a link leads to a web page: http or https, with a host."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:  # such as an unfinished [IPv6] address
        return False
    return parts.scheme.lower() in _SCHEMES and bool(parts.hostname)


def host_of(link: str) -> str:
    """Return where a link leads, for a narrow column; the text itself when it leads nowhere."""
    return urlsplit(link.strip()).hostname or "" if may_open(link) else link.strip()


def open_link(link: str) -> bool:
    """Open a web page with what the system has for it; anything else is refused."""
    return may_open(link) and QDesktopServices.openUrl(QUrl(link.strip()))

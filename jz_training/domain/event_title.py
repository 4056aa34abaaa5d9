"""What the meeting of a notice is called: 关于召开…的通知 is a title around it."""

from __future__ import annotations

import re

_AROUND = re.compile(
    r"^(?:.*?关于)(?:组织|开展|召开|举办|举行|参加|收看|收听|做好)*(?P<name>.+?)(?:的)?(?:预?通知|函)$"
)


def event_title(notice_title: str) -> str:
    """Return the name of the meeting in a notice's title; the whole title where it has no frame."""
    title = "".join(notice_title.split())
    found = _AROUND.match(title)
    return found["name"] if found else title

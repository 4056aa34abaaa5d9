"""How each paragraph of a notice stands on the page: the head centred, the body indented."""

from __future__ import annotations

import re
from enum import StrEnum

from jz_training.domain.notice import NoticeHeader, NoticeView

#: The head of a document is looked for in so many paragraphs.
_HEAD = 12
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


class Shape(StrEnum):
    """Where a paragraph stands."""

    HEAD = "head"  # what stands above the title, centred
    TITLE = "title"
    FLUSH = "flush"  # the addressees
    HEADING = "heading"  # a clause's heading in a line of its own
    BODY = "body"
    SIGNED = "signed"  # issuer and day at the end, at the right


def shapes_of(notice: NoticeView) -> tuple[Shape, ...]:
    """Return the shape of every line of a notice's text, in order."""
    lines = notice.text.split("\n")
    title = _title_line(lines, notice.header)
    headings = _headings(notice)
    found: list[Shape] = []
    start = 0
    for at, line in enumerate(lines):
        found.append(_shape(at, line, title, notice.header, heading=start in headings))
        start += len(line) + 1
    return tuple(found)


def _shape(at: int, line: str, title: int, header: NoticeHeader, *, heading: bool) -> Shape:
    if at <= title:
        return Shape.TITLE if at == title else Shape.HEAD
    if heading:
        return Shape.HEADING
    if at == title + 1 and line.rstrip().endswith(("：", ":")):
        return Shape.FLUSH
    bare = _bare(line)
    if _DAY.fullmatch(bare) or (header.issuer and bare == _bare(header.issuer)):
        return Shape.SIGNED
    return Shape.BODY


def _title_line(lines: list[str], header: NoticeHeader) -> int:
    """Return the line that is the title, -1 when it stands nowhere in the text."""
    wanted = _bare(header.title)
    for at, line in enumerate(lines[:_HEAD]):
        if wanted and _bare(line) == wanted:
            return at
    return -1


def _headings(notice: NoticeView) -> frozenset[int]:
    """Return where the headings begin that fill a line of their own."""
    text = notice.text
    return frozenset(
        one.start
        for one in notice.sections
        if text[one.start :].split("\n", 1)[0].strip() == one.heading.strip()
    )


def _bare(text: str) -> str:
    return "".join(text.split())

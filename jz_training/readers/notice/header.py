"""What stands around the text of a notice: issuer, number, title, addressees, dates, copies.

Nothing of it is compulsory; a text without a title is called by its first line, and said so.
Sources: GB/T 9704-2012 7.2–7.4 (domain.md §1) and the mistyped forms found in the wild.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from jz_training.domain.notice import NoticeHeader
from jz_training.readers.notice.addressed import names_of, read_addressed
from jz_training.readers.notice.dates import day_in
from jz_training.readers.notice.line_kinds import (
    DATE_LINE,
    LABEL,
    MARK,
    NUMBER,
    TITLE_END,
    ends_sentence,
    is_organ,
    is_row,
    section_level,
)
from jz_training.readers.notice.numbers import number_of
from jz_training.readers.notice.paragraphs import Paragraph
from jz_training.readers.notice.tail import Tail

_HEAD: Final = 15
_LONGEST_STAND_IN: Final = 80
_LONGEST_TITLE: Final = 150
_BEFORE_ABOUT: Final = re.compile(r"^(.{2,40}?)(?=关于|转发|印发|批转)")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderReading:
    """The header, whether it has a title of its own, and which paragraphs are the text proper."""

    header: NoticeHeader
    titled: bool
    body: tuple[Paragraph, ...]
    body_start: int


def read_header(paragraphs: Sequence[Paragraph]) -> HeaderReading:
    """Read what stands around the text; `body` is what is left between."""
    title_at = _title_at(paragraphs)
    number_at, number = _number(paragraphs[:_HEAD], title_at)
    above = _above(paragraphs, title_at, number_at)
    addressed = read_addressed(paragraphs, above)
    tail = Tail.of(paragraphs, above + addressed.taken)
    title = paragraphs[title_at].text if title_at is not None else _stand_in(paragraphs)
    body = tuple(
        paragraph
        for index, paragraph in enumerate(paragraphs)
        if index >= above + addressed.taken and index not in tail.outside
    )
    header = NoticeHeader(
        title=title,
        issuer=_issuer(paragraphs, title_at, number_at) or tail.signature or _titled_by(title),
        number=number,
        addressees=addressed.names,
        dated=tail.dated or _dated_under_title(paragraphs, title_at),
        printed=tail.printed,
        copies=tail.copies,
        attachments=tail.attachments,
    )
    start = body[0].start + addressed.run_in if body else 0
    return HeaderReading(header=header, titled=title_at is not None, body=body, body_start=start)


def _title_at(paragraphs: Sequence[Paragraph]) -> int | None:
    for index, paragraph in enumerate(paragraphs[:_HEAD]):
        shadow = paragraph.shadow
        if len(shadow) > _LONGEST_TITLE or is_row(shadow) or MARK.fullmatch(shadow):
            continue
        if _is_number_line(shadow) or _is_above(shadow):
            continue
        if ends_sentence(shadow) or section_level(shadow) or LABEL.match(shadow):
            return None
        if TITLE_END.search(shadow) and len(shadow) >= 2:
            return index
        below = paragraphs[index + 1 : index + 2]
        if shadow.startswith("关于") or (below and names_of(below[0].shadow)):
            return index
    return None


def _is_above(shadow: str) -> bool:
    return bool(is_organ(shadow) or shadow.startswith(("签发人", "特急", "加急", "急件")))


def _is_number_line(shadow: str) -> bool:
    found = NUMBER.search(shadow)
    return bool(found) and len(shadow) <= 60 and "《" not in shadow and "转发" not in shadow


def _number(head: Sequence[Paragraph], title_at: int | None) -> tuple[int | None, str]:
    last = len(head) if title_at is None else title_at + 2
    for index, paragraph in enumerate(head[:last]):
        if index == title_at or not _is_number_line(paragraph.shadow):
            continue
        found = NUMBER.search(paragraph.shadow)
        outside = paragraph.shadow if found is None else paragraph.shadow.replace(found[0], "")
        if found is None or re.search(r"[，。；]", outside):
            continue
        year, who = number_of(found["year"]), found["who"].split()[-1].removeprefix("文件")
        return index, f"{who.split('文件')[-1]}〔{year}〕{int(found['number'])}号"
    return None, ""


def _above(paragraphs: Sequence[Paragraph], title_at: int | None, number_at: int | None) -> int:
    """Return how many paragraphs stand above the text: down to title and number."""
    last = max(-1 if title_at is None else title_at, -1 if number_at is None else number_at)
    if last < 0:
        marks = [i for i, p in enumerate(paragraphs[:3]) if MARK.fullmatch(p.shadow)]
        last = max(marks, default=-1)
    if (
        last + 1 < len(paragraphs)
        and last >= 0
        and DATE_LINE.fullmatch(paragraphs[last + 1].shadow)
    ):
        last += 1
    return last + 1


def _stand_in(paragraphs: Sequence[Paragraph]) -> str:
    for paragraph in paragraphs:
        if not (MARK.fullmatch(paragraph.shadow) or _is_number_line(paragraph.shadow)):
            return paragraph.text[:_LONGEST_STAND_IN]
    return paragraphs[0].text[:_LONGEST_STAND_IN] if paragraphs else ""


def _issuer(paragraphs: Sequence[Paragraph], title_at: int | None, number_at: int | None) -> str:
    """Return whom the letterhead names: XX文件, several of them, or an office's name alone."""
    last = title_at if title_at is not None else (number_at or 0) + 1
    names = []
    for paragraph in paragraphs[:last]:
        shadow = paragraph.shadow
        found = NUMBER.search(shadow) if _is_number_line(shadow) else None
        mark = shadow[: found.start()].strip() if found else shadow
        if found and "文件" in found["who"]:
            mark = found["who"].split("文件")[0] + "文件"
        if mark and (MARK.fullmatch(mark) or is_organ(mark)):
            names.append(re.sub(r"文\s?件$", "", mark).replace(" ", ""))
    return "、".join(dict.fromkeys(name for name in names if name))


def _titled_by(title: str) -> str:
    found = _BEFORE_ABOUT.match(title)
    return found[1].replace(" ", "、") if found and is_organ(found[1]) else ""


def _dated_under_title(paragraphs: Sequence[Paragraph], title_at: int | None) -> date | None:
    if title_at is None:
        return None
    for paragraph in paragraphs[title_at + 1 : title_at + 2]:
        if DATE_LINE.fullmatch(paragraph.shadow):
            return day_in(paragraph.shadow)
    return None

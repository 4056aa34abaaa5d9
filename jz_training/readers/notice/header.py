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
from jz_training.readers.notice.dates import day_in
from jz_training.readers.notice.line_kinds import (
    ATTACHMENT,
    COPIES,
    DATE_LINE,
    LABEL,
    MARK,
    NUMBER,
    PRINTED,
    TITLE_END,
    ends_sentence,
    is_organ,
    is_row,
    section_level,
)
from jz_training.readers.notice.numbers import number_of
from jz_training.readers.notice.paragraphs import Paragraph

_HEAD: Final = 15
_LONGEST_STAND_IN: Final = 80
_LONGEST_TITLE: Final = 150
_NOT_ADDRESSED: Final = re.compile(r"如下|以下|现将|为了|通知|要求|根据|[。；]|是：$")
_ADDRESSED: Final = re.compile(r"([^。；：\t]{2,300})：")
_SOMEBODY: Final = re.compile(
    r"^(?:各|全|本|机关|直属|市直)|(?:工会|单位|部门|公司|企业|委员会|委员|室|同志|职工|车间|班组|会员|代表|总工会|主席|干部|党委|党组|支部|学校|医院|科|处|局|部)$"
)
_BEFORE_ABOUT: Final = re.compile(r"^(.{2,40}?)(?=关于|转发|印发|批转)")
_ITEM: Final = re.compile(r"(?:^|(?<=[\s；。]))\d{1,2}\s?[.、]\s?(?=\D)")


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
    addressed = _addressed(paragraphs, above)
    tail = _Tail.of(paragraphs, above + addressed.taken)
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


def split_names(text: str) -> tuple[str, ...]:
    """Return the names of a list, split at ，、； outside brackets."""
    names, depth, name = [], 0, ""
    for char in text:
        depth = max(0, depth + (char in "（(〔[") - (char in "）)〕]"))
        if not depth and char in "，、；,;":
            names.append(name)
            name = ""
        else:
            name += char
    return tuple(found for found in (part.strip(" 。：:\t") for part in [*names, name]) if found)


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
        if shadow.startswith("关于") or (below and _names_of(below[0].shadow)):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Addressed:
    names: tuple[str, ...] = ()
    taken: int = 0  # paragraphs
    run_in: int = 0  # characters of a paragraph that goes on after its addressees


def _addressed(paragraphs: Sequence[Paragraph], above: int) -> _Addressed:
    for paragraph in paragraphs[above : above + 1]:
        names = _names_of(paragraph.shadow)
        if names:
            length = len(names) + 1
            parts = split_names(paragraph.text[: length - 1])
            if length == len(paragraph.shadow.rstrip()):
                return _Addressed(names=parts, taken=1)
            return _Addressed(names=parts, run_in=length)
    return _Addressed()


def _names_of(shadow: str) -> str:
    """Return the words in front of the colon where they name somebody, else an empty text."""
    found = _ADDRESSED.match(shadow)
    if not found or _NOT_ADDRESSED.search(found[1]) or LABEL.match(shadow) or section_level(shadow):
        return ""
    if ATTACHMENT.match(shadow) or COPIES.match(shadow):
        return ""
    whole = found.end() == len(shadow.rstrip())
    named = [bool(_SOMEBODY.search(name)) for name in split_names(found[1])]
    return found[1] if named and (all(named) or (whole and any(named))) else ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tail:
    """What stands below the text; `outside` are the paragraphs that are not text."""

    signature: str
    dated: date | None
    printed: date | None
    copies: tuple[str, ...]
    attachments: tuple[str, ...]
    outside: frozenset[int]

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], first: int) -> _Tail:
        signature, dated, at = _signed(paragraphs, first)
        printed, printed_at = _printed(paragraphs, first)
        copies, copied_at = _copies(paragraphs, first)
        attachments, attached_at = _attachments(paragraphs, first)
        outside = frozenset({*at, *printed_at, *copied_at, *attached_at})
        return cls(
            signature=signature,
            dated=dated,
            printed=printed,
            copies=copies,
            attachments=attachments,
            outside=outside,
        )


def _signed(paragraphs: Sequence[Paragraph], first: int) -> tuple[str, date | None, list[int]]:
    """Return who signed and when: a date alone on its line, below an office's name if one is."""
    dates = [
        index
        for index in range(first, len(paragraphs))
        if DATE_LINE.fullmatch(paragraphs[index].shadow) and day_in(paragraphs[index].shadow)
    ]
    for index in dates:
        names, at = _names_above(paragraphs, index, first)
        if names:
            return "、".join(names), day_in(paragraphs[index].shadow), [*at, index]
    for index in range(first, len(paragraphs)):
        signed = _signed_on_one_line(paragraphs[index])
        if signed:
            return signed[0], signed[1], [index]
    if dates:
        return "", day_in(paragraphs[dates[-1]].shadow), [dates[-1]]
    return _signature_alone(paragraphs, first)


def _names_above(
    paragraphs: Sequence[Paragraph], date_at: int, first: int
) -> tuple[list[str], list[int]]:
    names: list[str] = []
    at: list[int] = []
    for index in range(date_at - 1, first - 1, -1):
        if not is_organ(paragraphs[index].shadow) or len(names) == 5:
            break
        names.insert(0, "".join(paragraphs[index].text.split()))
        at.append(index)
    return names, at


def _signed_on_one_line(paragraph: Paragraph) -> tuple[str, date | None] | None:
    found = DATE_LINE.search(paragraph.shadow) if len(paragraph.shadow) <= 60 else None
    if not found or found.end() != len(paragraph.shadow.rstrip()):
        return None
    name = paragraph.text[: found.start()].strip()
    return ("".join(name.split()), day_in(found[0])) if is_organ(name) else None


def _signature_alone(
    paragraphs: Sequence[Paragraph], first: int
) -> tuple[str, date | None, list[int]]:
    for index in range(len(paragraphs) - 1, first, -1):
        paragraph = paragraphs[index]
        if PRINTED.search(paragraph.shadow) or COPIES.match(paragraph.shadow):
            continue
        below = paragraphs[index + 1 : index + 2]
        office = bool(below) and PRINTED.fullmatch(below[0].shadow) is not None
        if is_organ(paragraph.shadow) and not office and not section_level(paragraph.shadow):
            return "".join(paragraph.text.split()), None, [index]
        if not office:
            break
    return "", None, []


def _printed(paragraphs: Sequence[Paragraph], first: int) -> tuple[date | None, list[int]]:
    for index in range(len(paragraphs) - 1, first - 1, -1):
        shadow = paragraphs[index].shadow
        found = PRINTED.search(shadow) if len(shadow) < 80 else None
        if found:
            above = index - 1
            alone = found.start() == 0 and above >= first and is_organ(paragraphs[above].shadow)
            return day_in(found[0]), [above, index] if alone else [index]
    return None, []


def _copies(paragraphs: Sequence[Paragraph], first: int) -> tuple[tuple[str, ...], list[int]]:
    names: tuple[str, ...] = ()
    at = []
    for index in range(first, len(paragraphs)):
        found = COPIES.match(paragraphs[index].shadow)
        if found:
            at.append(index)
            if found[0].startswith("抄"):
                names += split_names(paragraphs[index].text[found.end() :])
    return names, at


def _attachments(paragraphs: Sequence[Paragraph], first: int) -> tuple[tuple[str, ...], list[int]]:
    """Return the names listed below 附件：, one or several, on one line or on several."""
    names: list[str] = []
    at: list[int] = []
    for index in range(first, len(paragraphs)):
        shadow = paragraphs[index].shadow
        found = ATTACHMENT.match(shadow)
        if found and found[0].endswith("：") and len(shadow) <= 200:
            at.append(index)
            names += _items(paragraphs[index].text[found.end() :])
        elif at and at[-1] == index - 1 and section_level(shadow) == 3 and len(shadow) <= 80:
            if ends_sentence(shadow):
                break
            at.append(index)
            names += _items(paragraphs[index].text)
        elif at:
            break
    return tuple(names), at


def _items(text: str) -> list[str]:
    pieces = _ITEM.split(" " + text.replace("．", "."))
    return [piece.strip(" 　。；;") for piece in pieces if piece.strip(" 　。；;")]

"""Names of meeting programs taken apart: nickname and name, prefixes, two persons on one device."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from jz_training.domain.person_name import clean_name, printable
from jz_training.readers.meeting.surnames import has_surname, is_double_surname

_LONGEST_RAW = 120
_SECOND_DEVICE = re.compile(r"\s*#\s*\d{1,2}(?=\s*(?:$|[(\[【]))")
_BRACKETS = re.compile(r"[(\[【〔<《]([^()\[\]【】〔〕<>《》]*)[)\]】〕>》]")
_STRAY = re.compile(r"[()\[\]【】〔〕]")
_PARTING = re.compile(r"[_~,/|\\:;—–―‐-]+|-+|\s{2,}|(?<=[^\x00-\x7f])\s(?=[^\x00-\x7f]{2})|\s")
_TOGETHER = re.compile(r"\s*[&、+]\s*")
_NUMBER = re.compile(r"(?:no\.?|第)?\d+(?:号|室|楼|床|组|班)?", re.IGNORECASE)
_LEADING_NUMBER = re.compile(r"^(?:no\.?\s*)?\d+[.号]?\s*(?=\D{2})", re.IGNORECASE)
_TRAILING_PHONE = re.compile(r"\s*\d{5,}$")
_NOBODY = frozenset(("none", "null", "-", "--", "/"))
_OF_DEVICE = re.compile(
    r"的?\s*(?:iphone|ipad|android|macbook|mac|phone|pad|pc|laptop|desktop|windows|huawei|honor|"
    r"xiaomi|redmi|oppo|vivo|oneplus|samsung|galaxy|手机|电脑|平板|笔记本|台式机|华为|小米|荣耀)"
    r"(?:\s*(?:pro|max|plus|air|mini|mate|端|\d+\w*))*",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:联席)?主持人|主讲人?|嘉宾|观众|访客|外部|内部|企业外|本人|我|管理员|创建者|未验证|普通(?:参会者|成员)|"
    r"(?:co-?)?host|guest|me|organi[sz]er|presenter|attendee|external|unverified|panelist",
    re.IGNORECASE,
)
_HAN_NAME = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}")
_DOTTED_NAME = re.compile("[\u3400-\u9fff·]{4,30}")
_OF_UNIT = re.compile(
    r"(?:部|科|处|室|工会|公司|厂|车间|班组|小组|[一二三四五六七八九十\d][组班队]|中心|学校|大队|院|分会|"
    r"工段|站|所|局|市|省|县|区|镇|街道|集团|总工会|支部|用户|会议)$"
)
#: 一车间张三: told apart only where the whole is too long for a name.
_UNIT_BEFORE = re.compile(
    r"(?=.{5})(?P<unit>.+(?:车间|工会|公司|分会|中心|学院|学校|班组|支部|集团|[部科处室厂局所站院队]))"
    "(?P<name>[\u3400-\u9fff]{2,4})"
)


class Named(NamedTuple):
    """One person of a cell: the name, other readings of it, and what stood around it."""

    name: str
    others: tuple[str, ...] = ()
    around: str = ""


@lru_cache(maxsize=4096)  # who comes back has another row
def persons_in(raw: str, *, inner_first: bool) -> tuple[Named, ...]:
    """Return the persons that a cell names; none when it names nobody.

    `inner_first`: what stands in brackets is how somebody called himself for this meeting
    (腾讯会议: 昵称（入会昵称）); elsewhere it is the name of the account (Zoom).
    """
    text = unicodedata.normalize("NFKC", printable(raw[:_LONGEST_RAW]))
    text = _SECOND_DEVICE.sub("", text).strip()
    inner = [part.strip() for part in _BRACKETS.findall(text)]
    outer = _STRAY.sub(" ", _BRACKETS.sub(" ", text)).strip()
    inner = [part for part in inner if part and not _ROLE.fullmatch(part)]
    ordered = [*inner, outer] if inner_first else [outer, *inner]
    ordered = [part for part in ordered if part and part.casefold() not in _NOBODY]
    for part in ordered:
        together = _together(part)
        if len(together) > 1:
            return tuple(one for part in together if (one := _one([part])).name)
    return tuple(one for one in [_one(ordered)] if one.name) if ordered else ()


def _together(text: str) -> list[str]:
    """Return the persons who share a device; 和 parts only what looks like names."""
    parts = [part for part in _TOGETHER.split(text) if part.strip()]
    if len(parts) > 1 and all(len(part.strip(" _-~,")) > 1 for part in parts):
        return parts
    for found in re.finditer("和", text):
        before, after = text[: found.start()].strip(), text[found.end() :].strip()
        if _looks_like_name(_last(before)) and _looks_like_name(after):
            return [before, after]
    return [text]


def _last(text: str) -> str:
    return _segments(text)[-1] if text else ""


def _segments(text: str) -> list[str]:
    """Return what separators part; single characters apart (张 三) are one name."""
    found: list[str] = []
    spaced = False
    for part in (one.strip(" .·'\"`!?*") for one in _PARTING.split(text)):
        if not part:
            continue
        if _goes_on(found, part, spaced=spaced):
            found[-1] += part
        elif found and part.isascii() and found[-1].isascii() and part.isalpha():
            found[-1] += f" {part}"
        else:
            found.append(part)
        spaced = _is_han(found[-1]) and len(part) == 1
    return found or [text]


def _goes_on(found: list[str], part: str, *, spaced: bool) -> bool:
    """Tell whether a single character belongs to the name before it: 张 三, 欧阳 修."""
    if len(part) > 1 or not _is_han(part) or not found:
        return False
    return (spaced and len(found[-1]) < 3) or is_double_surname(found[-1])


def _is_han(text: str) -> bool:
    return all("\u3400" <= sign <= "\u9fff" or sign >= "\U00020000" for sign in text)


def _one(parts: Sequence[str]) -> Named:
    """Return the person of readings in order of preference."""
    readings: list[str] = []
    around: list[str] = []
    for text in reversed(parts):  # a city or a unit comes before a name: of equals the last
        for segment in _segments(text):
            bare = _bare(segment)
            if _OF_DEVICE.fullmatch(segment) or _ROLE.fullmatch(segment):
                continue
            prefixed = _UNIT_BEFORE.fullmatch(bare)
            if prefixed and has_surname(prefixed["name"]):
                bare = prefixed["name"]
                around.append(prefixed["unit"])
            if not bare or _NUMBER.fullmatch(bare) or _OF_UNIT.search(bare):
                around.append(segment)
            else:
                readings.append(bare)
                around.extend(_LEADING_NUMBER.findall(segment))
    if not readings:
        readings = [clean_name(text.strip()) for text in reversed(parts)]
        around = []
    best = max(readings, key=lambda one: (_score(one), readings.index(one)))
    others = tuple(one for one in dict.fromkeys(readings) if one != best)
    return Named(best, others, " ".join(dict.fromkeys(one.strip() for one in around if one)))


def _bare(segment: str) -> str:
    """Return a segment without number, phone, device and role; nothing when it is just that."""
    if _ROLE.fullmatch(segment):
        return ""
    text = _LEADING_NUMBER.sub("", _OF_DEVICE.sub("", segment))
    return clean_name(_TRAILING_PHONE.sub("", text).strip(" .·"))


def _looks_like_name(text: str) -> bool:
    return _score(clean_name(text)) >= 3


def _score(text: str) -> int:
    """Return how much a text looks like the name of a person."""
    if _HAN_NAME.fullmatch(text):
        return 4 if has_surname(text) and len(text) < 4 else 3 if has_surname(text) else 2
    return 2 if "·" in text and _DOTTED_NAME.fullmatch(text) else 1

"""File names: of something that was named by a person, and of papers, by the office's pattern.

A pattern is text with fields in braces, such as `{日期} {名称} {文种}`. Its fields are words of the
user's, since the user writes them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

#: Characters that no file name may hold on Windows, and those that turn the order of what is read.
_FORBIDDEN = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]'
)
#: Names that Windows keeps for devices, with whatever ending.
_DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\.|$)")
#: Bytes of a name in UTF-8: file systems take 255, and an ending has to fit.
LONGEST = 200

#: How papers are called unless the office says otherwise.
USUAL_PATTERN = "{日期} {名称} {文种}"

_FIELD = re.compile(r"\{([^{}]*)\}")
#: What stands between fields; of several in a row the first stays.
_BETWEEN = re.compile(r"([ \u3000_\-.、·]+)")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|（\s*）|\[\s*\]|【\s*】|《\s*》|“\s*”")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFacts:
    """What a file's name may be made of.

    `name` is what the paper is about, `word` what kind of paper it is; `until` ends a period that
    begins with `day`. `version` is that of a sheet, 0 when there is none.
    """

    name: str
    word: str = ""
    day: date | None = None
    until: date | None = None
    organiser: str = ""
    version: int = 0


def safe_file_name(name: str, suffix: str) -> str:
    """Return a name that every file system takes; an ending that is there is not put twice."""
    stem = _FORBIDDEN.sub("_", name).strip(" .")
    if suffix and stem.lower().endswith(suffix):
        stem = stem[: -len(suffix)].rstrip(" .")
    if not stem or _DEVICES.match(stem):
        stem = f"_{stem}"
    stem = stem.encode("utf-8", "ignore")[:LONGEST].decode("utf-8", "ignore").rstrip(" .")
    return f"{stem}{suffix}"


def named(pattern: str, facts: NameFacts) -> str:
    """Return what a file is called by a pattern, without an ending; "" is the usual pattern.

    Unknown fields stay as they are written. A field that is empty takes what joins it with it.
    When the name is too long for a file system, what it is about is shortened and nothing else.
    """
    wanted = pattern.strip() or USUAL_PATTERN
    subject = facts.name[:LONGEST]  # a character takes a byte at least
    made = _filled(wanted, replace(facts, name=subject))
    while len(made.encode("utf-8", "ignore")) > LONGEST and subject:
        subject = subject[:-1]
        made = _filled(wanted, replace(facts, name=subject))
    return safe_file_name(made, "")


def title_of(facts: NameFacts) -> str:
    """Return what a paper is called on the screen: what it is about and its kind."""
    return " ".join(filter(None, (facts.name.strip(), _word(facts)))) or facts.word


def _filled(pattern: str, facts: NameFacts) -> str:
    values = _values(facts)

    def value(field: re.Match[str]) -> str:
        return values.get(field[1].strip(), field[0])

    text = _FIELD.sub(value, pattern)
    while (shorter := _EMPTY_BRACKETS.sub("", text)) != text:
        text = shorter
    return _tidy(pattern, text, values)


def _tidy(pattern: str, text: str, values: Mapping[str, str]) -> str:
    """Take away what joined fields that are empty, if there are any; the rest is as written."""
    if all(values.get(field.strip(), "-") for field in _FIELD.findall(pattern)):
        return re.sub(r" {2,}", " ", text).strip()
    return _BETWEEN.sub(lambda found: found[1][0], text).strip(" \u3000_-.、·")


def _values(facts: NameFacts) -> dict[str, str]:
    day, until = facts.day, facts.until
    days = [f"{each:%Y%m%d}" for each in (day, until) if each is not None]
    return {
        "日期": "-".join(dict.fromkeys(days)),
        "年": f"{day.year}" if day else "",
        "月": f"{day.month:02}" if day else "",
        "名称": facts.name.strip(),
        "文种": _word(facts),
        "单位": facts.organiser.strip(),
        "版次": f"第{facts.version}版" if facts.version else "",
    }


def _word(facts: NameFacts) -> str:
    """Return the kind of a paper, unless what it is about says it already."""
    said = facts.word.removesuffix("表")
    return "" if said and said in facts.name else facts.word

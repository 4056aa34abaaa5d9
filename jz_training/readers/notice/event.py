"""The meeting that a notice calls to: when, where, who, what for.

Read from labels (时间：…), from clauses (一、会议时间) or from a sentence (定于…召开). A period of
weeks is a campaign and no meeting. What is not said stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from jz_training.domain.notice import Event
from jz_training.readers.notice.dates import with_year
from jz_training.readers.notice.numbers import number_of
from jz_training.readers.notice.paragraphs import Paragraph

_WHAT: Final = (
    r"(?:会议|培训|活动|学习|讲座|报告会|研讨会|座谈会|宣讲|举办|召开|直播|参会|参加|参训|开班)?"
)
_GAP: Final = r"\s?"
_LABELS: Final = {
    "time": rf"{_WHAT}{_GAP}(?:时\s?间|日\s?期)(?:[和及与、]\s?地\s?点)?",
    "venue": rf"{_WHAT}{_GAP}(?:地\s?点|地\s?址)",
    "audience": rf"{_WHAT}{_GAP}(?:对\s?象|人\s?员|范\s?围)",
    "content": rf"{_WHAT}{_GAP}(?:内\s?容|议\s?程|议\s?题|主\s?题)",
}
_NUMBERED: Final = (
    r"(?:[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、])\s?"
)
_LABEL: Final = re.compile(
    rf"(?:^|(?<=[；。\s]))(?:{_NUMBERED})?(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _LABELS.items())
    + r")(?:：|\s?$)"
)
_OTHER_LABEL: Final = re.compile(rf"^(?:{_NUMBERED})|^[\u4e00-\u9fff]{{2,8}}：|^各|^请|^附")
_SENTENCE: Final = re.compile(
    r"(?:定于|拟于|兹定于|决定于|将于|订于)(?P<when>[^，。；]{3,60}?(?:，[^，。；]{0,12})?)"
    r"(?:，)?(?:在(?P<venue>[^，。；]{2,40}?))?(?:，)?(?:召开|举办|举行|开展|组织)(?P<content>[^，。；]{0,60})"
)
_YEAR: Final = r"(?:(?P<year>\d{4})\s?年\s?)?"
_DAY: Final = re.compile(
    rf"{_YEAR}(?P<month>(?<!\d)\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s?月\s?(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?[日号]?"
    r"(?:（[^（）]{1,8}）)?(?:\s?(?:至|到|—{1,2}|、)\s?(?:(?P<month2>\d{1,2})\s?月\s?)?(?P<day2>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号])?"
)
_HALF: Final = r"(?P<half{0}>凌晨|早上|上午|早|中午|下午|晚上|晚)?\s?"
_CLOCK: Final = (
    r"(?P<hour{0}>(?<!\d)\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?"
    r"(?:：\s?(?P<minute{0}>\d{{2}})|[时点]\s?(?:(?P<past{0}>半|一刻|\d{{1,2}}\s?分?))?整?)"
)
_TIMES: Final = re.compile(
    _HALF.format(1)
    + _CLOCK.format(1)
    + r"(?:\s?(?:至|到|—{1,2})\s?"
    + _HALF.format(2)
    + _CLOCK.format(2)
    + ")?"
)
_LONGEST: Final = timedelta(days=15)
_HALVES: Final = frozenset({"下午", "晚上", "晚", "中午"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What was read of meetings: the first, the words that say when, and places of more of them."""

    event: Event | None = None
    start: int = 0
    end: int = 0
    year_unknown: bool = False
    more: tuple[tuple[int, int], ...] = ()
    said: tuple[tuple[int, int], ...] = ()  # what was understood by its label


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What stands behind a label."""

    name: str
    start: int
    end: int
    text: str
    shadow: str


def read_event(body: Sequence[Paragraph], told: date | None) -> Meeting:
    """Read the meeting; `told` is the day of the notice, from which a year left out is taken."""
    said = list(_labelled(body))
    if not any(value.name == "time" and _DAY.search(value.shadow) for value in said):
        said = [*_in_a_sentence(body), *said]
    times = [value for value in said if value.name == "time" and _DAY.search(value.shadow)]
    spans = tuple((value.start, value.end) for value in said)
    for at, value in enumerate(times):
        event, unknown = _event(value, said, told)
        if event is None and not unknown:
            continue
        more = tuple((other.start, other.end) for other in times[at + 1 :])
        return Meeting(
            event=event,
            start=value.start,
            end=value.end,
            year_unknown=unknown,
            more=more,
            said=spans,
        )
    return Meeting(said=spans if times else ())


def _labelled(body: Sequence[Paragraph]) -> Iterator[_Said]:
    for index, paragraph in enumerate(body):
        found = [match for match in _LABEL.finditer(paragraph.shadow.replace("\t", " "))]
        for at, match in enumerate(found):
            end = found[at + 1].start() if at + 1 < len(found) else len(paragraph.shadow)
            name = match.lastgroup or ""
            text = paragraph.text[match.end() : end].strip(" ；。;\t")
            if text:
                left = (
                    match.end()
                    + len(paragraph.text[match.end() : end])
                    - len(paragraph.text[match.end() : end].lstrip(" \t"))
                )
                place = paragraph.start + left
                yield _value(name, place, text, paragraph.shadow[left : left + len(text)])
            elif at + 1 == len(found):
                yield from _below(name, body[index + 1 :])


def _below(name: str, following: Sequence[Paragraph]) -> Iterator[_Said]:
    """Yield what stands on the lines below a label or a heading, down to the next one."""
    taken: list[Paragraph] = []
    for paragraph in following[:8]:
        numbered = _OTHER_LABEL.search(paragraph.shadow) is not None
        if _LABEL.match(paragraph.shadow) or (numbered and (taken or name in ("time", "venue"))):
            break
        taken.append(paragraph)
        if name in ("time", "venue") and len(taken) == 2:
            break
    if taken and len(taken[0].text) <= 300:
        text = "；".join(p.text.strip(" 。；;") for p in taken)
        shadow = "；".join(p.shadow.strip(" 。；") for p in taken)
        yield _Said(name=name, start=taken[0].start, end=taken[-1].end, text=text, shadow=shadow)


def _value(name: str, start: int, text: str, shadow: str) -> _Said:
    return _Said(name=name, start=start, end=start + len(text), text=text, shadow=shadow)


def _in_a_sentence(body: Sequence[Paragraph]) -> Iterator[_Said]:
    for paragraph in body:
        for found in _SENTENCE.finditer(paragraph.shadow):
            for group, name in (("when", "time"), ("venue", "venue"), ("content", "content")):
                if found[group]:
                    first, last = found.span(group)
                    text = paragraph.text[first:last].strip()
                    yield _value(name, paragraph.start + first, text, paragraph.shadow[first:last])


def _event(value: _Said, said: Sequence[_Said], told: date | None) -> tuple[Event | None, bool]:
    """Return the event and whether only its year is missing."""
    found = _DAY.search(value.shadow)
    if found is None:
        return None, False
    given = found["year"] is not None
    day = _day(found["year"], found["month"], found["day"], told)
    if day is None:
        return None, not given and told is None
    last = _last_day(found, day)
    if last is not None and not timedelta() < last - day <= _LONGEST:
        return None, False
    start, end = times_in(_same_day(value.shadow[found.end() :]))
    event = Event(
        day=day,
        last_day=last,
        start=start,
        end=end,
        venue=_first(said, "venue") or _venue_beside_time(value, found.end()),
        audience=_first(said, "audience"),
        content=_first(said, "content"),
        year_given=given,
    )
    return event, False


def times_in(shadow: str) -> tuple[time | None, time | None]:
    """Return when it begins and ends, by the clock; 3时 without 上午 or 下午 is not guessed."""
    found = _TIMES.search(shadow)
    if found is None:
        return None, None
    start = _clock(found, "1", found["half1"])
    end = _clock(found, "2", found["half2"]) if found["hour2"] else None
    if start and end and end < start and not found["half2"]:
        end = _clock(found, "2", found["half1"] or "下午")
    return start, end if start and end and end > start else None


def _same_day(shadow: str) -> str:
    """Leave out what is said of another day, or of registering only."""
    return re.split(r"\d{1,2}\s?月\s?\d|[^，。；（]{0,30}报\s?到", shadow)[0]


def _clock(found: re.Match[str], which: str, half: str | None) -> time | None:
    hour = number_of(found[f"hour{which}"])
    past = found[f"past{which}"] or ""
    words = {"半": 30, "一刻": 15}.get(past, number_of(past.rstrip("分 ")) if past else 0)
    minute = int(found[f"minute{which}"]) if found[f"minute{which}"] else words
    if hour is None or minute is None or (half is None and which == "1" and hour < 6):
        return None
    if half in _HALVES and hour < 12 and not (half == "中午" and hour >= 11):
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _first(said: Sequence[_Said], name: str) -> str:
    return next((value.text for value in said if value.name == name), "")


def _venue_beside_time(value: _Said, after: int) -> str:
    found = re.search(r"[，；\s]?在([^，；。]{2,30})$", value.shadow[after:])
    return found[1] if found else ""


def _day(year: str | None, month: str, day: str, told: date | None) -> date | None:
    numbers = number_of(month), number_of(day)
    if numbers[0] is None or numbers[1] is None or not 1 <= numbers[0] <= 12:
        return None
    try:
        if year is not None:
            return date(int(year), numbers[0], numbers[1])
        return None if told is None else with_year(numbers[0], numbers[1], told)
    except (ValueError, OverflowError):
        return None


def _last_day(found: re.Match[str], day: date) -> date | None:
    if not found["day2"]:
        return None
    month = int(found["month2"]) if found["month2"] else day.month
    try:
        last = date(day.year, month, number_of(found["day2"]) or 0)
        return last if last > day else last.replace(year=day.year + 1)
    except ValueError:
        return None

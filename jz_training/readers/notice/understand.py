"""Understanding a notice: from the lines of a file to header, clauses, event and duties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from jz_training.domain.notice import NoticeReading, NoticeRemark, RemarkCode
from jz_training.domain.obligation import ObligationDraft
from jz_training.readers.notice.canonical import canonical
from jz_training.readers.notice.event import Meeting, read_event
from jz_training.readers.notice.header import HeaderReading, read_header
from jz_training.readers.notice.joining import join_lines
from jz_training.readers.notice.line_kinds import is_row
from jz_training.readers.notice.obligations import Duties, read_obligations
from jz_training.readers.notice.paragraphs import paragraphs_of
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.sections import Clause, read_clauses
from jz_training.readers.notice.setting import setting_of
from jz_training.readers.notice.units import Unit, units_of

#: What a row of a table says when it asks for something: how many, or until when.
_TELLS: Final = re.compile(
    r"\d\s?(?:场|次|期|篇|条|个|份|人次|名)|\d{1,2}月(?:\d{1,2}日|底)|\d-\d{1,2}\b"
)


def understand(raw: RawText, *, source: str = "") -> NoticeReading:
    """Return what a notice says; pure, and never in doubt about more than its remarks tell.

    `source` is what the reading is called, the name of the file as a rule.
    """
    text = join_lines(raw)
    around = read_header(paragraphs_of(text))
    told = around.header.day
    clauses = read_clauses(text, around.body, around.body_start)
    meeting = read_event(around.body, told)
    duties = _duties(text, around, clauses, meeting)
    return NoticeReading(
        source=source,
        text=text,
        header=around.header,
        sections=tuple(clause.section for clause in clauses),
        event=meeting.event,
        obligations=duties.obligations,
        remarks=tuple(_remarks(raw, text, around, meeting, duties)),
    )


def _duties(
    text: str, around: HeaderReading, clauses: Sequence[Clause], meeting: Meeting
) -> Duties:
    texts = [canonical(text[c.section.start : c.section.end]) for c in clauses]
    breaks = frozenset(place for c in clauses for place in (c.section.start, c.after))
    units = [
        unit
        for unit in units_of(around.body, around.body_start, breaks)
        if not _is_said(unit, meeting)
    ]
    return read_obligations(text, units, setting_of(clauses, texts), around.header.day)


def _is_said(unit: Unit, meeting: Meeting) -> bool:
    """Tell whether a unit is what a label of the meeting says, and so no demand of its own."""
    return any(start <= unit.words.end - 1 < end for start, end in meeting.said)


def _remarks(
    raw: RawText, text: str, around: HeaderReading, meeting: Meeting, duties: Duties
) -> Iterator[NoticeRemark]:
    if not around.titled:
        yield NoticeRemark(code=RemarkCode.NO_TITLE, phrase=around.header.title)
    if raw.cut:
        yield NoticeRemark(code=RemarkCode.TEXT_CUT)
    if raw.pages_without_text:
        yield NoticeRemark(code=RemarkCode.PAGES_WITHOUT_TEXT, number=raw.pages_without_text)
    yield from _about_meetings(text, meeting)
    if not duties.obligations:
        yield NoticeRemark(code=RemarkCode.NO_DUTIES)
    yield from duties.remarks
    yield from _rows_left(text, duties.obligations)


def _rows_left(text: str, duties: Sequence[ObligationDraft]) -> Iterator[NoticeRemark]:
    """Yield the rows of tables that count something or name a day and became no duty."""
    taken = [(duty.start or 0, duty.end or 0) for duty in duties]
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if (
            is_row(line)
            and _TELLS.search(line)
            and not any(a < end and start < b for a, b in taken)
        ):
            yield _remark(RemarkCode.LEFT_TO_READER, text, start, end)
        start = end + 1


def _about_meetings(text: str, meeting: Meeting) -> Iterator[NoticeRemark]:
    taken = meeting.event is not None and not meeting.event.year_given
    if taken or meeting.year_unknown:
        code = RemarkCode.YEAR_TAKEN if taken else RemarkCode.YEAR_UNKNOWN
        yield _remark(code, text, meeting.start, meeting.end)
    for start, end in meeting.more:
        yield _remark(RemarkCode.LEFT_TO_READER, text, start, end)


def _remark(code: RemarkCode, text: str, start: int, end: int) -> NoticeRemark:
    return NoticeRemark(code=code, phrase=text[start:end], start=start, end=end)

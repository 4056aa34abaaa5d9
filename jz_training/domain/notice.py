"""A notice (通知): its header, its clauses, its event, and what a reading of it found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from jz_training.domain.obligation import ObligationDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeHeader:
    """What stands around the text of a notice; nothing of it is compulsory but a title to show.

    `number` is the 发文字号 in its right form (〔2026〕), `dated` the day the notice was made,
    `printed` the day of 印发, `copies` who is named after 抄送.
    """

    title: str
    issuer: str = ""
    number: str = ""
    addressees: tuple[str, ...] = ()
    dated: date | None = None
    printed: date | None = None
    copies: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """Return the day from which the notice speaks: what a year left out is taken from."""
        return self.dated or self.printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A clause. `level` 1 is 一、, 2 （一）, 3 1., 4 （1）; `path` is all numbers down to it.

    `heading` is its number and words; `start`–`end` is the clause in the notice's text, its own
    heading included and the clauses below it left out.
    """

    level: int
    path: str
    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The meeting a notice calls to (时间、地点、对象、内容). What is not said is None or empty.

    `year_given` False: the notice left the year out, and it was taken from the notice's own date.
    """

    day: date
    last_day: date | None = None
    start: time | None = None
    end: time | None = None
    venue: str = ""
    audience: str = ""
    content: str = ""
    year_given: bool = True


class RemarkCode(StrEnum):
    """What a reader of the reading has to know; `labels` has the sentences."""

    NO_TITLE = "no_title"  # the first line stands in
    NO_DUTIES = "no_duties"
    YEAR_TAKEN = "year_taken"  # a year left out was taken from the notice's date
    YEAR_UNKNOWN = "year_unknown"  # a date without a year, and the notice has none: no date set
    TEXT_CUT = "text_cut"  # longer than a notice can be; the rest was left out
    PAGES_WITHOUT_TEXT = "pages_without_text"  # some pages are pictures
    LEFT_TO_READER = "left_to_reader"  # a demand that no pattern understood


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRemark:
    """One remark, with the words of the notice it is about and their place."""

    code: RemarkCode
    phrase: str = ""
    start: int | None = None
    end: int | None = None
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReading:
    """What was understood of a notice; `text` has one line a paragraph, places are its offsets."""

    source: str
    text: str
    header: NoticeHeader
    sections: tuple[Section, ...] = ()
    event: Event | None = None
    obligations: tuple[ObligationDraft, ...] = ()
    remarks: tuple[NoticeRemark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """A notice on the list, with how its obligations stand."""

    id: UUID
    version: int
    title: str
    issuer: str
    number: str
    dated: date | None
    received_on: date
    reviewed: bool
    obligations: int = 0
    met: int = 0
    begun: int = 0
    overdue: int = 0
    next_due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """A notice as it is stored. `left_to_reader` are places of demands nobody sorted yet."""

    id: UUID
    version: int
    header: NoticeHeader
    text: str
    received_on: date
    reviewed: bool
    sections: tuple[Section, ...] = ()
    event: Event | None = None
    event_training_id: UUID | None = None
    left_to_reader: tuple[tuple[int, int], ...] = field(default=())
    source: str = ""
    note: str = ""

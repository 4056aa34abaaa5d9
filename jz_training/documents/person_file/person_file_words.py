"""What the file of a person says: its cells and sentences, built from the figures alone."""

from __future__ import annotations

from collections.abc import Iterator

from jz_training.documents.dates import day_words
from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.make_up import MakeUpDraft
from jz_training.domain.person_file import PersonFile, PersonFileLine, PersonStanding
from jz_training.domain.reach import Standing
from jz_training.labels import MAKE_UP_FORMS, ROLES, mark_words, missed_parts_words
from jz_training.labels.hours import hours_text


def days_words(line: PersonFileLine) -> str:
    """Return the days of a training without the year, which the title names: 3月2日至4日."""
    first, last = line.start, line.end
    words = f"{first.month}月{first.day}日"
    if last.date() == first.date():
        return words
    return f"{words}至{'' if last.month == first.month else f'{last.month}月'}{last.day}日"


def attendance_words(line: PersonFileLine) -> str:
    """Return the mark, and what was missed of a training of parts: 到会，下午请假·病."""
    missed = missed_parts_words(line.parts, line.row.part_marks)
    return "，".join(filter(None, (mark_words(line.row.mark), missed)))


def earned_words(line: PersonFileLine) -> str:
    """Return the hours of a training; nothing while it is not recorded who came."""
    unrecorded = line.row.mark.status is AttendanceStatus.UNRECORDED
    return "" if unrecorded else hours_text(line.all_hours)


def note_words(line: PersonFileLine, file: PersonFile) -> str:
    """Return as what somebody came who was not expected, the unit of that day, and the make-up."""
    said = [
        "" if line.expected else ROLES[line.row.role],
        f"时在{line.row.unit}" if line.row.unit and line.row.unit != file.unit else "",
        "" if line.make_up is None else _make_up_words(line.make_up),
    ]
    return "；".join(filter(None, said))


def sum_words(file: PersonFile) -> str:
    """Return how often the person was expected, came and missed."""
    sums = file.sums
    counts = [
        ("应到", sums.expected, True),
        ("参加", sums.present, True),
        ("他人代会", sums.stood_in, False),
        ("请假", sums.leave, True),
        ("缺席", sums.absent, True),
        ("未记录", sums.unrecorded, False),
    ]
    said = "，".join(f"{word}{count}次" for word, count, always in counts if count or always)
    made_up = f"；请假、缺席中已补学{sums.made_up}次" if sums.leave + sums.absent else ""
    others = f"；另以列席、授课等身份参加{sums.others}次" if sums.others else ""
    return f"{file.year}年，{said}{made_up}{others}。"


def hours_words(file: PersonFile) -> str:
    """Return the hours of the year, and how many of them online and by make-ups."""
    sums = file.sums
    return (
        f"学时合计{hours_text(sums.all_hours)}，其中线上{hours_text(sums.online_hours)}，"
        f"补学{hours_text(sums.made_up_hours)}。"
    )


def standing_words(found: PersonStanding) -> str:
    """Return how far the person is with a requirement, and on what it rests."""
    wanted = found.requirement
    years = f"{found.last_year}年"
    if found.first_year != found.last_year:
        years = f"{found.first_year}年至{years}"
    kind = "线上" if wanted.online else ""
    basis = f"依据：{wanted.basis}。" if wanted.basis else ""
    return (
        f"{wanted.name}：{years}要求{kind}{hours_text(wanted.hours)}学时，"
        f"已有{hours_text(found.hours)}学时，{_outcome(found)}。{basis}"
    )


def passages(file: PersonFile) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return the parts that follow the table: heading and paragraphs."""
    yield "二、合计", (sum_words(file), hours_words(file))
    if file.standings:
        yield "三、学时要求", tuple(standing_words(one) for one in file.standings)


def _outcome(found: PersonStanding) -> str:
    if found.standing is Standing.REACHED:
        return "已达到"
    return f"尚差{hours_text(found.requirement.hours - found.hours)}学时"


def _make_up_words(made: MakeUpDraft) -> str:
    form = MAKE_UP_FORMS[made.form]
    if made.done_on is not None:
        return f"{day_words(made.done_on)}补学（{form}）"
    return f"补学已安排（{form}）"

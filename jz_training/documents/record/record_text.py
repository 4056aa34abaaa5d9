"""What the record of a training says, in the order in which records are kept (domain.md §2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jz_training.documents.summary.words import GAP, counts_words, held_words, or_gap
from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, AttendeeRow
from jz_training.domain.training_record import PointKind, RecordPoint, TrainingRecord
from jz_training.labels import REASONS, ROLES
from jz_training.labels.record import POINT_KINDS, record_name

#: Who signs below the record (domain.md §2).
SIGNATURES = ("主持人", "记录人")

_ORDINALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with the paragraphs below it."""

    heading: str
    paragraphs: tuple[str, ...]


def record_title(record: TrainingRecord) -> str:
    """Return the title; one that names a record already is left alone."""
    title, name = record.training.draft.title, record_name(record.training.draft.form)
    return title if title.endswith("记录") else f"{title}{name}"


def fact_lines(record: TrainingRecord) -> tuple[str, ...]:
    """Return the head of the record: when, where, who led, who came, who did not and why."""
    draft, training = record.draft, record.training.draft
    began, ended = draft.began or training.start, draft.ended or training.end
    found = [
        f"时间：{held_words(began, ended)}",
        f"地点：{or_gap(training.venue)}",
        f"主持人：{or_gap(draft.chair)}",
        f"出席人：{_present(record)}",
    ]
    observers = _observers(record)
    if observers:
        found.append(f"列席人：{observers}")
    found += [f"缺席人及原因：{_missed(record)}", f"记录人：{or_gap(draft.recorder)}"]
    return tuple(found)


def passages(record: TrainingRecord) -> tuple[Passage, ...]:
    """Return the points in order, numbered; one without a text is （待补）."""
    points = record.draft.points
    if not points:
        return (Passage("一、内容", (GAP,)),)
    return tuple(
        Passage(f"{ordinal(place)}、{_heading(point)}", tuple(_paragraphs(point)))
        for place, point in enumerate(points, start=1)
    )


def ordinal(place: int) -> str:
    """Return a number from 1 to 100 as headings have it: 一, 十, 十二, 二十一."""
    tens, ones = divmod(place, 10)
    if place >= 100:
        return "一百"
    words = "" if not tens else "十" if tens == 1 else f"{_ORDINALS[tens - 1]}十"
    return words + (_ORDINALS[ones - 1] if ones else "")


def _heading(point: RecordPoint) -> str:
    said = point.heading or POINT_KINDS[point.kind]
    if point.kind in (PointKind.SPEECH, PointKind.DISCUSSION) and point.heading:
        said = f"{POINT_KINDS[point.kind]}：{point.heading}"
    return f"{said}（{point.who}）" if point.who else said


def _paragraphs(point: RecordPoint) -> Iterator[str]:
    found = [line.strip() for line in point.text.splitlines() if line.strip()]
    yield from found or (GAP,)


def _present(record: TrainingRecord) -> str:
    """Return the counts, and the names by unit of those who came."""
    if not record.tally.expected:
        return GAP
    counts = f"{counts_words(record.tally, unit='人')}。"
    return counts + _by_unit(record.present) if record.present else counts


def _by_unit(rows: Sequence[AttendeeRow]) -> str:
    units: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        name = f"{row.name}（{row.mark.stand_in}代）" if row.mark.stand_in else row.name
        units[row.unit].append(name)
    if len(units) == 1:
        return f"{'、'.join(*units.values())}。"
    said = (f"{unit or '其他'}：{'、'.join(names)}" for unit, names in units.items())
    return f"{'；'.join(said)}。"


def _observers(record: TrainingRecord) -> str:
    """Return who sat in as it was written, else as attendance has them; then who else was there."""
    sat_in = record.draft.observers.replace("\n", "、")
    others = [row for row in record.others if row.role is not AttendeeRole.OBSERVER]
    named = "、".join(f"{row.name}（{ROLES[row.role]}）" for row in others)
    return "；".join(part for part in (sat_in, named) if part)


def _missed(record: TrainingRecord) -> str:
    """Return those on leave with the reason, and those absent; 无 once everybody is recorded."""
    if not record.missed:
        return "无" if record.tally.expected and not record.tally.unrecorded else GAP
    return "、".join(_why(row) for row in _leave_first(record.missed))


def _leave_first(rows: Iterable[AttendeeRow]) -> list[AttendeeRow]:
    return sorted(rows, key=lambda row: row.mark.status is AttendanceStatus.ABSENT)


def _why(row: AttendeeRow) -> str:
    if row.mark.status is AttendanceStatus.ABSENT:
        return f"{row.name}（缺席）"
    reason = "" if row.mark.reason is None else f"，{REASONS[row.mark.reason]}"
    return f"{row.name}（请假{reason}）"

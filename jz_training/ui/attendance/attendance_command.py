"""What the command line of the attendance tab is about to do, before Enter is pressed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jz_training.domain.attendance import AttendanceStatus, AttendeeRow, Mark
from jz_training.domain.find_rows import find_rows
from jz_training.domain.mark_command import MarkFaultCode, parse_marks, reads_as_command
from jz_training.domain.pinyin import PinyinTable
from jz_training.labels import MARK_VOCABULARY, mark_fault_words, mark_words
from jz_training.ui.trainings.training_words import ranges

#: So few are named; more are given as ranges of numbers.
NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandReading:
    """What a line says: marks to be made, or persons found; `wrong` when it cannot be done.

    `unfinished` is wrong only because typing goes on. `sentence` says it, under the field.
    """

    marks: Mapping[int, Mark] = field(default_factory=dict)
    found: tuple[int, ...] = ()
    sentence: str = ""
    wrong: bool = False
    unfinished: bool = False


_UNFINISHED = frozenset(
    {MarkFaultCode.NO_NUMBERS, MarkFaultCode.NAME_MISSING, MarkFaultCode.NO_STATUS}
)

NOTHING = CommandReading()


def read_command(
    text: str, rows: Sequence[AttendeeRow], *, pinyin: PinyinTable | None
) -> CommandReading:
    """Read a line against the rows of the sheet: 缺席 3 7 marks, cgd or 7 finds.

    Nothing is marked while any part of the line is not understood. Without a pinyin table (it is
    still being read) nobody is found.
    """
    if not text.strip():
        return NOTHING
    if reads_as_command(text, MARK_VOCABULARY):
        return _marking(text, rows)
    return _finding(text, rows, pinyin)


def _marking(text: str, rows: Sequence[AttendeeRow]) -> CommandReading:
    by_number = {row.number: row for row in rows}
    reading = parse_marks(text, numbers=by_number, words=MARK_VOCABULARY)
    if reading.faults:
        return CommandReading(
            marks=reading.marks,
            sentence=mark_fault_words(reading.faults[0]),
            wrong=True,
            unfinished=all(fault.code in _UNFINISHED for fault in reading.faults),
        )
    return CommandReading(marks=reading.marks, sentence=_marks_words(reading.marks, by_number))


def _marks_words(marks: Mapping[int, Mark], rows: Mapping[int, AttendeeRow]) -> str:
    groups: dict[str, list[int]] = {}
    for number, mark in sorted(marks.items()):
        groups.setdefault(mark_words(mark), []).append(number)
    said = "；".join(f"{word} {_who(numbers, rows)}" for word, numbers in groups.items())
    again = sum(_is_other(rows[number].mark, mark) for number, mark in marks.items())
    return f"回车登记：{said}" + (f"（其中 {again} 人改动）" if again else "")


def _who(numbers: Sequence[int], rows: Mapping[int, AttendeeRow]) -> str:
    if len(numbers) <= NAMED:
        return "、".join(f"{number} {rows[number].name}" for number in numbers)
    return f"{ranges(numbers)}（{len(numbers)} 人）"


def _is_other(had: Mark, mark: Mark) -> bool:
    return had.status is not AttendanceStatus.UNRECORDED and had != mark


def _finding(text: str, rows: Sequence[AttendeeRow], pinyin: PinyinTable | None) -> CommandReading:
    if pinyin is None:
        return NOTHING
    found = find_rows(text, rows, pinyin=pinyin)
    if not found:
        return CommandReading(
            sentence=f"名单上没有“{text.strip()}”。登记可以这样写：缺席 3 7 12-15", wrong=True
        )
    by_number = {row.number: row for row in rows}
    first = by_number[found[0]]
    more = f"，另有 {len(found) - 1} 人，按 ↓ 换下一位" if len(found) > 1 else ""
    return CommandReading(
        found=found, sentence=f"回车选中 {first.number} {first.name}（{first.unit}）{more}"
    )

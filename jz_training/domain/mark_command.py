"""The attendance command line: 缺席 3 7 12-15　请假 8 公　迟到 20 10分　代会 6 李明.

A statement is a word and the numbers it is said of; the next word, or ；, begins another. Minutes,
a reason or a name say something of the numbers just before them. The grammar never raises: what
cannot be understood comes back as a fault with the piece it is about.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from jz_training.domain.attendance import TIMED, AttendanceStatus, Mark
from jz_training.domain.mark_words import (
    MarkWords,
    Opening,
    Piece,
    PieceKind,
    Vocabulary,
    half_width,
)

#: Ten hours: more than that is a slip of the fingers.
MOST_MINUTES = 600
LONGEST_NAME = 40


class MarkFaultCode(StrEnum):
    """What is wrong with a piece of the line; `labels` has the sentences."""

    UNKNOWN_WORD = "unknown_word"
    NO_STATUS = "no_status"  # numbers before any word
    NO_NUMBERS = "no_numbers"  # a word without numbers
    OUTSIDE = "outside"  # no such number on the sheet
    REVERSED = "reversed"  # 15-12
    TWICE = "twice"  # one number, two different marks
    MINUTES_OUT_OF_PLACE = "minutes_out_of_place"  # only after 迟到 and 早退, behind a number
    MINUTES_TOO_MANY = "minutes_too_many"  # 0 or more than MOST_MINUTES
    REASON_OUT_OF_PLACE = "reason_out_of_place"  # only after 请假
    NAME_MISSING = "name_missing"  # 代会 without the name of who came


@dataclass(frozen=True, slots=True)
class MarkFault:
    """Something in the line that was not carried out, and the piece of text it is about."""

    code: MarkFaultCode
    piece: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkReading:
    """What a line says: number → mark for all that is clear, and what is not."""

    marks: Mapping[int, Mark]
    faults: tuple[MarkFault, ...] = ()


def parse_marks(text: str, *, numbers: Collection[int], words: Vocabulary) -> MarkReading:
    """Read a line of the command field for a sheet that has these numbers.

    A number that gets two different marks gets none; a range with an end outside the sheet marks
    nobody, while gaps inside a range are passed over.
    """
    return _Line(text, numbers, words).read()


def reads_as_command(text: str, words: Vocabulary) -> bool:
    """Tell whether a line means to mark somebody rather than to find somebody.

    缺席, 缺席 3 and q3 are commands; 7, 陈 and cgd look for a number, a name, initials.
    """
    line = half_width(text).strip()
    if any(sign in "0123456789" for sign in line):
        return not line.isdecimal()
    return any(line.startswith(word) for word in words.openings if not _short(word))


def _short(word: str) -> bool:
    return word.isascii() or len(word) == 1


class _Line:
    """One line being read, from left to right."""

    def __init__(self, text: str, numbers: Collection[int], words: Vocabulary) -> None:
        self._text = half_width(text)
        self._numbers = sorted(set(numbers))
        self._words = words
        self._marks: dict[int, Mark] = {}
        self._twice: set[int] = set()
        self._faults: list[MarkFault] = []
        self._opening: Opening | None = None
        self._spoken = ""  # the opening as typed
        self._lost = False  # after an unknown word: it may have been meant as an opening
        self._counted = False  # numbers were said after the opening
        self._pending: list[int] = []  # numbers that nothing was said of yet
        self._pending_text = ""
        self._half_name = 0  # a number whose stand-in has one character so far: 李 明

    def read(self) -> MarkReading:
        """Return what the whole line says."""
        source = MarkWords(self._words)
        position = 0
        while piece := source.take(self._text, position, naming=self._awaits_name()):
            self._take(piece)
            position = piece.end
        self._finish()
        clear = {number: mark for number, mark in self._marks.items() if number not in self._twice}
        return MarkReading(marks=clear, faults=tuple(self._faults))

    def _awaits_name(self) -> bool:
        stands_in = self._opening is not None and self._opening.stand_in
        return stands_in and bool(self._pending)

    def _take(self, piece: Piece) -> None:
        half_name, self._half_name = self._half_name, 0
        if piece.kind is PieceKind.RANGE:
            self._take_numbers(piece)
        elif piece.kind is PieceKind.MINUTES:
            self._take_minutes(piece)
        elif piece.kind is PieceKind.BREAK:
            self._settle()
        else:
            self._take_word(piece, half_name)

    def _take_numbers(self, piece: Piece) -> None:
        self._counted = True
        if self._lost:
            return
        if self._opening is None:
            self._fault(MarkFaultCode.NO_STATUS, piece.text)
        elif piece.first > piece.last:
            self._fault(MarkFaultCode.REVERSED, piece.text)
        elif not {piece.first, piece.last} <= set(self._numbers):
            self._fault(MarkFaultCode.OUTSIDE, piece.text)
        else:
            inside = (n for n in self._numbers if piece.first <= n <= piece.last)
            self._pending.extend(inside)
            self._pending_text = piece.text

    def _take_minutes(self, piece: Piece) -> None:
        if self._opening is None or self._opening.status not in TIMED or not self._pending:
            self._fault(MarkFaultCode.MINUTES_OUT_OF_PLACE, piece.text)
        elif not 1 <= piece.first <= MOST_MINUTES:
            self._fault(MarkFaultCode.MINUTES_TOO_MANY, piece.text)
        else:
            self._settle(Mark(status=self._opening.status, minutes=piece.first))

    def _take_word(self, piece: Piece, half_name: int) -> None:
        word = piece.text.lower()
        if word in self._words.reasons and self._takes_reason(word):
            self._take_reason(word)
        elif word in self._words.openings:
            self._open(word, piece.text)
        elif self._awaits_name() and len(piece.text) <= LONGEST_NAME:
            self._take_name(piece)
        elif half_name and len(piece.text) == 1:
            self._complete_name(half_name, piece.text)
        elif word in self._words.reasons:
            self._fault(MarkFaultCode.REASON_OUT_OF_PLACE, piece.text)
        else:
            self._lose_way(piece)

    def _takes_reason(self, word: str) -> bool:
        """Tell whether a reason may stand here: behind numbers on leave, or right before them.

        In 公假 8 病假 9 the second word begins a statement of its own, in 请假 8 病假 it does not.
        """
        if self._opening is None or self._opening.status is not AttendanceStatus.LEAVE:
            return False
        if self._opening.reason is not None and word in self._words.openings:
            return False
        return bool(self._pending) or not self._counted

    def _take_reason(self, word: str) -> None:
        reason = self._words.reasons[word]
        if self._pending:
            self._settle(Mark(status=AttendanceStatus.LEAVE, reason=reason))
        else:
            self._opening = Opening(AttendanceStatus.LEAVE, reason)

    def _open(self, word: str, spoken: str) -> None:
        self._finish()
        self._opening = self._words.openings[word]
        self._spoken = spoken
        self._counted = self._lost = False

    def _lose_way(self, piece: Piece) -> None:
        """Mark nobody until the next word that is known: the numbers belong to the unknown one."""
        self._settle()
        self._fault(MarkFaultCode.UNKNOWN_WORD, piece.text)
        self._lost = True

    def _take_name(self, piece: Piece) -> None:
        if len(self._pending) > 1:
            self._settle()  # one name cannot stand for two people
            return
        number = self._pending[0]
        self._settle(Mark(status=AttendanceStatus.PRESENT, stand_in=piece.text))
        self._half_name = number if len(piece.text) == 1 else 0

    def _complete_name(self, number: int, rest: str) -> None:
        begun = self._marks[number]
        self._marks[number] = replace(begun, stand_in=begun.stand_in + rest)

    def _finish(self) -> None:
        self._settle()
        if self._opening is not None and not self._counted:
            self._fault(MarkFaultCode.NO_NUMBERS, self._spoken)

    def _settle(self, mark: Mark | None = None) -> None:
        """Give the pending numbers this mark, or what the opening alone says of them."""
        pending, self._pending = self._pending, []
        if self._opening is None or not pending:
            return
        if mark is None and self._opening.stand_in:
            self._fault(MarkFaultCode.NAME_MISSING, self._pending_text)
            return
        plain = Mark(status=self._opening.status, reason=self._opening.reason)
        for number in pending:
            self._put(number, mark or plain)

    def _put(self, number: int, mark: Mark) -> None:
        if self._marks.setdefault(number, mark) != mark and number not in self._twice:
            self._twice.add(number)
            self._fault(MarkFaultCode.TWICE, str(number))

    def _fault(self, code: MarkFaultCode, piece: str) -> None:
        if not self._lost:
            self._faults.append(MarkFault(code, piece))

"""Cutting the attendance command line into its pieces: numbers, ranges, minutes and words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from jz_training.domain.attendance import AttendanceStatus, LeaveReason

#: Full-width signs and digits as half-width ones, so that the input method need not be switched.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_SEPARATORS = r"\s,、。.:/|+·"
_BETWEEN_NAMES = r"\s,、。:/|+"  # a dot may stand inside a name
_DASHES = r"[-~\u2010-\u2015\u2212\u301c]+"
#: A longer run of digits is no number of a sheet, and int() of very long ones is refused.
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Opening:
    """What a word that begins a statement says of the numbers after it."""

    status: AttendanceStatus
    reason: LeaveReason | None = None
    stand_in: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of the command line; `labels` has the Chinese ones. Letters are lower case."""

    openings: Mapping[str, Opening]
    reasons: Mapping[str, LeaveReason]
    minutes: Collection[str]  # 分 after a number
    through: Collection[str]  # 至 between two numbers
    idle: Collection[str] = ()  # 号: said and skipped
    joining: Collection[str] = ()  # 和: idem, but it may begin a name


class PieceKind(Enum):
    """What a piece of the line is."""

    RANGE = auto()  # one number is a range of one
    MINUTES = auto()
    BREAK = auto()
    WORD = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of the line as it was typed, with its numbers."""

    kind: PieceKind
    text: str
    first: int = 0
    last: int = 0
    end: int = 0


def half_width(text: str) -> str:
    """Return the text with full-width signs, letters and blanks made half-width."""
    return text.translate(_HALF_WIDTH)


class MarkWords:
    """Takes one piece after the other from a line, which `half_width` has been through."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._skip = _skipping([*words.idle, *words.joining])
        self._skip_before_name = _skipping(words.idle)
        self._number = re.compile(
            rf"(?P<first>[0-9]+)(?:\s*(?P<minutes>{_any_of(words.minutes)})"
            rf"|\s*(?:{_DASHES}|{_any_of(words.through)})\s*(?P<last>[0-9]+))?",
            re.IGNORECASE,
        )
        known = [*words.openings, *words.reasons]
        long = _any_of([word for word in words.openings if len(word) > 1 and not word.isascii()])
        other = rf"(?:(?!{long})[^{_SEPARATORS};0-9A-Za-z])+"
        self._word = re.compile(
            f"[A-Za-z]+|{_any_of([word for word in known if not word.isascii()])}|{other}"
        )
        self._name = re.compile(f"[A-Za-z]+|{long}|(?:(?!{long})[^{_BETWEEN_NAMES};0-9])+")

    def take(self, line: str, start: int, *, naming: bool = False) -> Piece | None:
        """Return the piece at or after `start`, or None at the end.

        `naming` says that a person's name may stand here: it is taken whole.
        """
        skipped = (self._skip_before_name if naming else self._skip).match(line, start)
        position = skipped.end() if skipped else start
        if position >= len(line):
            return None
        if line[position] == ";":
            return Piece(kind=PieceKind.BREAK, text=";", end=position + 1)
        number = self._number.match(line, position)
        if number:
            return _number_piece(number)
        word = (self._name if naming else self._word).match(line, position)
        end = word.end() if word else position + 1
        return Piece(kind=PieceKind.WORD, text=line[position:end].strip(), end=end)


def _skipping(words: Collection[str]) -> re.Pattern[str]:
    """Return a pattern for separators and for words that say nothing."""
    return re.compile(f"(?:[{_SEPARATORS}]|{_any_of(words)})*")


def _any_of(words: Collection[str]) -> str:
    """Return a pattern for any of the words, the longest first; letters must end there."""
    if not words:
        return "(?!)"
    whole = (
        f"{re.escape(word)}(?![A-Za-z])" if word.isascii() else re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    )
    return f"(?:{'|'.join(whole)})"


def _number_piece(found: re.Match[str]) -> Piece:
    kind = PieceKind.MINUTES if found["minutes"] else PieceKind.RANGE
    first = _number(found["first"])
    last = first if found["last"] is None else _number(found["last"])
    return Piece(kind=kind, text=found[0], first=first, last=last, end=found.end())


def _number(digits: str) -> int:
    return int(digits) if len(digits) <= _DIGITS else 10**_DIGITS

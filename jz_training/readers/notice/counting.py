"""How Word writes the number of an automatically numbered paragraph (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def counted(number: int, form: str) -> str:
    """Return a number in one of Word's formats; an unknown format counts in decimals.

    >>> counted(12, "chineseCounting"), counted(3, "decimalEnclosedCircle"), counted(0, "none")
    ('十二', '③', '')
    """
    if form in ("none", "bullet"):
        return ""
    write = _FORMS.get(form)
    return write(number) if write and 0 < number < 10_000 else str(number)


def _chinese(number: int, digits: str = _DIGITS, powers: str = "十百千") -> str:
    """Return 一百零二 for 102; 十二 and not 一十二 for 12 where counting is meant."""
    written, gap = "", False
    for power, digit in reversed(list(enumerate(map(int, reversed(str(number)))))):
        if digit:
            zero = "零" if gap and written else ""
            written += zero + digits[digit] + (powers[power - 1] if power else "")
        gap = digit == 0
    return written[1:] if written.startswith("一十") else written


def _legal(number: int) -> str:
    return _chinese(number, *_LEGAL)


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _letters(number: int) -> str:
    """Return a … z, aa, bb …: Word repeats the letter, at most so often as it may be seen."""
    times, at = divmod(number - 1, 26)
    return chr(97 + at) * min(times + 1, 30)


def _from_row(first: str, last: int, otherwise: Callable[[int], str] = str) -> Callable[[int], str]:
    """Return a writer for characters that stand in a row in Unicode."""
    return lambda number: chr(ord(first) + number - 1) if number <= last else otherwise(number)


def _full_width(number: int) -> str:
    return "".join(chr(0xFF10 + int(digit)) for digit in str(number))


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "koreanCounting": _chinese,
    "chineseLegalSimplified": _legal,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "decimalEnclosedCircle": _from_row("①", 20),
    "decimalEnclosedCircleChinese": _from_row("①", 20),
    "decimalEnclosedParen": _from_row("⑴", 20),
    "decimalEnclosedFullstop": _from_row("⒈", 20),
    "ideographEnclosedCircle": _from_row("㊀", 10),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}

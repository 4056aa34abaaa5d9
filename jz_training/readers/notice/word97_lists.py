"""How an old Word document counts its paragraphs ([MS-DOC] 2.9.131 – 2.9.150, 2.9.271)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from jz_training.readers.notice.numbering import Level, ListUse, Numbering, StyleUse
from jz_training.readers.notice.word97_marks import LEVEL, LIST, switches

_STYLES, _RULES, _USES = 0x00A2, 0x02E2, 0x02EA  # in the FIB
_RULE, _LEVEL, _USE = 28, 28, 16  # bytes of an LSTF, LVLF, LFO
_FORMS = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "", "", "", "", "",
    "ideographDigital", "japaneseCounting", "", "", "decimalFullWidth", "", "", "",
    "decimalEnclosedCircle", "decimalFullWidth2", "", "", "decimalZero", "bullet", "", "",
    "decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese",
    "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac", "", "taiwaneseCounting",
    "", "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting",
    "chineseLegalSimplified", "chineseCountingThousand",
)  # fmt: skip
_NO_NUMBER = 255
_LEGAL, _GOES_ON = 0x04, 0x08
_PARAGRAPH_STYLE = 1
_NO_BASE = 0xFFF


def numbering_of(main: bytes, table: bytes) -> Numbering:
    """Return the lists of a document; raises struct.error or IndexError on damage."""
    numbering = Numbering()
    at, length = struct.unpack_from("<II", main, _RULES)
    if length:
        _read_rules(numbering, table, at, at + length)
        at, length = struct.unpack_from("<II", main, _USES)
        if length:
            _read_uses(numbering, table, at)
        at, length = struct.unpack_from("<II", main, _STYLES)
        _read_styles(numbering, table[at : at + length])
    return numbering


def _read_rules(numbering: Numbering, table: bytes, at: int, levels_at: int) -> None:
    """Take the rules; their levels lie behind all of them."""
    for n in range(struct.unpack_from("<H", table, at)[0]):
        rule = at + 2 + n * _RULE
        number = struct.unpack_from("<i", table, rule)[0]
        levels = numbering.rules[str(number)] = {}
        for depth in range(1 if table[rule + 26] & 1 else 9):
            levels[depth], levels_at = _level(table, levels_at)


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """Return a level and where the next one begins."""
    start, form, flags = struct.unpack_from("<iBB", table, at)
    characters, paragraph = table[at + 24], table[at + 25]
    at += _LEVEL + characters + paragraph
    length = struct.unpack_from("<H", table, at)[0]
    text = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", errors="replace")
    level = Level(
        start=min(max(start, 0), 32767),
        form="none" if form == _NO_NUMBER else (*_FORMS, *[""] * 256)[form] or "decimal",
        text="".join(f"%{ord(one) + 1}" if one < "\t" else one for one in text),
        only_decimals=bool(flags & _LEGAL),
        restarts=not flags & _GOES_ON,
    )
    return level, at + 2 + 2 * length


def _read_uses(numbering: Numbering, table: bytes, at: int) -> None:
    """Take the lists, which follow rules and may change them; what they change lies behind."""
    count = struct.unpack_from("<I", table, at)[0]
    if count > len(table):
        raise ValueError(f"{count} lists")
    changes = at + 4 + count * _USE
    for n in range(count):
        use = at + 4 + n * _USE
        one = numbering.lists[str(n + 1)] = ListUse(
            rules=str(struct.unpack_from("<i", table, use)[0])
        )
        changes += 4
        for _ in range(table[use + 12]):
            changes = _change(one, table, changes)


def _change(one: ListUse, table: bytes, at: int) -> int:
    """Take what a list changes of a level; return where the next change begins."""
    start, flags = struct.unpack_from("<iI", table, at)
    at += 8
    depth = flags & 0x0F
    if flags & 0x20:
        one.levels[depth], at = _level(table, at)
        one.starts[depth] = one.levels[depth].start
    elif flags & 0x10:
        one.starts[depth] = min(max(start, 0), 32767)
    return at


def _read_styles(numbering: Numbering, sheet: bytes) -> None:
    for n, (base, properties) in enumerate(_styles(sheet)):
        said = dict(switches(properties))
        numbering.styles[str(n)] = StyleUse(
            base="" if base == _NO_BASE else str(base),
            list_id=str(said[LIST]) if LIST in said else "",
            level=said.get(LEVEL),
        )


def _styles(sheet: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield what each style is based on and its paragraph properties."""
    if len(sheet) < 6:
        return
    header, count, fixed = struct.unpack_from("<HHH", sheet)
    at = 2 + header
    for _ in range(count):
        size = struct.unpack_from("<H", sheet, at)[0]
        yield _style(sheet[at + 2 : at + 2 + size], fixed)
        at += 2 + size


def _style(style: bytes, fixed: int) -> tuple[int, bytes]:
    if len(style) < fixed + 2:
        return _NO_BASE, b""
    kind, parts = struct.unpack_from("<HH", style, 2)
    if kind & 0x0F != _PARAGRAPH_STYLE or not parts & 0x0F:
        return _NO_BASE, b""
    at = fixed + 2 + 2 * struct.unpack_from("<H", style, fixed)[0] + 2  # behind its name
    at += at % 2
    size = struct.unpack_from("<H", style, at)[0] if at + 2 <= len(style) else 0
    return kind >> 4, style[at + 4 : at + 2 + size]

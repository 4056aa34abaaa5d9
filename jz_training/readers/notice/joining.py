"""Lines that a layout or the turn of a page broke are joined into paragraphs again.

A line that ends no sentence goes on in the next one; what begins something of its own (a clause,
a label, a date, a row of a table, 附件, the signature) never does. Nothing but white space and the
numbers of pages is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jz_training.readers.notice.canonical import canonical
from jz_training.readers.notice.line_kinds import (
    ATTACHMENT,
    DATE_LINE,
    LABEL,
    MARK,
    NUMBER,
    PRINTED,
    TITLE_END,
    ends_sentence,
    is_bare_number,
    is_open,
    is_organ,
    is_page_number,
    is_row,
    section_level,
    starts_anew,
)
from jz_training.readers.notice.raw_text import RawText

_BLANKS = re.compile(r"[^\S\t]+")
_HAN = "\u3400-\u9fff〇，。、；：！？“”‘’（）《》〔〕"
_LAYOUT_SPACE = re.compile(rf"(?<=[{_HAN}]) (?=[0-9０-９])|(?<=[0-9０-９]) (?=[{_HAN}])")
_TITLE_SPACE = re.compile(rf"(?<=[{_HAN}0-9０-９]) (?=[{_HAN}0-9０-９])")
_SHORTEST_LAYOUT_LINE = 20
_LONGEST_LAYOUT_LINE = 60
_ADDRESSEE = re.compile(r"[各全市省县区][^。；]{3,}[，、]")
_HEAD_LINES = 15
_TITLE_LINES = 6
#: A shorter line without an end is a line of its own where no layout says otherwise.
_LONG_ENOUGH_TO_BREAK = 15
_LONG_LABEL = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line without its outer blanks; `width` is in Chinese characters, its indent included.

    `turned`: the number of a page stood between it and the line before.
    """

    text: str
    shadow: str
    indent: int
    width: float
    turned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """What the lines together say: `full` is the width of a broken line, 0 where none is seen."""

    full: float
    indented: bool
    run_in: frozenset[int]


def without_page_numbers(lines: Sequence[str]) -> list[str]:
    """Return the lines without the numbers of pages."""
    return [line for index, line in enumerate(lines) if not _numbers_a_page(lines, index)]


def join_lines(raw: RawText) -> str:
    """Return the text with one line a paragraph, empty lines left out."""
    lines: list[_Line] = []
    turned = False
    for index, text in enumerate(raw.lines):
        if not raw.whole_paragraphs and _numbers_a_page(raw.lines, index):
            turned = True
        elif text.strip():
            lines.append(_line(text, turned=turned))
            turned = False
    head, rest = _head(lines)
    body = [line.text for line in rest] if raw.whole_paragraphs else _joined(rest)
    return "\n".join([*head, *body])


def _numbers_a_page(lines: Sequence[str], index: int) -> bool:
    if is_page_number(lines[index]):
        return True
    beside = (*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2])
    return is_bare_number(lines[index]) and not any(other.strip() for other in beside)


def _line(text: str, *, turned: bool) -> _Line:
    bare = _BLANKS.sub(" ", text).replace("\n", " ").strip()
    indent = len(text) - len(text.lstrip())
    wide = sum(0.5 if char.isascii() else 1.0 for char in text.rstrip())
    tidy = _LAYOUT_SPACE.sub("", bare)
    return _Line(text=tidy, shadow=canonical(tidy), indent=indent, width=wide, turned=turned)


def _head(lines: list[_Line]) -> tuple[list[str], list[_Line]]:
    """Join the lines of the title; return the paragraphs down to it, and the lines below."""
    end = next(
        (i for i, line in enumerate(lines[:_HEAD_LINES]) if _opens_the_text(line)),
        min(len(lines), _HEAD_LINES),
    )
    for first in range(end):
        if _stands_above_a_title(lines[first]):
            continue
        for last in range(first, min(first + _TITLE_LINES, end)):
            title = _pieced(line.text for line in lines[first : last + 1])
            shadow = canonical(title)
            if TITLE_END.search(shadow) and not is_open(shadow):
                return [*(line.text for line in lines[:first]), title], lines[last + 1 :]
            if _stands_above_a_title(lines[last]):
                break
    return [], lines


def _opens_the_text(line: _Line) -> bool:
    if _stands_above_a_title(line):
        return False
    return ends_sentence(line.shadow) or starts_anew(line.shadow)


def _stands_above_a_title(line: _Line) -> bool:
    return bool(
        MARK.fullmatch(line.shadow)
        or (NUMBER.search(line.shadow) and "《" not in line.shadow and "转发" not in line.shadow)
        or line.shadow.startswith(("签发人", "特急", "加急", "急件", "（此件"))
    )


def _pieced(pieces: Iterable[str]) -> str:
    return _TITLE_SPACE.sub("", " ".join(pieces))


def _joined(lines: list[_Line]) -> list[str]:
    layout = _layout(lines)
    paragraphs: list[str] = []
    pieces: list[_Line] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if pieces and not _goes_on(pieces, line, following, layout):
            paragraphs.append(_run_together(pieces))
            pieces = []
        pieces.append(line)
    return [*paragraphs, _run_together(pieces)] if pieces else paragraphs


def _layout(lines: list[_Line]) -> _Layout:
    widest = max((line.width for line in lines), default=0)
    full = sum(line.width >= widest - 2.5 for line in lines)
    broken = _SHORTEST_LAYOUT_LINE <= widest <= _LONGEST_LAYOUT_LINE and full >= max(
        3, len(lines) // 5
    )
    levels = {section_level(line.shadow) for line in lines if "。" in line.shadow}
    return _Layout(
        full=widest - 2.5 if broken else 0,
        indented=sum(line.indent >= 2 for line in lines) * 4 >= len(lines),
        run_in=frozenset(levels - {0}),
    )


def _goes_on(pieces: list[_Line], line: _Line, following: _Line | None, layout: _Layout) -> bool:
    before, first = pieces[-1], pieces[0]
    if starts_anew(line.shadow) or is_row(before.text) or _signs(line, following):
        return False
    if DATE_LINE.fullmatch(before.shadow) or _is_printing(before):
        return False
    if layout.indented and line.indent >= 2:
        return False
    is_full = bool(layout.full) and before.width >= layout.full
    if ends_sentence(before.shadow):
        return is_full and layout.indented and not before.shadow.endswith("：")
    if is_open(before.shadow):
        return True
    if line.shadow.endswith("：") and _ADDRESSEE.match(first.shadow):
        return True
    if layout.full and not line.turned:
        return is_full
    return _goes_on_unmeasured(pieces, first, layout, turned=line.turned)


def _goes_on_unmeasured(
    pieces: list[_Line], first: _Line, layout: _Layout, *, turned: bool
) -> bool:
    """Decide where no width of lines tells: by what kind of paragraph stands open."""
    if ATTACHMENT.match(first.shadow) or first.shadow.startswith("特此"):
        return False
    if re.fullmatch(r"（.*）", first.shadow):
        return False
    level = section_level(first.shadow)
    if level and not any("。" in piece.shadow for piece in pieces):
        return level in layout.run_in
    if pieces[-1].width < _LONG_LABEL and LABEL.match(first.shadow):
        return False
    return turned or pieces[-1].width >= _LONG_ENOUGH_TO_BREAK


def _signs(line: _Line, following: _Line | None) -> bool:
    """Tell whether a line is a signature: an office's name with nothing but a date below it."""
    if not is_organ(line.text) or following is None:
        return False
    below = following.shadow
    return bool(DATE_LINE.fullmatch(below)) or _is_printing(following) or is_organ(below)


def _is_printing(line: _Line) -> bool:
    return len(line.shadow) < 60 and PRINTED.search(line.shadow) is not None


def _run_together(pieces: list[_Line]) -> str:
    text = pieces[0].text
    for piece in pieces[1:]:
        words = text[-1].isascii() and piece.text[0].isascii()
        apart = words and text[-1].isalpha() and piece.text[0].isalpha()
        text += (" " if apart else "") + piece.text
    return text

"""The paragraphs of a joined text, each with its place and its shadow for patterns."""

from __future__ import annotations

from dataclasses import dataclass

from jz_training.readers.notice.canonical import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph: `text` as it stands, `shadow` for matching, both from `start` to `end`."""

    start: int
    end: int
    text: str
    shadow: str


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a joined text in order."""
    found, start = [], 0
    for line in text.split("\n") if text else ():
        end = start + len(line)
        found.append(Paragraph(start=start, end=end, text=line, shadow=canonical(line)))
        start = end + 1
    return tuple(found)

"""The text of a notice as its file gives it, before anything is understood of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """The lines of a file in order; an empty one is an empty line or the end of a page.

    `whole_paragraphs` says that a line is a paragraph as its author made it (docx), and not what
    a layout broke it into (pdf, pasted text). `pages_without_text` counts pages that are pictures;
    `cut` says that the text was longer than a notice can be and its rest was left out.
    """

    lines: tuple[str, ...]
    whole_paragraphs: bool = False
    pages_without_text: int = 0
    cut: bool = False

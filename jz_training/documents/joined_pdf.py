"""Several papers in one PDF, in order, each under its bookmark."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader, PdfWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedPart:
    """A paper with its title; its copies stand one after the other."""

    title: str
    content: bytes
    copies: int = 1


def joined_pdf(
    parts: Iterable[JoinedPart],
    *,
    title: str,
    author: str = "",
    both_sides: bool = False,
    step: Callable[[], object] = lambda: None,
) -> bytes:
    """Return one PDF of all parts; on both sides every copy begins on a fresh sheet of paper.

    A part that has bookmarks of its own keeps them below its own one. `step` is called before
    every copy and may raise to stop it all. Raises ValueError for no parts at all.
    """
    writer = PdfWriter()
    for part in parts:
        reader = PdfReader(io.BytesIO(part.content))
        for copy in range(part.copies):
            step()
            if both_sides and len(writer.pages) % 2:
                writer.add_blank_page()  # as large as the page before
            _append(writer, reader, part.title, first=copy == 0)
    if not len(writer.pages):
        raise ValueError("no paper to join")
    said = {"/Title": title, "/Author": author, "/Creator": "jz-training"}
    writer.metadata = {name: value for name, value in said.items() if value}
    writer.page_mode = "/UseOutlines"
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _append(writer: PdfWriter, reader: PdfReader, title: str, *, first: bool) -> None:
    begin = len(writer.pages)
    writer.append(reader, import_outline=False)
    if not first:
        return
    parent = writer.add_outline_item(title=title, page_number=begin)
    for inner in _flat(reader.outline):
        page = reader.get_destination_page_number(inner)
        if page is not None and inner.title is not None:
            writer.add_outline_item(title=inner.title, page_number=begin + page, parent=parent)


def _flat(outline: list[Any]) -> Iterable[Any]:
    """Return the bookmarks of a paper, those below others too, in order."""
    for one in outline:
        if isinstance(one, list):
            yield from _flat(one)
        else:
            yield one

"""The text of an old Word document (.doc, and .wps that is one inside), after [MS-DOC]."""

from __future__ import annotations

import struct
from pathlib import Path

import olefile

from jz_training.errors import CannotRead
from jz_training.readers.notice import refusals
from jz_training.readers.notice.raw_lines import Enough, Lines
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.word97_lists import numbering_of
from jz_training.readers.notice.word97_marks import marks_of
from jz_training.readers.notice.word97_pieces import Piece, pieces_of, text_of
from jz_training.readers.notice.word97_rows import put_paragraphs

_WORD97 = 0xA5EC
_ENCRYPTED = 0x0100
_SECOND_TABLE = 0x0200
_LEAST = 0x382  # bytes of a FIB of Word 97
_MOST_TEXT = 4_000_000  # characters: text, notes and headers of the longest document taken


def read_ole(path: Path) -> RawText:
    """Return the text of an OLE file that is a Word document; raise CannotRead for any other."""
    try:
        main, table = _streams(path)
    except CannotRead:
        raise
    except Exception as error:  # olefile meets damage with whatever its parsing happens to raise
        raise refusals.is_broken(path, repr(error)) from error
    raw = _text_of(path, main, table)
    if not any(raw.lines):
        raise refusals.is_empty(path)
    return raw


def _streams(path: Path) -> tuple[bytes, bytes]:
    """Return the main stream and the one with the tables."""
    with path.open("rb") as file, olefile.OleFileIO(file) as ole:
        names = {"/".join(name).lower() for name in ole.listdir()}
        if "encryptedpackage" in names:
            raise refusals.has_password(path)
        if "worddocument" not in names:
            raise _other_ole(path, names)
        main: bytes = ole.openstream("WordDocument").read()
        table: bytes = ole.openstream(_table_name(path, main)).read()
    return main, table


def _other_ole(path: Path, names: set[str]) -> CannotRead:
    if names & {"workbook", "book"}:
        return refusals.is_a_table(path)
    if "powerpoint document" in names:
        return refusals.is_slides(path)
    return refusals.old_kind(path, "旧版软件的文档")


def _table_name(path: Path, main: bytes) -> str:
    """Return which stream says where the text is; raise CannotRead for what is not Word 97."""
    if len(main) < _LEAST:
        raise refusals.is_broken(path, "cut off in its first block")
    magic = struct.unpack_from("<H", main)[0]
    flags = struct.unpack_from("<H", main, 0x0A)[0]
    if magic != _WORD97:
        raise refusals.old_kind(path, "Word 95 或更早的文档")
    if flags & _ENCRYPTED:
        raise refusals.has_password(path)
    return "1Table" if flags & _SECOND_TABLE else "0Table"


def _text_of(path: Path, main: bytes, table: bytes) -> RawText:
    try:
        pieces = pieces_of(main, table)
        marks = marks_of(main, table)
        numbering = numbering_of(main, table)
    except (struct.error, ValueError, IndexError) as error:
        raise refusals.is_broken(path, repr(error)) from error
    lines, cut = Lines(), False
    try:
        for start, end in _parts(main):
            put_paragraphs(lines, text_of(main, _within(pieces, start, end)), marks, numbering)
    except Enough:
        cut = True
    return RawText(lines=tuple(lines.lines), whole_paragraphs=True, cut=cut)


def _parts(main: bytes) -> list[tuple[int, int]]:
    """Return where body and text boxes are, in characters; notes and headers lie between."""
    body, notes, headers, macros, remarks, ends, boxes = (
        min(length, _MOST_TEXT) for length in struct.unpack_from("<7I", main, 0x4C)
    )
    after = body + notes + headers + macros + remarks + ends
    return [(0, body), (after, after + boxes)] if boxes else [(0, body)]


def _within(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    return [cut for piece in pieces if (cut := piece.within(start, end))]

"""What kind of file it is, told by its content; names lie (domain.md §5)."""

from __future__ import annotations

from enum import Enum, auto

from jz_training.readers.grids.text_encoding import utf16_without_mark

HEAD_BYTES = 4096

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MEDIA = {
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"GIF8": "图片",
    b"%PDF": "PDF 文件",
    b"{\\rtf": "文字文档",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
    b"\x1f\x8b": "压缩包",
}


class Kind(Enum):
    """The families of content, each with its own way of reading or refusing."""

    EMPTY = auto()
    ZIP = auto()  # xlsx, docx, a bare archive: zip_check.py tells
    OLE = auto()  # xls, et, an encrypted xlsx, doc: xls_grid.py tells
    HTML = auto()
    EXCEL_2003_XML = auto()
    MHTML = auto()
    TEXT = auto()
    OTHER = auto()


def kind_of(head: bytes) -> Kind:
    """Return the kind of a file from its first `HEAD_BYTES` bytes."""
    if not head.strip(b"\0 \t\r\n"):
        return Kind.EMPTY
    if head.startswith(_ZIP):
        return Kind.ZIP
    if head.startswith(_OLE):
        return Kind.OLE
    if media_of(head):
        return Kind.OTHER
    return _kind_of_text(head)


def media_of(head: bytes) -> str:
    """Return the Chinese word for pictures, PDFs and the like, or nothing."""
    for start, words in _MEDIA.items():
        if head.startswith(start):
            return words
    return ""


def _kind_of_text(head: bytes) -> Kind:
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if plain.startswith(b"mime-version:"):
        return Kind.MHTML
    if plain.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in plain:
        return Kind.EXCEL_2003_XML
    if plain.startswith(b"<") and any(tag in plain for tag in (b"<html", b"<table", b"<!doctype")):
        return Kind.HTML
    return Kind.TEXT if _looks_like_text(head) else Kind.OTHER


def _looks_like_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_without_mark(head):
        return True
    return not any(byte < 32 and byte not in b"\t\r\n\x0c\x1a" for byte in head)

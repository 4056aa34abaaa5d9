"""Opens a notice of any kind that can be read and refuses the others with a sentence."""

from __future__ import annotations

from pathlib import Path

from jz_training.errors import CannotRead
from jz_training.readers.grids.sniff import Kind, kind_of, media_of
from jz_training.readers.limits import Limits
from jz_training.readers.notice import refusals
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.opening import head_of

_PDF_MARK = b"%PDF-"
_PDF_WITHIN = 1024  # bytes: mail programs and scanners put words of their own ahead of it
_RTF_MARK = b"{\\rtf"
_WORD_2003 = b"schemas.microsoft.com/office/word/2003/wordml"


def text_of_file(path: Path, limits: Limits) -> RawText:
    """Return the text of a notice; raise CannotRead when it has none, is broken or too large.

    Content tells the kind, never the name. Each kind's reader is imported when a file of that
    kind comes: the child starts faster.
    """
    head = head_of(path, limits, refusals)
    kind = kind_of(head)
    if _PDF_MARK in head[:_PDF_WITHIN]:
        from jz_training.readers.notice.pdf import read_pdf

        return read_pdf(path)
    if head.startswith(_RTF_MARK):
        from jz_training.readers.notice.rtf import read_rtf

        return read_rtf(path)
    if kind is Kind.ZIP:
        from jz_training.readers.notice.docx import read_zip

        return read_zip(path, limits)
    if kind is Kind.OLE:
        from jz_training.readers.notice.word97 import read_ole

        return read_ole(path)
    return _text_of_text(path, kind, head)


def _text_of_text(path: Path, kind: Kind, head: bytes) -> RawText:
    if kind is Kind.TEXT and _WORD_2003 not in head:
        from jz_training.readers.notice.plain import read_plain

        return read_plain(path)
    if kind is Kind.HTML:
        from jz_training.readers.notice.html_text import read_html

        return read_html(path)
    raise _refusal(path, kind, head)


def _refusal(path: Path, kind: Kind, head: bytes) -> CannotRead:
    if kind is Kind.EMPTY:
        return refusals.is_empty(path)
    if kind is Kind.EXCEL_2003_XML:
        return refusals.is_a_table(path)
    if kind is Kind.MHTML:
        return refusals.old_kind(path, "单个网页文件（.mht）")
    if kind is Kind.TEXT:
        return refusals.old_kind(path, "Word 2003 的 XML 文档")
    what = media_of(head)
    if what == "图片":
        return refusals.is_a_picture(path)
    if what:
        return refusals.is_an_archive(path)
    return refusals.unknown_kind(path)

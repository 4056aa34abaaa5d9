"""The text of a Word document (.docx, and .wps that is one inside)."""

from __future__ import annotations

import re
import xml.sax
import zipfile
from pathlib import Path

from defusedxml.common import DefusedXmlException

from jz_training.errors import CannotRead
from jz_training.readers.grids.zip_check import ZIP_ERRORS, check_sizes, members_of
from jz_training.readers.limits import Limits
from jz_training.readers.notice import refusals
from jz_training.readers.notice.docx_body import BodyHandler
from jz_training.readers.notice.numbering import Numbering
from jz_training.readers.notice.raw_lines import Enough, Lines
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.word_xml import TooDeep, parse

_BODY = re.compile(r"word/document\d*\.xml", re.IGNORECASE)
_LISTS = re.compile(r"word/numbering\d*\.xml", re.IGNORECASE)
_STYLES = re.compile(r"word/styles\d*\.xml", re.IGNORECASE)
_DAMAGE = (*ZIP_ERRORS, xml.sax.SAXException, DefusedXmlException, TooDeep, KeyError)


def read_zip(path: Path, limits: Limits) -> RawText:
    """Return the text of a zip that is a Word document; raise CannotRead for any other."""
    members = members_of(path, refusals)
    names = {member.filename.lower() for member in members}
    if not any(_BODY.fullmatch(name) for name in names):
        raise _other_zip(path, names)
    check_sizes(path, members, limits, refusals)
    try:
        with zipfile.ZipFile(path) as archive:
            raw = _text_of(archive)
    except _DAMAGE as error:
        raise refusals.is_broken(path, repr(error)) from error
    if not any(raw.lines):
        raise refusals.is_empty(path)
    return raw


def _other_zip(path: Path, names: set[str]) -> CannotRead:
    if any(name.startswith("xl/") for name in names):
        return refusals.is_a_table(path)
    if any(name.startswith("ppt/") for name in names):
        return refusals.is_slides(path)
    if "ofd.xml" in names:
        return refusals.is_ofd(path)
    if {"mimetype", "content.xml"} <= names:
        return refusals.old_kind(path, "OpenDocument 文件（.odt 等）")
    return refusals.is_an_archive(path)


def _text_of(archive: zipfile.ZipFile) -> RawText:
    lines, cut = Lines(), False
    body = BodyHandler(lines, _numbering_of(archive))
    try:
        with archive.open(_member(archive, _BODY)) as part:
            parse(part, body)
    except Enough:
        cut = True
    return RawText(lines=tuple(lines.lines), whole_paragraphs=True, cut=cut)


def _numbering_of(archive: zipfile.ZipFile) -> Numbering:
    numbering = Numbering()
    if lists := _member(archive, _LISTS):
        with archive.open(lists) as part:
            numbering.read_lists(part)
        if styles := _member(archive, _STYLES):
            with archive.open(styles) as part:
                numbering.read_styles(part)
    return numbering


def _member(archive: zipfile.ZipFile, pattern: re.Pattern[str]) -> str:
    return next((name for name in archive.namelist() if pattern.fullmatch(name)), "")

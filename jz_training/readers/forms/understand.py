"""Opens a form of either kind, or refuses it with a sentence."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException

from jz_training.domain.superior_form import MOST_XML, FormFile, FormKind
from jz_training.errors import CannotRead
from jz_training.readers.forms import refusals
from jz_training.readers.forms.word_form import read_word
from jz_training.readers.forms.workbook_form import read_workbook
from jz_training.readers.grids.sniff import Kind, kind_of
from jz_training.readers.grids.zip_check import ZIP_ERRORS, check_sizes, members_of
from jz_training.readers.limits import MEGABYTE, Limits
from jz_training.readers.opening import head_of

FORM_LIMITS = Limits(file_bytes=20 * MEGABYTE, unpacked_bytes=100 * MEGABYTE)

#: What a workbook or document says of itself among the types of its parts.
_KINDS = {
    b"spreadsheetml.sheet.main+xml": FormKind.WORKBOOK,
    b"ms-excel.sheet.macroEnabled.main+xml": FormKind.MACROS,
    b"wordprocessingml.document.main+xml": FormKind.WORD,
}
_TEMPLATES = (b"template.main+xml", b"template.macroEnabled", b"addin.macroEnabled")
_STRICT = b"purl.oclc.org/ooxml"
_DAMAGE = (*ZIP_ERRORS, ParseError, DefusedXmlException, KeyError, ValueError, IndexError)


def read_form(path: Path, limits: Limits) -> FormFile:
    """Return what a form shows. Raises CannotRead."""
    head = head_of(path, limits, refusals)
    kind = kind_of(head)
    if kind is Kind.EMPTY:
        raise refusals.is_empty(path)
    if kind is not Kind.ZIP:
        raise _not_a_zip(path, kind)
    members = members_of(path, refusals)
    check_sizes(path, members, limits, refusals)
    _check_parts(path, members)
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(path, archive)
    except _DAMAGE as error:
        raise refusals.is_broken(path, repr(error)) from error


def _check_parts(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Refuse what could be shown but not filled: parts that are too large, or there twice."""
    if len({one.filename for one in members}) < len(members):
        raise refusals.is_broken(path, "two parts of one name")
    if any(one.file_size > MOST_XML and one.filename.endswith(".xml") for one in members):
        raise refusals.has_too_much_in_it(path)


def _not_a_zip(path: Path, kind: Kind) -> CannotRead:
    if kind is not Kind.OLE:
        old = kind in (Kind.HTML, Kind.EXCEL_2003_XML, Kind.MHTML, Kind.TEXT)
        return refusals.old_workbook(path) if old else refusals.not_a_form(path)
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        return refusals.has_password(path)
    document = "WordDocument".encode("utf-16-le") in content
    return refusals.old_document(path) if document else refusals.old_workbook(path)


def _read(path: Path, archive: zipfile.ZipFile) -> FormFile:
    kind = _kind(path, archive)
    if path.suffix.lower() != f".{kind}":
        raise refusals.wrong_ending(path, kind.value)
    form = read_word(archive) if kind is FormKind.WORD else read_workbook(archive, kind)
    if not any(sheet.cells for sheet in form.sheets):
        raise refusals.is_empty(path)
    return form


def _kind(path: Path, archive: zipfile.ZipFile) -> FormKind:
    names = {name.lower() for name in archive.namelist()}
    if "[content_types].xml" not in names:
        old = {"mimetype", "content.xml"} <= names
        raise refusals.old_workbook(path) if old else refusals.not_a_form(path)
    types = archive.read("[Content_Types].xml")
    if any(one in types for one in _TEMPLATES):
        raise refusals.is_a_template(path)
    found = [kind for said, kind in _KINDS.items() if said in types]
    if not found:
        excel = any(name.startswith("xl/") for name in names)
        raise refusals.old_workbook(path) if excel else refusals.not_a_form(path)
    main = "word/document.xml" if found[0] is FormKind.WORD else "xl/workbook.xml"
    if main in names and _STRICT in archive.read(main):
        raise refusals.strict(path)
    return found[0]

"""What keeps a PDF out of the archive: faults that cannot be mended without changing its pages.

Our own papers have none. Papers of others, bound into a dossier, may have any: what is looked
for here is what ISO 19005-2 forbids and such papers commonly hold, not all it forbids.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from types import MappingProxyType

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

from jz_training.documents.archive.objects import below, resolved


class ArchiveFault(StrEnum):
    """A fault of a filed PDF; the values are the keys of CannotArchive.SENTENCES."""

    FONT = "font"
    COLOURS = "colours"
    FORM = "form"
    MOVING = "moving"
    PROGRAM = "program"
    PACKING = "packing"


_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_INK = re.compile(rb"\s[kK]\s")  # rare, and quickly found
_FOUR_INKS = re.compile(rb"(?:[\d.]+\s+){4}[kK]\s")
_MOVING = frozenset(
    ("/3D", "/FileAttachment", "/Movie", "/RichMedia", "/Screen", "/Sound", "/TrapNet")
)
_WITHOUT_APPEARANCE = ("/Popup", "/Link")


def faults_of(reader: PdfReader) -> Mapping[ArchiveFault, Sequence[int]]:
    """Return the faults of a document, each with the numbers of the pages it is found on.

    What the pages share is looked at once; only a faulty document is gone through by pages.
    """
    found: defaultdict[ArchiveFault, list[int]] = defaultdict(list)
    if any(map(_faults_in, below(reader.root_object))):
        for number, page in enumerate(reader.pages, start=1):
            for fault in dict.fromkeys(chain.from_iterable(map(_faults_in, below(page)))):
                found[fault].append(number)
    return found


def _faults_in(entry: DictionaryObject) -> list[ArchiveFault]:
    return [fault for fault, is_faulty in _CHECKS.items() if is_faulty(entry)]


def _has_no_font_file(entry: DictionaryObject) -> bool:
    if entry.get("/Type") != "/Font" or entry.get("/Subtype") in ("/Type3", "/Type0"):
        return False  # drawn in the file itself; described by what it holds
    described = resolved(entry.get("/FontDescriptor"))
    return described is None or not any(name in described for name in _FONT_FILES)


def _is_four_coloured(entry: DictionaryObject) -> bool:
    """Tell whether something is painted for four printing inks."""
    if not isinstance(entry, StreamObject):
        return False
    if entry.get("/Subtype") == "/Image":
        return "/DeviceCMYK" in _names(entry.get("/ColorSpace"))
    if entry.get("/Subtype", "/Form") != "/Form" or "/Length1" in entry:
        return False  # a font, a profile: no drawing
    data = entry.get_data()
    if not (_INK.search(data) and _FOUR_INKS.search(data)):
        return False
    # texts may look like it
    operations = ContentStream(entry, None).operations
    return any(operator in (b"k", b"K") for _, operator in operations)


def _has_no_appearance(entry: DictionaryObject) -> bool:
    if "/Rect" not in entry or entry.get("/Subtype") in _WITHOUT_APPEARANCE:
        return False
    return entry.get("/Subtype") is not None and "/AP" not in entry


def _is_moving(entry: DictionaryObject) -> bool:
    return "/Rect" in entry and entry.get("/Subtype") in _MOVING


def _is_program(entry: DictionaryObject) -> bool:
    return isinstance(entry, StreamObject) and entry.get("/Subtype") == "/PS"


def _is_packed_the_old_way(entry: DictionaryObject) -> bool:
    return isinstance(entry, StreamObject) and "/LZWDecode" in _names(entry.get("/Filter"))


_CHECKS: Mapping[ArchiveFault, Callable[[DictionaryObject], bool]] = MappingProxyType(
    {
        ArchiveFault.FONT: _has_no_font_file,
        ArchiveFault.COLOURS: _is_four_coloured,
        ArchiveFault.FORM: _has_no_appearance,
        ArchiveFault.MOVING: _is_moving,
        ArchiveFault.PROGRAM: _is_program,
        ArchiveFault.PACKING: _is_packed_the_old_way,
    }
)


def _names(value: object) -> tuple[str, ...]:
    plain = resolved(value)
    if isinstance(plain, ArrayObject):
        return tuple(str(resolved(one)) for one in plain)
    return (str(plain),)

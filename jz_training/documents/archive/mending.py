"""Mends what ISO 19005-2 forbids and no page shows: scripts, actions, attachments, loose ends."""

from __future__ import annotations

from base64 import a85encode

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from jz_training.documents.archive.objects import below, resolved

#: Of the catalogue: what runs, what is attached, what later versions added.
_CATALOGUE = ("/AA", "/AF", "/OpenAction", "/Perms", "/Requirements", "/NeedsRendering", "/Version")
_NAMED = ("/JavaScript", "/EmbeddedFiles", "/AlternatePresentations", "/Renditions")
_FORM = ("/XFA", "/NeedAppearances")

#: Of any object: further actions, other versions of a picture, transfer curves of a printer.
_ANYWHERE = ("/AA", "/Alternates", "/OPI", "/TR", "/TR2", "/HTP", "/PresSteps")

_ALLOWED_ACTIONS = ("/GoTo", "/GoToR", "/Thread", "/URI", "/Named", "/SubmitForm")

#: Flags of an annotation (ISO 32000-1, 12.5.3): to be printed; not to be hidden in any way.
_PRINT, _HIDING = 4, 1 | 2 | 32


def mend(root: DictionaryObject) -> None:
    """Mend a document, given by its catalogue.

    Every object is looked at once; those no longer held go when the document is written anew.
    """
    for name in _CATALOGUE:
        root.pop(name, None)
    _drop(resolved(root.get("/Names")), _NAMED)
    _drop(resolved(root.get("/AcroForm")), _FORM)
    for entry in below(root):
        _mend_entry(entry)


def _mend_entry(entry: DictionaryObject) -> None:
    if isinstance(entry, StreamObject):
        _close(entry)
    for name in _ANYWHERE:
        if name in entry and entry.get("/Type") != "/Page":
            entry.pop(name)
    if entry.get("/Type") == "/Page":
        _drop(entry, ("/AA", "/PresSteps"))
    if entry.get("/Interpolate"):
        entry[NameObject("/Interpolate")] = BooleanObject(False)
    action = resolved(entry.get("/A"))
    if isinstance(action, DictionaryObject) and action.get("/S") not in _ALLOWED_ACTIONS:
        entry.pop("/A")
    if "/Rect" in entry and entry.get("/Subtype") != "/Popup":
        flags = int(entry.get("/F", 0)) & ~_HIDING | _PRINT
        entry[NameObject("/F")] = NumberObject(flags)


def _close(stream: StreamObject) -> None:
    """Give a stream an end of its own, when its last byte is a carriage return.

    Written before a line feed it could be taken for a part of the line's end, and the length for
    wrong (6.1.7.1). Text armour around the data ends in another sign; nothing else changes.
    """
    if not stream._data.endswith(b"\r"):
        return
    stream._data = a85encode(stream._data) + b"~>"
    filters, parameters = resolved(stream.get("/Filter")), resolved(stream.get("/DecodeParms"))
    stream[NameObject("/Filter")] = _after(NameObject("/ASCII85Decode"), filters)
    if parameters is not None:
        stream[NameObject("/DecodeParms")] = _after(NullObject(), parameters)


def _after(first: PdfObject, value: PdfObject | None) -> ArrayObject:
    rest = value if isinstance(value, ArrayObject) else [value] if value is not None else []
    return ArrayObject([first, *rest])


def _drop(entry: DictionaryObject | None, names: tuple[str, ...]) -> None:
    for name in names:
        if entry is not None:
            entry.pop(name, None)

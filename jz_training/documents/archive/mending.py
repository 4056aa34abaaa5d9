"""Takes out of a PDF what ISO 19005-2 forbids and no page shows: scripts, actions, attachments."""

from __future__ import annotations

from pypdf.generic import BooleanObject, DictionaryObject, NameObject, NumberObject

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
    """Take out of a document, given by its catalogue, what no page shows.

    Every object is looked at once; those no longer held go when the document is written anew.
    """
    for name in _CATALOGUE:
        root.pop(name, None)
    _drop(resolved(root.get("/Names")), _NAMED)
    _drop(resolved(root.get("/AcroForm")), _FORM)
    for entry in below(root):
        _mend_entry(entry)


def _mend_entry(entry: DictionaryObject) -> None:
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


def _drop(entry: DictionaryObject | None, names: tuple[str, ...]) -> None:
    for name in names:
        if entry is not None:
            entry.pop(name, None)

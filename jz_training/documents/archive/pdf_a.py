"""Turns a PDF of ours into PDF/A-2b (ISO 19005-2): the same pages, fit to be read in years.

Our papers hold no other than embedded fonts and no transparency, so what is added is what the
file says of itself: properties as XMP, what its colours are, an identity. What papers of others
carry besides their pages (scripts, actions, attached files) is taken out of a bound dossier.
"""

from __future__ import annotations

import io
from datetime import date
from hashlib import md5

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)
from pypdfium2 import PdfiumError

from jz_training.documents.archive.faults import faults_of
from jz_training.documents.archive.mending import mend
from jz_training.documents.archive.pictures import with_pictures
from jz_training.documents.archive.srgb import NAME, srgb_profile
from jz_training.documents.archive.xmp import Properties
from jz_training.documents.fonts import storable
from jz_training.errors import CannotArchive

_PRODUCER = "jz-training"

#: How a file of others that is no sound PDF ends inside pypdf, besides its own errors.
_BROKEN = (ValueError, TypeError, AttributeError, LookupError, RecursionError, OSError)


def archived(
    data: bytes, *, title: str, author: str, made_on: date | None, as_pictures: bool = False
) -> bytes:
    """Return a PDF as PDF/A-2b; the same input gives the same bytes.

    Without `made_on` the file names no day. Raises CannotArchive when it is locked, cannot be
    read, or holds pages of others that cannot be kept as they are, with the numbers of these;
    with `as_pictures` such pages become pictures of themselves instead.
    """
    try:
        reader = _opened(data)
        faults = faults_of(reader)
        if faults and as_pictures:
            reader = _opened(with_pictures(data, sorted(set().union(*faults.values()))))
            faults = faults_of(reader)
        if faults:
            fault, pages = max(faults.items(), key=lambda item: len(item[1]))
            raise CannotArchive(fault, pages=pages)
        mend(reader.root_object)
        writer = PdfWriter(clone_from=reader)
    except (PyPdfError, PdfiumError, *_BROKEN) as error:
        raise CannotArchive("unreadable") from error
    subject = (reader.metadata.subject if reader.metadata else None) or ""
    properties = Properties(
        title=storable(title), author=storable(author), subject=storable(subject),
        creator=_PRODUCER, producer=_PRODUCER, made_on=made_on,
    )  # fmt: skip
    # names the file and guards nothing; systems under FIPS rules refuse md5 unless told so
    identity = md5(data + properties.xmp(), usedforsecurity=False).digest()
    return _written(writer, properties, identity=identity)


def _opened(data: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise CannotArchive("locked")
    return reader


def _written(writer: PdfWriter, properties: Properties, *, identity: bytes) -> bytes:
    root = writer.root_object
    root[NameObject("/Metadata")] = writer._add_object(_metadata(properties))
    root[NameObject("/OutputIntents")] = ArrayObject([_intent(writer)])
    root[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(False)})
    root.setdefault(NameObject("/Lang"), TextStringObject("zh-CN"))
    writer.metadata = properties.info()
    # pypdf draws lots for the identity; this one is of the content
    writer._ID = ArrayObject([ByteStringObject(identity), ByteStringObject(identity)])
    writer.pdf_header = "%PDF-1.7"
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _metadata(properties: Properties) -> StreamObject:
    """Return the XMP as a stream, left unpacked so that any program finds it."""
    stream = StreamObject()
    stream[NameObject("/Type")] = NameObject("/Metadata")
    stream[NameObject("/Subtype")] = NameObject("/XML")
    stream.set_data(properties.xmp())
    return stream


def _intent(writer: PdfWriter) -> DictionaryObject:
    profile = StreamObject()
    profile[NameObject("/N")] = NumberObject(3)
    profile.set_data(srgb_profile())
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/OutputIntent"),
            NameObject("/S"): NameObject("/GTS_PDFA1"),
            NameObject("/OutputConditionIdentifier"): TextStringObject(NAME),
            NameObject("/Info"): TextStringObject(NAME),
            NameObject("/DestOutputProfile"): writer._add_object(profile.flate_encode()),
        }
    )

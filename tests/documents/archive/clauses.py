"""Looks a PDF over for the clauses of ISO 19005-2 our papers could break."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import fromstring

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from jz_training.documents.archive.objects import below

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
XMP_OF_INFO = {
    "/Title": ".//{http://purl.org/dc/elements/1.1/}title//" + RDF + "li",
    "/Author": ".//{http://purl.org/dc/elements/1.1/}creator//" + RDF + "li",
    "/Subject": ".//{http://purl.org/dc/elements/1.1/}description//" + RDF + "li",
    "/Creator": ".//{http://ns.adobe.com/xap/1.0/}CreatorTool",
    "/Producer": ".//{http://ns.adobe.com/pdf/1.3/}Producer",
}


def broken_clauses(data: bytes) -> list[str]:
    """Return the clauses a PDF breaks, each with what was found; none for a good one."""
    reader = PdfReader(io.BytesIO(data))
    checks = (_head(data), _trailer(reader), _metadata(reader), _colours(reader), _objects(reader))
    return [fault for check in checks for fault in check]


def _head(data: bytes) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", data):
        yield "6.1.2 header"
    for kept in re.finditer(rb"\d+ \d+ obj(.)", data):
        if kept[1] not in b"\r\n":
            yield "6.1.9 an object begins on the line of its number"
            return


def _trailer(reader: PdfReader) -> Iterator[str]:
    if "/ID" not in reader.trailer or "/Encrypt" in reader.trailer:
        yield "6.1.3 trailer"


def _metadata(reader: PdfReader) -> Iterator[str]:
    stream = reader.root_object.get("/Metadata")
    if stream is None or "/Filter" in stream.get_object():
        yield "6.6.2 metadata"
        return
    root = fromstring(stream.get_object().get_data())  # our own: no entities
    said = [root.findtext(f".//{PDFAID}{name}") for name in ("part", "conformance")]
    if said != ["2", "B"]:
        yield f"6.6.4 {said}"
    info: dict[str, Any] = dict(reader.metadata or {})
    for name, place in XMP_OF_INFO.items():
        if (info.get(name) or None) != root.findtext(place):
            yield f"6.6.3 {name}: {info.get(name)!r} is not {root.findtext(place)!r}"


def _colours(reader: PdfReader) -> Iterator[str]:
    (intent,) = reader.root_object.get("/OutputIntents", [None])
    if intent is None:
        yield "6.2.3 output intent"
        return
    profile = intent.get_object()["/DestOutputProfile"].get_object()
    if profile["/N"] != 3 or profile.get_data()[36:40] != b"acsp":
        yield "6.2.3 profile"


def _objects(reader: PdfReader) -> Iterator[str]:
    for entry in below(reader.root_object):
        if entry.get("/Type") == "/Font":
            yield from _font(entry)
        if isinstance(entry, StreamObject) and "/F" in entry:
            yield "6.1.7 a stream outside the file"
        for name in ("/AA", "/JS", "/OpenAction", "/Alternates", "/TR"):
            if name in entry and entry.get("/Type") != "/Metadata":
                yield f"6.5 {name}"
        if entry.get("/Interpolate"):
            yield "6.2.8 interpolated picture"


def _font(font: DictionaryObject) -> Iterator[str]:
    described = font["/FontDescriptor"].get_object()
    if "/FontFile2" not in described:
        yield f"6.2.11.4 {font['/BaseFont']} is not embedded"
    if described["/Flags"] & 4 and "/Encoding" in font:
        yield f"6.2.11.6 {font['/BaseFont']} is symbolic and has an encoding"
    if font["/LastChar"] - font["/FirstChar"] + 1 != len(font["/Widths"]):
        yield f"6.2.11.5 {font['/BaseFont']} lacks widths"
    if font["/FontDescriptor"].get_object()["/FontName"] != font["/BaseFont"]:
        yield f"6.2.11.2 {font['/BaseFont']} has two names"

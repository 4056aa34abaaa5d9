"""What calamine does not tell of an xlsx: hidden rows and columns, formulas without a result.

The sheet's XML is unpacked piece by piece and searched, never parsed: bytes that do not occur cost
next to nothing. Unpacking also proves each part whole (checksum) and as large as it was declared.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

_PIECE = 1 << 20
_OVERLAP = 4096  # longer than any tag of interest
_ENOUGH = 1000  # formulas named
_HIDDEN_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"[^>]*?\bhidden="(?:1|true)"')
_HIDDEN_ROW_FIRST = re.compile(rb'<row\b[^>]*?\bhidden="(?:1|true)"[^>]*?\br="(\d+)"')
_COLUMN = re.compile(rb"<col\b[^>]*>")
_EMPTY_FORMULA = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*'
    rb"(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(slots=True)
class SheetMarks:
    """Hidden rows and columns (from 0) and the cells whose formula has no stored result."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    empty_formulas: dict[str, None] = field(default_factory=dict)  # an ordered set


def scan_sheets(path: Path) -> dict[str, SheetMarks]:
    """Return the marks of each sheet by its name; every other XML part is unpacked as a proof.

    Raises what zipfile and the XML parser raise when the file is damaged.
    """
    with zipfile.ZipFile(path) as archive:
        parts = _sheet_parts(archive)
        marks = {part: _scan(archive, part) for part in parts.values()}
        for name in set(archive.namelist()) - marks.keys():
            if name.endswith(".xml"):  # a damaged picture does not matter
                _prove(archive, name)
    return {sheet: marks[part] for sheet, part in parts.items()}


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return sheet name → part name, by way of the workbook's relations."""
    by_folded = {name.lower(): name for name in archive.namelist()}
    relations = by_folded.get("xl/_rels/workbook.xml.rels")
    if relations is None:
        return {}
    targets = {
        one.get("Id"): _part_name(one.get("Target") or "")
        for one in fromstring(archive.read(relations))
    }
    book: Element = fromstring(archive.read(by_folded["xl/workbook.xml"]))
    sheets = (one for one in book.iter() if one.tag.endswith("}sheet"))
    found = {one.get("name") or "": targets.get(one.get(_RELATION), "") for one in sheets}
    return {name: by_folded[part] for name, part in found.items() if part in by_folded}


def _part_name(target: str) -> str:
    target = target.lower()
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _prove(archive: zipfile.ZipFile, name: str) -> None:
    with archive.open(name) as part:
        while part.read(_PIECE):
            pass


def _scan(archive: zipfile.ZipFile, name: str) -> SheetMarks:
    marks = SheetMarks()
    tail = b""
    with archive.open(name) as part:
        while piece := part.read(_PIECE):
            _search(tail + piece, marks)
            tail = piece[-_OVERLAP:]
    return marks


def _search(text: bytes, marks: SheetMarks) -> None:
    if b"hidden=" in text:
        for pattern in (_HIDDEN_ROW, _HIDDEN_ROW_FIRST):
            marks.hidden_rows.update(int(row) - 1 for row in pattern.findall(text))
        for column in _COLUMN.findall(text):
            marks.hidden_columns.update(_hidden_columns(column))
    if b"<f" in text and len(marks.empty_formulas) < _ENOUGH:
        marks.empty_formulas.update(
            dict.fromkeys(cell.decode() for cell in _EMPTY_FORMULA.findall(text))
        )


def _hidden_columns(tag: bytes) -> range:
    numbers = {key: int(value) for key, value in re.findall(rb'\b(min|max)="(\d{1,5})"', tag)}
    if not re.search(rb'\bhidden="(?:1|true)"', tag) or len(numbers) < 2:
        return range(0)
    return range(numbers[b"min"] - 1, min(numbers[b"max"], 16384))

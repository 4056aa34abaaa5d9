"""Makes the rosters that the tests read. All names are invented."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

HEADER = ("序号", "姓名", "单位", "职务", "联系电话")
PEOPLE = (
    (1, "林小禾", "示例机械厂", "工会主席", 13800138001),
    (2, "方一舟", "示例机械厂", "干事", 13800138002),
    (3, "石磊", "示例纺织厂", "干事", 13800138003),
)


def xlsx(path: Path, rows: Iterable[Sequence[Any]], **about: Any) -> Path:
    """Write one sheet; see `fill` for what else may be said about it."""
    return xlsx_sheets(path, {"Sheet1": rows}, **{"Sheet1": about})


def xlsx_sheets(
    path: Path, sheets: dict[str, Iterable[Sequence[Any]]], **about: dict[str, Any]
) -> Path:
    """Write several sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        fill(book.create_sheet(name), rows, **about.get(name, {}))
    book.save(path)
    return path


def fill(
    sheet: Worksheet,
    rows: Iterable[Sequence[Any]],
    *,
    start: tuple[int, int] = (1, 1),
    merged: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[str] = (),
    hidden: bool = False,
) -> None:
    """Write rows from the cell `start` on; None and "" leave a cell empty."""
    for n, row in enumerate(rows):
        for k, value in enumerate(row):
            if value not in (None, ""):
                sheet.cell(start[0] + n, start[1] + k).value = value
    for cells in merged:
        sheet.merge_cells(cells)
    for number in hidden_rows:
        sheet.row_dimensions[number].hidden = True
    for letters in hidden_columns:
        sheet.column_dimensions[letters].hidden = True
    if hidden:
        sheet.parent.create_sheet("说明")
        sheet.sheet_state = "hidden"


_CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument\
.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-\
officedocument.spreadsheetml.worksheet+xml"/></Types>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROOT = (
    f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    f'xmlns:r="{_OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>'
)
_BOOK_RELATIONS = (
    f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def raw_xlsx(path: Path, rows: str | Iterable[str], extra: dict[str, bytes] | None = None) -> Path:
    """Write a workbook around hand-written `<row>` XML; streamed, so it may be enormous."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
        archive.writestr("_rels/.rels", _ROOT)
        archive.writestr("xl/workbook.xml", _BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", _BOOK_RELATIONS)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(_SHEET.encode())
            for piece in [rows] if isinstance(rows, str) else rows:
                part.write(piece.encode())
            part.write(b"</sheetData></worksheet>")
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return path


def raw_row(number: int, *texts: str) -> str:
    """Return the XML of a row of inline texts."""
    cells = "".join(
        f'<c r="{chr(65 + n)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for n, text in enumerate(texts)
        if text
    )
    return f'<row r="{number}">{cells}</row>'


def ole_with(path: Path, *streams: str) -> Path:
    """Write the shell of an OLE file: a header and a directory that names these streams."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(478)
    names = ("Root Entry", *streams)
    entries = (name.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for name in names)
    path.write_bytes(header + b"".join(entries))
    return path

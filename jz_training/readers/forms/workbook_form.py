"""The sheets of a workbook as forms: its beginning, merged ranges, texts, formulas as such."""

from __future__ import annotations

from zipfile import ZipFile

from jz_training.domain.superior_form import FormFile, FormKind
from jz_training.readers.forms.cell_looks import cell_looks
from jz_training.readers.forms.parts import linked, links_of, root_of
from jz_training.readers.forms.sheet_form import Book, read_sheet

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_workbook(archive: ZipFile, kind: FormKind) -> FormFile:
    """Return the work sheets in the order of their tabs. Raises what damaged parts raise."""
    part = linked(archive, "", "officeDocument")
    root, links = root_of(archive, part), links_of(archive, part)
    about = root.find(f"{_S}workbookPr")
    book = Book(
        looks=cell_looks(archive, part),
        texts=_texts(archive, part),
        from_1904=about is not None and about.get("date1904") in ("1", "true"),
    )
    sheets, cut = [], False
    for one in root.iter(f"{_S}sheet"):
        of, name = links.get(one.get(_ID, ""), ("", ""))
        if of == "worksheet":
            sheet, is_cut = read_sheet(archive, name, one.get("name") or "", book)
            hidden = one.get("state") in ("hidden", "veryHidden")
            sheets.append(sheet(hidden=hidden))
            cut |= is_cut
    return FormFile(kind=kind, sheets=tuple(sheets), cut=cut)


def _texts(archive: ZipFile, workbook: str) -> list[str]:
    part = linked(archive, workbook, "sharedStrings")
    if not part:
        return []
    return [
        "".join(
            text.text or ""
            for child in one
            for text in ([child] if child.tag == f"{_S}t" else child.findall(f"{_S}t"))
            if child.tag in (f"{_S}t", f"{_S}r")
        )
        for one in root_of(archive, part)
    ]

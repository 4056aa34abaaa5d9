"""The workbook of a form: its sheets, its texts, what its cell formats make of a number."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from jz_training.documents.forms.package import Package
from jz_training.documents.forms.sheet import SheetPart
from jz_training.documents.forms.xml import LINK, SHEET, new
from jz_training.domain.number_format import NumberLook, look_of
from jz_training.errors import CannotFill

#: What stands before <calcPr> in a workbook; it comes behind the last of them.
_BEFORE_CALCULATION = frozenset(
    f"{SHEET}{name}"
    for name in ("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews",
                 "sheets", "functionGroups", "externalReferences", "definedNames")
)  # fmt: skip


class FormBook:
    """The workbook in a package. Raises CannotFill where there is none."""

    def __init__(self, package: Package) -> None:
        self.package = package
        documents = package.parts_linked("", "officeDocument")
        if not documents:
            raise CannotFill("broken", details="no workbook")
        self.part = documents[0]
        self.root = package.root(self.part)
        self._sheets: dict[str, SheetPart] = {}

    @cached_property
    def sheet_parts(self) -> dict[str, str]:
        """Return the part of each work sheet by the sheet's name, in the order of the tabs."""
        links = self.package.links_of(self.part)
        found = {}
        for sheet in self.root.iter(f"{SHEET}sheet"):
            kind, part = links.get(sheet.get(f"{LINK}id"), ("", ""))
            if kind == "worksheet":
                found[sheet.get("name")] = part
        return found

    def sheet(self, name: str) -> SheetPart:
        """Return a sheet. Raises CannotFill when the form has none of that name."""
        if name not in self.sheet_parts:
            raise CannotFill("no_sheet", where=f"工作表“{name}”")
        if name not in self._sheets:
            root = self.package.root(self.sheet_parts[name])
            self._sheets[name] = SheetPart(name, root, texts=self.texts)
        return self._sheets[name]

    def sheets(self) -> list[SheetPart]:
        """Return every sheet."""
        return [self.sheet(name) for name in self.sheet_parts]

    def touch(self, sheet: SheetPart) -> None:
        """Say that a sheet was changed."""
        self.package.touch(self.sheet_parts[sheet.name])

    @cached_property
    def texts(self) -> list[Any]:
        """Return the shared texts, each as the element that holds its runs."""
        parts = self.package.parts_linked(self.part, "sharedStrings")
        return list(self.package.root(parts[0])) if parts else []

    @property
    def from_1904(self) -> bool:
        """Tell whether days are counted from 1904."""
        about = self.root.find(f"{SHEET}workbookPr")
        return about is not None and about.get("date1904") in ("1", "true")

    def look(self, style: int) -> NumberLook:
        """Return what a cell format makes of a number."""
        looks = self._looks
        return looks[style] if 0 <= style < len(looks) else NumberLook.GENERAL

    @cached_property
    def _looks(self) -> list[NumberLook]:
        parts = self.package.parts_linked(self.part, "styles")
        if not parts:
            return []
        root = self.package.root(parts[0])
        codes = {
            int(one.get("numFmtId")): one.get("formatCode") or ""
            for one in root.iter(f"{SHEET}numFmt")
        }
        formats = root.find(f"{SHEET}cellXfs")
        numbers = [int(one.get("numFmtId") or 0) for one in ([] if formats is None else formats)]
        return [look_of(number, codes.get(number, "")) for number in numbers]

    def wrapping(self, style: int) -> tuple[bool, float]:
        """Return whether a cell format wraps its text, and the size of its letters in points."""
        known = self._wrapping
        return known[style] if 0 <= style < len(known) else (False, 11.0)

    @cached_property
    def _wrapping(self) -> list[tuple[bool, float]]:
        parts = self.package.parts_linked(self.part, "styles")
        if not parts:
            return []
        root = self.package.root(parts[0])
        sizes = [one.find(f"{SHEET}sz") for one in root.findall(f"{SHEET}fonts/{SHEET}font")]
        points = [11.0 if one is None else float(one.get("val") or 11) for one in sizes]
        found = []
        for one in root.findall(f"{SHEET}cellXfs/{SHEET}xf"):
            about, font = one.find(f"{SHEET}alignment"), int(one.get("fontId") or 0)
            wraps = about is not None and about.get("wrapText") in ("1", "true")
            found.append((wraps, points[font] if font < len(points) else 11.0))
        return found

    def calculate_on_load(self) -> None:
        """Have Excel and WPS work out every formula when the file is opened."""
        about = self.root.find(f"{SHEET}calcPr")
        if about is None:
            about = new(f"{SHEET}calcPr")
            ahead = [one for one in self.root if one.tag in _BEFORE_CALCULATION]
            self.root.insert(self.root.index(ahead[-1]) + 1, about)
        about.set("fullCalcOnLoad", "1")
        about.attrib.pop("calcMode", None)  # by hand: sums would stand at 0 until somebody asks
        self.package.touch(self.part)

    def forget_order_of_calculation(self) -> None:
        """Drop the list of formula cells: one that names a cell without a formula is refused."""
        for part in self.package.parts_linked(self.part, "calcChain"):
            self.package.drop(part, linked_from=self.part)

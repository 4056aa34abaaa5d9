"""What the formats of a workbook make of a cell: bold, where its text stands, fill, lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from jz_training.domain.number_format import NumberLook, look_of
from jz_training.readers.forms.parts import linked, local, root_of

T = TypeVar("T")

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
#: The order in which a theme's colours are numbered, which is not that of its file.
_THEME_ORDER = (1, 0, 3, 2, 4, 5, 6, 7, 8, 9)
_SIDES = ("left", "right", "top", "bottom")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLook:
    """How a cell looks."""

    number: NumberLook = NumberLook.GENERAL
    bold: bool = False
    align: str = ""
    fill: str = ""
    framed: bool = False


PLAIN = CellLook()


def cell_looks(archive: ZipFile, workbook: str) -> list[CellLook]:
    """Return the looks of a workbook by the number that cells name; none where it has no styles."""
    part = linked(archive, workbook, "styles")
    if not part:
        return []
    root, theme = root_of(archive, part), _theme(archive, workbook)
    codes = {one.get("numFmtId"): one.get("formatCode") or "" for one in root.iter(f"{_S}numFmt")}
    bold = [_is_on(one.find(f"{_S}b")) for one in _children(root, "fonts")]
    fills = [_fill(one, theme) for one in _children(root, "fills")]
    framed = [_is_framed(one) for one in _children(root, "borders")]
    return [
        CellLook(
            number=look_of(_number(one, "numFmtId"), codes.get(one.get("numFmtId"), "")),
            bold=_at(bold, _number(one, "fontId"), otherwise=False),
            align=_align(one),
            fill=_at(fills, _number(one, "fillId"), otherwise=""),
            framed=_at(framed, _number(one, "borderId"), otherwise=False),
        )
        for one in _children(root, "cellXfs")
    ]


def _children(root: Element, name: str) -> list[Element]:
    found = root.find(f"{_S}{name}")
    return [] if found is None else list(found)


def _number(element: Element, name: str) -> int:
    value = element.get(name) or "0"
    return int(value) if value.isdecimal() else 0


def _at(values: list[T], place: int, *, otherwise: T) -> T:
    return values[place] if place < len(values) else otherwise


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get("val") not in ("0", "false")


def _align(one: Element) -> str:
    about = one.find(f"{_S}alignment")
    side = "" if about is None else about.get("horizontal") or ""
    if side in ("center", "centerContinuous", "distributed"):
        return "center"
    return side if side in ("left", "right") else ""


def _is_framed(border: Element) -> bool:
    styles = (one.get("style") for one in border if local(one) in _SIDES)
    return sum(style not in (None, "none") for style in styles) >= 2


# --- colours ---------------------------------------------------------------------------------


def _fill(fill: Element, theme: list[str]) -> str:
    """Return the colour of a plain fill as RRGGBB; nothing for none and for patterns."""
    pattern = fill.find(f"{_S}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return ""
    colour = pattern.find(f"{_S}fgColor")
    if colour is None:
        return ""
    rgb, number = colour.get("rgb"), colour.get("theme")
    if rgb is not None and len(rgb) == 8:
        return rgb[2:].upper()
    if number is None or not number.isdecimal():
        return ""
    return _tinted(_at(theme, int(number), otherwise=""), float(colour.get("tint") or 0))


def _theme(archive: ZipFile, workbook: str) -> list[str]:
    part = linked(archive, workbook, "theme")
    if not part:
        return []
    scheme = next((one for one in root_of(archive, part).iter() if local(one) == "clrScheme"), None)
    colours = [] if scheme is None else [_colour(one) for one in scheme]
    return [colours[place] for place in _THEME_ORDER if place < len(colours)]


def _colour(one: Element) -> str:
    said = next(iter(one), None)
    return "" if said is None else said.get("lastClr") or said.get("val") or ""


def _tinted(colour: str, tint: float) -> str:
    """Return a colour made lighter (tint above 0) or darker, as Excel does, roughly."""
    if len(colour) != 6:
        return ""
    parts = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    made = (part + (255 - part) * tint if tint > 0 else part * (1 + tint) for part in parts)
    return "".join(f"{min(255, max(0, round(part))):02X}" for part in made)

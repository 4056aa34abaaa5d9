"""Builds small fonts: a few characters as plain squares, names and licence bits as asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from jz_training.documents.fonts.finding import SMALLEST

EM = 1000


def small_font(
    signs: str = "张三一",
    *,
    family: str = "Small",
    chinese: str = "",
    cff: bool = False,
    weight: int = 400,
    licence: int = 0,
    empty: str = "",
) -> TTFont:
    """Return a font with a round shape for each sign, `empty` ones left without."""
    builder = FontBuilder(EM, isTTF=not cff)
    names = [f"u{ord(sign):04X}" for sign in signs]
    order = [".notdef", "space", *names]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({32: "space"} | dict(zip(map(ord, signs), names, strict=True)))
    bare = {"space", *(f"u{ord(sign):04X}" for sign in empty)}
    shapes = {name: _drawn(name, cff=cff, bare=name in bare) for name in order}
    if cff:
        builder.setupCFF("Small", {}, shapes, {})
    else:
        builder.setupGlyf(shapes)
    builder.setupHorizontalMetrics({name: (EM, 100 if name not in bare else 0) for name in order})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    texts: dict[str, Any] = {"en": family} | ({"zh-Hans": chinese} if chinese else {})
    postscript = family.replace(" ", "")
    builder.setupNameTable(
        {"familyName": texts, "styleName": "Regular", "psName": postscript, "fullName": family}
    )
    builder.setupOS2(usWeightClass=weight, fsType=licence, sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost(keepGlyphNames=False)
    return builder.font


def saved(font: TTFont, path: Path) -> Path:
    """Save a font, as large as a Chinese one is."""
    font.save(path)
    with path.open("ab") as file:
        file.write(bytes(SMALLEST))
    return path


def collection(path: Path, *fonts: TTFont) -> Path:
    """Save fonts as one collection."""
    made = TTCollection()
    made.fonts = list(fonts)
    made.save(path)
    return path


def _drawn(name: str, *, cff: bool, bare: bool) -> Any:
    """Return a shape with a round corner, each of another height; nothing when `bare`."""
    pen = T2CharStringPen(EM, None) if cff else TTGlyphPen(None)
    if not bare:
        height = 300 + sum(name.encode()) % 300
        pen.moveTo((100, 0))
        pen.lineTo((900, 0))
        if cff:
            pen.curveTo((900, height / 2), (700, height), (500, height))
        else:
            pen.qCurveTo((900, height), (500, height))
        pen.lineTo((100, height))
        pen.closePath()
    return pen.getCharString() if cff else pen.glyph()

"""Elements of WordprocessingML that python-docx has no call for."""

from __future__ import annotations

from functools import cache
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import SubElement  # type: ignore[import-untyped]  # it comes with python-docx


def element(name: str, **attributes: str) -> Any:
    """Return an element of the w: names, its attributes being of them too."""
    return _with(OxmlElement(f"w:{name}"), attributes)


def add(parent: Any, name: str, **attributes: str) -> Any:
    """Add an element to another and return it.

    It is made inside of the other: one made alone is a document of its own first, and a large
    table has a hundred thousand of them.
    """
    return _with(SubElement(parent, _w(name)), attributes)


def _with(made: Any, attributes: dict[str, str]) -> Any:
    for key, value in attributes.items():
        made.set(_w(key), value)
    return made


@cache
def _w(name: str) -> str:
    return qn(f"w:{name}")


def border(parent: Any, side: str, *, width: float, color: str = "000000", space: int = 0) -> None:
    """Add a rule of so many points to borders; `space` points lie between it and the text."""
    eighths = str(round(width * 8))
    add(parent, side, val="single", sz=eighths, space=str(space), color=color)


def twips(points: float) -> str:
    """Return points as Word counts them, in twentieths."""
    return str(round(points * 20))

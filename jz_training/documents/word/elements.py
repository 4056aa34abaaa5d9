"""Elements of WordprocessingML that python-docx has no call for."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(name: str, **attributes: str) -> Any:
    """Return an element of the w: names, its attributes being of them too."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add(parent: Any, name: str, **attributes: str) -> Any:
    """Add an element to another and return it."""
    made = element(name, **attributes)
    parent.append(made)
    return made


def border(parent: Any, side: str, *, width: float, color: str = "000000", space: int = 0) -> None:
    """Add a rule of so many points to borders; `space` points lie between it and the text."""
    eighths = str(round(width * 8))
    add(parent, side, val="single", sz=eighths, space=str(space), color=color)


def twips(points: float) -> str:
    """Return points as Word counts them, in twentieths."""
    return str(round(points * 20))

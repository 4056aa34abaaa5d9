"""The parts of an office file that a form is read from."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring


def root_of(archive: ZipFile, name: str) -> Element:
    """Return the root of a part. Raises what zipfile and the parser raise."""
    root: Element = fromstring(archive.read(name))
    return root


def links_of(archive: ZipFile, name: str) -> dict[str, tuple[str, str]]:
    """Return the links of a part by id: the last word of the kind, and the part."""
    folder, file = posixpath.split(name)
    of = posixpath.join(folder, "_rels", f"{file}.rels")
    if of not in archive.namelist():
        return {}
    return {
        one.get("Id", ""): (
            one.get("Type", "").rpartition("/")[2],
            _part_name(folder, one.get("Target", "")),
        )
        for one in root_of(archive, of)
        if one.get("TargetMode") != "External"
    }


def linked(archive: ZipFile, name: str, kind: str) -> str:
    """Return the part that a part links to as a kind, or nothing."""
    found = (part for of, part in links_of(archive, name).values() if of == kind)
    return next((part for part in found if part in archive.namelist()), "")


@contextmanager
def opened(archive: ZipFile, name: str) -> Iterator[IO[bytes]]:
    """Open a part to be parsed piece by piece."""
    with archive.open(name) as part:
        yield part


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _part_name(base: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(base, target))

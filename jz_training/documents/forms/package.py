"""An office file as its parts: what is not put anew is written back byte for byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jz_training.documents.forms.xml import CONTENT_TYPE, RELATION, parsed, written
from jz_training.domain.superior_form import MOST_XML
from jz_training.errors import CannotFill

_TYPES = "[Content_Types].xml"

#: Bytes of all parts. Forms were looked at when they were kept, but a workspace that was taken over
#: may hold others.
LARGEST_UNPACKED = 100 * 2**20


#: What a malformed part ends in, somewhere behind the parser.
_MALFORMED = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError)


@contextmanager
def refusing_malformed() -> Iterator[None]:
    """Turn whatever a malformed part ends in into CannotFill, with the error for support."""
    try:
        yield
    except _MALFORMED as error:
        raise CannotFill("broken", details=repr(error)) from error


class Package:
    """The parts of one .xlsx or .docx. Raises CannotFill for bytes that are no such file."""

    def __init__(self, content: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                self._infos = archive.infolist()
                if sum(info.file_size for info in self._infos) > LARGEST_UNPACKED:
                    raise ValueError("too large")
                if len({info.filename for info in self._infos}) < len(self._infos):
                    raise zipfile.BadZipFile("two parts of one name")
                self._parts = {info.filename: archive.read(info) for info in self._infos}
        except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, ValueError, OSError,
                NotImplementedError) as error:  # fmt: skip
            raise CannotFill("broken", details=repr(error)) from error
        self._roots: dict[str, Any] = {}
        self._touched: set[str] = set()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all parts."""
        return tuple(self._parts)

    def has(self, name: str) -> bool:
        """Tell whether there is a part."""
        return name in self._parts

    def root(self, name: str) -> Any:
        """Return the root of an XML part; who changes it says so by `touch`."""
        if name not in self._parts:
            raise CannotFill("broken", details=f"no part {name}")
        if len(self._parts[name]) > MOST_XML:
            raise CannotFill("too_large", details=f"{name}: {len(self._parts[name])}")
        if name not in self._roots:
            self._roots[name] = parsed(self._parts[name])
        return self._roots[name]

    def touch(self, name: str) -> None:
        """Say that a part was changed and is to be written anew."""
        self._touched.add(name)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part."""
        return self._parts[name]

    def put(self, name: str, content: bytes) -> None:
        """Give a part other bytes."""
        self._parts[name] = content

    def links_of(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the links of a part by their ids: the kind's last word, and the part meant."""
        of = _links_name(name)
        if of not in self._parts:
            return {}
        base = posixpath.dirname(name)
        return {
            one.get("Id"): (one.get("Type").rpartition("/")[2], _part_name(base, one.get("Target")))
            for one in self.root(of)
            if one.tag == f"{RELATION}Relationship" and one.get("TargetMode") != "External"
        }

    def parts_linked(self, name: str, kind: str) -> list[str]:
        """Return the parts that a part links to as a kind: drawing, comments, table …"""
        return [part for of, part in self.links_of(name).values() if of == kind and self.has(part)]

    def drop(self, name: str, *, linked_from: str) -> None:
        """Leave a part out with its link and its content type."""
        del self._parts[name]
        links, base = _links_name(linked_from), posixpath.dirname(linked_from)
        for one in list(self.root(links)):
            if _part_name(base, one.get("Target")) == name:
                self.root(links).remove(one)
        for one in list(self.root(_TYPES)):
            if one.tag == f"{CONTENT_TYPE}Override" and one.get("PartName") == f"/{name}":
                self.root(_TYPES).remove(one)
        self._touched |= {links, _TYPES}

    def packed(self) -> bytes:
        """Return the file: the same parts, the same order, the same dates."""
        for name in self._touched:
            self._parts[name] = written(self._roots[name])
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for info in self._infos:
                if info.filename in self._parts:
                    archive.writestr(_like(info), self._parts[info.filename])
        return made.getvalue()


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    like = zipfile.ZipInfo(info.filename, info.date_time)
    like.compress_type = info.compress_type
    like.external_attr = info.external_attr
    like.create_system = info.create_system
    return like


def _links_name(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _part_name(base: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(base, target))

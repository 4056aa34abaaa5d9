"""Walks through the objects of a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

#: Ways from an object back to what holds it: not part of it.
_BACK = frozenset(("/Parent", "/P", "/Dest", "/D", "/StructParent", "/IRT", "/Popup"))


def resolved(value: Any) -> Any:
    """Return what a reference points to, or the value itself."""
    return value.get_object() if isinstance(value, IndirectObject) else value


def below(start: Any) -> Iterator[DictionaryObject]:
    """Yield the dictionaries an object holds, each once, and the object when it is one."""
    waiting, seen = [start], set[int]()
    while waiting:
        value = resolved(waiting.pop())
        if id(value) in seen:
            continue
        if isinstance(value, DictionaryObject):
            seen.add(id(value))
            yield value
            waiting.extend(one for name, one in value.items() if name not in _BACK)
        elif isinstance(value, ArrayObject):
            waiting.extend(value)

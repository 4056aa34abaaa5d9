"""How the child hands what it read to its parent: frozen values as JSON, by their own types.

Nothing in it can run or crash the parent: a field that is missing, of another type or unknown
raises ValueError, whatever a hostile file did to the child.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_Value = TypeVar("_Value")
_PLAIN = (str, int, float, bool)


def to_plain(value: Any) -> Any:
    """Return a frozen value as what JSON holds: objects, lists, texts, numbers, null."""
    if value is None or (isinstance(value, _PLAIN) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    return {one.name: to_plain(getattr(value, one.name)) for one in fields(value)}


def from_plain(kind: type[_Value], plain: Any) -> _Value:
    """Return the value of `kind` that `to_plain` made plain; raises ValueError when it is none."""
    try:
        value = _value(kind, plain)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(repr(error)) from error
    assert isinstance(value, kind)
    return value


def _value(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in (types.UnionType, Union):
        return _optional(get_args(kind), plain)
    if origin is tuple:
        return _tuple(get_args(kind), plain)
    if is_dataclass(kind):
        return _dataclass(kind, plain)
    if kind in _PLAIN:
        return _checked(kind, plain)
    if issubclass(kind, date | time):
        return kind.fromisoformat(plain)
    return kind(plain)


def _optional(kinds: tuple[Any, ...], plain: Any) -> Any:
    if plain is None and types.NoneType in kinds:
        return None
    (kind,) = (one for one in kinds if one is not types.NoneType)
    return _value(kind, plain)


def _tuple(kinds: tuple[Any, ...], plain: Any) -> tuple[Any, ...]:
    _checked(list, plain)
    if kinds[-1:] == (Ellipsis,):
        return tuple(_value(kinds[0], one) for one in plain)
    if len(plain) != len(kinds):
        raise ValueError(f"{len(plain)} values instead of {len(kinds)}")
    return tuple(_value(kind, one) for kind, one in zip(kinds, plain, strict=True))


def _dataclass(kind: Any, plain: Any) -> Any:
    _checked(dict, plain)
    hints = _hints(kind)
    return kind(**{name: _value(hints[name], one) for name, one in plain.items()})


def _checked(kind: type[Any], plain: Any) -> Any:
    if type(plain) is not kind:
        raise ValueError(f"{type(plain).__name__} instead of {kind.__name__}")
    return plain


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)

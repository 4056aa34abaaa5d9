"""The colours of our papers are sRGB (IEC 61966-2-1); this says so as an ICC profile, version 2.

Made here and not taken from a file: three primaries, a white point and one curve are all there
is to it, and the same bytes come out on every machine.
"""

from __future__ import annotations

from functools import cache
from struct import pack

#: Red, green and blue of sRGB and the white of D50, adapted after Bradford (ICC.1:2001-04).
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_WHITE = (0.9642, 1.0, 0.8249)

_STEPS = 1024
_VERSION = 0x02100000
_HEAD = 128
_DATE = (2026, 1, 1, 0, 0, 0)  # of the profile, fixed: the same papers, the same bytes

NAME = "sRGB IEC61966-2.1"


@cache
def srgb_profile() -> bytes:
    """Return the profile, about 2.6 KB."""
    curve = pack(f">4s4xL{_STEPS}H", b"curv", _STEPS, *map(_linear, range(_STEPS)))
    tags = {
        b"desc": _description(NAME),
        b"cprt": b"text" + bytes(4) + b"No copyright, use freely\0",
        b"wtpt": _xyz(_WHITE),
        **{tag: _xyz(values) for tag, values in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    return _profile(tags)


def _profile(tags: dict[bytes, bytes]) -> bytes:
    """Lay the tags out behind the head and their directory; equal ones are written once."""
    begin = _HEAD + 4 + 12 * len(tags)
    body = b""
    places: dict[bytes, int] = {}
    for content in tags.values():
        if content not in places:
            places[content] = begin + len(body)
            body += content + bytes(-len(content) % 4)
    directory = pack(">L", len(tags)) + b"".join(
        pack(">4sLL", tag, places[content], len(content)) for tag, content in tags.items()
    )
    head = pack(
        ">L4xL4s4s4s6H4s28x3L48x",
        begin + len(body), _VERSION, b"mntr", b"RGB ", b"XYZ ", *_DATE, b"acsp",
        *map(_fixed, _WHITE),
    )  # fmt: skip
    return head + directory + body


def _linear(step: int) -> int:
    """Return the light of a colour value, both as shares of their greatest (IEC 61966-2-1)."""
    value = step / (_STEPS - 1)
    light = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return round(light * 0xFFFF)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return pack(">4s4x3L", b"XYZ ", *map(_fixed, values))


def _fixed(value: float) -> int:
    return round(value * 0x10000)


def _description(text: str) -> bytes:
    """Return a textDescriptionType: the text in ASCII, none in Unicode, none in ScriptCode."""
    ascii_text = text.encode("ascii") + b"\0"
    return pack(">4s4xL", b"desc", len(ascii_text)) + ascii_text + bytes(4 + 4 + 2 + 1 + 67)

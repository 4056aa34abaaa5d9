"""How certificates are numbered: a pattern of the office's own with the year and a serial number.

The number is not padded (GB/T 9704-2012 7.2.5 numbers papers the same way: 1, not 001).
"""

from __future__ import annotations

import re

from jz_training.domain.certificate import CertificateKind

DEFAULT_PATTERN = "工培〔{year}〕{number}号"
PATTERN_LIMIT = 40

#: What stands in a number of its kind, so that the two series never give the same number.
_KIND_WORDS = {CertificateKind.TRAINING: "", CertificateKind.HOURS: "学时"}
_KNOWN = frozenset({"year", "number", "kind"})
_FIELD = re.compile(r"\{([^{}]*)\}")
#: Where the kind goes in a pattern that does not say it: before the first field and its bracket.
_FIRST_FIELD = re.compile(r"[〔\[（(]?\{")


def pattern_fault(pattern: str) -> str | None:
    """Return what is wrong with a pattern, or None; an empty one means the default.

    Codes: too_long, unknown_field, braces, no_year, no_number, twice.
    """
    if not pattern:
        return None
    if len(pattern) > PATTERN_LIMIT:
        return "too_long"
    fields = _FIELD.findall(pattern)
    if not set(fields) <= _KNOWN:
        return "unknown_field"
    if set("{}") & set(_FIELD.sub("", pattern)):
        return "braces"
    for field in ("year", "number"):
        if field not in fields:
            return f"no_{field}"
    return "twice" if len(fields) > len(set(fields)) else None


def certificate_number(pattern: str, *, kind: CertificateKind, year: int, serial: int) -> str:
    """Return a number; a pattern that has a fault gives way to the default.

    In a pattern without {kind} proofs of hours say what they are by a word.
    """
    if not pattern or pattern_fault(pattern):
        pattern = DEFAULT_PATTERN
    if "{kind}" not in pattern:
        pattern = _FIRST_FIELD.sub(lambda found: "{kind}" + found[0], pattern, count=1)
    return (
        pattern.replace("{kind}", _KIND_WORDS[kind])
        .replace("{year}", str(year))
        .replace("{number}", str(serial))
    )

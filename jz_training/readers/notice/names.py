"""Names in a row: 各区总工会，各产业工会（含直属）、机关工会。"""

from __future__ import annotations


def split_names(text: str) -> tuple[str, ...]:
    """Return the names of a list, split at ，、； outside brackets."""
    names, depth, name = [], 0, ""
    for char in text:
        depth = max(0, depth + (char in "（(〔[") - (char in "）)〕]"))
        if not depth and char in "，、；,;":
            names.append(name)
            name = ""
        else:
            name += char
    return tuple(found for found in (part.strip(" 。：:\t") for part in [*names, name]) if found)

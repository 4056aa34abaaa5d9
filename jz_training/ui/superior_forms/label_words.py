"""The labels inside a cell of a form, behind which something may be written: 填表人：____."""

from __future__ import annotations

import re

_LABEL = re.compile(r"[\w·/]+(?:[(（][^()（）]*[)）])?\s*[:：]")


def labels_in(text: str) -> list[str]:
    """Return the labels of a text in their order, each once, colon included."""
    return list(dict.fromkeys(_LABEL.findall(text)))

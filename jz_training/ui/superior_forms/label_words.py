"""The words of a form: labels inside a cell (填表人：____), and finding what may be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jz_training.domain.person_name import name_key
from jz_training.domain.pinyin import PinyinTable

_LABEL = re.compile(r"[\w·/]+(?:[(（][^()（）]*[)）])?\s*[:：]")


def labels_in(text: str) -> list[str]:
    """Return the labels of a text in their order, each once, colon included."""
    return list(dict.fromkeys(_LABEL.findall(text)))


def is_meant(typed: str, words: Iterable[str], *, pinyin: PinyinTable) -> bool:
    """Tell whether what was typed is a part of one of the words or of its initials (实到: sd).

    Nothing typed means everything.
    """
    key = name_key(typed)
    return any(
        key in name_key(word) or key in name_key(word.translate(pinyin.initials)) for word in words
    )

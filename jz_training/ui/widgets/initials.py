"""Pinyin initials of short texts, for suggestions."""

from __future__ import annotations


def initials_of(text: str) -> str:
    """Return a text's initials as a word and, where they differ, as a name: 单雄 → "dx sx"."""
    # the table is read from a file on first use: not before the first paint
    from jz_training.domain.pinyin import initials
    from jz_training.services.name_order import pinyin_table

    table = pinyin_table()
    return " ".join(dict.fromkeys((text.translate(table.initials), initials(text, table))))

"""The words of the import that several of its parts share."""

from __future__ import annotations

from jz_training.domain.roster import masked_phone
from jz_training.domain.roster_reading import (
    Decision,
    ImportLine,
    Likeness,
    RosterField,
    RosterPerson,
)
from jz_training.labels import ROSTER_FIELDS
from jz_training.ui.style.theme import Tone

DECISIONS = {Decision.ADD: "新增", Decision.UPDATE: "更新", Decision.SKIP: "跳过"}

TONES = {
    Likeness.NEW: Tone.GREEN,
    Likeness.SAME: Tone.GREY,
    Likeness.CHANGED: Tone.ACCENT,
    Likeness.DOUBTFUL: Tone.AMBER,
}

#: The fields shown for a person, in the order of the roster.
FIELDS = ("unit", "department", "post", "layer", "category", "sex", "number", "phone")


def field_word(field: str) -> str:
    """Return the word of a field."""
    return ROSTER_FIELDS[RosterField(field)]


def shown(field: str, value: str) -> str:
    """Return a value as shown: phones are masked here too."""
    return masked_phone(value) if field == "phone" else value


def difference_words(line: ImportLine) -> list[str]:
    """Return what is different, each as 职务：主任 → 书记; an empty one as （空）."""
    return [
        f"{field_word(field)}：{shown(field, old) or '（空）'} → {shown(field, new)}"
        for field, (old, new) in line.differences.items()
    ]


def place_words(person: RosterPerson) -> str:
    """Return where a person stands in the file: 第 12 行，工作表“一车间”."""
    sheet = f"，工作表“{person.sheet}”" if person.sheet else ""
    return f"第 {person.row} 行{sheet}"


def why_words(line: ImportLine) -> str:
    """Return in a sentence what a line was taken for."""
    if line.likeness is Likeness.NEW:
        return "名册里还没有这个人。"
    if line.likeness is Likeness.SAME:
        return "和名册里的内容一致。"
    if line.likeness is Likeness.CHANGED:
        return "名册里有这个人，下面几项不同。"
    if not line.matches:
        return (
            "文件里同一单位有不止一个同名的人。"
            "确是不同的人，都选“新增”；是重复登记，留一个，其余选“跳过”。"
        )
    if len(line.matches) > 1:
        return f"名册里有 {len(line.matches)} 位同名的人，请核对是不是其中一位。"
    if not line.person.unit:
        return "文件里没有写单位，名册里有一位同名的人。"
    return "文件里同一单位有不止一个同名的人，名册里有其中一位。"

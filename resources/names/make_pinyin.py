"""Write the pinyin tables from pypinyin's own (MIT): `python make_pinyin.py`, pypinyin 0.55.0.

Every character gets its first reading there, save those that names read otherwise. pinyin.txt has
the basic block, in which nearly all names are written; pinyin_rare.txt is read only when needed.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pypinyin.contrib.tone_convert import to_tone3
from pypinyin.pinyin_dict import pinyin_dict

HERE = Path(__file__).parent
#: Read so in given names, against the source's first reading (𠮷 is not in the source).
IN_NAMES = {
    "长": "chang2",
    "朝": "chao2",
    "晟": "sheng4",
    "偲": "si1",
    "子": "zi3",
    "曾": "zeng1",
    "𠮷": "ji2",
}
HEADING = """\
# Readings of Chinese characters: syllable, tone (5: none), then the characters read so; ü is v.
# Source: pypinyin 0.55.0 (github.com/mozillazg/python-pinyin), MIT, LICENSE-pypinyin.txt.
# Made by make_pinyin.py with the readings of given names that are named there.
"""


def reading_of(readings: str) -> str:
    """Return the first of pypinyin's readings with its tone as a digit."""
    first = readings.split(",")[0]
    return to_tone3(first, v_to_u=False, neutral_tone_with_five=True).replace("ê", "e")


def is_rare(character: str) -> bool:
    """Tell whether a character is outside the basic block of Unicode's Chinese characters."""
    return not "\u4e00" <= character <= "\u9fff"


def write(name: str, table: dict[str, str]) -> None:
    """Write one table beside this script, one line for each reading."""
    by_reading: dict[str, list[str]] = defaultdict(list)
    for character, reading in table.items():
        by_reading[reading].append(character)
    lines = [f"{key} {''.join(sorted(by_reading[key]))}" for key in sorted(by_reading)]
    text = HEADING + "\n".join(lines) + "\n"
    (HERE / name).write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Write both tables."""
    table = {chr(code): reading_of(text) for code, text in pinyin_dict.items()} | IN_NAMES
    write("pinyin.txt", {key: value for key, value in table.items() if not is_rare(key)})
    write("pinyin_rare.txt", {key: value for key, value in table.items() if is_rare(key)})


if __name__ == "__main__":
    main()

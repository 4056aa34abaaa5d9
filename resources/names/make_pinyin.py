"""Write pinyin.txt from pypinyin's own table (MIT): `python make_pinyin.py`, pypinyin 0.55.0.

Every character gets its first reading there, save those that names read otherwise.
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


def main() -> None:
    """Write pinyin.txt beside this script."""
    by_reading: dict[str, list[str]] = defaultdict(list)
    table = {chr(code): reading_of(text) for code, text in pinyin_dict.items()} | IN_NAMES
    for character, reading in table.items():
        by_reading[reading].append(character)
    lines = [f"{key} {''.join(sorted(by_reading[key]))}" for key in sorted(by_reading)]
    (HERE / "pinyin.txt").write_text(
        HEADING + "\n".join(lines) + "\n", encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    main()

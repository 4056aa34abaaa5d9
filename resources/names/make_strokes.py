"""Write strokes.txt from cnchar-order's bundle: `python make_strokes.py cnchar.order.min.js`.

The bundle is the one file of the npm package cnchar-order 3.2.6 (MIT). It writes a stroke as a
letter; strokes.txt writes it as the digit of 横1 竖2 撇3 点4 折5 (提 is 横, 竖钩 is 竖, 捺 is 点).
docs/decisions/0006-name-order.md gives the reason of every correction.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
DIGITS = str.maketrans(
    {
        **dict.fromkeys("ij", "1"),
        **dict.fromkeys("fg", "2"),
        **dict.fromkeys("s", "3"),
        **dict.fromkeys("dkl", "4"),
        **dict.fromkeys("abcehmnopqrtuvwxyz", "5"),
    }
)
CORRECTED = {
    "炽": "433425134",  # 只 ends 撇 点
    "弢": "51552254",  # 弓 屮 又
    "媾": "5311122125211",  # 冓 as in 篝 遘 觏
    "皙": "1234331232511",  # 析 has eight strokes
    "锺": "31115312511211",  # 重 as in 踵
    "德": "332122522114544",  # 十, not 横 撇, on top of the right half
    "撅": "121134315233534",  # 厥 as in 蕨 獗 噘
    "膝": "351112343424134",  # the foot as in 漆
    "黏": "31234342413421251",  # the foot as in 黍
    "鲺": "3525121153251214",  # 虱: 折 撇 and not 折 横
}
HEADING = """\
# Strokes of Chinese characters: 横1 竖2 撇3 点4 折5, then the characters written so.
# Source: npm package cnchar-order 3.2.6 (github.com/theajack/cnchar), MIT, LICENSE-cnchar.txt.
# Made by make_strokes.py with the corrections named there and the characters of rare.txt.
"""


def source_table(bundle: str) -> dict[str, str]:
    """Return character → digits from the bundle's own JSON."""
    for text in re.findall(r"JSON\.parse\('(\{.*?\})'\)", bundle):
        table = json.loads(text)
        if table.get("一") == "j":
            return {character: letters.translate(DIGITS) for character, letters in table.items()}
    raise SystemExit("no stroke table in this bundle")


def strokes_of(part: str, table: dict[str, str]) -> str:
    """Return the digits of one part of rare.txt."""
    if part.isdigit():
        return part
    character, _, skipped = part.partition(":")
    return table[character][int(skipped or 0) :]


def with_rare(table: dict[str, str]) -> dict[str, str]:
    """Return the table with the characters of rare.txt, which must be new to it."""
    added = dict(table)
    for line in (HERE / "rare.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        character, *parts = line.split()
        if character in table:
            raise SystemExit(f"{character} is in the source already")
        added[character] = "".join(strokes_of(part, table) for part in parts)
    return added


def lines_of(table: dict[str, str]) -> list[str]:
    """Return one line per code, in the order of the strokes."""
    by_code: dict[str, list[str]] = defaultdict(list)
    for character, code in table.items():
        by_code[code].append(character)
    codes = sorted(by_code, key=lambda code: (len(code), code))
    return [f"{code} {''.join(sorted(by_code[code]))}" for code in codes]


def main() -> None:
    """Write strokes.txt beside this script."""
    table = source_table(Path(sys.argv[1]).read_text(encoding="utf-8"))
    wrong = [character for character in CORRECTED if character not in table]
    if wrong:
        raise SystemExit(f"corrected but not in the source: {wrong}")
    lines = lines_of(with_rare(table | CORRECTED))
    text = HEADING + "\n".join(lines) + "\n"
    (HERE / "strokes.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

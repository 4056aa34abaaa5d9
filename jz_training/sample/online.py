"""The export of an online meeting, as 腾讯会议 writes it, of the sample union's people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

_HEAD = ("会议主题：", "会议号：", "会议创建者：", "预定开始时间：", "预定结束时间：")
_COLUMNS = ("用户昵称（入会昵称）", "入会时间", "退会时间", "单次参会时长", "房间类型")

#: One row of the export: as whom, minutes after the begin of coming and before the end of going.
Presence = tuple[str, int, int]


def write_export(
    path: Path, *, topic: str, start: datetime, end: datetime, people: Sequence[Presence]
) -> Path:
    """Write the sheet 成员参会明细 of a meeting; whoever came early has negative minutes."""
    import xlsxwriter

    head = zip(_HEAD, (topic, "321 654 987", "会务组", str(start), str(end)), strict=True)
    rows: list[tuple[str, ...]] = [*head, (), _COLUMNS]
    for name, after, before in people:
        came, went = start + timedelta(minutes=after), end - timedelta(minutes=before)
        rows.append((name, str(came), str(went), str(went - came), "主会场"))
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": end})  # the same meeting gives the same file
        sheet = book.add_worksheet("成员参会明细")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def presences(names: Sequence[tuple[str, str]], *, guest: str = "来宾小林") -> list[Presence]:
    """Return an evening of everything that happens: `names` are the list's names and units.

    Most stay to the end; one comes by two devices, one calls himself by his unit, two share a
    device, one is misspelt, one leaves early, and a guest nobody knows is there too.
    """
    rows: list[Presence] = []
    for at, (name, unit) in enumerate(names):
        if at == 2:
            rows += [(f"{name}#2", -3, 60), (name, 20, -2)]
        elif at == 3:
            rows.append((f"{unit}-{name}", -5, -1))
        elif at == 4:
            rows.append((f"小{name[-1]}（{name}）", 1, -3))
        elif at == 5:
            rows.append((f"清河{name}", -1, -2))
        elif at == 7:
            rows.append((name, 5, 55))
        elif at == 9 and len(names) > 10:
            rows.append((f"{name}＆{names[10][0]}", -2, -2))
        elif at not in (6, 10):
            rows.append((name, -(at % 6), -(at % 4)))
    if len(names) > 6:
        rows.append((f"{names[6][0][:-1]}某", 0, 0))
    return [*rows, (guest, 10, 30)]

"""Roster files as offices send them, made by openpyxl in the test."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

HEADER = ("序号", "姓名", "单位", "职务", "联系电话")


def write_roster(
    path: Path,
    people: Sequence[Sequence[str]],
    *,
    header: Sequence[str] = HEADER,
    title: str = "工会干部名册",
    note: str = "填表人：　　审核人：",
) -> Path:
    """Write a sheet with a title, a header, numbered people and a note at the bottom."""
    book = Workbook()
    sheet = book.active
    sheet.title = "名册"
    sheet.append([title])
    sheet.append(list(header))
    for number, person in enumerate(people, 1):
        sheet.append([number, *person])
    sheet.append([note])
    book.save(path)
    return path

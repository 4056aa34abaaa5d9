"""The roster's workbook: what stands in it, what it keeps to itself, and how it comes back."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
import python_calamine

from jz_training.documents.excel.roster_xlsx import roster_xlsx
from jz_training.documents.excel.table import NO_DATE
from jz_training.domain.roster import PersonRow, Roster
from jz_training.domain.roster_reading import RosterField
from jz_training.errors import Stopped
from jz_training.readers.roster.understand import read_roster
from jz_training.safe_files import is_workbook, save

NAMES = ["张三", "张三", "欧阳建国", "𠮷田", "古丽娜尔·买买提", "=1+1", "<b>王</b>", "O'Neil", "䶮"]


def person(number: int, name: str, phone: str = "13800138000") -> PersonRow:
    return PersonRow(
        id=UUID(int=number),
        version=1,
        name=name,
        unit_id=None,
        unit="一厂工会" if number % 2 else "二厂工会",
        department="办公室",
        post="委员",
        layer="一般干部",
        category="兼职工会干部",
        sex="女",
        number=f"{number:03d}",
        phone=phone,
    )


def roster(*names: str, made_on: str = "2025年2月18日") -> Roster:
    people = tuple(person(number, name) for number, name in enumerate(names, 1))
    return Roster(title="东岭名册", organiser="东岭市总工会", made_on=made_on, people=people)


def rows(data: bytes) -> list[list[Any]]:
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    return book.get_sheet_by_name("名册").to_python(skip_empty_area=False)


def test_the_roster_says_whose_it_is_and_lists_everybody() -> None:
    title, facts, header, first, *_ = rows(roster_xlsx(roster(*NAMES)))
    assert title[0] == "东岭名册"
    assert facts[0] == "填报单位：东岭市总工会　　制表日期：2025年2月18日　　共 9 人"
    assert header == ["序号", "姓名", "单位", "部门", "职务", "层级", "类别", "性别", "编号"]
    assert first == [
        1, "张三", "一厂工会", "办公室", "委员", "一般干部", "兼职工会干部", "女", "001"
    ]  # fmt: skip


def test_every_field_of_every_person_comes_back_as_it_was() -> None:
    given = roster(*NAMES)
    _, _, header, *lines = rows(roster_xlsx(given, with_phone=True, full_phones=True))
    keys = dict(zip(header, [
        "", "name", "unit", "department", "post", "layer", "category", "sex", "number", "phone"
    ], strict=True))  # fmt: skip
    back = [
        {keys[heading]: value for heading, value in zip(header, line, strict=True) if keys[heading]}
        for line in lines
    ]
    assert back == [
        {key: getattr(one, key) for key in keys.values() if key} for one in given.people
    ]


@pytest.mark.parametrize(
    ("options", "seen"),
    [
        ({}, None),
        ({"full_phones": True}, None),
        ({"with_phone": True}, "138****8000"),
        ({"with_phone": True, "full_phones": True}, "13800138000"),
    ],
)
def test_phones_leave_only_when_asked_for(options: dict[str, bool], seen: str | None) -> None:
    cells = {cell for row in rows(roster_xlsx(roster("张三"), **options)) for cell in row}
    assert {cell for cell in cells if str(cell).startswith("138")} == ({seen} if seen else set())


@pytest.mark.parametrize(
    ("made_on", "day"),
    [
        ("2025年2月18日", datetime(2025, 2, 18)),
        ("2025-02-18", datetime(2025, 2, 18)),
        ("2025年2月", NO_DATE),
        ("2025年2月30日", NO_DATE),
        ("", NO_DATE),
    ],
)
def test_the_file_bears_the_day_of_the_view(made_on: str, day: datetime) -> None:
    data = roster_xlsx(roster("张三", made_on=made_on))
    assert openpyxl.load_workbook(BytesIO(data)).properties.created == day
    assert roster_xlsx(roster("张三", made_on=made_on)) == data


def test_a_roster_of_a_whole_city_is_exported_with_progress_and_can_be_stopped() -> None:
    large = roster(*["张三"] * 1500)
    told: list[tuple[int, int]] = []
    data = roster_xlsx(large, progress=lambda done, total: told.append((done, total)))
    assert (told[0], told[-1]) == ((0, 1500), (1500, 1500))
    assert rows(data)[-1][0] == 1500
    with pytest.raises(Stopped):
        roster_xlsx(large, stop=lambda: True)


@pytest.mark.parametrize("full_phones", [True, False])
def test_importing_our_own_export_gives_the_same_people(tmp_path: Path, full_phones: bool) -> None:
    given = roster("张三", "张三", "欧阳建国", "𠮷田太", "古丽娜尔·买买提", "李䶮", "王小二（女）")
    path = tmp_path / "名册.xlsx"
    save(path, roster_xlsx(given, with_phone=True, full_phones=full_phones), check=is_workbook)
    reading = read_roster(path)
    keys = ("name", "unit", "department", "post", "layer", "category", "sex", "number")
    assert [[getattr(one, key) for key in keys] for one in reading.people] == [
        [getattr(one, key) for key in keys] for one in given.people
    ]
    phones = {one.phone for one in reading.people}
    assert ("13800138000" in phones) is full_phones
    assert reading.columns[0].field is RosterField.ORDINAL

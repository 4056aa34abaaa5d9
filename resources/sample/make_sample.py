"""Write 名册.xlsx, the sample union's roster, from people.txt: `python make_sample.py`.

It is as untidy as rosters are: a title, a header of two rows, unit cells merged downwards,
subtotals, a header repeated in the middle, blanks inside names, telephone numbers written in many
ways, a hidden row, notes at the bottom and a second sheet without people. The telephone numbers
(130-0000-…) belong to nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
UNION = "清河市纺织公司工会"
WIDTHS = (6, 14, 16, 6, 8, 20, 12, 18, 18, 12)
FIRST_HEADER = (
    "序号",
    "单  位",
    "姓　名",
    "性别",
    "工号",
    "职务",
    "工会情况",
    None,
    "手机号码",
    "备注",
)
SECOND_HEADER = (None, None, None, None, None, None, "层级", "类别", None, None)
PEOPLE_ON_A_PAGE = 64
NOTES = (
    "注：1. 本表按工会隶属关系填写，职工调动后由调入单位填报。",
    "　　2. 手机号码仅用于会议通知，打印张贴时不显示。",
    "填表人：汤秀兰　　　审核人：秦晓峰　　　联系电话：0300-0000000",
)
#: Written otherwise than in people.txt, as typing hands do it.
TYPED = {
    "阿依古丽·买买提": "阿依古丽•买买提",
    "迪丽娜尔·艾山": "迪丽娜尔.艾山",
    "欧阳静": "欧阳静\u00a0",
    "陈国栋": "陈国栋 ",
    "方圆": "方\u200b圆",
}
SECONDED = "傅有福"  # his row is hidden
THIN = Side(style="thin")
ALL_ROUND = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)


class SamplePerson(NamedTuple):
    """One person of people.txt, with the place in the whole list from 1."""

    place: int
    unit: str
    name: str
    sex: str
    post: str
    layer: str
    category: str

    @property
    def number(self) -> str:
        """Return the staff number: four digits, with leading zeros."""
        return f"{self.place + 100:04}"

    @property
    def phone(self) -> str:
        """Return a telephone number of nobody; every ninth person gave none."""
        return "" if self.place % 9 == 0 else f"1300000{self.place + 1000}"


def people() -> Iterator[SamplePerson]:
    """Return the sample's people unit by unit."""
    unit, place = "", 0
    for line in (HERE / "people.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            unit = line[1:].strip()
        elif line and not line.startswith("#"):
            place += 1
            yield SamplePerson(place, unit, *line.split())


def typed_name(person: SamplePerson) -> str:
    """Return the name as it stands in the file: short ones are drawn apart in some units."""
    if person.name in TYPED:
        return TYPED[person.name]
    if len(person.name) > 2 or person.unit in ("印染车间", "物流仓储部"):
        return person.name
    return ("  " if person.unit == "质检中心" else "\u3000").join(person.name)


def typed_phone(person: SamplePerson) -> str | int | float | None:
    """Return the number as it stands in the file: a text or a number, with and without dashes."""
    digits = person.phone
    ways: tuple[str | int | float | None, ...] = (
        digits,
        int(digits or 0),
        f"{digits[:3]}-{digits[3:7]}-{digits[7:]}",
        f"{digits[:3]} {digits[3:7]} {digits[7:]}",
        float(digits or 0),
        f"+86{digits}",
    )
    return ways[person.place % len(ways)] if digits else None


def workbook() -> Workbook:
    """Return the whole roster as a workbook."""
    book = Workbook()
    book.properties.creator = UNION
    book.properties.created = book.properties.modified = datetime(2026, 8, 31, 9, 0)
    sheet = book.active
    sheet.title = "名册"
    write_title(sheet)
    write_header(sheet, merged=True)
    for unit, members in groupby(people(), key=lambda person: person.unit):
        write_unit(sheet, unit, list(members))
    write_notes(sheet)
    dress(sheet)
    write_instructions(book.create_sheet("填表说明"))
    return book


def write_title(sheet: Worksheet) -> None:
    """Write the two merged rows above the header."""
    sheet.append([f"{UNION}会员和工会工作者名册"])
    sheet.append([f"填报单位：{UNION}（章）　　　填报日期：2026年8月31日"])
    sheet.merge_cells("A1:J1")
    sheet.merge_cells("A2:J2")
    sheet["A1"].font = Font(name="黑体", size=18)


def write_header(sheet: Worksheet, *, merged: bool) -> None:
    """Write the header's two rows; where it is repeated, nobody merged the cells again."""
    sheet.append(FIRST_HEADER)
    sheet.append(SECOND_HEADER)
    if not merged:
        return
    sheet.merge_cells("G3:H3")
    for column in "ABCDEFIJ":
        sheet.merge_cells(f"{column}3:{column}4")


def write_unit(sheet: Worksheet, unit: str, members: list[SamplePerson]) -> None:
    """Write one unit's people, its cell merged downwards, and the subtotal."""
    first = sheet.max_row + 1
    for person in members:
        if person.place == PEOPLE_ON_A_PAGE + 1:
            merge_unit(sheet, first)
            write_header(sheet, merged=False)
            first = sheet.max_row + 1
        write_person(sheet, person, unit if sheet.max_row + 1 == first else None)
    merge_unit(sheet, first)
    sheet.append([None, "小计", f"{len(members)}人"])


def write_person(sheet: Worksheet, person: SamplePerson, unit: str | None) -> None:
    """Write one row."""
    note = "借调" if person.name == SECONDED else None
    facts = (person.sex, person.number, person.post, person.layer, person.category)
    sheet.append([person.place, unit, typed_name(person), *facts, typed_phone(person), note])
    sheet.row_dimensions[sheet.max_row].hidden = note is not None


def merge_unit(sheet: Worksheet, first: int) -> None:
    """Merge the unit's cell down to the last row written."""
    if sheet.max_row > first:
        sheet.merge_cells(start_row=first, end_row=sheet.max_row, start_column=2, end_column=2)


def write_notes(sheet: Worksheet) -> None:
    """Write the total and the notes, each over the whole width."""
    sheet.append([None, "合计", f"{sum(1 for _ in people())}人"])
    for note in NOTES:
        sheet.append([note])
        sheet.merge_cells(
            start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=10
        )


def dress(sheet: Worksheet) -> None:
    """Draw the lines and set the widths as such tables have them."""
    for letter, width in zip("ABCDEFGHIJ", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=3, max_row=sheet.max_row - len(NOTES), max_col=10):
        for cell in row:
            cell.border, cell.alignment = ALL_ROUND, CENTRED
    for row in sheet.iter_rows(min_row=1, max_row=2, max_col=1):
        row[0].alignment = CENTRED


def write_instructions(sheet: Worksheet) -> None:
    """Write the sheet that holds no people."""
    for line in (
        "填表说明",
        "一、层级：领导干部、中层干部、一般干部、职工。",
        "二、没有的项目可以不填。",
    ):
        sheet.append([line])


if __name__ == "__main__":
    workbook().save(HERE / "名册.xlsx")

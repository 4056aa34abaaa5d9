"""Shift workers: their 班次 comes with the roster and says to which batch they come."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from jz_training.documents.excel.roster_xlsx import roster_xlsx
from jz_training.domain.batches import BatchBy
from jz_training.domain.roster import PersonDraft
from jz_training.domain.training import AudienceRule
from jz_training.readers.roster.understand import read_roster
from jz_training.services.desk import Desk
from jz_training.services.people import PeopleQuery


def workers(desk: Desk) -> None:
    for name, shift in (("安静", "乙班"), ("白雪", "甲班"), ("曹丽", "乙班"), ("丁宁", "")):
        desk.people.add(PersonDraft(name=name, shift=shift))


def test_each_shift_comes_to_a_batch_of_its_own_in_their_order(desk: Desk) -> None:
    workers(desk)
    split = desk.series.split_audience(AudienceRule(), BatchBy.SHIFT)
    assert [(one.names, len(one.members)) for one in split.batches] == [
        (("甲班",), 1),
        (("乙班",), 2),
    ]
    assert [one.name for one in split.left_over] == ["丁宁"]


def test_an_audience_and_a_list_may_be_of_some_shifts(desk: Desk) -> None:
    workers(desk)
    assert desk.people.shifts() == ("甲班", "乙班")
    meant = desk.lists.audience(AudienceRule(shifts=("乙班",)))
    assert [one.name for one in meant] == ["安静", "曹丽"]
    assert desk.people.count(PeopleQuery(shift="甲班")) == 1


def test_the_shift_is_read_from_a_roster_under_its_many_names(tmp_path: Path, desk: Desk) -> None:
    for heading in ("班次", "班别", "倒班", "轮班"):
        book = Workbook()
        for row in (("姓名", "单位", heading), ("安静", "织造车间", "甲班")):
            book.active.append(row)
        book.save(tmp_path / "名册.xlsx")
        reading = read_roster(tmp_path / "名册.xlsx")
        assert [(one.name, one.shift, one.row) for one in reading.people] == [("安静", "甲班", 2)]
    desk.imports.carry_out(reading, desk.imports.preview(reading))
    assert desk.people.shifts() == ("甲班",)


def test_the_export_has_a_column_of_shifts_where_somebody_works_in_turns(desk: Desk) -> None:
    def headings() -> list[object]:
        roster = desk.people.roster(PeopleQuery(), title="名册", organiser="")
        sheet = load_workbook(BytesIO(roster_xlsx(roster))).active
        return [cell.value for row in sheet.iter_rows() for cell in row]

    desk.people.add(PersonDraft(name="安静"))
    assert "班次" not in headings()
    workers(desk)
    assert "班次" in headings()

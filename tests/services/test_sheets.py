"""Sign-in sheets: prepared from the frozen list, kept with their geometry."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from jz_training.domain.sheet import SheetColumns, SheetOptions
from jz_training.domain.sheet_geometry import lay_out_sheet
from jz_training.errors import ListNotFrozen, NotFound
from jz_training.services.sheets import sheet_made
from tests.services.stories import a_listed_training, a_training, some_people


def geometry_of(sheet):
    return lay_out_sheet(
        people=len(sheet.rows),
        options=sheet.options,
        training_id=sheet.training_id,
        sheet_version=sheet.sheet_version,
    )


def test_a_sheet_needs_a_list(desk):
    some_people(desk, 2)
    with pytest.raises(ListNotFrozen):
        desk.sheets.prepare(a_training(desk))


def test_a_sheet_holds_the_list_and_only_the_expected(desk):
    training = a_listed_training(desk, people=4)
    desk.attendance.add_walk_in(training, name="赵来")
    sheet = desk.sheets.prepare(training)
    assert [row.number for row in sheet.rows] == [1, 2, 3, 4]
    assert sheet.sheet_version == 1


def test_preparing_prints_nothing_and_keeping_counts_the_version(desk):
    training = a_listed_training(desk, people=4)
    sheet = desk.sheets.prepare(training)
    assert desk.sheets.printed(training) == ()
    desk.sheets.keep(sheet, geometry_of(sheet))
    assert desk.sheets.prepare(training).sheet_version == 2
    assert [kept.sheet_version for kept in desk.sheets.printed(training)] == [1]


def test_a_kept_sheet_gives_its_geometry_back(desk):
    training = a_listed_training(desk, people=50)
    options = SheetOptions(columns=SheetColumns.TWO, blank_rows=3, with_phone=True)
    sheet = desk.sheets.prepare(training, options)
    desk.sheets.keep(sheet, geometry_of(sheet))
    assert desk.sheets.geometry(training, 1) == geometry_of(sheet)
    assert desk.sheets.printed(training)[0].options == options


def test_keeping_the_same_sheet_twice_keeps_it_once(desk):
    training = a_listed_training(desk, people=4)
    sheet = desk.sheets.prepare(training)
    desk.sheets.keep(sheet, geometry_of(sheet))
    desk.sheets.keep(sheet, geometry_of(sheet))
    assert len(desk.sheets.printed(training)) == 1


def test_a_sheet_that_was_never_printed_is_said_so(desk):
    with pytest.raises(NotFound):
        desk.sheets.geometry(a_listed_training(desk), 7)


def test_the_organiser_of_the_workspace_stands_in_for_the_trainings_own(desk):
    desk.settings.change(organiser="清河市纺织公司工会")
    training = a_listed_training(desk)
    assert desk.sheets.prepare(training).organiser == "清河市纺织公司工会"


def test_many_sheets_are_read_one_by_one_and_kept_as_one_act(desk):
    first, second = (a_listed_training(desk, people=3) for _ in range(2))
    without = a_training(desk, title="没有名单")
    sheets = list(desk.sheets.prepare_many([first, without, second]))
    assert [sheet.training_id for sheet in sheets] == [first, second]
    made = [sheet_made(sheet, geometry_of(sheet)) for sheet in sheets]
    desk.sheets.keep_many(made)
    desk.sheets.keep_many(made)  # saved once more: nothing new
    assert [len(desk.sheets.printed(one)) for one in (first, second)] == [1, 1]
    assert desk.sheets.prepare(first).sheet_version == 2


def test_nothing_of_many_sheets_is_kept_when_one_cannot_be(desk):
    training = a_listed_training(desk, people=3)
    sheet = desk.sheets.prepare(training)
    made = sheet_made(sheet, geometry_of(sheet))
    with pytest.raises(NotFound):
        desk.sheets.keep_many([made, replace(made, training_id=uuid4())])
    assert desk.sheets.printed(training) == ()

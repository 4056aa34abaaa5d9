"""The sample union: the roster reads as it was meant, the trainings fit its people."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from datetime import datetime
from decimal import Decimal
from types import ModuleType
from typing import Any

import openpyxl
import pytest

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole
from jz_training.domain.library import several
from jz_training.domain.list_order import order_people
from jz_training.domain.mark_command import parse_marks
from jz_training.domain.roster import UnitKind
from jz_training.domain.roster_reading import SkipReason, WarningCode
from jz_training.domain.training import SheetOrder, TrainingDraft, TrainingForm, faults
from jz_training.labels import CATEGORIES, LAYERS, MARK_VOCABULARY
from jz_training.paths import resources
from jz_training.readers.roster.understand import read_roster
from jz_training.services.name_order import name_tables

FOLDER = resources() / "sample"
SAMPLE: dict[str, Any] = json.loads((FOLDER / "sample.json").read_text(encoding="utf-8"))
TRAININGS: list[dict[str, Any]] = SAMPLE["trainings"]


def make_sample() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sample", FOLDER / "make_sample.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PEOPLE = list(make_sample().people())
UNITS = list(dict.fromkeys(person.unit for person in PEOPLE))


def chosen(person: Any, audience: dict[str, Any]) -> bool:
    """Tell whether a person is expected by the rule units × layers × categories."""
    named = {"name": person.name, "unit": person.unit}
    if named in audience.get("removed", []):
        return False
    by_rule = all(
        not audience.get(key) or value in audience[key]
        for key, value in (
            ("units", person.unit), ("layers", person.layer), ("categories", person.category),
        )
    )  # fmt: skip
    return by_rule or named in audience.get("added", [])


def on_the_list(training: dict[str, Any]) -> list[Any]:
    expected = [person for person in PEOPLE if chosen(person, training["audience"])]
    ordered = order_people(
        expected,
        order=SheetOrder(training["order"]),
        tables=name_tables(),
        unit_position=lambda person: UNITS.index(person.unit),
    )
    assert ordered.unknown == ()
    return list(ordered.people)


def test_the_roster_reads_as_it_was_meant() -> None:
    reading = read_roster(FOLDER / "名册.xlsx")
    read = [
        (one.unit, one.name, one.sex, one.post, one.layer, one.category, one.number, one.phone)
        for one in reading.people
    ]
    meant = [
        (one.unit, one.name, one.sex, one.post, one.layer, one.category, one.number, one.phone)
        for one in PEOPLE
    ]
    assert read == meant


def test_the_roster_holds_the_traps_it_was_made_for() -> None:
    reading = read_roster(FOLDER / "名册.xlsx")
    skipped = Counter(row.reason for row in reading.skipped)
    assert skipped[SkipReason.SUBTOTAL] == len(UNITS) + 1
    assert {SkipReason.TITLE, SkipReason.REPEATED_HEADER, SkipReason.NOTE} <= set(skipped)
    assert {warning.code for warning in reading.warnings} >= {
        WarningCode.HIDDEN_ROWS_READ,
        WarningCode.CLEANED_NAME,
        WarningCode.RARE_CHARACTER,
        WarningCode.SAME_NAME_SAME_UNIT,
        WarningCode.SHEET_WITHOUT_PEOPLE,
    }


def test_the_committed_roster_is_the_one_the_script_makes() -> None:
    kept = openpyxl.load_workbook(FOLDER / "名册.xlsx")
    made = make_sample().workbook()
    for name in made.sheetnames:
        assert list(kept[name].values) == list(made[name].values)
        assert set(map(str, kept[name].merged_cells.ranges)) == set(
            map(str, made[name].merged_cells.ranges)
        )


def test_the_union_has_nine_units_and_some_people_of_one_name() -> None:
    assert [unit["name"] for unit in SAMPLE["units"]] == UNITS
    assert len(UNITS) == 9
    same = [name for name, count in Counter(p.name for p in PEOPLE).items() if count > 1]
    assert sorted(same) == sorted(["王静", "李明", "张丽", "刘小洋"])
    assert len({(person.unit, person.name) for person in PEOPLE}) == len(PEOPLE) - 1


def test_the_words_of_the_sample_are_those_of_the_program() -> None:
    assert {person.layer for person in PEOPLE} <= set(LAYERS)
    assert {person.category for person in PEOPLE} <= set(CATEGORIES)
    assert all(UnitKind(unit["kind"]) for unit in SAMPLE["units"])
    others = [other for training in TRAININGS for other in training["others"]]
    assert all(AttendeeRole(other["role"]) is not AttendeeRole.EXPECTED for other in others)


def test_telephone_numbers_belong_to_nobody() -> None:
    assert all(not person.phone or person.phone.startswith("1300000") for person in PEOPLE)


@pytest.mark.parametrize("training", TRAININGS, ids=lambda training: training["title"])
def test_a_training_may_be_saved(training: dict[str, Any]) -> None:
    entered = TrainingDraft(
        title=training["title"],
        form=TrainingForm(training["form"]),
        start=datetime.fromisoformat(training["start"]),
        end=datetime.fromisoformat(training["end"]),
        hours=Decimal(training["hours"]),
    )
    assert faults(entered) == {}


@pytest.mark.parametrize("training", TRAININGS, ids=lambda training: training["title"])
def test_audiences_name_what_there_is(training: dict[str, Any]) -> None:
    audience = training["audience"]
    assert set(audience.get("units", [])) <= set(UNITS)
    assert set(audience.get("layers", [])) <= set(LAYERS)
    assert set(audience.get("categories", [])) <= set(CATEGORIES)
    known = {(person.name, person.unit) for person in PEOPLE}
    by_hand = audience.get("added", []) + audience.get("removed", [])
    assert {(one["name"], one["unit"]) for one in by_hand} <= known
    assert on_the_list(training)


@pytest.mark.parametrize("training", TRAININGS, ids=lambda training: training["title"])
def test_marks_fit_the_numbers_of_the_sheet(training: dict[str, Any]) -> None:
    numbers = range(1, len(on_the_list(training)) + 1)
    marked: list[int] = []
    for line in training["marks"]:
        reading = parse_marks(line, numbers=numbers, words=MARK_VOCABULARY)
        assert reading.faults == ()
        marked.extend(reading.marks)
    assert len(set(marked)) == len(marked)
    assert training["state"] != "closed" or AttendanceStatus[training["rest"].upper()].came


def test_chairs_and_recorders_are_not_away() -> None:
    for training in TRAININGS:
        listed = on_the_list(training)
        numbers = range(1, len(listed) + 1)
        for line in training["marks"]:
            marks = parse_marks(line, numbers=numbers, words=MARK_VOCABULARY).marks
            away = {listed[n - 1].name for n, mark in marks.items() if not mark.status.came}
            assert not away & {training["chair"], training["recorder"]}


def test_nobody_expected_is_listed_among_the_others() -> None:
    for training in TRAININGS:
        expected = {(person.name, person.unit) for person in on_the_list(training)}
        assert not expected & {(other["name"], other["unit"]) for other in training["others"]}


def test_the_demo_has_held_half_recorded_cancelled_and_coming_trainings() -> None:
    as_of = datetime.fromisoformat(SAMPLE["as_of"])
    states = Counter(training["state"] for training in TRAININGS)
    assert states == {"closed": 5, "open": 2, "cancelled": 1}
    still_open = [training for training in TRAININGS if training["state"] == "open"]
    half, coming = still_open
    assert half["marks"]
    assert datetime.fromisoformat(half["end"]) < as_of < datetime.fromisoformat(coming["start"])


def test_the_libraries_hold_what_the_trainings_use() -> None:
    library = SAMPLE["library"]
    titles = {one["title"] for one in library["materials"]}
    studied = {title for one in TRAININGS for title in one.get("materials", [])}
    assert studied == titles
    assert {one["name"] for one in library["venues"]} <= {one["venue"] for one in TRAININGS}
    spoken = {name for one in TRAININGS for name in several(one["speaker"])}
    assert {one["name"] for one in library["speakers"]} <= spoken
    assert all((FOLDER / one["file"]).is_file() for one in library["materials"] if "file" in one)

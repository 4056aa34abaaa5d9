"""Statistics: any filter gives what a naive count gives, and every figure opens its rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.hours import HoursRequirement
from jz_training.domain.reach import Standing
from jz_training.domain.statistics import NONE, By, PersonFigures, StatisticsFilter
from jz_training.domain.tally import Tally
from jz_training.services.desk import Desk, open_desk
from tests.factories import CATEGORIES, LAYERS, identity
from tests.services import statistics_world as world_of
from tests.services.query_plans import steps_on_lines
from tests.services.statistics_world import FORMS, TREE, World, naive_persons, naive_tallies

NOW = datetime(2026, 11, 22, 9)
YEARS = StatisticsFilter(start=date(2025, 1, 1), end=date(2025, 12, 31))

filters = st.builds(
    StatisticsFilter,
    start=st.sampled_from([date(2024, 1, 1), date(2025, 1, 1), date(2025, 3, 4)]),
    end=st.sampled_from([date(2025, 12, 31), date(2026, 12, 31), date(2026, 6, 1)]),
    notice_id=st.sampled_from([None, None, NONE, identity(1, kind=6)]),
    unit_id=st.sampled_from([None, None, NONE, *map(world_of.unit_id, TREE)]),
    layers=st.sampled_from([(), (), ("",), LAYERS[2:]]),
    categories=st.sampled_from([(), CATEGORIES[:1]]),
    forms=st.sampled_from([(), (), FORMS[:1], FORMS[1:]]),
)
#: A year of which nothing was held yet, while lists of this one are fixed already.
NEXT_YEAR = StatisticsFilter(start=date(2027, 1, 1), end=date(2027, 12, 31))


@pytest.fixture(scope="module")
def desk(new_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return one desk on the world of chance for all claims: nothing here changes it."""
    folder = tmp_path_factory.mktemp("statistics") / "workspace"
    made = open_desk(copytree(new_workspace, folder), clock=lambda: NOW)
    world_of.fill(made)
    yield made
    made.close()


@pytest.fixture(scope="module")
def world(desk: Desk) -> World:
    """Return what the workspace holds as plain rows."""
    return world_of.read(desk)


@settings(max_examples=25, deadline=None)
@given(chosen=filters)
@example(chosen=NEXT_YEAR)
def test_figures_are_those_of_a_naive_count(
    desk: Desk, world: World, chosen: StatisticsFilter
) -> None:
    total = desk.statistics.of(chosen).total
    tallies = naive_tallies(world, chosen, NOW)
    settled = [tally for tally in tallies.values() if tally.unrecorded == 0]
    assert total.trainings == len(tallies)
    assert total.unsettled == len(tallies) - len(settled)
    assert total.tally == sum(tallies.values(), start=Tally())
    assert total.settled == sum(settled, start=Tally())
    assert total.persons == naive_persons(world, chosen, NOW)


@settings(max_examples=12, deadline=None)
@given(chosen=filters, by=st.sampled_from(By))
def test_a_row_of_a_table_is_the_total_of_the_filter_it_opens(
    desk: Desk, chosen: StatisticsFilter, by: By
) -> None:
    found = desk.statistics.of(chosen, by=[by])
    for row in found.tables[by]:
        total = desk.statistics.of(chosen.narrowed(by, row)).total
        assert (total.tally, total.settled) == (row.tally, row.settled)
        assert total.trainings == row.trainings
        assert row.persons in (None, total.persons)
    assert sum((row.tally for row in found.tables[by]), start=Tally()) == found.total.tally


@settings(max_examples=12, deadline=None)
@given(chosen=filters)
def test_every_figure_opens_as_many_rows_as_it_says(desk: Desk, chosen: StatisticsFilter) -> None:
    total = desk.statistics.of(chosen).total
    missed = [AttendanceStatus.LEAVE, AttendanceStatus.ABSENT]
    assert len(desk.statistics.lines(chosen)) == total.tally.expected
    assert len(desk.statistics.lines(chosen, statuses=missed)) == (
        total.tally.leave + total.tally.absent
    )
    assert len(desk.statistics.lines(chosen, made_up=True)) == total.tally.made_up
    trainings = desk.statistics.trainings(chosen)
    assert len(trainings) == total.trainings
    assert sum((row.tally for row in trainings), start=Tally()) == total.tally
    people = desk.statistics.people(chosen)
    assert total.persons is not None
    assert sum(person.expected > 0 for person in people) == total.persons.expected
    assert sum((person.all_hours for person in people), Decimal(0)) == total.persons.all_hours


def test_persons_of_the_parts_of_the_tree_add_up_to_all(desk: Desk) -> None:
    found = desk.statistics.of(YEARS, by=[By.UNIT, By.LAYER])
    for by in (By.UNIT, By.LAYER):
        persons = (row.persons or PersonFigures() for row in found.tables[by])
        assert sum(persons, start=PersonFigures()) == found.total.persons


def test_layers_and_categories_add_up_to_all(desk: Desk) -> None:
    rows = desk.statistics.by_layer_and_category(YEARS)
    total = desk.statistics.of(YEARS).total
    assert sum((row.tally for row in rows), start=Tally()) == total.tally
    assert sum((row.persons for row in rows), start=PersonFigures()) == total.persons


def test_a_row_of_trainings_without_a_notice_goes_by_no_name(desk: Desk) -> None:
    rows = desk.statistics.of(YEARS, by=[By.NOTICE]).tables[By.NOTICE]
    assert [(row.key, row.name) for row in rows][-1] == (NONE.hex, "")


# --- reach -----------------------------------------------------------------------------------


def test_the_unreached_are_told_apart(desk: Desk, world: World) -> None:
    chosen = StatisticsFilter(start=date(2025, 1, 1), end=date(2025, 3, 31))
    found = desk.statistics.unreached(chosen)
    known = {person.person_id: person for person in desk.statistics.people(chosen)}
    never = {p for p, row in known.items() if not row.present and not row.made_up}
    active = {person.id for person in world.people.values() if person.retired_on is None}
    assert {row.person_id for row in found.never_came} == {
        p for p in never & active if known[p].expected
    }
    assert {row.person_id for row in found.never_expected} == active - known.keys()


@pytest.mark.parametrize("online", [False, True])
def test_hours_against_a_requirement_tell_each_person_once(desk: Desk, online: bool) -> None:
    wanted = HoursRequirement(
        name="每年", hours=Decimal(3), years=2, online=online, layers=LAYERS[2:]
    )
    found = desk.statistics.hours(YEARS, wanted)
    assert (found.first_year, found.last_year) == (2024, 2025)
    everybody = desk.statistics.hours_people(YEARS, wanted)
    assert {person.layer for person in everybody} <= set(LAYERS[2:])
    listed = []
    for row in found.units:
        people = desk.statistics.hours_people(found.of_unit(row), wanted)
        counts = [sum(p.standing(wanted) is standing for p in people) for standing in Standing]
        assert counts == [row.reached, row.part, row.nothing]
        assert sum((p.counted(wanted) for p in people), Decimal(0)) == row.hours
        listed += people
    assert sum(row.people for row in found.units) == len(everybody) > 0
    assert sorted(p.person_id for p in listed) == sorted(p.person_id for p in everybody)


def test_the_persons_of_a_standing_are_those_whose_hours_say_so(desk: Desk) -> None:
    wanted = HoursRequirement(name="每年", hours=Decimal(3))
    everybody = desk.statistics.hours_people(YEARS, wanted)
    for standing in Standing:
        people = desk.statistics.hours_people(YEARS, wanted, standing)
        assert people == tuple(p for p in everybody if p.standing(wanted) is standing)


def test_hints_are_of_runs_that_last_and_in_order_of_unit(desk: Desk, world: World) -> None:
    chosen = StatisticsFilter(start=date(2024, 1, 1), end=date(2026, 12, 31))
    found = desk.statistics.absence_hints(chosen)
    assert found
    for hint in found:
        lines = [
            (world.trainings[line.training_id].start, line.status)
            for line in world.lines
            if line.person_id == hint.person_id
            and line.role == "expected"
            and line.training_id in world_of.held(world, chosen, NOW)
        ]
        last = [status for _, status in sorted(lines) if status][-len(hint.missed) :]
        assert set(last) == {int(AttendanceStatus.ABSENT)}
        assert len(hint.missed) >= 3
    units = [hint.unit for hint in found]
    assert units == sorted(units, key=lambda name: (not name, name))


# --- speed -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "chosen",
    [
        YEARS,
        StatisticsFilter(start=YEARS.start, end=YEARS.end, unit_id=world_of.unit_id(2)),
        StatisticsFilter(start=YEARS.start, end=YEARS.end, layers=LAYERS[1:]),
    ],
)
def test_figures_of_whole_years_read_no_attendance_row(
    desk: Desk, chosen: StatisticsFilter
) -> None:
    groups = [by for by in By if not chosen.unit_id or by not in (By.LAYER, By.CATEGORY)]
    groups = [by for by in groups if not chosen.layers or by is not By.UNIT]
    assert steps_on_lines(desk, lambda: desk.statistics.of(chosen, by=groups)) == []
    wanted = HoursRequirement(name="每年", hours=Decimal(3))
    assert steps_on_lines(desk, lambda: desk.statistics.hours(chosen, wanted)) == []
    assert steps_on_lines(desk, lambda: desk.statistics.unreached(chosen)) == []


def test_persons_of_a_free_period_are_read_from_the_covering_index(desk: Desk) -> None:
    chosen = StatisticsFilter(start=date(2025, 2, 1), end=date(2025, 7, 31))
    steps = steps_on_lines(desk, lambda: desk.statistics.of(chosen, by=[By.UNIT, By.MONTH]))
    made_up = [step for step in steps if step == "SEARCH attendee USING PRIMARY KEY (id=?)"]
    assert len(made_up) <= 1
    rest = [step for step in steps if step not in made_up]
    assert rest
    assert [step for step in rest if "COVERING INDEX ix_attendee_person" not in step] == []

"""The columns of the statistics: a group, its 人次, and the 人数 and 学时 of its people."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from jz_training.documents.columns import Align, Column, Kind, Value
from jz_training.documents.lists.figures import figure_columns
from jz_training.documents.lists.making import column, place_column
from jz_training.domain.reach import PersonReach, Standing, StandingRow
from jz_training.domain.statistics import (
    OF_PERSONS,
    By,
    LayerRow,
    PersonFigures,
    StatisticsRow,
)
from jz_training.domain.tally import Tally
from jz_training.labels import COVERAGE, MADE_UP, RATE
from jz_training.labels.statistics import (
    COVERED,
    GROUPINGS,
    NAMELESS,
    NOT_FILLED,
    STANDINGS,
    group_name,
    own_name,
)


def statistics_columns(by: By) -> tuple[Column[StatisticsRow], ...]:
    """Return name, 场次, figures (人次) and, for groups of people, 人数 and 学时."""
    persons = person_figure_columns() if by in OF_PERSONS else ()
    return (
        column("name", GROUPINGS[by], 30, lambda row: group_name(by, row)),
        *total_columns(),
        *persons,
    )


def total_columns() -> tuple[Column[StatisticsRow], ...]:
    """Return 场次 and the figures (人次); both rates are of what is wholly recorded."""
    figures = [one for one in figure_columns(_tally) if one.key != "rate"]
    return (
        _count("trainings", "场次", lambda row: row.trainings),
        *figures,
        _count("made_up", MADE_UP, lambda row: row.tally.made_up),
        _rate("rate", RATE, lambda row: row.rate),
        _rate("coverage", COVERAGE, lambda row: row.coverage),
    )


def person_figure_columns() -> tuple[Column[StatisticsRow], ...]:
    """Return 应参加 and 参加过 (人数), 学时 and 人均."""
    return (
        _count("listed", "应参加人数", lambda row: _persons(row).expected),
        _count("came", "参加人数", lambda row: _persons(row).came),
        _hours("hours", "学时合计", lambda row: _persons(row).all_hours),
        _hours("per_head", "人均学时", lambda row: _persons(row).per_head),
    )


def standing_columns() -> tuple[Column[StandingRow], ...]:
    """Return how far the people of each unit are with a requirement."""
    return (
        column("name", "单位", 30, _standing_name),
        _number("people", "人数", lambda row: row.people),
        *(
            _number(standing.value, word, _of_standing(standing))
            for standing, word in STANDINGS.items()
        ),
        column("hours", "学时合计", 11, lambda row: row.hours, Align.RIGHT, Kind.DECIMAL),
    )


def reach_columns() -> tuple[Column[PersonReach], ...]:
    """Return a person with what they were expected at, came to and earned."""
    return (
        place_column(),
        column("name", "姓名", 12, lambda row: row.name),
        column("unit", "单位", 28, lambda row: row.unit),
        column("layer", "层级", 12, lambda row: row.layer),
        column("category", "类别", 16, lambda row: row.category),
        *(
            column(key, word, 11, _of_person(key), Align.RIGHT, Kind.INTEGER)
            for key, word in (("expected", "应到场次"), ("present", "实到场次"),
                              ("made_up", "补学场次"))
        ),
        column("hours", "学时", 9, lambda row: row.all_hours, Align.RIGHT, Kind.DECIMAL),
    )  # fmt: skip


def layer_columns() -> tuple[Column[LayerRow], ...]:
    """Return the columns of 培训情况统计表 (domain.md §2)."""
    return (
        column("layer", "层级", 14, lambda row: row.layer or NOT_FILLED),
        column("category", "类别", 18, lambda row: row.category or NOT_FILLED),
        _of_layer("trainings", "举办期数", lambda row: row.trainings),
        _of_layer("listed", "应训人数", lambda row: row.persons.expected),
        _of_layer("came", "参训人数", lambda row: row.persons.came),
        _of_layer("present", "人次", lambda row: row.tally.present),
        _of_layer("hours", "学时合计", lambda row: row.persons.all_hours, Kind.DECIMAL),
        _of_layer("per_head", "人均学时", lambda row: row.persons.per_head, Kind.DECIMAL),
        _of_layer("coverage", COVERED, lambda row: row.persons.coverage, Kind.PERCENT),
        _of_layer("online", "其中线上", lambda row: row.tally.online),
    )


def _of_layer(
    key: str, heading: str, value: Callable[[LayerRow], Value], kind: Kind = Kind.INTEGER
) -> Column[LayerRow]:
    return column(key, heading, 11, value, Align.RIGHT, kind)


def _of_person(key: str) -> Callable[[PersonReach], Value]:
    def value(row: PersonReach) -> Value:
        found: int = getattr(row, key)
        return found

    return value


def _of_standing(standing: Standing) -> Callable[[StandingRow], int]:
    def value(row: StandingRow) -> int:
        found: int = getattr(row, standing.value)
        return found

    return value


def _standing_name(row: StandingRow) -> str:
    return own_name(row.name) if row.itself else row.name or NAMELESS[By.UNIT]


def _tally(row: StatisticsRow) -> Tally:
    return row.tally


def _persons(row: StatisticsRow) -> PersonFigures:
    return row.persons or PersonFigures()


def _count(key: str, heading: str, value: Callable[[StatisticsRow], int]) -> Column[StatisticsRow]:
    return column(key, heading, 2 * len(heading) + 3, value, Align.RIGHT, Kind.INTEGER)


def _number(key: str, heading: str, value: Callable[[StandingRow], int]) -> Column[StandingRow]:
    return column(key, heading, 2 * len(heading) + 3, value, Align.RIGHT, Kind.INTEGER)


def _rate(key: str, heading: str, value: Callable[[StatisticsRow], Value]) -> Column[StatisticsRow]:
    return column(key, heading, 2 * len(heading) + 3, value, Align.RIGHT, Kind.PERCENT)


def _hours(
    key: str, heading: str, value: Callable[[StatisticsRow], Decimal | None]
) -> Column[StatisticsRow]:
    return column(key, heading, 2 * len(heading) + 3, value, Align.RIGHT, Kind.DECIMAL)

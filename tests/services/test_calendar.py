"""The calendar: trainings by day, holidays of imported years, moving a training."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from jz_training.domain.attendance import PRESENT
from jz_training.domain.day_warnings import DayWarningCode
from jz_training.domain.roster import UnitKind
from jz_training.domain.training import AudienceRule, TrainingForm, TrainingState
from jz_training.domain.working_calendar import DayKind, HolidayTable, SpecialDay
from jz_training.errors import (
    ChangedMeanwhile,
    ClashFound,
    NotFound,
    Refused,
    TrainingIsCancelled,
    TrainingIsClosed,
)
from jz_training.readers.holidays import read_holidays
from jz_training.services.calendar_rows import CalendarFilter
from tests.services.notices import reading
from tests.services.stories import a_listed_training, a_training, some_people
from tests.services.test_undo_stories import kept_rows

NEW_YEAR = date(2027, 1, 1)
TABLE = HolidayTable(year=2027, days=(SpecialDay(day=NEW_YEAR, name="元旦", off=True),))
DAY = date(2026, 11, 20)
START, END = datetime(2026, 11, 20, 15), datetime(2026, 11, 20, 16, 30)
NOBODY = AudienceRule(everyone=False)


def titles(found):
    return [entry.title for entry in found]


# --- days ------------------------------------------------------------------------------------


def test_the_years_of_the_program_are_known_by_name(desk):
    calendar = desk.calendar.working()
    assert desk.calendar.years() == (2025, 2026)
    assert calendar.of_day(date(2026, 10, 1)).name == "国庆节"
    assert calendar.of_day(date(2026, 10, 10)).kind is DayKind.MAKEUP


def test_a_year_without_a_table_is_not_guessed_at(desk):
    assert not desk.calendar.working().of_day(NEW_YEAR).known
    (warning,) = desk.calendar.warnings(datetime(2027, 1, 4, 9), datetime(2027, 1, 4, 10))
    assert (warning.code, warning.name) == (DayWarningCode.UNKNOWN_YEAR, "2027")


def test_an_imported_year_counts_at_once_and_its_undo_as_well(desk):
    before = kept_rows(desk)
    assert desk.calendar.working().of_day(NEW_YEAR).kind is DayKind.WORKDAY
    desk.calendar.import_year(TABLE)
    assert desk.calendar.years() == (2025, 2026, 2027)
    assert desk.calendar.working().of_day(NEW_YEAR).kind is DayKind.HOLIDAY
    desk.history.undo_last()
    assert desk.calendar.working().of_day(NEW_YEAR).kind is DayKind.WORKDAY
    assert kept_rows(desk) == before


def test_an_imported_year_is_replaced_and_wins_over_the_program_s_own(desk):
    first = SpecialDay(day=date(2026, 3, 2), name="厂庆", off=True)
    second = SpecialDay(day=date(2026, 3, 3), name="厂庆", off=True)
    for day in (first, second):
        desk.calendar.import_year(HolidayTable(year=2026, days=(day,)))
    calendar = desk.calendar.working()
    assert not calendar.of_day(first.day).kind.off
    assert calendar.of_day(second.day).name == "厂庆"
    desk.calendar.remove_year(2026)
    assert desk.calendar.working().of_day(date(2026, 10, 1)).name == "国庆节"


def test_only_what_was_imported_is_removed_and_can_come_back(desk):
    with pytest.raises(NotFound, match="节假日安排"):
        desk.calendar.remove_year(2026)
    desk.calendar.import_year(TABLE)
    before = kept_rows(desk)
    desk.calendar.remove_year(2027)
    assert desk.calendar.imported_years() == ()
    desk.history.undo_last()
    assert kept_rows(desk) == before


def test_a_file_of_holidays_is_imported_as_it_is(desk, tmp_path):
    file = tmp_path / "2027.json"
    days = '[{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]'
    file.write_text(f'{{"year": 2027, "days": {days}}}', encoding="utf-8")
    desk.calendar.import_year(read_holidays(file))
    assert desk.calendar.working().of_day(NEW_YEAR).name == "元旦"


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        (HolidayTable(year=2027, days=()), "no_holidays"),
        (
            HolidayTable(year=2027, days=(SpecialDay(day=NEW_YEAR, name="元\x00旦", off=True),)),
            "bad_character",
        ),
    ],
)
def test_a_table_that_holds_nothing_fit_to_keep_is_refused(desk, table, fault):
    with pytest.raises(Refused) as told:
        desk.calendar.import_year(table)
    assert told.value.fault == fault
    assert desk.calendar.imported_years() == ()


# --- trainings -------------------------------------------------------------------------------


def test_a_training_stands_on_every_day_it_touches(desk):
    late = datetime(2026, 11, 19, 23)
    a_training(desk, title="夜班", start=late, end=late + timedelta(hours=2), audience=NOBODY)
    a_training(desk, title="下午", audience=NOBODY)
    assert titles(desk.calendar.between(DAY, DAY)) == ["夜班", "下午"]
    assert titles(desk.calendar.between(date(2026, 11, 19), date(2026, 11, 19))) == ["夜班"]
    assert desk.calendar.between(date(2026, 11, 21), date(2026, 12, 31)) == ()


def test_an_entry_says_what_the_calendar_shows(desk):
    training = a_listed_training(desk, people=4, venue="甲", speaker="叶静")
    (entry,) = desk.calendar.between(DAY, DAY)
    assert (entry.id, entry.version, entry.start, entry.end) == (
        training, desk.trainings.get(training).version, START, END,
    )  # fmt: skip
    assert (entry.venue, entry.speaker, entry.expected, entry.held) == ("甲", "叶静", 4, True)
    assert (entry.series_id, entry.clashes, entry.form) == (None, 0, TrainingForm.STUDY)


def test_clashes_are_counted_also_with_what_the_filter_hides(desk):
    a_training(desk, title="甲会", venue="甲", speaker="叶静", audience=NOBODY)
    a_training(
        desk, title="乙会", venue="甲", speaker="叶静、秦晓峰", form=TrainingForm.LECTURE,
        audience=NOBODY,
    )  # fmt: skip
    gone = a_training(desk, title="丙会", venue="甲", audience=NOBODY)
    desk.trainings.cancel(gone, reason="停电")
    only = CalendarFilter(form=TrainingForm.LECTURE)
    assert [(one.title, one.clashes) for one in desk.calendar.between(DAY, DAY, only)] == [
        ("乙会", 2)
    ]
    cancelled = desk.calendar.between(DAY, DAY)[-1]
    assert (cancelled.state, cancelled.held, cancelled.clashes) == (
        TrainingState.CANCELLED, False, 0,
    )  # fmt: skip


def test_the_calendar_is_filtered_by_notice(desk, tmp_path):
    source = tmp_path / "通知.txt"
    source.write_text("通知", encoding="utf-8")
    notice = desk.notices.add(reading(), source=source)
    a_training(desk, title="答复", notice_id=notice)
    a_training(desk, title="别的")
    assert titles(desk.calendar.between(DAY, DAY, CalendarFilter(notice_id=notice))) == ["答复"]


def test_a_training_is_of_every_unit_whose_people_it_takes_in(desk):
    some_people(desk, 6)
    above, other = desk.units.all()[:2]
    part = desk.units.add(name="甲班", kind=UnitKind.TEAM, parent_id=above.id)
    member = desk.lists.audience(AudienceRule(units=(above.id,)))[0].id
    a_training(desk, title="全体")
    a_training(desk, title="上级", audience=AudienceRule(units=(above.id,)))
    a_training(desk, title="上级本身", audience=AudienceRule(units=(above.id,), with_parts=False))
    a_training(desk, title="别处", audience=AudienceRule(units=(other.id,)))
    a_training(desk, title="点名", audience=AudienceRule(everyone=False, added=(member,)))
    of_part = desk.calendar.between(DAY, DAY, CalendarFilter(unit_id=part))
    assert titles(of_part) == ["全体", "上级"]
    of_above = desk.calendar.between(DAY, DAY, CalendarFilter(unit_id=above.id))
    assert titles(of_above) == ["全体", "上级", "上级本身", "点名"]


def test_a_dragged_training_has_another_time_and_keeps_the_rest(desk):
    training = a_training(desk, topics=("甲", "乙"), venue="甲", link="https://live.example/1")
    before = kept_rows(desk)
    old = desk.trainings.get(training)
    later = timedelta(days=3, minutes=15)
    desk.calendar.move(training, version=old.version, start=START + later, end=END + later)
    moved = desk.trainings.get(training).draft
    assert (moved.start, moved.end) == (START + later, END + later)
    assert (moved.topics, moved.venue, moved.link) == (
        ("甲", "乙"), "甲", "https://live.example/1",
    )  # fmt: skip
    desk.history.undo_last()
    assert kept_rows(desk) == before


def test_a_training_cannot_be_dragged_to_nothing_or_over_a_change(desk):
    training = a_training(desk)
    with pytest.raises(Refused, match="结束时间"):
        desk.calendar.move(training, version=1, start=START, end=START)
    desk.calendar.move(training, version=1, start=START, end=END + timedelta(hours=1))
    with pytest.raises(ChangedMeanwhile):
        desk.calendar.move(training, version=1, start=START, end=END)


def test_what_is_closed_or_cancelled_cannot_be_dragged(desk):
    training = a_training(desk)
    desk.trainings.cancel(training, reason="停电")
    with pytest.raises(TrainingIsCancelled):
        desk.calendar.move(training, version=2, start=END, end=END + timedelta(hours=1))
    closed = a_listed_training(desk, people=1)
    desk.attendance.mark_rest(closed, PRESENT)
    desk.attendance.close(closed)
    with pytest.raises(TrainingIsClosed):
        desk.calendar.move(
            closed, version=desk.trainings.get(closed).version, start=END,
            end=END + timedelta(hours=1),
        )  # fmt: skip


# --- clashes refused -------------------------------------------------------------------------


def test_a_clash_is_only_told_unless_the_office_refuses_it(desk):
    a_training(desk, venue="甲", audience=NOBODY)
    a_training(desk, venue="甲", audience=NOBODY)
    desk.settings.change(clash_rule="block")
    with pytest.raises(ClashFound) as told:
        a_training(desk, venue="甲", audience=NOBODY)
    assert told.value.count == 2
    assert "一共有 2 处冲突" in str(told.value)
    assert len(desk.calendar.between(DAY, DAY)) == 2


def test_with_block_nothing_is_moved_copied_changed_or_revived_into_a_clash(desk):
    desk.settings.change(clash_rule="block")
    gone = a_training(desk, venue="甲", audience=NOBODY)
    desk.trainings.cancel(gone, reason="停电")
    a_training(desk, venue="甲", audience=NOBODY)
    other = a_training(
        desk, venue="甲", audience=NOBODY, start=datetime(2026, 11, 23, 9),
        end=datetime(2026, 11, 23, 10),
    )  # fmt: skip
    before = kept_rows(desk)
    view = desk.trainings.get(other)
    with pytest.raises(ClashFound):
        desk.calendar.move(other, version=view.version, start=START, end=END)
    with pytest.raises(ClashFound):
        desk.trainings.copy(other, start=START)
    with pytest.raises(ClashFound):
        desk.trainings.revive(gone)
    assert kept_rows(desk) == before


def test_with_block_a_slip_in_the_title_of_a_clashing_training_can_still_be_mended(desk):
    training = a_training(desk, venue="甲", audience=NOBODY)
    a_training(desk, venue="甲", audience=NOBODY)
    desk.settings.change(clash_rule="block")
    view = desk.trainings.get(training)
    desk.trainings.change(training, version=1, draft=replace(view.draft, title="改了"))
    assert desk.trainings.get(training).draft.title == "改了"

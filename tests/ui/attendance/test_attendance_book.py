"""Marks show at once; what the desk says is laid under those still on their way."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.domain.attendance_sheet import AttendanceSheet
from jz_training.domain.parts import TrainingPart
from jz_training.ui.attendance.attendance_book import AttendanceBook
from tests.factories import attendance, attendee, identity, walk_in

ABSENT = Mark(status=AttendanceStatus.ABSENT)


@pytest.fixture
def book() -> AttendanceBook:
    made = AttendanceBook()
    made.show(blank(5), holds=0)
    return made


def blank(people: int, *others: int) -> AttendanceSheet:
    rows = tuple(attendee(number) for number in range(1, people + 1))
    rows += tuple(walk_in(number) for number in others)
    return AttendanceSheet(training_id=identity(1, kind=3), version=1, rows=rows)


def test_a_mark_shows_before_it_is_stored(book: AttendanceBook) -> None:
    book.put({3: ABSENT})
    assert book.rows[3].mark == ABSENT
    assert book.tally().absent == 1


def test_a_sheet_read_before_a_mark_does_not_wipe_it_out(book: AttendanceBook) -> None:
    seen = book.newest
    book.put({3: ABSENT})
    book.show(blank(5), holds=seen)
    assert book.rows[3].mark == ABSENT


def test_a_sheet_read_after_a_mark_has_the_last_word(book: AttendanceBook) -> None:
    ticket = book.put({3: ABSENT})
    book.show(blank(5), holds=ticket)
    assert book.tally().absent == 0


def test_the_later_of_two_marks_on_their_way_shows(book: AttendanceBook) -> None:
    book.put({3: ABSENT})
    book.put({3: PRESENT})
    assert book.rows[3].mark == PRESENT


def test_a_mark_that_could_not_be_stored_goes_and_others_stay(book: AttendanceBook) -> None:
    ticket = book.put({3: ABSENT})
    book.put({4: ABSENT})
    book.drop(ticket)
    assert [row.number for row in book.rows.values() if row.mark == ABSENT] == [4]


def test_a_preview_moves_the_figures_only(book: AttendanceBook) -> None:
    assert book.tally({1: ABSENT, 2: PRESENT}).absent == 1
    assert book.tally().unrecorded == 5


def test_numbers_that_are_not_on_the_list_are_passed_over(book: AttendanceBook) -> None:
    assert book.tally({99: ABSENT}).absent == 0


def test_the_rest_are_expected_persons_without_a_mark() -> None:
    book = AttendanceBook()
    book.show(blank(3, 4), holds=0)
    book.put({2: PRESENT})
    assert book.rest() == (1, 3)
    assert [row.number for row in book.others] == [4]


def test_a_list_with_marks_counts_them() -> None:
    book = AttendanceBook()
    book.show(attendance(20), holds=0)
    assert book.tally().unrecorded == 0


@pytest.fixture
def halves() -> AttendanceBook:
    """Return the book of a training of two parts for three people."""
    start = datetime(2026, 11, 25, 9)
    parts = tuple(
        TrainingPart(
            id=identity(at, kind=8), name=name, start=start + timedelta(hours=5 * at),
            end=start + timedelta(hours=5 * at + 3),
        )
        for at, name in enumerate(("上午", "下午"))
    )  # fmt: skip
    rows = tuple(replace(row, part_marks=(Mark(), Mark())) for row in blank(3).rows)
    made = AttendanceBook()
    made.show(replace(blank(3), rows=rows, parts=parts), holds=0)
    return made


def test_a_mark_of_a_part_shows_in_it_and_leaves_the_whole_open(halves: AttendanceBook) -> None:
    halves.choose(halves.parts[0].id)
    halves.put({1: ABSENT})
    assert (halves.rows[1].mark, halves.tally().absent) == (ABSENT, 1)
    halves.choose(None)
    assert (halves.rows[1].mark, halves.rest_of_whole()) == (Mark(), 3)
    assert halves.rows[1].part_marks == (ABSENT, Mark())


def test_the_rest_of_the_whole_spares_what_parts_say(halves: AttendanceBook) -> None:
    halves.choose(halves.parts[0].id)
    halves.put({1: ABSENT})
    halves.choose(None)
    halves.put_rest(PRESENT)
    assert halves.rows[1].part_marks == (ABSENT, PRESENT)
    assert halves.tally().present == 3


def test_only_rows_that_changed_are_painted_anew(halves: AttendanceBook) -> None:
    halves.choose(halves.parts[1].id)
    had = halves.rows
    halves.put({2: PRESENT})
    assert [halves.rows[number] is had[number] for number in (1, 2, 3)] == [True, False, True]

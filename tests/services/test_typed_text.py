"""Odd and rare characters: kept as typed wherever they can be kept, refused where they cannot."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from jz_training.documents.excel.roster_xlsx import roster_xlsx
from jz_training.documents.summary.training_summary import training_summary_pdf
from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.domain.person_name import has_forbidden_characters
from jz_training.domain.roster import PersonDraft
from jz_training.errors import Refused
from jz_training.services.desk import Desk
from jz_training.services.ledger import TrainingQuery
from jz_training.services.people import PeopleQuery
from jz_training.services.rows import PERSON_FIELDS
from jz_training.services.typed_text import lines, one_line
from tests.services.stories import a_listed_training, a_training, draft

#: 𠮷 and 𬭚 beyond the BMP, 㐂 and 䶮 of Extension A, private use, a family of emoji joined by
#: ZWJ, right-to-left, one letter in NFC and in NFD.
RARE = [
    "𠮷野",
    "㐂子",
    "䶮明",
    "𬭚",
    "\ue000某",
    "张👨‍👩‍👧",
    "علي",
    "Zoë",
    "Zoe\u0308",
    "买买提·阿卜杜拉",
]
BAD = ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ud800", "\udfff", "\ufffe", "\uffff"]


@pytest.mark.parametrize("name", RARE)
def test_a_rare_name_is_kept_found_and_exported(desk: Desk, name: str) -> None:
    desk.people.add(PersonDraft(name=name, department=name, post=name))
    (row,) = desk.people.search(name)
    assert (row.department, row.post) == (name, name)
    assert [one.name for one in desk.people.rows(desk.people.ids(PeopleQuery(text=name)))] == [
        row.name
    ]
    content = roster_xlsx(desk.people.roster(PeopleQuery(), title="名册", organiser=name))
    cells = [cell.value for line in load_workbook(BytesIO(content)).active.rows for cell in line]
    assert row.name in cells
    assert name in cells


def test_one_letter_in_two_encodings_finds_one_person(desk: Desk) -> None:
    desk.people.add(PersonDraft(name="Zoe\u0308"))
    assert [row.name for row in desk.people.search("Zoë")] == ["Zoe\u0308"]


def test_rare_texts_go_through_a_training_to_paper(desk: Desk) -> None:
    rare = " ".join(RARE)
    training = a_listed_training(
        desk, people=2, title=rare, venue=rare, speaker=rare, topics=tuple(RARE), note=rare
    )
    desk.attendance.mark(training, {1: Mark(status=AttendanceStatus.PRESENT, stand_in="𠮷野")})
    desk.attendance.add_walk_in(training, name="𬭚", unit=rare)
    view = desk.trainings.get(training)
    assert (view.draft.title, view.draft.topics) == (rare, tuple(RARE))
    assert [row.training_id for row in desk.trainings.search("𬭚")] == [training]
    assert training_summary_pdf(desk.summaries.of_training(training)).startswith(b"%PDF")


def fields(desk: Desk, bad: str) -> dict[str, Callable[[], object]]:
    """Return a way to put a text into every field that somebody types into."""
    training = a_listed_training(desk, people=2)
    text = f"甲{bad}乙"
    ways: dict[str, Callable[[], object]] = {
        field: lambda field=field: desk.people.add(PersonDraft(name="丁宁", **{field: text}))  # type: ignore[misc]
        for field in PERSON_FIELDS
    }
    for field in ("title", "venue", "chair", "speaker", "recorder", "organiser", "note"):
        ways[f"training {field}"] = lambda field=field: a_training(desk, **{field: text})  # type: ignore[misc]
    stand_in = Mark(status=AttendanceStatus.PRESENT, stand_in=text)
    return ways | {
        "name": lambda: desk.people.add(PersonDraft(name=text)),
        "unit": lambda: desk.units.add(name=text),
        "topics": lambda: a_training(desk, topics=(text,)),
        "walk-in": lambda: desk.attendance.add_walk_in(training, name=text),
        "walk-in's unit": lambda: desk.attendance.add_walk_in(training, name="赵来", unit=text),
        "stand-in": lambda: desk.attendance.mark(training, {1: stand_in}),
        "cancelling": lambda: desk.trainings.cancel(training, reason=text),
        "reopening": lambda: desk.attendance.reopen(training, reason=text),
        "organiser": lambda: desk.settings.change(organiser=text),
        "operator": lambda: desk.settings.change(operator=text),
    }


@pytest.mark.parametrize("bad", BAD)
def test_what_cannot_be_kept_is_refused_in_every_field(desk: Desk, bad: str) -> None:
    ways = fields(desk, bad)
    acts = desk.history.acts()
    for field, enter in ways.items():
        with pytest.raises(Refused) as refused:
            enter()
        assert (field, refused.value.fault) == (field, "bad_character")
    assert desk.history.acts() == acts


@pytest.mark.parametrize("bad", BAD)
def test_searching_for_what_cannot_be_kept_finds_nobody(desk: Desk, bad: str) -> None:
    desk.people.add(PersonDraft(name="丁宁"))
    assert desk.people.search(f"丁{bad}") == ()
    assert desk.people.count(PeopleQuery(text=f"丁{bad}")) == 0
    assert desk.trainings.list(TrainingQuery(text=f"会{bad}")) == ()


@pytest.mark.parametrize("text", ["甲\t乙", "甲\r\n乙", "甲\u2028乙", "\n甲 乙\n"])
def test_breaks_as_excel_pastes_them_become_a_blank(desk: Desk, text: str) -> None:
    person = desk.people.add(PersonDraft(name="丁宁", post=text))
    assert desk.people.get(person).post == "甲 乙"


def test_a_note_keeps_its_lines(desk: Desk) -> None:
    training = a_training(desk, note=" 第一行 \r\n\r\n第二\t行 \n")
    assert desk.trainings.get(training).draft.note == "第一行\n\n第二 行"


def test_a_note_without_end_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        desk.trainings.schedule(draft(note="长" * 2001))
    assert (refused.value.field, refused.value.fault) == ("note", "too_long")


@given(st.text())
def test_what_is_let_through_can_be_stored_and_is_let_through_again(text: str) -> None:
    for clean in (one_line, lines):
        try:
            kept = clean("note", text, limit=1000)
        except Refused:
            assert has_forbidden_characters(text)
            continue
        kept.encode()
        assert clean("note", kept, limit=1000) == kept

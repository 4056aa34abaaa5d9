"""Every code about an export has its words."""

from __future__ import annotations

from jz_training.domain.meeting_reading import (
    MeetingField,
    MeetingNote,
    MeetingPlatform,
    NoteCode,
    UnreadableReason,
)
from jz_training.domain.name_matching import MatchReason
from jz_training.domain.near_names import NearReason
from jz_training.labels import (
    MATCH_REASONS,
    MEETING_FIELDS,
    MEETING_NOTES,
    NEAR_REASONS,
    PLATFORMS,
    UNREADABLE_REASONS,
    meeting_note_words,
)


def test_nothing_is_without_a_word() -> None:
    assert set(UNREADABLE_REASONS) == set(UnreadableReason)
    assert set(MEETING_NOTES) == set(NoteCode)
    assert set(PLATFORMS) == set(MeetingPlatform)
    assert set(MEETING_FIELDS) == set(MeetingField)
    assert (set(MATCH_REASONS), set(NEAR_REASONS)) == (set(MatchReason), set(NearReason))


def test_a_note_says_how_many_and_names_some() -> None:
    note = MeetingNote(code=NoteCode.ONLY_IN_OVERVIEW, count=3, examples=("石磊", "江帆"))
    assert meeting_note_words(note).startswith("3 人只在概况表中")
    assert "石磊、江帆 等" in meeting_note_words(note)

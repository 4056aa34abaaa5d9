"""The dress of one paper, and what the next one takes over."""

from __future__ import annotations

from datetime import date

import pytest

from jz_training.domain.paper_dress import (
    OFFICIAL_KINDS,
    PaperDress,
    fields_printed,
    habit_from_text,
    habit_of,
)
from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import Letterhead, PaperLayout, PaperSkin, PaperStyle

HEAD = Letterhead(
    mark="清河市总工会文件", number="清工〔2026〕6号", signer="秦晓峰", sealed=True,
    attachments=("名单",), note="联系人", copies_to="市委办公室", printed_by="市总工会办公室",
    printed_on=date(2026, 3, 1),
)  # fmt: skip
DRESS = PaperDress(skin=PaperSkin.DOCUMENT, letterhead=HEAD)
OFFICE = PaperStyle(
    letterhead=Letterhead(mark="机关文件", number="清工〔2026〕　号"),
    layout=PaperLayout(footer="内部"),
    duplex=True,
)


def test_a_dress_leaves_layout_and_sides_as_the_office_has_them() -> None:
    worn = DRESS.over(OFFICE)
    assert (worn.skin, worn.letterhead) == (PaperSkin.DOCUMENT, HEAD)
    assert (worn.layout, worn.duplex) == (OFFICE.layout, True)


def test_the_next_paper_takes_over_names_but_no_number() -> None:
    habit = habit_from_text(habit_of(DRESS).as_text())
    assert habit is not None
    worn = habit.over(OFFICE)
    assert worn.skin is PaperSkin.DOCUMENT
    assert worn.letterhead == Letterhead(
        mark="机关文件", number="清工〔2026〕　号", signer="秦晓峰", copies_to="市委办公室",
        printed_by="市总工会办公室",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"skin": "red"}', "null"])
def test_what_cannot_be_read_is_not_remembered(text: str) -> None:
    assert habit_from_text(text) is None


def test_only_what_a_skin_prints_is_asked_for() -> None:
    report, record = PaperKind.PERIOD_SUMMARY, PaperKind.RECORD
    assert fields_printed(report, PaperSkin.MATERIAL) == {"attachments"}
    assert fields_printed(report, PaperSkin.TEXT) == {"attachments", "sealed", "note"}
    assert fields_printed(report, PaperSkin.DOCUMENT) == set(Letterhead.__dataclass_fields__)
    assert fields_printed(record, PaperSkin.TEXT) == frozenset()
    assert "copies_to" in fields_printed(record, PaperSkin.DOCUMENT)
    assert PaperKind.AGENDA not in OFFICIAL_KINDS

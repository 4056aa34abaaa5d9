"""The checklist of a dossier, and where a file belongs by its name."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from jz_training.domain.dossier import (
    DossierPart,
    PartState,
    parts_without_cause,
    state_of,
)
from jz_training.domain.dossier_filing import ToFile, by_time_taken, guessed_part


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("2025年签到表扫描件.pdf", DossierPart.SHEET),
        ("张三请假条.jpg", DossierPart.LEAVE),
        ("关于召开学习会的通知.docx", DossierPart.NOTICE),
        ("通知附件 发言提纲.docx", DossierPart.SPEECH),
        ("会议纪要.pdf", DossierPart.RECORD),
        ("学习小结.docx", DossierPart.SUMMARY),
        ("公众号截图.png", DossierPart.BRIEF),
        ("IMG_2031.JPG", DossierPart.PHOTO),
        ("IMG_2031.HEIC", DossierPart.PHOTO),
        ("报告原文.pdf", DossierPart.MATERIAL),
    ],
)
def test_the_name_of_a_file_proposes_its_part(name: str, part: DossierPart) -> None:
    assert guessed_part(name) is part


def test_our_own_list_does_not_stand_for_the_signed_sheet() -> None:
    nothing: tuple[DossierPart, ...] = ()
    sheet = state_of(DossierPart.SHEET, filed=False, own=True, not_needed=nothing)
    agenda = state_of(DossierPart.AGENDA, filed=False, own=True, not_needed=nothing)
    assert (sheet, agenda) == (PartState.MISSING, PartState.HERE)


def test_a_closed_training_nobody_missed_needs_no_slips_and_no_make_up() -> None:
    assert parts_without_cause(closed=False, leave=0, missed=0) == frozenset()
    assert parts_without_cause(closed=True, leave=0, missed=2) == {DossierPart.LEAVE}
    assert parts_without_cause(closed=True, leave=0, missed=0) == {
        DossierPart.LEAVE,
        DossierPart.MAKE_UP,
    }


def test_photos_stand_in_order_of_taking_and_the_undated_follow() -> None:
    def photo(name: str, hour: int | None) -> ToFile:
        taken = None if hour is None else datetime(2026, 11, 20, hour)
        return ToFile(part=DossierPart.PHOTO, source=Path(name), name=name, taken=taken)

    files = (photo("丙", None), photo("乙", 16), photo("甲", 15))
    assert [one.name for one in by_time_taken(files)] == ["甲", "乙", "丙"]

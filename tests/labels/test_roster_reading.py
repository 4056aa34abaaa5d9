"""Every warning about a roster has its sentence."""

from __future__ import annotations

import pytest

from jz_training.domain.roster_reading import RosterWarning, WarningCode
from jz_training.labels import WARNINGS, warning_words


@pytest.mark.parametrize("code", WarningCode)
def test_every_warning_has_a_sentence_without_holes(code: WarningCode) -> None:
    words = warning_words(RosterWarning(code, 7, ("甲", "乙"), "表"))
    assert words.startswith("工作表“表”：")
    assert words.endswith("。")
    assert "{" not in words
    assert ("7" in words) == ("{count}" in WARNINGS[code])


def test_more_than_was_named_is_said() -> None:
    assert "第 2、3 等 行" not in warning_words(
        RosterWarning(WarningCode.TWO_PHONES, 2, ("2", "3"))
    )
    assert "2、3 等" in warning_words(RosterWarning(WarningCode.TWO_PHONES, 9, ("2", "3")))


def test_braces_in_a_name_stay_as_they_are() -> None:
    words = warning_words(RosterWarning(WarningCode.CLEANED_NAME, 1, ("{count}",)))
    assert "{count}" in words

"""Every word and remark of a notice has its Chinese."""

from __future__ import annotations

import pytest

from jz_training.domain.notice import NoticeRemark, RemarkCode
from jz_training.domain.obligation import ObligationKind, Per
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import Channel, Genre
from jz_training.labels import CHANNELS, GENRES, OBLIGATION_KINDS, PERS, PLACE_KINDS, remark_words


def test_every_code_has_a_word_of_its_own() -> None:
    for words, codes in (
        (OBLIGATION_KINDS, ObligationKind),
        (CHANNELS, Channel),
        (GENRES, Genre),
        (PLACE_KINDS, PlaceKind),
        (PERS, Per),
    ):
        assert set(words) == set(codes)
        assert len(set(words.values())) == len(words)


@pytest.mark.parametrize("code", RemarkCode)
def test_every_remark_is_a_sentence_without_holes(code: RemarkCode) -> None:
    words = remark_words(NoticeRemark(code=code, phrase="要{办}好", number=3))
    assert words.endswith("。")
    assert "{phrase}" not in words
    assert "{number}" not in words


def test_long_words_of_the_notice_are_shortened() -> None:
    words = remark_words(NoticeRemark(code=RemarkCode.LEFT_TO_READER, phrase="要" * 200))
    assert len(words) < 80

"""By what a duty is to be done: forms, media, genres, places, venues, topics."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.readers.notice.details import topics_in, venues_in
from jz_training.readers.notice.grouping import HAVE_FORMS, Group
from jz_training.readers.notice.units import LONGEST_CLAUSE
from jz_training.readers.notice.words import (
    CHANNEL_WORDS,
    FORM_WORDS,
    GENRE_WORDS,
    PLACE_WORDS,
    stands_for,
)

_K: Final = ObligationKind
_HAVE_CHANNELS: Final = frozenset({_K.MEDIA, _K.VENUES, _K.ARTICLES})


def with_means(draft: ObligationDraft, asked: str, text: str, group: Group) -> ObligationDraft:
    """Fill in by what forms, media, genres, places and topics it is to be done."""
    kind = draft.kind
    topics = [
        text[words.start + place[0] : words.start + place[1]]
        for words in group.asking
        if kind is ObligationKind.TOPICS and (place := topics_in(words.shadow[:LONGEST_CLAUSE]))
    ]
    into = asked.partition("进")[2] if kind is ObligationKind.OUTREACH else ""
    return replace(
        draft,
        forms=stands_for(FORM_WORDS, asked) if kind in HAVE_FORMS else (),
        channels=stands_for(CHANNEL_WORDS, asked) if kind in _HAVE_CHANNELS else (),
        genres=stands_for(GENRE_WORDS, asked) if kind is ObligationKind.ARTICLES else (),
        places=stands_for(PLACE_WORDS, into),
        venues=venues_in(asked) if kind is ObligationKind.VENUES else (),
        topics=tuple(topics),
    )

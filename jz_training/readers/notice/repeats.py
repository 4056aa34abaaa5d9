"""The same demand said twice is one duty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.readers.notice.canonical import canonical

_FILLING: Final = re.compile(
    r"[，。；：、\"\s]|各级工会|各单位|各基层工会|要|请|须|务必|应|于|将|切实|认真"
)
_ALIKE: Final = 0.8
_ALIKE_WITH_DATE: Final = 0.5


def without_repeats(drafts: Sequence[ObligationDraft]) -> tuple[ObligationDraft, ...]:
    """Return the duties in order; of two that say the same, the one that says more stays."""
    kept: list[ObligationDraft] = []
    for draft in drafts:
        twin = next((i for i, other in enumerate(kept) if _same(other, draft)), None)
        if twin is None:
            kept.append(draft)
        elif _says(draft) > _says(kept[twin]):
            kept[twin] = draft
    return tuple(kept)


def _same(one: ObligationDraft, other: ObligationDraft) -> bool:
    if one.kind is not other.kind or one.kind is ObligationKind.TOPICS:
        return one.kind is other.kind and _bare(one) == _bare(other)
    if _clash(one.count, other.count) or _clash(one.due, other.due):
        return False
    if one.forms != other.forms or one.places != other.places:
        return False
    left, right = _bare(one)[:200], _bare(other)[:200]
    if left in right or right in left:
        return True
    enough = _ALIKE_WITH_DATE if one.due and one.due == other.due else _ALIKE
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= enough


def _clash(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _bare(draft: ObligationDraft) -> str:
    return _FILLING.sub("", canonical(draft.phrase))


def _says(draft: ObligationDraft) -> int:
    return (draft.count is not None) + (draft.due is not None)

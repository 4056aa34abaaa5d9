"""What may be wrong with an obligation as it was entered."""

from __future__ import annotations

from jz_training.domain.obligation import ObligationDraft

#: More of anything than this is a slip of the finger.
MOST_COUNTED = 100_000_000


def faults(draft: ObligationDraft, *, text_length: int) -> dict[str, str]:
    """Return what is wrong with a draft: field name → fault code; empty when it may be saved.

    `text_length` is that of the notice's text, in which the phrase has its place. Codes: no_words,
    not_positive, too_big, outside_text.
    """
    found: dict[str, str] = {}
    if not draft.phrase.strip() and not draft.wording.strip():
        found["wording"] = "no_words"
    if draft.count is not None and draft.count < 1:
        found["count"] = "not_positive"
    elif draft.count is not None and draft.count > MOST_COUNTED:
        found["count"] = "too_big"
    if draft.start is not None or draft.end is not None:
        start, end = draft.start, draft.end
        if start is None or end is None or not 0 <= start < end <= text_length:
            found["start"] = "outside_text"
    return found

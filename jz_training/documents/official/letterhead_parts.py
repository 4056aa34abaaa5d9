"""What 版头 is set from (GB/T 9704, 7.2), on PDF and in Word alike: the mark's lines, 签发人."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from jz_training.documents.official.gb9704 import (
    MARK_LARGEST,
    MARK_NARROWEST,
    MARK_SMALLEST,
    SIGNERS_PER_LINE,
    TEXT_WIDTH,
)
from jz_training.documents.official.title_lines import title_lines

SIGNER = "签发人："

#: A mark so long that two lines of the smallest size do not hold it is set smaller still.
MOST_MARK_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedMark:
    """发文机关标志 in lines of a size in points; `share` is how narrow its characters are set."""

    lines: tuple[str, ...]
    size: float
    share: float


def fitted_mark(mark: str, *, measure: Callable[[str], float]) -> FittedMark:
    """Return a mark as it is set; `measure` tells the width of a text at size 1.

    A long mark is set narrower first, then smaller, then on two lines.
    """
    limit = TEXT_WIDTH / (MARK_SMALLEST * MARK_NARROWEST)
    while len(lines := title_lines(mark, measure=measure, limit=limit)) > MOST_MARK_LINES:
        limit *= 1.1
    widest = max(map(measure, lines)) or 1.0
    size = min(MARK_LARGEST, TEXT_WIDTH / (widest * MARK_NARROWEST))
    return FittedMark(lines=tuple(lines), size=size, share=min(1.0, TEXT_WIDTH / (widest * size)))


def signer_rows(signer: str) -> list[str]:
    """Return 签发人 in rows of two names (7.2.6); none when nobody is named."""
    names = [name for name in re.split(r"[\s、，,；;]+", signer) if name]
    return [
        "\u3000".join(names[at : at + SIGNERS_PER_LINE])
        for at in range(0, len(names), SIGNERS_PER_LINE)
    ]

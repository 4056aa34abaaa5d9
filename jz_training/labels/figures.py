"""The words of the figures that stand together on every page, and how a rate is printed."""

from __future__ import annotations

from jz_training.domain.tally import Rate

MADE_UP, COVERAGE = "补学", "覆盖率"
EXPECTED, PRESENT, LEAVE, ABSENT, UNRECORDED, RATE = (
    "应到", "实到", "请假", "缺席", "未记录", "到会率",
)  # fmt: skip


def rate_words(rate: Rate) -> str:
    """Return a rate as printed: 91.4%, or — while it cannot be known (DESIGN §5).

    It cannot be known when nobody was expected, nor while somebody is unrecorded: the number of
    unrecorded stands beside it.
    """
    return f"{rate.percent}%" if rate.settled else "—"

"""Which backups to keep: everything of two days, then fewer and fewer (safety.md, after Anki)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

ALL_FOR = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9


def to_keep(made: Iterable[datetime], *, now: datetime) -> set[datetime]:
    """Return which backups stay: all of two days, then 12 daily, 10 weekly and 9 monthly ones.

    Of a day, week or month the newest backup stays. Backups from the future stay too: a clock
    that was wrong must not cost a copy.
    """
    newest_first = sorted(made, reverse=True)
    kept = {at for at in newest_first if now - at <= ALL_FOR}
    rest = [at for at in newest_first if at not in kept]
    steps: tuple[tuple[Callable[[datetime], Hashable], int], ...] = (
        (lambda at: at.date(), DAILY),
        (lambda at: at.isocalendar()[:2], WEEKLY),
        (lambda at: (at.year, at.month), MONTHLY),
    )
    for period, count in steps:
        chosen = _newest_per(rest, period)[:count]
        kept.update(chosen)
        done = {period(at) for at in chosen}
        rest = [at for at in rest if period(at) not in done]
    return kept


def _newest_per(
    newest_first: list[datetime], period: Callable[[datetime], Hashable]
) -> list[datetime]:
    seen: set[Hashable] = set()
    chosen = []
    for at in newest_first:
        if period(at) not in seen:
            seen.add(period(at))
            chosen.append(at)
    return chosen

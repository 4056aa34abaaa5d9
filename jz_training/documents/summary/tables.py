"""The tables and charts that summaries share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jz_training.documents.drawing.charts import Bar
from jz_training.documents.official.ruled_table import Column, Table
from jz_training.documents.summary.words import UNNAMED
from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.parts import TrainingPart
from jz_training.domain.person_name import spaced_name
from jz_training.domain.summary import GroupRow
from jz_training.domain.tally import Tally
from jz_training.labels import (
    ABSENT,
    EXPECTED,
    LEAVE,
    PRESENT,
    RATE,
    UNRECORDED,
    mark_words,
    part_marks_words,
    rate_words,
)

#: So many lanes fit on a page of the grid together with caption and legend.
BARS_PER_CHART = 24

COUNTS = (EXPECTED, PRESENT, LEAVE, ABSENT, UNRECORDED)
TOTAL = "合计"


def counts_of(tally: Tally) -> tuple[str, ...]:
    """Return the figures of a tally as they stand in a table, with the rate at the end."""
    numbers = (tally.expected, tally.present, tally.leave, tally.absent, tally.unrecorded)
    return (*map(str, numbers), rate_words(tally.rate))


def group_table(caption: str, kind: str, groups: Sequence[GroupRow], total: Tally) -> Table:
    """Return the tallies of one training by unit, layer or category."""
    columns = (
        Column(kind, 52, 0.0),
        *(Column(head, 16) for head in COUNTS),
        Column(RATE, 22),
    )
    return Table(
        caption=caption,
        columns=columns,
        rows=tuple((group.name or UNNAMED, *counts_of(group.tally)) for group in groups),
        total=(TOTAL, *counts_of(total)),
    )


def absentee_columns(first: str) -> tuple[Column, ...]:
    """Return a narrow column and those that `absentee_rows` fill."""
    return (
        Column(first, 12),
        Column("姓　名", 26),
        Column("单　位", 56, 0.0),
        Column("职　务", 34, 0.0),
        Column("情　况", 28),
    )


def absentee_rows(
    rows: Iterable[AttendeeRow], parts: Sequence[TrainingPart] = ()
) -> Iterator[tuple[str, ...]]:
    """Yield name, unit, post and what was recorded of each, by part where the parts differ."""
    for row in rows:
        by_part = part_marks_words(parts, row.part_marks) if parts else ""
        yield spaced_name(row.name), row.unit, row.post, by_part or mark_words(row.mark)


def bar_charts(groups: Sequence[GroupRow], *, unit: str) -> Iterator[tuple[Bar, ...]]:
    """Yield the bars of as many charts as the groups need, evenly filled."""
    bars = tuple(_bar(group, unit) for group in groups)
    count = -(-len(bars) // BARS_PER_CHART)
    share = -(-len(bars) // count) if count else 1
    for at in range(0, len(bars), share):
        yield bars[at : at + share]


def _bar(group: GroupRow, unit: str) -> Bar:
    tally = group.tally
    end = f"未记录{tally.unrecorded}" if tally.unrecorded else rate_words(tally.rate)
    return Bar(
        label=group.name or UNNAMED,
        expected=tally.expected,
        present=tally.present,
        words=f"{tally.present}/{tally.expected}{unit}　{end}",
    )

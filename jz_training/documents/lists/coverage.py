"""The columns of both tables of coverage (覆盖表)."""

from __future__ import annotations

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.lists.making import column, place_column
from jz_training.domain.coverage import ClauseRow, Coverage, CoverageCell
from jz_training.domain.evidence import TrainingFact
from jz_training.labels import FORMS
from jz_training.labels.plans import phase_words

#: A topic's heading is cut beyond this: the whole of it stands above the table.
LONGEST_HEADING = 16

HELD, PLANNED = "已学", "拟学"


def clause_columns(coverage: Coverage) -> tuple[Column[ClauseRow], ...]:
    """Return the columns of clause × layer, with the counts of whichever layer at the end."""
    layers = tuple(_layer(place, name) for place, name in enumerate(coverage.layers))
    return (
        column("path", "条款", 10, lambda row: row.path),
        column("heading", "内容", 34, lambda row: row.heading),
        column("obligations", "要求", 8, lambda row: row.obligations, Align.RIGHT, Kind.INTEGER),
        *layers,
        column("held", "已举办", 10, lambda row: len(row.all.held), Align.RIGHT, Kind.INTEGER),
        column("planned", "待举办", 10, lambda row: len(row.all.planned), Align.RIGHT,
               Kind.INTEGER),
        column("present", "人次", 9, lambda row: row.all.present, Align.RIGHT, Kind.INTEGER),
    )  # fmt: skip


def cell_words(cell: CoverageCell) -> str:
    """Return a cell in words: 2 场 36 人次，待办 1 场; — where nothing is."""
    held = f"{len(cell.held)} 场 {cell.present} 人次" if cell.held else ""
    planned = f"待办 {len(cell.planned)} 场" if cell.planned else ""
    return "，".join(part for part in (held, planned) if part) or "—"


def topic_columns(coverage: Coverage) -> tuple[Column[TrainingFact], ...]:
    """Return the columns of training × topic: what each training dealt with."""
    topics = tuple(_topic(place, row.topic) for place, row in enumerate(coverage.topics))
    return (
        place_column(),
        column("day", "日期", 12, lambda row: row.start.date(), Align.CENTRE, Kind.DATE),
        column("title", "主题", 30, lambda row: row.title),
        column("form", "形式", 12, lambda row: FORMS[row.form], Align.CENTRE),
        column("phase", "期次/批次", 12, lambda row: phase_words(row.phase, row.batch)),
        *topics,
    )


def topic_key(place: int) -> str:
    """Return the key of a topic's column, for the total below it."""
    return f"topic-{place}"


def topic_heading(topic: str) -> str:
    """Return a topic as it fits above its column."""
    return topic if len(topic) <= LONGEST_HEADING else topic[: LONGEST_HEADING - 1] + "…"


def _layer(place: int, name: str) -> Column[ClauseRow]:
    def value(row: ClauseRow) -> str:
        return cell_words(row.cells[place])

    return column(f"layer-{place}", name or "（未填写）", max(20, 2 * len(name) + 3), value)


def _topic(place: int, topic: str) -> Column[TrainingFact]:
    def value(row: TrainingFact) -> str:
        return "" if topic not in row.topics else HELD if row.held else PLANNED

    heading = topic_heading(topic)
    return column(topic_key(place), heading, 2 * len(heading) + 3, value, Align.CENTRE)

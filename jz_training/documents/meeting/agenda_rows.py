"""What an agenda (议程) says and the measures of its table, for PDF and Word alike."""

from __future__ import annotations

from jz_training.documents.drawing.pen import MM
from jz_training.documents.sheet.head import held_at
from jz_training.domain.agenda import TimedItem
from jz_training.domain.meeting_papers import AgendaPaper

CELL_SIZE, CELL_LINE = 14.0, 21.0
HEADS = ("时　间", "内　容", "人　员")
EMPTY = "（暂无）"

WIDTHS = (26 * MM, 92 * MM, 42 * MM)

#: From the rules of a cell to its text, in points.
PADDING, ROOM_ABOVE = 2 * MM, 6.0


def agenda_facts(paper: AgendaPaper) -> tuple[str, ...]:
    """Return the lines under the title; what was not entered has none."""
    where = (("地点", paper.venue), ("主持", paper.chair))
    said = (f"{word}：{text.strip()}" for word, text in where if text.strip())
    return f"时间：{held_at(paper.start, paper.end)}", *said


def agenda_row(item: TimedItem) -> tuple[str, str, str]:
    """Return when, what and who; a line whose hour is not known has none."""
    return f"{item.start:%H:%M}" if item.start else "", item.item.what, item.item.who

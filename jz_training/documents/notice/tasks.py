"""The tasks of a notice (任务分解表) with their timetable (时间表和路线图)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.timeline import (
    LANE,
    timeline_drawing,
    timeline_height,
    timeline_months,
)
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.listing.list_paper import ListPaper
from jz_training.documents.listing.measures import FACT_SIZE, HEIGHT, WIDTH
from jz_training.documents.lists import task_columns
from jz_training.documents.word.list_word import ListWord
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.task import TaskList, TaskRow, TaskState
from jz_training.labels.tasks import TASK_STATES

SHEET = "任务分解表"
ROAD_MAP = "时间表和路线图"
SIGNATURES = ("制表", "审核", "批准")

#: Room above a timeline for its title, in points.
ABOVE_TIMELINE = 50.0


def tasks_pdf(
    tasks: TaskList,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the table of tasks, then the timeline on as many pages as it needs."""
    fonts, report = fonts or system_fonts(), report or PaperReport()
    paper = ListPaper(
        title=SHEET,
        author=tasks.organiser,
        subject=SHEET,
        fonts=fonts,
        report=report,
        style=style,
    )
    _write(paper, tasks, fonts=fonts, report=report)
    return paper.finish()


def tasks_docx(
    tasks: TaskList,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the table of tasks as a Word document, the timeline after it as pictures."""
    fonts, report = fonts or system_fonts(), report or PaperReport()
    paper = ListWord(
        title=SHEET,
        author=tasks.organiser,
        subject=SHEET,
        made_on=tasks.as_of,
        fonts=fonts,
        style=style,
    )
    _write(paper, tasks, fonts=fonts, report=report)
    return paper.finish()


def tasks_xlsx(tasks: TaskList, *, style: PaperStyle = AS_MADE) -> bytes:
    """Return the table of tasks as an xlsx."""
    table = _table(tasks)
    properties = Properties.of_day(table.title, maker=tasks.organiser, day=tasks.as_of)
    return workbook([table], properties, style=style)


def _write(
    paper: ListPaper | ListWord, tasks: TaskList, *, fonts: Fonts, report: PaperReport
) -> None:
    paper.list(_table(tasks), signatures=SIGNATURES)
    months = timeline_months(tasks)
    for first, part in _parts(tasks):
        drawing = timeline_drawing(
            part, width=WIDTH, fonts=fonts, report=report, months=months, first=first
        )
        paper.drawing(drawing, title=ROAD_MAP, facts=(_in_one_line(_about(tasks)),))


def _table(tasks: TaskList) -> Table[TaskRow]:
    return Table(
        sheet=SHEET,
        title=SHEET,
        columns=task_columns(tasks.as_of),
        rows=tasks.rows,
        facts=tuple(filter(None, (_about(tasks), _facts(tasks)))),
    )


def _parts(tasks: TaskList) -> Iterator[tuple[int, TaskList]]:
    """Yield the tasks of each page of the timeline, evenly filled, with their first number."""
    most = int((HEIGHT - ABOVE_TIMELINE - timeline_height(0)) // LANE)
    count = -(-len(tasks.rows) // most)
    share = -(-len(tasks.rows) // count) if count else 1
    for at in range(0, len(tasks.rows), share):
        yield at + 1, replace(tasks, rows=tasks.rows[at : at + share])


def _about(tasks: TaskList) -> str:
    return f"依据：{tasks.title}" if tasks.title else ""


def _in_one_line(text: str) -> str:
    """Return a text that leaves the timeline its room; the table before it has the whole of it."""
    most = int(WIDTH // FACT_SIZE)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _facts(tasks: TaskList) -> str:
    """Return whose the tasks are, as of when, and how many are in each state."""
    states = (TaskState.DONE, TaskState.UNDER_WAY, TaskState.OVERDUE, TaskState.NOT_BEGUN)
    counts = [
        (state, sum(row.state(tasks.as_of) is state for row in tasks.rows)) for state in states
    ]
    said = "、".join(f"{TASK_STATES[state]} {count} 项" for state, count in counts if count)
    facts = (
        tasks.organiser and f"填报单位：{tasks.organiser}",
        f"截至：{day_words(tasks.as_of)}",
        f"共 {len(tasks.rows)} 项" + (f"：{said}" if said else ""),
    )
    return "　　".join(filter(None, facts))

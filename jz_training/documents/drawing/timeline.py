"""The timetable and road map (时间表和路线图): tasks as bars over months, for paper and screen.

How a task stands is told by its bar's shape and by a word beside it, never by a colour alone.
"""

from __future__ import annotations

from datetime import date

from reportlab.graphics.shapes import Drawing

from jz_training.documents.drawing.fitting import LEADING, Box, Fitter
from jz_training.documents.drawing.months import Months
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.timeline_shapes import BAR, Shapes, TimelineInk
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.domain.task import TaskList, TaskRow, TaskState
from jz_training.labels.days import short_day_words
from jz_training.labels.tasks import TASK_STATES

LANE = 21.0
HEAD_HEIGHT = 30.0
LEGEND_HEIGHT = 22.0
LABEL_SIZE, STATE_SIZE, MONTH_SIZE = 9.0, 9.0, 8.5
GAP = 5.0
NUMBER_WIDTH = 20.0

#: Shares of the width: the measure and its owner on the left, its state on the right.
LABEL_SHARE, STATE_SHARE = 0.30, 0.11

#: Said where a task has neither a beginning nor a day to be done by.
NO_DAYS = "未定时间"


def timeline_months(tasks: TaskList) -> Months:
    """Return the months a list of tasks needs, for parts of it that stand on several pages."""
    days = [day for row in tasks.rows for day in (row.draft.start, row.draft.due) if day]
    return Months.of(days, today=tasks.as_of)


def timeline_height(count: int) -> float:
    """Return the height of a timeline of so many tasks, in points."""
    return HEAD_HEIGHT + LANE * max(1, count) + LEGEND_HEIGHT


def timeline_drawing(
    tasks: TaskList,
    *,
    width: float,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
    ink: TimelineInk | None = None,
    months: Months | None = None,
    first: int = 1,
) -> Drawing:
    """Return the tasks as lanes over months, with the day of the list as a line through them.

    `width` is in points; the height is `timeline_height`. A part of a longer list is given the
    `months` of the whole and the number of its first task. All shapes lie flat in the drawing.
    """
    chart = _Timeline(
        tasks,
        width=width,
        months=months or timeline_months(tasks),
        fonts=fonts or system_fonts(),
        report=report or PaperReport(),
        ink=ink or TimelineInk(),
    )
    return chart.draw(first)


class _Timeline:
    """Draws one timeline; all texts pass through it, so that none is cut and none goes missing."""

    def __init__(
        self,
        tasks: TaskList,
        *,
        width: float,
        months: Months,
        fonts: Fonts,
        report: PaperReport,
        ink: TimelineInk,
    ) -> None:
        self._tasks = tasks
        self._months = months
        self._report = report
        self._fitter = Fitter(fonts)
        self._left, self._right = width * LABEL_SHARE, width * (1 - STATE_SHARE)
        height = timeline_height(len(tasks.rows))
        face = fonts.face(FontRole.SONG).fontName
        self._drawing = Drawing(width, height, initialFontName=face)
        self._shapes = Shapes(self._drawing, fonts=fonts, report=report, ink=ink)
        self._top = height - HEAD_HEIGHT

    def draw(self, first: int) -> Drawing:
        self._grid()
        for place, row in enumerate(self._tasks.rows):
            middle = self._top - LANE * (place + 0.5)
            self._label(first + place, _label(row), middle)
            self._lane(row, middle)
            self._state(row, middle)
        self._today()
        self._legend()
        return self._drawing

    # --- scale -------------------------------------------------------------------------------

    @property
    def _foot(self) -> float:
        return LEGEND_HEIGHT

    def _x(self, day: date) -> float:
        return self._left + (self._right - self._left) * self._months.place(day)

    def _end(self, day: date) -> float:
        """Return where a day ends."""
        return self._x(day) + (self._right - self._left) * self._months.one_day

    def _grid(self) -> None:
        """Draw the frame, a line at each month, and a faint one between lanes."""
        room = self._right - self._left
        for share, name in self._months.lines(room):
            x = self._left + room * share
            self._shapes.line(x, self._foot, x, self._top, self._shapes.ink.grid, 0.5)
            line = self._shapes.prepared(name)
            if x + line.em * MONTH_SIZE <= self._right + 1:
                self._shapes.text(line, x=x + 1.5, middle=self._top + 7, size=MONTH_SIZE)
        for place in range(1, len(self._tasks.rows)):
            y = self._top - LANE * place
            self._shapes.line(0, y, self._drawing.width, y, self._shapes.ink.grid, 0.3)
        for y in (self._top, self._foot):
            self._shapes.line(0, y, self._drawing.width, y, self._shapes.ink.line, 0.8)
        for x in (self._left, self._right):
            self._shapes.line(x, self._foot, x, self._top, self._shapes.ink.line, 0.5)

    def _today(self) -> None:
        today = self._tasks.as_of
        if not self._months.shows(today):
            return
        x = self._x(today)
        y = self._foot
        while y < self._top:  # dashes of their own: the screen knows no dash pattern
            self._shapes.line(x, y, x, min(y + 5, self._top), self._shapes.ink.line, 1.0)
            y += 8
        line = self._shapes.prepared(f"截至{short_day_words(today, beside=today)}")
        half = line.em * MONTH_SIZE / 2
        centre = min(max(x, self._left + half), self._right - half)
        self._shapes.text(line, x=centre - half, middle=self._top + 21, size=MONTH_SIZE)
        self._shapes.line(x, self._top, x, self._top + 14, self._shapes.ink.line, 1.0)

    # --- a task ------------------------------------------------------------------------------

    def _label(self, number: int, text: str, middle: float) -> None:
        """Write what is to be done and by whom, on two lines and smaller where need be."""
        ordinal = self._shapes.prepared(str(number))
        x = NUMBER_WIDTH - GAP - ordinal.em * LABEL_SIZE
        self._shapes.text(ordinal, x=x, middle=middle, size=LABEL_SIZE)
        self._shapes.prepared(text)
        box = Box(width=self._left - NUMBER_WIDTH - GAP, height=LANE - 1, size=LABEL_SIZE)
        fitted = self._fitter.fit((text,), FontRole.SONG, box)
        if fitted.cut:
            self._report.note_cut(text)
        up = (len(fitted.lines) - 1) * fitted.size * LEADING / 2
        for line in fitted.lines:
            self._shapes.text(line, x=NUMBER_WIDTH, middle=middle + up, size=fitted.size)
            up -= fitted.size * LEADING

    def _state(self, row: TaskRow, middle: float) -> None:
        line = self._shapes.prepared(_state_words(row, self._tasks.as_of))
        room = self._drawing.width - self._right - GAP
        size = min(STATE_SIZE, room / line.em)
        self._shapes.text(line, x=self._right + GAP, middle=middle, size=size)

    def _lane(self, row: TaskRow, middle: float) -> None:
        start, due = row.draft.start, row.draft.due
        state = row.state(self._tasks.as_of)
        if start is not None and due is not None:
            begin, last = min(start, due), max(start, due)
            self._shapes.bar(self._x(begin), self._end(last), middle, state, row.draft.progress)
        elif due is not None:
            self._shapes.diamond(self._x(due), middle, state)
        elif start is not None:
            self._shapes.flag(self._x(start), middle, state)
        else:
            line = self._shapes.prepared(NO_DAYS)
            self._shapes.text(line, x=self._left + GAP, middle=middle, size=STATE_SIZE)

    # --- legend and texts --------------------------------------------------------------------

    def _legend(self) -> None:
        """Show what each shape means, from the left under the lanes."""
        x, middle, width = 0.0, LEGEND_HEIGHT / 2 - 3, 24.0
        done, overdue = TaskState.DONE, TaskState.OVERDUE
        for state, progress in (
            (TaskState.NOT_BEGUN, 0), (TaskState.UNDER_WAY, 50), (done, 100), (overdue, 0),
        ):  # fmt: skip
            self._shapes.bar(x, x + width, middle, state, progress)
            x = self._said(TASK_STATES[state], x + width, middle)
        self._shapes.diamond(x + BAR / 2, middle, TaskState.NOT_BEGUN)
        x = self._said("只有完成时限", x + BAR, middle)
        self._shapes.flag(x, middle, TaskState.NOT_BEGUN)
        self._said("只有开始日期", x + BAR, middle)

    def _said(self, words: str, x: float, middle: float) -> float:
        """Write a word of the legend and return where the next shape begins."""
        line = self._shapes.prepared(words)
        self._shapes.text(line, x=x + 4, middle=middle, size=MONTH_SIZE)
        return x + 4 + line.em * MONTH_SIZE + 3 * GAP


def _label(row: TaskRow) -> str:
    owner = f"（{row.draft.owner}）" if row.draft.owner else ""
    return f"{row.draft.measure}{owner}"


def _state_words(row: TaskRow, today: date) -> str:
    """Return the state, with the progress of what is begun and not done: 进行中 40%."""
    state = row.state(today)
    begun = state is not TaskState.DONE and row.draft.progress > 0
    return TASK_STATES[state] + (f" {row.draft.progress}%" if begun else "")

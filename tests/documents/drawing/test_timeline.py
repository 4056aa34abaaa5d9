"""The timetable: bars true to their days, states told by shape and word, nothing outside."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from reportlab.graphics.shapes import Drawing, Line, Polygon, Rect, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.timeline import (
    LEGEND_HEIGHT,
    timeline_drawing,
    timeline_height,
)
from jz_training.documents.fonts import Fonts
from jz_training.domain.task import TaskRow
from tests.notice_factories import task, tasks

WIDTH = 757.0


def _drawn(fonts: Fonts, *rows: TaskRow, **changes: Any) -> Drawing:
    return timeline_drawing(tasks(*rows), width=WIDTH, fonts=fonts, **changes)


def _shapes(drawing: Drawing, kind: type) -> list[Any]:
    """Return the shapes of a kind that are in the lanes."""
    found = [shape for shape in drawing.contents if isinstance(shape, kind)]
    return [shape for shape in found if _bottom(shape) >= LEGEND_HEIGHT]


def _bottom(shape: Any) -> float:
    if isinstance(shape, Polygon):
        return float(min(shape.points[1::2]))
    return float(min(shape.y1, shape.y2) if isinstance(shape, Line) else shape.y)


def _words(drawing: Drawing) -> str:
    return "".join(shape.text for shape in _shapes(drawing, String))


def test_a_bar_is_as_long_as_its_days_and_filled_as_far_as_it_has_come(fonts: Fonts) -> None:
    start, due = date(2026, 11, 2), date(2026, 11, 21)
    (whole, done) = _shapes(_drawn(fonts, task(start=start, due=due, progress=40)), Rect)
    assert done.width / whole.width == pytest.approx(0.4)
    assert done.x == whole.x
    month = _drawn(fonts, task(start=date(2026, 11, 1), due=date(2026, 11, 30), progress=0))
    (all_month,) = _shapes(month, Rect)
    assert whole.width / all_month.width == pytest.approx(20 / 30)


@pytest.mark.parametrize(
    ("changes", "words", "bars", "hatched"),
    [
        ({"progress": 0, "start": date(2026, 12, 1), "due": date(2026, 12, 9)}, "未开始", 1, False),
        ({"progress": 30, "start": date(2026, 11, 1), "due": date(2026, 12, 9)}, "进行中 30%", 2,
         False),
        ({"progress": 100, "start": date(2026, 11, 1), "due": date(2026, 11, 9)}, "已完成", 2,
         False),
        ({"progress": 0, "start": date(2026, 10, 1), "due": date(2026, 11, 9)}, "已逾期", 1, True),
    ],
)  # fmt: skip
def test_a_state_is_told_by_a_word_and_by_the_bars_shape(
    fonts: Fonts, changes: dict[str, Any], words: str, bars: int, hatched: bool
) -> None:
    drawing = _drawn(fonts, task(**changes))
    assert words in _words(drawing)
    assert len(_shapes(drawing, Rect)) == bars
    slanted = [line for line in _shapes(drawing, Line) if line.x1 != line.x2 and line.y1 != line.y2]
    assert bool(slanted) is hatched


def test_a_day_without_a_beginning_is_a_diamond_and_a_beginning_alone_a_flag(fonts: Fonts) -> None:
    (diamond,) = _shapes(_drawn(fonts, task(start=None, due=date(2026, 12, 1))), Polygon)
    (flag,) = _shapes(_drawn(fonts, task(due=None)), Polygon)
    assert (len(diamond.points), len(flag.points)) == (8, 6)


def test_a_task_without_days_says_so(fonts: Fonts) -> None:
    drawing = _drawn(fonts, task(start=None, due=None))
    assert "未定时间" in _words(drawing)
    assert not _shapes(drawing, Polygon) + _shapes(drawing, Rect)


def test_the_day_of_the_list_stands_in_the_lanes_unless_it_is_far(fonts: Fonts) -> None:
    assert "截至11月20日" in _words(_drawn(fonts, task(1)))
    far = task(start=date(2020, 1, 1), due=date(2020, 3, 1))
    assert "截至" not in _words(_drawn(fonts, far))


@pytest.mark.parametrize(
    "row",
    [
        task(measure="分批分组组织基层工会干部和一线职工代表开展学习交流" * 3, owner="宣教部"),
        task(measure="<b>&\x00𠮷\n=1", owner="甲" * 20),
        task(start=date.min, due=date.max),
        task(start=date(2026, 12, 9), due=date(2026, 11, 1)),
        task(start=date.max, due=date.max, progress=0),
    ],
)
def test_nothing_is_outside_whatever_was_entered(fonts: Fonts, row: TaskRow) -> None:
    report = PaperReport()
    drawing = _drawn(fonts, row, task(2), report=report)
    assert report.cut == ()
    for shape in drawing.contents:
        if isinstance(shape, String):
            end = shape.x + stringWidth(shape.text, shape.fontName, shape.fontSize)
            assert (shape.x >= -0.01, end <= WIDTH + 0.01) == (True, True), shape.text
        if isinstance(shape, Rect):
            assert shape.x + shape.width <= WIDTH + 0.01


def test_the_height_follows_from_the_number_of_tasks(fonts: Fonts) -> None:
    assert _drawn(fonts, task(1), task(2)).height == timeline_height(2)
    assert timeline_height(0) == timeline_height(1)

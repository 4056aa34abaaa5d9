"""Months as columns: their heights are in proportion, and labels never run into each other."""

from __future__ import annotations

from reportlab.graphics.shapes import Rect, String

from jz_training.documents.drawing.charts import Bar
from jz_training.documents.drawing.month_chart import month_chart
from jz_training.documents.fonts import system_fonts


def _bars(count: int) -> list[Bar]:
    return [Bar(label=f"{n}月", expected=10 * n, present=5 * n, words=str(5 * n))
            for n in range(1, count + 1)]  # fmt: skip


def test_columns_are_as_high_as_their_numbers() -> None:
    drawing = month_chart(_bars(2), width=300, fonts=system_fonts())
    first, half, second, _ = [shape.height for shape in drawing.contents
                              if isinstance(shape, Rect)][2:]  # fmt: skip
    assert second == 2 * first == 4 * half


def test_labels_are_left_out_where_there_is_no_room() -> None:
    drawing = month_chart(_bars(60), width=300, fonts=system_fonts())
    words = {shape.text for shape in drawing.contents if isinstance(shape, String)}
    assert "1" in " ".join(words)
    assert len(words) < 60

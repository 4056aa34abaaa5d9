"""Bars: nothing cut, nothing outside, lengths true to the figures."""

from __future__ import annotations

import pytest
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from jz_training.documents.drawing.charts import LEGEND_HEIGHT, Bar, attendance_chart
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts

WIDTH = 442.0


def _bar(label: str, expected: int, present: int) -> Bar:
    return Bar(label, expected, present, f"{present}/{expected}人　—")


def _strings(drawing: Drawing) -> list[String]:
    return [shape for shape in drawing.contents if isinstance(shape, String)]


def _lanes(drawing: Drawing) -> list[Rect]:
    top = drawing.height - LEGEND_HEIGHT
    return [shape for shape in drawing.contents if isinstance(shape, Rect) and shape.y < top]


def test_lengths_are_true_to_the_figures(fonts: Fonts) -> None:
    bars = [_bar("织造车间", 20, 10), _bar("机关", 5, 5)]
    lengths = [lane.width for lane in _lanes(attendance_chart(bars, width=WIDTH, fonts=fonts))]
    assert lengths[0] / lengths[1] == pytest.approx(2)
    assert lengths[0] / lengths[2] == pytest.approx(4)
    assert lengths[2] == pytest.approx(lengths[3])


@pytest.mark.parametrize(
    "label", ["机关", "市新就业形态劳动者权益保障服务中心工会联合委员会", "𠮷村工会"]
)
def test_labels_are_whole_and_inside(fonts: Fonts, label: str) -> None:
    report = PaperReport()
    drawing = attendance_chart([_bar(label, 1000, 999)], width=WIDTH, fonts=fonts, report=report)
    assert label in "".join(string.text for string in _strings(drawing))
    assert report.cut == ()
    for string in _strings(drawing):
        assert string.x >= -0.01
        assert string.x + stringWidth(string.text, string.fontName, string.fontSize) <= WIDTH + 0.01


def test_nobody_expected_draws_no_bar(fonts: Fonts) -> None:
    assert _lanes(attendance_chart([_bar("空", 0, 0)], width=WIDTH, fonts=fonts)) == []
    assert attendance_chart([], width=WIDTH, fonts=fonts).height > 0


def test_the_legend_names_both_bars(fonts: Fonts) -> None:
    words = [string.text for string in _strings(attendance_chart([], width=WIDTH, fonts=fonts))]
    assert words == ["应到", "实到"]

"""A text set once for all rows stands where a text written anew would."""

from __future__ import annotations

import pytest

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import Pen, finish, new_canvas
from jz_training.documents.drawing.row_cell import CellPlace, row_cell
from jz_training.documents.fonts import Fonts
from jz_training.documents.fonts.files import FontRole
from tests.documents.pdf_reading import chars

PLACE = CellPlace(box=Box(width=60, height=26, size=10), x=40, rise=2, align=0.5)
UNIT = "清河市第一纺织分公司第二车间工会"
ROWS = ((30.0, 700.0), (290.5, 672.787))


def _drawn(fonts: Fonts, *, as_rows: bool) -> list[tuple[str, float, float]]:
    canvas, buffer = new_canvas(title="", author="", subject="", fonts=fonts)
    pen = Pen(canvas, fonts=fonts, report=PaperReport())
    text_of = row_cell(pen, PLACE, role=FontRole.SONG, written=lambda unit: (unit, "班长"))
    with pen.writing():
        for x, middle in ROWS:
            if as_rows:
                pen.begin_row(x=x, middle=middle)
                pen.show(text_of(UNIT))
                pen.show(text_of(UNIT))  # measured from the row, not from the text before
            else:
                for _ in range(2):
                    pen.write(UNIT, "班长", role=FontRole.SONG, box=PLACE.box, x=x + PLACE.x,
                              middle=middle + PLACE.rise, align=PLACE.align)  # fmt: skip
    canvas.showPage()
    return [(one["text"], one["x0"], one["top"]) for one in chars(finish(canvas, buffer))]


def test_a_text_of_a_row_stands_where_it_would_be_written(fonts: Fonts) -> None:
    in_rows, written = _drawn(fonts, as_rows=True), _drawn(fonts, as_rows=False)
    assert len(in_rows) == 4 * (len(UNIT) + 2)
    for one, other in zip(in_rows, written, strict=True):
        assert one[0] == other[0]
        assert one[1:] == pytest.approx(other[1:], abs=0.002)


def test_nothing_said_shows_nothing(fonts: Fonts) -> None:
    canvas, _ = new_canvas(title="", author="", subject="", fonts=fonts)
    pen = Pen(canvas, fonts=fonts, report=PaperReport())
    text_of = row_cell(pen, PLACE, role=FontRole.SONG, written=lambda text: (text,))
    assert text_of("").operators == ""


def test_a_row_tells_of_characters_left_to_the_pen_every_time(fonts: Fonts) -> None:
    canvas, _ = new_canvas(title="", author="", subject="", fonts=fonts)
    pen = Pen(canvas, fonts=fonts, report=PaperReport())
    text_of = row_cell(pen, PLACE, role=FontRole.SONG, written=lambda text: (text,))
    for _ in range(2):
        with pen.writing():
            pen.begin_row(x=0, middle=0)
            pen.show(text_of("周\U000e9999"))
            assert pen.lacks


def test_widths_are_those_of_the_library(fonts: Fonts) -> None:
    face = fonts.face(FontRole.SONG)
    for text in ("", "清河市Abc 12．（周　敏）\u00a0é", "\U00020bb7"):
        assert face.em_width(text) == pytest.approx(face.stringWidth(text, 1))

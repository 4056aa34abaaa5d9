"""Text into boxes: smaller, then on lines, then cut and said so, and never over the edge."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.documents.drawing.fitting import SMALLEST, Box, Fitter
from jz_training.documents.fonts import Fonts
from jz_training.documents.fonts.files import FontRole

BOX = Box(width=70, height=25, size=12)


def test_a_short_name_keeps_its_size(fonts: Fonts) -> None:
    fitted = Fitter(fonts).fit(("张　三",), FontRole.SONG, BOX)
    assert (fitted.size, [line.text for line in fitted.lines]) == (12, ["张　三"])


def test_a_name_a_little_too_long_shrinks(fonts: Fonts) -> None:
    fitted = Fitter(fonts).fit(("阿卜杜热合曼",), FontRole.SONG, BOX)
    assert (fitted.size, len(fitted.lines)) == (11.5, 1)


def test_a_long_name_takes_two_lines(fonts: Fonts) -> None:
    fitted = Fitter(fonts).fit(("古丽米热·阿卜杜热合曼",), FontRole.SONG, BOX)
    assert len(fitted.lines) == 2
    assert not fitted.cut


def test_each_part_begins_a_line(fonts: Fonts) -> None:
    fitted = Fitter(fonts).fit(("市总工会", "", "主席"), FontRole.SONG, BOX)
    assert [line.text for line in fitted.lines] == ["市总工会", "主席"]


def test_what_cannot_be_read_any_more_is_cut_and_said_so(fonts: Fonts) -> None:
    fitted = Fitter(fonts).fit(("长" * 200,), FontRole.SONG, BOX)
    assert fitted.cut
    assert fitted.lines[-1].text.endswith("…")
    assert fitted.size == SMALLEST


def test_nothing_fits_anywhere(fonts: Fonts) -> None:
    fitted = Fitter(fonts).fit(("",), FontRole.SONG, BOX)
    assert not fitted.cut
    assert all(line.text == "" for line in fitted.lines)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.text(max_size=80) | st.text("张三工会，（）·𠮷", max_size=80), max_size=2),
    st.sampled_from([BOX, Box(width=40, height=12, size=9), Box(width=300, height=30, size=20)]),
)
def test_no_text_ever_leaves_its_box(fonts: Fonts, parts: list[str], box: Box) -> None:
    fitted = Fitter(fonts).fit(tuple(parts), FontRole.SONG, box)
    assert fitted.height <= box.height + 0.01
    assert all(line.em * fitted.size <= box.width + 0.01 for line in fitted.lines)
    assert fitted.size >= SMALLEST

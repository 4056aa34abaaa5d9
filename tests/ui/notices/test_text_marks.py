"""Places in a text and the marks over them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from jz_training.ui.notices.text_marks import Mark, Places, line_boxes, marks_at

LETTERS = st.text(st.sampled_from("工会学习𠮷𬎆，。"), max_size=40)


@given(LETTERS)
def test_a_place_comes_back_from_the_document(text: str) -> None:
    places = Places(text)
    assert [places.from_qt(places.to_qt(at)) for at in range(len(text) + 1)] == list(
        range(len(text) + 1)
    )


@given(LETTERS)
def test_a_place_stands_before_the_same_letter_in_the_document(text: str) -> None:
    units = text.encode("utf-16-le")
    for at, letter in enumerate(text):
        begin = 2 * Places(text).to_qt(at)
        assert units[begin:].decode("utf-16-le").startswith(letter)


def test_the_shortest_mark_over_a_place_comes_first() -> None:
    wide, narrow = Mark(key="w", start=0, end=20), Mark(key="n", start=5, end=9)
    assert [mark.key for mark in marks_at((wide, narrow), 6)] == ["n", "w"]
    assert [mark.key for mark in marks_at((wide, narrow), 9)] == ["w"]


def test_words_over_two_lines_have_a_box_on_each(qapp) -> None:
    document = QTextDocument("学习" * 40)
    document.setTextWidth(200)
    document.size()  # lays it out
    boxes = list(line_boxes(document, 0, 80))
    assert len(boxes) > 2
    assert all(box.width() > 0 for box in boxes)
    assert [box.top() for box in boxes] == sorted(box.top() for box in boxes)

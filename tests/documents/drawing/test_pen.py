"""Files of two workers at once: reportlab has one set of switches and faces for all of them."""

from __future__ import annotations

from threading import Event, Thread

from jz_training.documents.drawing.pen import finish, new_canvas
from jz_training.documents.fonts import FontRole, Fonts


def _begun(fonts: Fonts):
    canvas, buffer = new_canvas(title="签到表", author="", subject="", fonts=fonts)
    canvas.setFont(fonts.face(FontRole.SONG).fontName, 12)
    canvas.drawString(72, 72, "签到表")
    return canvas, buffer


def test_a_file_is_the_same_while_another_one_is_written(fonts: Fonts) -> None:
    alone = finish(*_begun(fonts))
    one, other = _begun(fonts), _begun(fonts)
    inside, ended = Event(), Event()
    made: list[bytes] = []

    def wait() -> None:
        inside.set()
        ended.wait(5)

    later = Thread(target=lambda: made.append(finish(*other, wait)))

    def step() -> None:
        if later.ident is None:
            later.start()
            inside.wait(0.2)

    made.append(finish(*one, step))
    ended.set()
    later.join()
    assert made == [alone, alone]

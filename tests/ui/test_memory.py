"""What the window remembers, and that odd remains do no harm."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from jz_training.ui.memory import Memory


def test_what_was_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m.ini")
    memory.keep("word", "深色")
    memory.keep("number", 150)
    memory.keep("widths", [10, 220])
    memory.keep("shape", QByteArray(b"\x01\x02"))
    memory._settings.sync()
    again = Memory(tmp_path / "m.ini")
    assert again.text("word") == "深色"
    assert again.number("number") == 150
    assert again.numbers("widths") == [10, 220]
    assert again.shape("shape") == QByteArray(b"\x01\x02")


def test_what_was_never_kept_has_its_default(memory: Memory) -> None:
    assert memory.text("word", "x") == "x"
    assert memory.number("number", 7) == 7
    assert memory.numbers("widths") == []
    assert memory.shape("shape").isEmpty()


def test_unreadable_remains_count_as_forgotten(memory: Memory) -> None:
    memory.keep("number", "many")
    memory.keep("widths", "10 x 30")
    memory.keep("shape", "text")
    assert memory.number("number", 7) == 7
    assert memory.numbers("widths") == []
    assert memory.shape("shape").isEmpty()

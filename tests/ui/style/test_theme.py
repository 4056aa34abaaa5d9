"""Contrast of every text on every ground it stands on, in both palettes (LOOK: Colour)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jz_training.ui.style import theme as theme_module
from jz_training.ui.style.look import Look, Shade, theme
from jz_training.ui.style.theme import DARK, LIGHT, Roles, Tone, contrast

GROUNDS = ("ground", "paper", "field", "hover", "accent_tint")
TEXTS = ("ink", "secondary", "faint")
ON_FILLS = (("on_accent", "accent_fill"), ("on_accent", "accent_pressed"), ("on_brand", "brand"))


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable_on_every_ground(roles: Roles, text: str, ground: str) -> None:
    assert contrast(getattr(roles, text), getattr(roles, ground)) >= 4.5


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", Tone)
def test_the_word_of_a_badge_is_readable_on_its_tint(roles: Roles, tone: Tone) -> None:
    assert contrast(*roles.tone(tone)) >= 4.5


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "fill"), ON_FILLS)
def test_words_on_filled_buttons_are_readable(roles: Roles, text: str, fill: str) -> None:
    assert contrast(getattr(roles, text), getattr(roles, fill)) >= 4.5


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["accent", "red", "green", "amber"])
def test_coloured_words_are_readable_on_paper(roles: Roles, role: str) -> None:
    assert contrast(getattr(roles, role), roles.paper) >= 4.5


def test_contrast_agrees_with_the_ends_of_its_scale() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_no_widget_writes_a_colour_down() -> None:
    folder = Path(theme_module.__file__).parent.parent
    found = [
        path.name
        for path in folder.rglob("*.py")
        if path.name not in ("theme.py", "room_theme.py")
        and re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8"))
    ]
    assert found == []


def test_a_chosen_palette_and_text_size_are_in_force_at_once_and_remembered(
    look: Look, qapp: QApplication
) -> None:
    look.choose(shade=Shade.DARK, text_scale=1.5)
    assert theme().dark
    assert theme().sizes.control == 48
    assert DARK.paper in qapp.styleSheet()
    again = Look(qapp, look._memory)
    assert (again.shade, again.text_scale) == (Shade.DARK, 1.5)


def test_the_text_size_stays_between_100_and_200_percent(look: Look) -> None:
    look.choose(text_scale=9.0)
    assert look.text_scale == 2.0

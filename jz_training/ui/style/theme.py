"""Colours, sizes and type of the window: the only place where a colour is written down.

A widget asks `theme()` when it paints; nothing else holds colour literals. The roles are those of
the look: ground, paper, ink … plus five tones for words that carry a state.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Tone(StrEnum):
    """The tone of a word that carries a state; the word itself is always shown as well."""

    PLAIN = "plain"  # no tint, secondary text
    ACCENT = "accent"  # can be done, online, a kind
    GREEN = "green"  # present, met
    AMBER = "amber"  # late, partly, to do
    RED = "red"  # absent, overdue
    GREY = "grey"  # leave, not yet
    DASHED = "dashed"  # not recorded


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)  # made before the first paint
class Roles:
    """One palette: role → `#rrggbb`."""

    ground: str
    paper: str
    field: str
    hover: str
    ink: str
    secondary: str
    faint: str
    hairline: str
    row_line: str
    outline: str
    accent: str
    accent_fill: str
    accent_pressed: str
    on_accent: str
    accent_tint: str
    brand: str
    on_brand: str
    red: str
    red_tint: str
    green: str
    green_tint: str
    amber: str
    amber_tint: str
    grey: str
    grey_tint: str

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Return the text and the tint of a tone; PLAIN and DASHED stand on paper."""
        plain = {Tone.PLAIN: (self.secondary, self.paper), Tone.DASHED: (self.faint, self.paper)}
        if tone in plain:
            return plain[tone]
        return getattr(self, tone.value), getattr(self, f"{tone.value}_tint")


LIGHT = Roles(
    ground="#F4F5F7",
    paper="#FFFFFF",
    field="#F7F8FA",
    hover="#F2F4F7",
    ink="#1D2129",
    secondary="#4E5969",
    faint="#646E7D",
    hairline="#E5E6EB",
    row_line="#F0F1F4",
    outline="#C9CDD4",
    accent="#1F5FD0",
    accent_fill="#1F5FD0",
    accent_pressed="#184DAB",
    on_accent="#FFFFFF",
    accent_tint="#E8F0FE",
    brand="#B42318",
    on_brand="#FFFFFF",
    red="#B42318",
    red_tint="#FDECEA",
    green="#117A3D",
    green_tint="#E7F6EC",
    amber="#9A5B00",
    amber_tint="#FFF3DC",
    grey="#4E5969",
    grey_tint="#EEF0F3",
)

DARK = Roles(
    ground="#14161A",
    paper="#1D2025",
    field="#24282E",
    hover="#282C33",
    ink="#E8EAED",
    secondary="#B4BBC6",
    faint="#9FA8B5",
    hairline="#30353D",
    row_line="#282D34",
    outline="#4A515C",
    accent="#7DA7F7",
    accent_fill="#2F6BDB",
    accent_pressed="#2457B8",
    on_accent="#FFFFFF",
    accent_tint="#1F2F4D",
    brand="#C0362B",
    on_brand="#FFFFFF",
    red="#F2877C",
    red_tint="#43221F",
    green="#6CC58D",
    green_tint="#1C3626",
    amber="#E5B15C",
    amber_tint="#3D2F14",
    grey="#B4BBC6",
    grey_tint="#2C313A",
)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes in device-independent pixels; `text_scale` 1.0 … 2.0 enlarges text and what holds it.

    Spacing (`gap`, `pad`, `page_pad`) stays on the grid of 4 px at every text size.
    """

    text_scale: float = 1.0

    gap = 16
    pad = 16
    page_pad = 24
    radius = 6
    card_radius = 8

    def of(self, size: int) -> int:
        """Return a size that grows with the text."""
        return round(size * self.text_scale)

    @property
    def control(self) -> int:
        """Return the height of buttons and fields."""
        return self.of(32)

    @property
    def row(self) -> int:
        """Return the height of a table row."""
        return self.of(36)

    @property
    def tall_row(self) -> int:
        """Return the height of a table row with two lines."""
        return self.of(50)

    @property
    def rail(self) -> int:
        """Return the width of the left rail."""
        return self.of(176)

    @property
    def narrow_rail(self) -> int:
        """Return the width of the rail with icons only."""
        return 56

    @property
    def text(self) -> int:
        """Return the pixel size of body text."""
        return self.of(14)

    @property
    def small(self) -> int:
        """Return the pixel size of secondary text."""
        return self.of(12)

    @property
    def card_title(self) -> int:
        """Return the pixel size of a card's title."""
        return self.of(15)

    @property
    def page_title(self) -> int:
        """Return the pixel size of a page's title."""
        return self.of(20)

    @property
    def figure(self) -> int:
        """Return the pixel size of the big figures."""
        return self.of(22)


@dataclass(frozen=True, slots=True)
class Theme:
    """What a widget needs to draw itself."""

    roles: Roles = LIGHT
    sizes: Sizes = field(default_factory=Sizes)

    @property
    def dark(self) -> bool:
        """Tell whether the dark palette is in use."""
        return self.roles is DARK


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb` (WCAG 2.2, definition of relative luminance)."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 … 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)

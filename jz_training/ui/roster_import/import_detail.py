"""One line of the import beside what is stored, and the three things that can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jz_training.domain.roster import PersonRow
from jz_training.domain.roster_reading import Decision, ImportLine
from jz_training.labels import LIKENESS
from jz_training.ui.roster_import.import_plan import allowed
from jz_training.ui.roster_import.import_words import (
    DECISIONS,
    FIELDS,
    TONES,
    field_word,
    place_words,
    shown,
    why_words,
)
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, button, dress, plain_label, plain_tip
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.badge import Badge
from jz_training.ui.widgets.card import Card, hairline, scrolled

_KEYS = {Decision.ADD: "1", Decision.UPDATE: "2", Decision.SKIP: "3"}
_MOST_MATCHES = 5


class LineDetail(Card):
    """Shows the line with the cursor.

    Signals: decided(Decision).
    """

    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme().sizes.of(296))
        self._make_head()
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(8)
        self._make_fields()
        self._make_matches()
        self.add(scrolled(inside), 1)
        self._make_buttons()
        self.show_nothing()

    # --- construction --------------------------------------------------------------------------

    def _make_head(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.name = ElidedLabel("", "card_title")
        self.badge = Badge()
        line.addWidget(self.name, 1)
        line.addWidget(self.badge)
        self.add(line)
        self.place = plain_label("", "small", wrap=True)
        self.why = plain_label("", "secondary", wrap=True)
        self.add(self.place)

    def _make_fields(self) -> None:
        self._inside.addWidget(self.why)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.fields: dict[str, tuple[QLabel, QLabel]] = {}
        for at, field in enumerate(FIELDS):
            word, value = plain_label(field_word(field), "small"), plain_label("", wrap=True)
            grid.addWidget(word, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1)
            self.fields[field] = (word, value)
        self._inside.addLayout(grid)

    def _make_matches(self) -> None:
        self.matches = plain_label("", "secondary", wrap=True)
        self._line = hairline()
        self._inside.addWidget(self._line)
        self._inside.addWidget(self.matches)
        self._inside.addStretch(1)

    def _make_buttons(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons = {}
        ends = {Decision.ADD: "left", Decision.UPDATE: "none", Decision.SKIP: "right"}
        for decision, word in DECISIONS.items():
            made = button(word, "segment")
            made.setProperty("end", ends[decision])
            made.setCheckable(True)
            plain_tip(made, f"{word}（{_KEYS[decision]}）")
            made.clicked.connect(lambda _=False, decision=decision: self.decided.emit(decision))
            self._group.addButton(made)
            self.buttons[decision] = made
            line.addWidget(made, 1)
        self.add(line)

    # --- showing -------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """Show that no line is chosen."""
        self.name.setText("选一行看详情")
        self.badge.show_word("", Tone.GREY)
        for label in (self.place, self.why, self.matches):
            label.setText("")
        self._line.hide()
        for word, value in self.fields.values():
            word.hide()
            value.hide()
        self._show_decision(None, ())

    def show_line(self, line: ImportLine, decision: Decision | None) -> None:
        """Show a line; who it may be comes later by `show_matches`."""
        self.name.setText(line.person.name)
        self.badge.show_word(LIKENESS[line.likeness], TONES[line.likeness])
        self.place.setText(place_words(line.person))
        self.why.setText(why_words(line))
        for field in FIELDS:
            self._show_field(field, getattr(line.person, field), line.differences.get(field))
        self.show_matches(())
        self._show_decision(decision, allowed(line))

    def show_matches(self, people: Sequence[PersonRow]) -> None:
        """Show the stored persons a line may be."""
        lines = [_person_words(person) for person in people[:_MOST_MATCHES]]
        more = len(people) - _MOST_MATCHES
        rest = [f"另有 {more} 位"] if more > 0 else []
        self.matches.setText("\n".join(["名册里：", *lines, *rest]) if lines else "")
        self._line.setVisible(bool(lines))

    def _show_field(self, field: str, value: str, change: tuple[str, str] | None) -> None:
        word, shown_value = self.fields[field]
        text = shown(field, value)
        if change is not None:
            text = f"{shown(field, change[0]) or '（空）'} → {shown(field, change[1])}"
        shown_value.setText(text)
        dress(shown_value, "strong" if change else "secondary")
        for label in (word, shown_value):
            label.setVisible(bool(text))

    def _show_decision(self, decision: Decision | None, choices: Sequence[Decision]) -> None:
        self._group.setExclusive(False)
        for one, made in self.buttons.items():
            made.setEnabled(one in choices)
            made.setChecked(one is decision)
        self._group.setExclusive(True)


def _person_words(person: PersonRow) -> str:
    phone = shown("phone", person.phone)
    facts = (person.unit, person.department, person.post, person.layer, phone)
    return f"{person.name}　" + "　".join(filter(None, facts))

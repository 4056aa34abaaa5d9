"""A line that finds persons of the roster by name or pinyin initials while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from jz_training.domain.roster import PersonRow
from jz_training.ui.context import Context
from jz_training.ui.widgets.suggest_field import SuggestField

_MOST = 8


class PersonSearch(SuggestField):
    """Offers persons under the line; what is typed may also stay as it is.

    Signals: person_picked(PersonRow).
    """

    person_picked = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._offered: dict[str, PersonRow] = {}
        self.textEdited.connect(self._search)
        self.picked.connect(self._pick)

    def suggestions(self, typed: str) -> list[str]:
        """Return the persons found; the desk has judged what fits."""
        return list(self._offered) if typed.strip() else []

    @property
    def only_one(self) -> PersonRow | None:
        """Return the person found if there is no other."""
        return next(iter(self._offered.values())) if len(self._offered) == 1 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text().isprintable():
            self._offered = {}  # found for other letters
        super().keyPressEvent(event)

    def _search(self, text: str) -> None:
        desk = self._ctx.desk
        if text.strip():
            self._ctx.work.read(
                lambda: desk.people.search(text, limit=_MOST),
                lambda people: self._found(text, people),
                owner=self,
                key="persons",
            )
        else:
            self._offered = {}

    def _found(self, text: str, people: Sequence[PersonRow]) -> None:
        if text == self.text():
            self._offered = {_line(person): person for person in people}
            if self.hasFocus():
                self._offer()

    def _pick(self, line: str) -> None:
        person = self._offered.get(line)
        self._offered = {}
        if person is not None:
            self.person_picked.emit(person)


def _line(person: PersonRow) -> str:
    return "　".join(part for part in (person.name, person.unit, person.post) if part)

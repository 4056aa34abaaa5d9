"""What will happen to every line of an import: the usual, unless the user decided otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from jz_training.domain.roster_reading import Decision, ImportLine, Likeness
from jz_training.services.imports import USUAL

_A, _U, _S = Decision.ADD, Decision.UPDATE, Decision.SKIP

_ALLOWED: dict[Likeness, tuple[Decision, ...]] = {
    Likeness.NEW: (_A, _S),
    Likeness.SAME: (_A, _S),
    Likeness.CHANGED: (_A, _U, _S),
}


def allowed(line: ImportLine) -> tuple[Decision, ...]:
    """Return what may be decided for a line; only one stored person can be updated."""
    if line.likeness is Likeness.DOUBTFUL:
        return (_A, _U, _S) if len(line.matches) == 1 else (_A, _S)
    return _ALLOWED[line.likeness]


class ImportPlan:
    """The lines of a preview with the user's decisions, counted as they are made."""

    def __init__(self, lines: Sequence[ImportLine]) -> None:
        self.lines = tuple(lines)
        self.decisions: dict[int, Decision] = {}
        self.places: dict[Likeness, list[int]] = {likeness: [] for likeness in Likeness}
        for place, line in enumerate(self.lines):
            self.places[line.likeness].append(place)
        self._counts = Counter(
            {USUAL.get(likeness): len(places) for likeness, places in self.places.items()}
        )

    def decision(self, place: int) -> Decision | None:
        """Return what will happen to a line, None while it has to be decided."""
        return self.decisions.get(place) or USUAL.get(self.lines[place].likeness)

    def decide(self, places: Iterable[int], decision: Decision) -> int:
        """Decide for some lines and return for how many it was possible."""
        done = 0
        for place in places:
            if decision in allowed(self.lines[place]):
                self._counts[self.decision(place)] -= 1
                self._counts[decision] += 1
                self.decisions[place] = decision
                done += 1
        return done

    def keep_decisions(self, earlier: ImportPlan) -> None:
        """Take over what was decided before for lines that are still the same."""
        for place, decision in earlier.decisions.items():
            if place < len(self.lines) and self.lines[place] == earlier.lines[place]:
                self.decide((place,), decision)

    @property
    def undecided(self) -> int:
        """Return how many lines still have to be decided."""
        return self._counts[None]

    @property
    def taken(self) -> int:
        """Return how many people will be added or updated."""
        return self._counts[_A] + self._counts[_U]

    def next_undecided(self, place: int) -> int | None:
        """Return the first undecided line after a place, from the top again at the end."""
        doubtful = self.places[Likeness.DOUBTFUL]
        later = [one for one in doubtful if one > place] + [one for one in doubtful if one <= place]
        return next((one for one in later if self.decision(one) is None), None)

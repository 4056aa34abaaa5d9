"""应到范围: units × layers × categories × shifts, or persons one by one, counted as it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_training.domain.roster import PersonRow, UnitRow
from jz_training.domain.training import AudienceRule
from jz_training.labels import CATEGORIES, LAYERS
from jz_training.ui.context import Context
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.trainings.audience_dialog import open_people
from jz_training.ui.trainings.people_by_hand import Chosen, PeopleByHand
from jz_training.ui.trainings.unit_ticks import UnitTicks
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.tick_line import TickLine

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

_RULE, _HAND = "rule", "hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceChoices:
    """What an audience can be made of."""

    units: tuple[UnitRow, ...]
    layers: tuple[str, ...]
    categories: tuple[str, ...]
    shifts: tuple[str, ...] = ()


class AudiencePicker(Card):
    """Chooses who is expected.

    Signals: edited() when the user changed something.
    """

    edited = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__("应到范围")
        self._ctx = ctx
        self._people: tuple[PersonRow, ...] = ()
        self._chosen: dict[UUID, Chosen] = {}
        self._kept = AudienceRule()
        self._untouched, self._in_turns = True, False
        self.way = Segmented([(_RULE, "按范围"), (_HAND, "逐人选择")])
        self.units = UnitTicks()
        self.layers = TickLine("层级范围")
        self.categories = TickLine("类别范围")
        self.shifts = TickLine("班次范围")
        self._shift_words = plain_label("班次（不勾选即不限）", "field")
        self.by_hand = PeopleByHand(ctx)
        self.count = button("", "link", tip="查看应到人员")
        self._lay_out()
        self._connect()

    # --- the rule ------------------------------------------------------------------------------

    def rule(self) -> AudienceRule:
        """Return what is chosen."""
        if self._untouched:
            return self._kept
        added = tuple(key for key, each in self._chosen.items() if not each.removed)
        if self.way.value() == _HAND:
            return AudienceRule(added=added, everyone=False)
        return AudienceRule(
            units=self.units.value(),
            layers=self.layers.value(),
            categories=self.categories.value(),
            shifts=self.shifts.value(),
            added=added,
            removed=tuple(key for key, each in self._chosen.items() if each.removed),
        )

    def show_rule(self, rule: AudienceRule) -> None:
        """Show a rule without telling about it."""
        self._kept, self._untouched = rule, True
        self.way.set_value(_RULE if rule.everyone else _HAND)
        self.units.set_value(rule.units)
        self.layers.set_value(rule.layers)
        self.categories.set_value(rule.categories)
        self.shifts.set_value(rule.shifts)
        self._fetch_chosen(rule)
        self._show_way()
        self._recount()

    def read_choices(self) -> None:
        """Read units, layers and categories from the desk."""
        desk = self._ctx.desk
        self._ctx.work.read(lambda: _choices(desk), self._take_choices, owner=self, key="choices")

    @property
    def people(self) -> tuple[PersonRow, ...]:
        """Return who is meant, as last counted."""
        return self._people

    # --- construction --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._range = QWidget()
        column = QVBoxLayout(self._range)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label("单位（不勾选即全部）", "field"))
        column.addWidget(self.units)
        for word, ticks in (("层级", self.layers), ("类别", self.categories)):
            column.addWidget(plain_label(f"{word}（不勾选即不限）", "field"))
            column.addWidget(ticks)
        column.addWidget(self._shift_words)
        column.addWidget(self.shifts)
        self._hand_words = plain_label("", "field")
        self.add(self.way)
        self.add(self._range)
        self.add(self._hand_words)
        self.add(self.by_hand)
        self.body.addStretch(1)
        self.head.addWidget(self.count)

    def _connect(self) -> None:
        self.way.chosen.connect(lambda _: self._touch())
        self.units.ticked.connect(self._touch)
        self.layers.ticked.connect(self._touch)
        self.categories.ticked.connect(self._touch)
        self.shifts.ticked.connect(self._touch)
        self.by_hand.picked.connect(self._pick)
        self.by_hand.dropped.connect(self._drop)
        self.count.clicked.connect(lambda: open_people(self, self._people))
        self._show_way()

    # --- changing ------------------------------------------------------------------------------

    def _touch(self) -> None:
        self._untouched = False
        self._show_way()
        self._recount()
        self.edited.emit()

    def _pick(self, person: PersonRow) -> None:
        """Add a person; one whom the rule means already is taken out of it instead."""
        meant = any(person.id == each.id for each in self._people)
        removed = self.way.value() == _RULE and meant and person.id not in self._chosen
        self._chosen[person.id] = Chosen(person, removed=removed)
        self._show_chosen()
        self._touch()

    def _drop(self, person_id: UUID) -> None:
        self._chosen.pop(person_id, None)
        self._show_chosen()
        self._touch()

    def _show_way(self) -> None:
        by_rule = self.way.value() == _RULE
        self._range.setVisible(by_rule)
        for part in (self._shift_words, self.shifts):  # where somebody works in turns
            part.setVisible(self._in_turns or bool(self.shifts.value()))
        self._hand_words.setText(
            "个别调整（选中范围内的人即不参加，范围外的人即加入）" if by_rule else "应到人员"
        )

    def _show_chosen(self) -> None:
        self.by_hand.show_chosen(list(self._chosen.values()))

    # --- reading -------------------------------------------------------------------------------

    def _recount(self) -> None:
        rule, desk = self.rule(), self._ctx.desk
        self._ctx.work.read(
            lambda: desk.lists.audience(rule), self._take_people, owner=self, key="audience"
        )

    def _take_people(self, people: tuple[PersonRow, ...]) -> None:
        self._people = people
        self.count.setText(f"将有 {len(people)} 人应到" if people else "这个范围里还没有人")
        self.count.setEnabled(bool(people))

    def _fetch_chosen(self, rule: AudienceRule) -> None:
        desk, ids = self._ctx.desk, (*rule.added, *rule.removed)
        self._chosen = {}
        self._show_chosen()
        if ids:
            self._ctx.work.read(
                lambda: desk.people.rows(ids),
                lambda people: self._take_chosen(people, rule),
                owner=self,
                key="chosen",
            )

    def _take_chosen(self, people: Sequence[PersonRow], rule: AudienceRule) -> None:
        if rule is self._kept and self._untouched:
            self._chosen = {p.id: Chosen(p, removed=p.id in rule.removed) for p in people}
            self._show_chosen()

    def _take_choices(self, choices: AudienceChoices) -> None:
        self.units.show_units(choices.units)
        self.layers.show_words(choices.layers)
        self.categories.show_words(choices.categories)
        self.shifts.show_words(choices.shifts)
        self._in_turns = bool(choices.shifts)
        self._show_way()
        if self._untouched:
            self.units.set_value(self._kept.units)


def _choices(desk: Desk) -> AudienceChoices:
    return AudienceChoices(
        units=desk.units.all(),
        layers=_usual_first(desk.people.layers(), LAYERS),
        categories=_usual_first(desk.people.categories(), CATEGORIES),
        shifts=desk.people.shifts(),
    )


def _usual_first(used: Sequence[str], usual: Sequence[str]) -> tuple[str, ...]:
    """Return words in the order of the usual ones, then the others."""
    place = {word: at for at, word in enumerate(usual)}
    return tuple(sorted(used, key=lambda word: (place.get(word, len(place)), word)))

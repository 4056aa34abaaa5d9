"""How the 学时 of a training are found: by hand, or by one of the office's rule sets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from jz_training.domain.hours import HoursRule, HoursRuleRow, Span, credit
from jz_training.domain.training_form import TrainingForm
from jz_training.labels.hours import hours_text, rule_words

BY_HAND = "手工填写"


def reckoned(
    rule: HoursRule, form: TrainingForm, spans: Sequence[tuple[datetime, datetime]]
) -> str:
    """Return the hours that times are worth by a rule set; empty while a time is not readable."""
    told = [Span(*span) for span in spans if span[1] > span[0]]
    whole = bool(told) and len(told) == len(spans)
    return hours_text(credit(rule, form, told)) if whole else ""


def basis_words(rule: HoursRule) -> str:
    """Return how a rule set reckons and on what it rests."""
    basis = f"依据：{rule.basis}。" if rule.basis else "这条规则没有填写依据。"
    return f"按规则计算：{rule_words(rule)}。{basis}"


class HoursRuleBox(QComboBox):
    """The rule sets; one that the training keeps is offered even when it is no longer in the list.

    Signals: rule_chosen() when the user takes another one.
    """

    rule_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rules: list[HoursRule] = []
        self._kept: HoursRule | None = None
        self._known: tuple[HoursRule, ...] = ()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._fill(None)
        self.activated.connect(lambda _: self.rule_chosen.emit())

    def value(self) -> HoursRule | None:
        """Return the rule set that is chosen; None: the hours are entered by hand."""
        at = self.currentIndex()
        return self._rules[at - 1] if at > 0 else None

    def set_value(self, rule: HoursRule | None) -> None:
        """Choose the rule set of a training."""
        self._kept = rule
        self._fill(rule)

    def offer(self, rows: Sequence[HoursRuleRow]) -> None:
        """Offer the rule sets of the office; what is chosen stays."""
        self._known = tuple(row.rule for row in rows)
        self._fill(self.value())

    @property
    def has_choice(self) -> bool:
        """Tell whether there is anything but entering by hand."""
        return bool(self._rules)

    def _fill(self, chosen: HoursRule | None) -> None:
        self._rules = list(self._known)
        if self._kept is not None and self._kept not in self._rules:
            self._rules.insert(0, self._kept)
        was = self.blockSignals(True)
        self.clear()
        self.addItem(BY_HAND)
        for rule in self._rules:
            own = rule is self._kept and rule not in self._known and bool(self._known)
            self.addItem(f"{rule.name}（本场次所用）" if own else rule.name)
        self.setCurrentIndex(self._rules.index(chosen) + 1 if chosen in self._rules else 0)
        self.blockSignals(was)

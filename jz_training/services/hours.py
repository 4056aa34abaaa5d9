"""学时: the rule sets and requirements of an office. None is set until the secretary chooses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.hours import (
    NAME_LIMIT,
    HoursRequirement,
    HoursRequirementRow,
    HoursRule,
    HoursRuleRow,
    requirement_faults,
    rule_faults,
)
from jz_training.errors import Refused
from jz_training.services.hours_rows import hours_rule_json, hours_rule_of
from jz_training.services.stored_row import shown_row, stored_row
from jz_training.services.typed_text import one_line, words
from jz_training.storage.store import Store
from jz_training.storage.tables import HoursRuleSet, HoursWanted

N = TypeVar("N", HoursRule, HoursRequirement)


class Hours:
    """The rule sets and requirements for 学时 of one workspace.

    A training keeps the rule set it was reckoned by: changing one here changes no training.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- rule sets ---------------------------------------------------------------------------

    def rules(self) -> tuple[HoursRuleRow, ...]:
        """Return the rule sets in the order they were entered."""
        with self._store.read() as db:
            rows = db.scalars(select(HoursRuleSet).order_by(HoursRuleSet.id))
            return tuple(
                HoursRuleRow(id=row.id, version=row.version, rule=hours_rule_of(row.rule))
                for row in rows
            )

    def add_rule(self, rule: HoursRule) -> UUID:
        """Enter a rule set and return its id. Raises Refused with the field at fault."""
        rule = _checked_rule(rule)
        with self._store.write("hours.rule_add", subject=rule.name) as db:
            _refuse_same(db, HoursRuleSet, rule.name, None)
            row = HoursRuleSet(name=rule.name, rule=hours_rule_json(rule))
            db.add(row)
        return row.id

    def change_rule(self, rule_id: UUID, *, version: int, rule: HoursRule) -> None:
        """Change a rule set; trainings keep the one they have.

        Raises Refused, NotFound or ChangedMeanwhile.
        """
        rule = _checked_rule(rule)
        with self._store.write("hours.rule_change", subject=rule.name) as db:
            row = shown_row(db, HoursRuleSet, rule_id, "hours_rule", version=version)
            _refuse_same(db, HoursRuleSet, rule.name, rule_id)
            row.name, row.rule = rule.name, hours_rule_json(rule)

    def remove_rule(self, rule_id: UUID) -> None:
        """Remove a rule set; trainings keep what they were reckoned by. Raises NotFound."""
        with self._store.write("hours.rule_remove") as db:
            row = stored_row(db, HoursRuleSet, rule_id, "hours_rule")
            db.info["subject"] = row.name
            db.delete(row)

    # --- requirements ------------------------------------------------------------------------

    def requirements(self) -> tuple[HoursRequirementRow, ...]:
        """Return the requirements in the order they were entered."""
        with self._store.read() as db:
            rows = db.scalars(select(HoursWanted).order_by(HoursWanted.id))
            return tuple(
                HoursRequirementRow(id=row.id, version=row.version, requirement=_requirement(row))
                for row in rows
            )

    def add_requirement(self, wanted: HoursRequirement) -> UUID:
        """Enter a requirement and return its id. Raises Refused with the field at fault."""
        wanted = _checked_requirement(wanted)
        with self._store.write("hours.wanted_add", subject=wanted.name) as db:
            _refuse_same(db, HoursWanted, wanted.name, None)
            row = HoursWanted(**_columns(wanted))
            db.add(row)
        return row.id

    def change_requirement(
        self, wanted_id: UUID, *, version: int, requirement: HoursRequirement
    ) -> None:
        """Change a requirement. Raises Refused, NotFound or ChangedMeanwhile."""
        wanted = _checked_requirement(requirement)
        with self._store.write("hours.wanted_change", subject=wanted.name) as db:
            row = shown_row(db, HoursWanted, wanted_id, "hours_wanted", version=version)
            _refuse_same(db, HoursWanted, wanted.name, wanted_id)
            for name, value in _columns(wanted).items():
                setattr(row, name, value)

    def remove_requirement(self, wanted_id: UUID) -> None:
        """Remove a requirement. Raises NotFound."""
        with self._store.write("hours.wanted_remove") as db:
            row = stored_row(db, HoursWanted, wanted_id, "hours_wanted")
            db.info["subject"] = row.name
            db.delete(row)


def _checked_rule(rule: HoursRule) -> HoursRule:
    rule = _named(rule)
    for field, code in rule_faults(rule).items():
        raise Refused(field, code, limit=NAME_LIMIT)
    return rule


def _checked_requirement(wanted: HoursRequirement) -> HoursRequirement:
    wanted = replace(
        _named(wanted),
        layers=words("layers", wanted.layers),
        categories=words("categories", wanted.categories),
    )
    for field, code in requirement_faults(wanted).items():
        raise Refused(field, code, limit=NAME_LIMIT)
    return wanted


def _named(entered: N) -> N:
    """Return what was entered with the texts that both kinds have as they are stored."""
    return replace(
        entered, name=one_line("name", entered.name), basis=one_line("basis", entered.basis)
    )


def _refuse_same(
    db: Session, kind: type[HoursRuleSet] | type[HoursWanted], name: str, but: UUID | None
) -> None:
    found = db.scalars(select(kind.id).where(kind.name == name)).first()
    if found not in (None, but):
        raise Refused("name", "same_name", name=name)


def _requirement(row: HoursWanted) -> HoursRequirement:
    return HoursRequirement(
        name=row.name,
        hours=row.hours,
        basis=row.basis,
        years=row.years,
        online=row.online,
        layers=tuple(row.layers),
        categories=tuple(row.categories),
    )


def _columns(wanted: HoursRequirement) -> dict[str, Any]:
    return {
        "name": wanted.name,
        "hours": wanted.hours,
        "basis": wanted.basis,
        "years": wanted.years,
        "online": wanted.online,
        "layers": list(wanted.layers),
        "categories": list(wanted.categories),
    }

"""The settings of a workspace, kept with its data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.clashes import ClashRule
from jz_training.domain.online_attendance import USUAL_PERCENT
from jz_training.domain.paper_style import PaperSkin
from jz_training.services import tallies
from jz_training.services.typed_text import one_line
from jz_training.storage.store import Store
from jz_training.storage.tables import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an office sets once. `organiser` is the union's name as printed on paper."""

    organiser: str = ""
    operator: str = ""
    #: "party": a single-character given name comes first (党代会); "congress": see domain.md §7.
    stroke_convention: str = "party"
    #: Whether 代会 counts for the person who sent the stand-in (DESIGN §5: no).
    stand_in_counts: bool = False
    blank_rows: int = 10
    phone_on_sheet: bool = False
    #: domain.clashes.ClashRule: a training that clashes is told of (warn) or refused (block).
    clash_rule: str = ClashRule.WARN.value
    #: How much of an online meeting is enough (domain.md §4): minutes, or, 0 of them, per cent.
    online_percent: int = USUAL_PERCENT
    online_minutes: int = 0
    #: 发文机关标志 and 机关代字 of the office's own papers (GB/T 9704 7.2.4, 7.2.5).
    paper_mark: str = ""
    paper_code: str = ""
    #: domain.paper_style.PaperSkin of notices and reports.
    paper_skin: str = PaperSkin.TEXT.value
    #: Print on both sides: the binding edge changes sides from page to page.
    paper_duplex: bool = False
    #: How files of papers are called: domain.file_name.
    file_name_pattern: str = ""
    #: How certificates are numbered, with {year} and {number}.
    certificate_pattern: str = ""


class WorkspaceSettings:
    """Read and change the settings of one workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: Settings | None = None

    def get(self) -> Settings:
        """Return the settings; what was never set has its default."""
        if self._known is None:
            with self._store.read() as db:
                self._known = self.stored(db)
        return self._known

    def stored(self, db: Session) -> Settings:
        """Return the settings as a unit of work sees them, its own changes included."""
        return _from_texts({row.key: row.value for row in db.scalars(select(Setting))})

    def change(self, **changes: str | bool | int) -> Settings:
        """Change some settings by name and return all of them. Raises Refused."""
        typed = {
            key: one_line(key, value) if isinstance(value, str) else value
            for key, value in changes.items()
        }
        after = replace(self.get(), **typed)  # type: ignore[arg-type]  # checked by replace
        with self._store.write("settings.change") as db:
            self.put(db, {key: asdict(after)[key] for key in changes})
            if "stand_in_counts" in changes:
                db.flush()
                tallies.rebuild(db, stand_in_counts=after.stand_in_counts)
        self._known = after
        return after

    def put(self, db: Session, values: Mapping[str, str | bool | int]) -> None:
        """Store settings within somebody else's act; call `forget` when it is done."""
        rows = {row.key: row for row in db.scalars(select(Setting))}
        for key, value in values.items():
            if key in rows:
                rows[key].value = _text(value)
            else:
                db.add(Setting(key=key, value=_text(value)))

    def forget(self) -> None:
        """Read the settings anew next time: an undo or a restore may have changed them."""
        self._known = None


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)


def _from_texts(stored: dict[str, str]) -> Settings:
    usual = asdict(Settings())
    values: dict[str, Any] = {
        key: _value(text, usual[key]) for key, text in stored.items() if key in usual
    }
    return Settings(**values)


def _value(text: str, usual: object) -> str | bool | int:
    """Return a stored text as the kind of value its default is."""
    if isinstance(usual, bool):
        return bool(int(text))
    return int(text) if isinstance(usual, int) else text

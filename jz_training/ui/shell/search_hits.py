"""What the search box finds: persons, trainings and notices as lines that open a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jz_training import labels

if TYPE_CHECKING:
    from jz_training.domain.notice import NoticeRow
    from jz_training.domain.roster import PersonRow
    from jz_training.domain.summary import LedgerRow
    from jz_training.services.desk import Desk

#: So many of each kind: a list to choose from, not to read.
EACH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One line of the list: its group, its words, and the page it opens with `what`."""

    group: str
    text: str
    note: str = ""
    page: str
    what: Mapping[str, object] = field(default_factory=dict)


def find_hits(desk: Desk, text: str) -> tuple[Hit, ...]:
    """Return what fits a text, by Chinese or pinyin initials; runs on the worker."""
    if not text.strip():
        return ()
    people = tuple(map(_person_hit, desk.people.search(text, limit=EACH)))
    trainings = tuple(map(_training_hit, desk.trainings.search(text, limit=EACH)))
    notices = tuple(map(_notice_hit, desk.notices.search(text, limit=EACH)))
    return people + trainings + notices


def _person_hit(person: PersonRow) -> Hit:
    note = "　".join(part for part in (person.unit, person.post) if part)
    return Hit(
        group="人员", text=person.name, note=note, page="people", what={"person_id": person.id}
    )


def _training_hit(row: LedgerRow) -> Hit:
    note = f"{row.start:%Y-%m-%d}　{labels.FORMS[row.form]}"
    return Hit(
        group="场次",
        text=row.title,
        note=note,
        page="training",
        what={"training_id": row.training_id},
    )


def _notice_hit(row: NoticeRow) -> Hit:
    note = "　".join(part for part in (row.number, row.issuer) if part)
    return Hit(group="通知", text=row.title, note=note, page="notice", what={"notice_id": row.id})

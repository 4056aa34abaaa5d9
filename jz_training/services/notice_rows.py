"""Between the tables of notices and the frozen views: each mapping once."""

from __future__ import annotations

from jz_training.domain.obligation import ObligationDraft, ObligationKind, ObligationRow, Per
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import Channel, Genre
from jz_training.domain.training import TrainingForm
from jz_training.storage.tables import Obligation

#: The fields of an obligation that are stored as they are.
PLAIN = (
    "phrase", "start", "end", "section", "wording", "count", "unit", "due", "due_phrase",
    "own_due", "owner", "note",
)  # fmt: skip


def obligation_row(stored: Obligation) -> ObligationRow:
    """Return an obligation as shown."""
    draft = ObligationDraft(
        kind=ObligationKind(stored.kind),
        forms=tuple(map(TrainingForm, stored.forms)),
        audience=tuple(stored.audience),
        channels=tuple(map(Channel, stored.channels)),
        genres=tuple(map(Genre, stored.genres)),
        places=tuple(map(PlaceKind, stored.places)),
        venues=tuple(stored.venues),
        topics=tuple(stored.topics),
        per=Per(stored.per),
        **{name: getattr(stored, name) for name in PLAIN},
    )
    return ObligationRow(
        id=stored.id,
        version=stored.version,
        notice_id=stored.notice_id,
        position=stored.position,
        draft=draft,
        confirmed_on=stored.confirmed_on,
        reported_on=stored.reported_on,
    )

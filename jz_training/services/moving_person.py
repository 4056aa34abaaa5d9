"""What belongs to a person besides the lines of lists, when two entries become one."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session, aliased

from jz_training.domain.attendance import AttendeeRole
from jz_training.domain.training import TrainingState
from jz_training.errors import Refused
from jz_training.storage.paper_tables import Certificate
from jz_training.storage.tables import Attendee, Leave, MakeUp, Nickname, Training

#: So many trainings are named when two entries turn out to be two people.
MOST_NAMED = 3


def refuse_both_expected(db: Session, source_id: UUID, target_id: UUID) -> None:
    """Refuse merging who stood on one list together: they are two people."""
    one, other = aliased(Attendee), aliased(Attendee)
    query = (
        select(Training.title)
        .join(one, one.training_id == Training.id)
        .join(other, other.training_id == Training.id)
        .where(
            one.person_id == source_id,
            other.person_id == target_id,
            one.role == AttendeeRole.EXPECTED.value,
            other.role == AttendeeRole.EXPECTED.value,
        )
        .order_by(Training.start.desc())
    )
    titles = list(db.scalars(query))
    if titles:
        named = "、".join(f"“{title}”" for title in titles[:MOST_NAMED])
        more = "等" if len(titles) > MOST_NAMED else ""
        raise Refused("target", "both_expected", count=len(titles), trainings=named + more)


def move_belongings(db: Session, source_id: UUID, target_id: UUID) -> None:
    """Give another person leaves, make-ups, nicknames, certificates and places in audiences."""
    for leave in db.scalars(select(Leave).where(Leave.person_id == source_id)):
        leave.person_id = target_id
    for make_up in db.scalars(select(MakeUp).where(MakeUp.person_id == source_id)):
        make_up.person_id = target_id
    for nickname in db.scalars(select(Nickname).where(Nickname.person_id == source_id)):
        nickname.person_id = target_id
    for certificate in db.scalars(select(Certificate).where(Certificate.person_id == source_id)):
        certificate.person_id = target_id  # what is printed on it stays
    holding = select(Training).where(
        Training.state == TrainingState.PLANNED.value,
        cast(Training.audience, Text).contains(source_id.hex),
    )
    for training in db.scalars(holding):
        training.audience = training.audience | {
            key: _renamed(training.audience.get(key, []), source_id.hex, target_id.hex)
            for key in ("added", "removed")
        }


def _renamed(ids: list[str], source: str, target: str) -> list[str]:
    return list(dict.fromkeys(target if one == source else one for one in ids))

"""Proposing make-up groups: who still misses the same thing, by training or by topic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jz_training.domain.make_up import MakeUpForm, MakeUpGroupDraft, MissedRow

#: A room for making up is small: from so many on, more than one sitting is proposed.
ROOMFUL = 30
#: Characters of a title: it heads the sheet.
TITLE_LIMIT = 60


class ProposeBy(StrEnum):
    """What those of one group have in common."""

    TRAINING = "training"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupProposal:
    """A make-up group that could be made of those who still miss the same thing.

    `sittings` is how often to hold it so that at most `ROOMFUL` persons sit together, `size` how
    many persons then come to each.
    """

    draft: MakeUpGroupDraft
    members: tuple[MissedRow, ...]

    @property
    def persons(self) -> int:
        """Return how many persons are meant; somebody may miss several trainings of one topic."""
        return len({row.person_id or row.attendee_id for row in self.members})

    @property
    def sittings(self) -> int:
        """Return how often it has to be held."""
        return -(-self.persons // ROOMFUL)

    @property
    def size(self) -> int:
        """Return how many persons come to a sitting."""
        return -(-self.persons // self.sittings) if self.members else 0


def proposals(rows: Iterable[MissedRow], *, by: ProposeBy) -> tuple[GroupProposal, ...]:
    """Return a group for each training or topic that is still missed, the largest first.

    A row of several topics is proposed with the first of them; what has a make-up already is
    left out.
    """
    found: dict[object, list[MissedRow]] = {}
    for row in rows:
        if row.make_up is None:
            found.setdefault(_key(row, by), []).append(row)
    made = [_proposal(members, by) for members in found.values()]
    return tuple(sorted(made, key=lambda one: -one.persons))


def _key(row: MissedRow, by: ProposeBy) -> object:
    if by is ProposeBy.TOPIC and row.topics:
        return row.topics[0]
    return row.training_id


def _proposal(members: list[MissedRow], by: ProposeBy) -> GroupProposal:
    ordered = tuple(sorted(members, key=lambda row: (row.unit, row.name, row.day)))
    return GroupProposal(
        draft=MakeUpGroupDraft(title=group_title(ordered, by=by), form=MakeUpForm.LESSON),
        members=ordered,
    )


def group_title(rows: Iterable[MissedRow], *, by: ProposeBy = ProposeBy.TRAINING) -> str:
    """Return a title for a group: of the training or topic its members share, else of none."""
    members = tuple(rows)
    topics = {row.topics[:1] for row in members}
    titles = {row.title for row in members}
    shared = ""
    if by is ProposeBy.TOPIC and len(topics) == 1:
        shared = "".join(topics.pop())
    if not shared and len(titles) == 1:
        shared = titles.pop()
    if not shared and len(topics) == 1:
        shared = "".join(topics.pop())
    return f"{shared[: TITLE_LIMIT - 3]}补学班" if shared else "补学班"

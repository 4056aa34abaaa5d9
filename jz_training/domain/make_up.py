"""Make-up study (补学): tied to the training that was missed, counted apart from attendance.

It raises 覆盖率 and hours, never 实到 (DESIGN §5, domain.md §2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from jz_training.domain.attendance import AttendanceStatus, LeaveReason
from jz_training.domain.dossier import DossierPart
from jz_training.domain.filing import DocumentKind, FiledDraft


class MakeUpForm(StrEnum):
    """How something missed is made up."""

    RECORDING = "recording"  # 观看录像
    SELF_STUDY = "self_study"  # 自学
    LESSON = "lesson"  # 补课
    REFLECTION = "reflection"  # 撰写体会
    OTHER_BATCH = "other_batch"  # 换批参加


class MakeUpState(StrEnum):
    """Where making up something missed stands."""

    OPEN = "open"  # 未补
    ARRANGED = "arranged"  # 已安排
    DONE = "done"  # 已补


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUpDraft:
    """What is entered for one make-up; `done_on` None: it is planned (for `planned_on`, if known).

    `hours` None: those of the training that was missed; a part of them if parts were missed.
    """

    form: MakeUpForm
    done_on: date | None = None
    planned_on: date | None = None
    hours: Decimal | None = None
    note: str = ""
    group_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedRow:
    """Somebody who missed a training, with the make-up if one was entered.

    `make_up` None: nothing was arranged. `evidence` counts the documents filed with it, those
    filed once for several of the same training among them. Somebody who came and missed parts is
    PRESENT (or late, online …) and `parts` names what is missing.
    """

    attendee_id: UUID
    person_id: UUID | None
    name: str
    unit: str
    layer: str
    category: str
    training_id: UUID
    title: str
    day: date
    status: AttendanceStatus
    reason: LeaveReason | None = None
    required: bool = False
    topics: tuple[str, ...] = ()
    notice_id: UUID | None = None
    hours: Decimal | None = None  # what making it up is worth
    make_up_id: UUID | None = None
    make_up_version: int = 0
    make_up: MakeUpDraft | None = None
    evidence: int = 0
    parts: tuple[str, ...] = ()
    group: str = ""  # the title of the make-up group it is made up in

    @property
    def done(self) -> bool:
        """Tell whether it was made up."""
        return self.make_up is not None and self.make_up.done_on is not None

    @property
    def state(self) -> MakeUpState:
        """Return where making it up stands."""
        if self.make_up is None:
            return MakeUpState.OPEN
        return MakeUpState.DONE if self.done else MakeUpState.ARRANGED


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUpGroupDraft:
    """A make-up group (补学班): who missed things meets once more, on `day`."""

    title: str
    form: MakeUpForm
    day: date | None = None
    venue: str = ""
    leader: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUpGroupRow:
    """A make-up group with what its members make up, in order of unit and name."""

    id: UUID
    version: int
    draft: MakeUpGroupDraft
    members: tuple[MissedRow, ...] = ()

    @property
    def waiting(self) -> tuple[MissedRow, ...]:
        """Return the members who have not made it up yet."""
        return tuple(row for row in self.members if not row.done)

    @property
    def finished(self) -> bool:
        """Tell whether everybody in it has made up what was missed."""
        return bool(self.members) and not self.waiting


def evidence_of(rows: Sequence[MissedRow], *, name: str = "") -> tuple[FiledDraft, ...]:
    """Return how a file that shows these make-ups is filed: once in the dossier of each training.

    It belongs to the make-up itself where it shows a single one of the training.
    """
    by_training: dict[UUID, list[MissedRow]] = {}
    for row in rows:
        by_training.setdefault(row.training_id, []).append(row)
    return tuple(
        FiledDraft(
            kind=DocumentKind.MAKE_UP,
            name=name,
            training_id=training_id,
            dossier_part=DossierPart.MAKE_UP.value,
            make_up_id=members[0].make_up_id if len(members) == 1 else None,
        )
        for training_id, members in by_training.items()
    )

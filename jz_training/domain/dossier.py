"""The dossier of a training (一会一档): its checklist and the documents filed in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from jz_training.domain.filing import DocumentKind, FiledRow


class DossierPart(StrEnum):
    """The parts of a dossier, in the order of its checklist (domain.md §2 学习档案)."""

    NOTICE = "notice"  # 方案/通知
    AGENDA = "agenda"  # 议程
    MATERIAL = "material"  # 学习材料
    SHEET = "sheet"  # 签到表（原件扫描）
    LEAVE = "leave"  # 请假条
    RECORD = "record"  # 学习记录
    SPEECH = "speech"  # 发言提纲/材料
    PHOTO = "photo"  # 照片
    BRIEF = "brief"  # 简报/信息稿/截图
    MAKE_UP = "make_up"  # 补学记录
    SUMMARY = "summary"  # 小结


#: What a document filed in a part is.
KINDS: dict[DossierPart, DocumentKind] = {
    DossierPart.NOTICE: DocumentKind.NOTICE,
    DossierPart.AGENDA: DocumentKind.AGENDA,
    DossierPart.MATERIAL: DocumentKind.MATERIAL,
    DossierPart.SHEET: DocumentKind.SHEET,
    DossierPart.LEAVE: DocumentKind.LEAVE,
    DossierPart.RECORD: DocumentKind.RECORD,
    DossierPart.SPEECH: DocumentKind.SPEECH,
    DossierPart.PHOTO: DocumentKind.PICTURE,
    DossierPart.BRIEF: DocumentKind.BRIEF,
    DossierPart.MAKE_UP: DocumentKind.MAKE_UP,
    DossierPart.SUMMARY: DocumentKind.SUMMARY,
}


class PartState(StrEnum):
    """What the checklist says of a part."""

    HERE = "here"  # 有
    MISSING = "missing"  # 无
    NOT_NEEDED = "not_needed"  # 不适用


class OwnPaper(StrEnum):
    """What the program itself holds of a part and prints into the dossier."""

    AGENDA = "agenda"
    SHEET = "sheet"  # the attendance as entered; the signed original is a scan
    LEAVE = "leave"
    RECORD = "record"
    MAKE_UP = "make_up"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierLine:
    """One part of the checklist: its state, the documents filed, and our own paper if we hold it.

    A signed sheet is the original (DESIGN §2): our own list of attendance does not stand for it.
    `settled` tells that the part cannot apply, whatever is ticked: nobody was on leave.
    """

    part: DossierPart
    state: PartState
    documents: tuple[FiledRow, ...] = ()
    own: OwnPaper | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The dossier of one training as a checklist; every part once, in order."""

    training_id: UUID
    version: int
    title: str
    lines: tuple[DossierLine, ...]

    @property
    def missing(self) -> tuple[DossierPart, ...]:
        """Return the parts that are still to come."""
        return tuple(line.part for line in self.lines if line.state is PartState.MISSING)

    @property
    def documents(self) -> int:
        """Return how many documents it holds."""
        return sum(len(line.documents) for line in self.lines)

    @property
    def complete(self) -> bool:
        """Tell whether nothing is missing (材料齐全)."""
        return not self.missing


def state_of(
    part: DossierPart,
    *,
    filed: bool,
    own: bool,
    not_needed: Collection[DossierPart],
) -> PartState:
    """Return what the checklist says of a part; what is there is there, whatever was ticked.

    `filed` tells whether a document is filed there, `own` whether we hold a paper of our own.
    """
    stands = own and part is not DossierPart.SHEET
    if filed or stands:
        return PartState.HERE
    return PartState.NOT_NEEDED if part in not_needed else PartState.MISSING


def parts_without_cause(*, closed: bool, leave: int, missed: int) -> frozenset[DossierPart]:
    """Return the parts that cannot apply: nobody was on leave, nobody missed it.

    `missed` counts those on leave and those absent; before the end nobody can tell.
    """
    if not closed:
        return frozenset()
    found = {DossierPart.LEAVE} if not leave else set()
    return frozenset(found | ({DossierPart.MAKE_UP} if not missed else set()))

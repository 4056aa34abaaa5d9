"""A document filed as evidence (材料), with or without the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class DocumentKind(StrEnum):
    """What a filed document is."""

    NOTICE = "notice"  # 通知原文
    MATERIAL = "material"  # 学习材料
    PLAN = "plan"  # 方案、计划
    MINUTES = "minutes"  # 会议纪要
    MEASURES = "measures"  # 具体措施
    REPORT = "report"  # 情况报告
    ARTICLE = "article"  # 文章
    PICTURE = "picture"  # 照片、截图
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledDraft:
    """What the secretary enters for a document; it belongs to a notice, a duty or a publication.

    A document kept on paper only has no file; its name, number and date stand for it.
    """

    kind: DocumentKind
    name: str
    number: str = ""
    dated: date | None = None
    note: str = ""
    notice_id: UUID | None = None
    obligation_id: UUID | None = None
    publicity_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledRow:
    """A filed document; `sha256` names its content, None for one kept on paper; `size` in bytes."""

    id: UUID
    version: int
    draft: FiledDraft
    filed_on: date
    sha256: str | None = None
    size: int = 0
    suffix: str = ""

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
    AGENDA = "agenda"  # 议程
    SHEET = "sheet"  # 签到表（扫描件）
    LEAVE = "leave"  # 请假条
    RECORD = "record"  # 会议记录、学习记录
    SPEECH = "speech"  # 发言材料
    BRIEF = "brief"  # 简报、信息稿
    MAKE_UP = "make_up"  # 补学记录
    SUMMARY = "summary"  # 小结
    MEETING = "meeting"  # 线上参会记录
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledDraft:
    """What the secretary enters for a document, and what it belongs to: at least one thing.

    A document kept on paper only has no file; its name, number and date stand for it. `note` is
    the caption of a photo. `dossier_part` is a value of `DossierPart`, for one of a training.
    """

    kind: DocumentKind
    name: str
    number: str = ""
    dated: date | None = None
    note: str = ""
    notice_id: UUID | None = None
    obligation_id: UUID | None = None
    publicity_id: UUID | None = None
    training_id: UUID | None = None
    dossier_part: str = ""
    leave_id: UUID | None = None
    make_up_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledRow:
    """A filed document; `sha256` names its content, None for one kept on paper; `size` in bytes.

    `original_sha256` names a photo as it came, where it was to be kept beside the smaller one.
    """

    id: UUID
    version: int
    draft: FiledDraft
    filed_on: date
    sha256: str | None = None
    size: int = 0
    suffix: str = ""
    position: int = 0
    original_sha256: str | None = None
    original_suffix: str = ""

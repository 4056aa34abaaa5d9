"""The words of handing a workspace over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from jz_training.domain.file_name import safe_file_name
from jz_training.domain.handover import SUFFIX, HandoverFacts, HandoverKind
from jz_training.labels.file_sizes import size_words

HANDOVER_KINDS: Mapping[HandoverKind, str] = {
    HandoverKind.HANDOVER: "移交文件",
    HandoverKind.ARCHIVE: "归档（只供查阅）",
}

#: What a file dialog shows, as Qt wants it.
HANDOVER_FILTERS: Mapping[HandoverKind, str] = {
    HandoverKind.HANDOVER: f"移交文件 (*{SUFFIX})",
    HandoverKind.ARCHIVE: f"归档文件 (*{SUFFIX})",
}

_IN_NAMES = {HandoverKind.HANDOVER: "移交", HandoverKind.ARCHIVE: "归档"}


def handover_file_name(organiser: str, *, kind: HandoverKind, day: date) -> str:
    """Return a name for the file: 清河市纺织公司工会-移交-2026-11-22.jzw."""
    named = (organiser, _IN_NAMES[kind], day.isoformat())
    return safe_file_name("-".join(word for word in named if word), SUFFIX)


def handover_words(facts: HandoverFacts) -> str:
    """Return whose a file is, when it was made and what it holds, in one line."""
    at = facts.made_at
    return "，".join(
        (
            facts.organiser or "未填写单位",
            f"{at.year}年{at.month}月{at.day}日 {at:%H:%M} 生成",
            f"人员 {facts.people} 人",
            f"场次 {facts.trainings} 个",
            f"材料 {facts.documents} 份",
            f"共 {size_words(facts.size)}",
        )
    )


def read_only_words(archive: HandoverFacts | None) -> str:
    """Return why nothing can be changed in a window: an archive, or a folder of that kind."""
    if archive is None:
        return "工作区所在的文件夹是只读的：可以查看和打印，不能修改。"
    at = archive.made_at
    return (
        f"这是{at.year}年{at.month}月{at.day}日的归档，只供查阅：可以查看、打印和导出，不能修改。"
    )

"""The words of handing a workspace over."""

from __future__ import annotations

from collections.abc import Mapping

from jz_training.domain.handover import HandoverFacts, HandoverKind

HANDOVER_KINDS: Mapping[HandoverKind, str] = {
    HandoverKind.HANDOVER: "移交文件",
    HandoverKind.ARCHIVE: "归档（只供查阅）",
}


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


def size_words(size: int) -> str:
    """Return a size in bytes as people say it: 860 KB, 12.4 MB."""
    if size < 2**20:
        return f"{max(1, round(size / 2**10))} KB"
    return f"{size / 2**20:.1f} MB"

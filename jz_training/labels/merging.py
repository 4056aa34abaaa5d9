"""The words of temporary persons: why somebody of the roster may be one."""

from __future__ import annotations

from jz_training.domain.merging import LikenessReason

LIKENESS_REASONS: dict[LikenessReason, str] = {
    LikenessReason.NAME_AND_UNIT: "姓名、单位相同",
    LikenessReason.NAME: "姓名相同",
    LikenessReason.SOUND: "读音相同",
}

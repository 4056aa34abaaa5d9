"""The words of 自查: what is the matter before a report is handed in, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from jz_training.domain.presubmission import Concern, ConcernKind, Weight
from jz_training.domain.report import COUNTS, Changed
from jz_training.labels.faces import face_name
from jz_training.labels.figures import ABSENT, EXPECTED, LEAVE, MADE_UP, PRESENT, UNRECORDED

WEIGHTS: Mapping[Weight, str] = {Weight.MUST: "要处理", Weight.LOOK: "请留意"}

CONCERNS: Mapping[ConcernKind, str] = {
    ConcernKind.OVER_PRESENT: "实到多于应到",
    ConcernKind.UNRECORDED: "考勤没有登记完",
    ConcernKind.NOT_CLOSED: "考勤还没有关闭",
    ConcernKind.NO_SHEET: "没有归档签到表",
    ConcernKind.DUTY_OVERDUE: "要求已逾期",
    ConcernKind.NO_EVIDENCE: "要求还没有落实材料",
    ConcernKind.DUTY_GAP: "要求还有缺口",
    ConcernKind.CHANGED: "数字与上次报送不同",
    ConcernKind.GONE: "上次报送过，现在没有了",
    ConcernKind.GAP_LEFT: "报告里还有（待补）",
    ConcernKind.MISSING_SIGN: "字体里没有这个字",
    ConcernKind.CUT: "文字放不下，被截短",
    ConcernKind.FONT: "使用了替代字体",
}

_COUNT_WORDS: Mapping[str, str] = dict(
    zip(COUNTS, (EXPECTED, PRESENT, LEAVE, ABSENT, UNRECORDED, MADE_UP), strict=True)
)


def concern_words(concern: Concern) -> str:
    """Return what the matter is in a sentence's end: 3 人未记录, 实到 45 → 47."""
    kind = concern.kind
    if kind is ConcernKind.OVER_PRESENT:
        return f"实到比应到多 {concern.number} 人"
    if kind is ConcernKind.UNRECORDED:
        return f"{concern.number} 人未记录"
    if kind is ConcernKind.NOT_CLOSED:
        return "已全部登记，可以关闭考勤"
    if kind is ConcernKind.NO_SHEET:
        return "把签好的签到表扫描或拍照，放进“材料”"
    if kind is ConcernKind.GAP_LEFT:
        return f"{concern.number} 处，存为 Word 文件后补写"
    if kind in (ConcernKind.CHANGED, ConcernKind.GONE):
        return changed_words(concern.changed)
    if kind is ConcernKind.FONT:
        faces = "、".join(dict.fromkeys(face_name(face) for face in concern.detail))
        return f"用“{faces}”代替，版面相同，字样略有不同"
    if kind is ConcernKind.MISSING_SIGN:
        return f"打印为“〓”：{'、'.join(concern.detail)}"
    if kind is ConcernKind.CUT:
        return "打印时末尾是“…”"
    return _due_words(concern.day)


def changed_words(changed: Changed | None) -> str:
    """Return which counts of a training changed since a report: 实到 45 → 47、缺席 3 → 1."""
    if changed is None or (changed.before is None and changed.now is None):
        return ""
    if changed.now is None:
        return "场次已取消、删除或改期"
    if changed.before is None:
        return "上次报送以后新增"
    before, now = changed.before, changed.now
    return "、".join(
        f"{_COUNT_WORDS[name]} {getattr(before, name)} → {getattr(now, name)}"
        for name in changed.counts
    )


def _due_words(day: date | None) -> str:
    return f"时限 {day.month}月{day.day}日" if day is not None else "没有规定时限"

"""The sentences of summaries, built from figures alone: nothing is praised, nothing supposed.

What was not entered is printed as （待补）, and a rate with unrecorded persons says so (DESIGN §5).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from jz_training.documents.dates import day_words, weekday_words
from jz_training.domain.summary import Ledger
from jz_training.domain.tally import Tally
from jz_training.labels import COVERAGE, rate_words

GAP = "（待补）"
UNNAMED = "（未填写）"


def or_gap(text: str) -> str:
    """Return a text, or （待补） when there is none."""
    return text.strip() or GAP


def moment_words(moment: datetime) -> str:
    """Return a date with the time: 2025年1月20日9时, 2025年1月20日16时30分."""
    minute = f"{moment.minute}分" if moment.minute else ""
    return f"{day_words(moment)}{moment.hour}时{minute}"


def held_words(start: datetime, end: datetime) -> str:
    """Return when something was held: 2025年1月20日（星期一）14:30至16:30."""
    first = f"{weekday_words(start)}{start:%H:%M}"
    last = f"{end:%H:%M}" if end.date() == start.date() else f"{day_words(end)}{end:%H:%M}"
    return f"{first}至{last}"


def counts_words(tally: Tally, *, unit: str) -> str:
    """Return 应到, 实到, 请假 and 缺席 as part of a sentence; `unit` is 人 or 人次."""
    parts = [
        f"应到{tally.expected}{unit}",
        f"实到{tally.present}{unit}",
        f"请假{tally.leave}{unit}",
        f"缺席{tally.absent}{unit}",
    ]
    if tally.unrecorded:
        parts.append(f"未记录{tally.unrecorded}{unit}")
    return "，".join(parts)


def training_rate_words(tally: Tally) -> str:
    """Return 到会率 of a training; while persons are unrecorded it is not known (DESIGN §5)."""
    words = f"到会率{rate_words(tally.rate)}{_with_make_ups(tally)}"
    return (
        f"{words}（{tally.unrecorded}人未记录，到会率待记完后计算）" if tally.unrecorded else words
    )


def period_rate_words(ledger: Ledger) -> str:
    """Return 到会率 of a period: of what is wholly recorded, saying what that leaves out."""
    words = f"到会率{rate_words(ledger.settled.rate)}{_with_make_ups(ledger.settled)}"
    left_out = sum(row.tally.unrecorded > 0 for row in ledger.held)
    return f"{words}（{left_out}场未记录，不计入到会率）" if left_out else words


def _with_make_ups(tally: Tally) -> str:
    """Return 覆盖率 to stand beside 到会率; nothing where nobody made anything up."""
    if not tally.made_up or not tally.coverage.settled:
        return ""
    return f"，含补学的{COVERAGE}{rate_words(tally.coverage)}"


def detail_words(tally: Tally, *, unit: str) -> str:
    """Return what 实到 includes and who came besides; empty when there is nothing to say."""
    inside = (
        ("迟到", tally.late),
        ("早退", tally.early),
        ("线上参会", tally.online),
        ("代会", tally.stand_ins),
    )
    said = "，".join(f"{word}{count}{unit}" for word, count in inside if count)
    sentences = [f"实到中，{said}。"] if said else []
    if tally.others:
        sentences.append(f"另有列席、工作、授课和临时参会{tally.others}{unit}，不计入应到和实到。")
    return "".join(sentences)


def identity_words(tally: Tally, checked: Iterable[tuple[str, bool]]) -> str:
    """Return the identities that were checked (数据校验), each with its outcome."""
    return "".join(
        f"{_identity(tally, code)}{'相符' if holds else '不相符，请核对'}。"
        for code, holds in checked
    )


def _identity(tally: Tally, code: str) -> str:
    if code == "adds_up":
        return (
            f"应到{tally.expected}＝实到{tally.present}＋请假{tally.leave}"
            f"＋缺席{tally.absent}＋未记录{tally.unrecorded}，"
        )
    if code == "made_up":
        return f"补学{tally.made_up}不超过请假与缺席之和{tally.leave + tally.absent}，"
    groups = {"units_sum": "单位", "layers_sum": "层级", "categories_sum": "类别"}
    return f"各{groups[code]}应到、实到之和与总数"

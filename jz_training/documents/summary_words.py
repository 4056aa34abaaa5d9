"""The sentences of summaries, built from figures alone: nothing is praised, nothing supposed.

What was not entered is printed as （待补）, and a rate with unrecorded persons says so (DESIGN §5).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from jz_training.documents.sheet_head import WEEKDAYS
from jz_training.domain.tally import Rate, Tally
from jz_training.labels import rate_words

GAP = "（待补）"
UNNAMED = "（未填写）"


def or_gap(text: str) -> str:
    """Return a text, or （待补） when there is none."""
    return text.strip() or GAP


def day_words(day: date) -> str:
    """Return a date after 7.3.5.4: 2025年1月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def moment_words(moment: datetime) -> str:
    """Return a date with the time: 2025年1月20日9时, 2025年1月20日16时30分."""
    minute = f"{moment.minute}分" if moment.minute else ""
    return f"{day_words(moment)}{moment.hour}时{minute}"


def span_words(start: datetime, end: datetime) -> str:
    """Return when something was held: 2025年1月20日（星期一）14:30至16:30."""
    first = f"{day_words(start)}（星期{WEEKDAYS[start.weekday()]}）{start:%H:%M}"
    last = f"{end:%H:%M}" if end.date() == start.date() else f"{day_words(end)}{end:%H:%M}"
    return f"{first}至{last}"


def hours_words(hours: Decimal) -> str:
    """Return a number of 学时 without idle zeros: 2, 1.5."""
    return f"{hours.normalize():f}"


def counts_words(tally: Tally, *, unit: str) -> str:
    """Return 应到, 实到, 请假, 缺席 and 到会率 in one sentence; `unit` is 人 or 人次."""
    parts = [
        f"应到{tally.expected}{unit}",
        f"实到{tally.present}{unit}",
        f"请假{tally.leave}{unit}",
        f"缺席{tally.absent}{unit}",
    ]
    if tally.unrecorded:
        parts.append(f"未记录{tally.unrecorded}{unit}")
    return f"{'，'.join(parts)}，到会率{rate_with_gap(tally.rate, unit=unit)}。"


def rate_with_gap(rate: Rate, *, unit: str) -> str:
    """Return a rate, saying how many were not recorded where some were not."""
    words = rate_words(rate)
    return f"{words}（其中{rate.unrecorded}{unit}未记录）" if rate.unrecorded else words


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
    groups = {"units_sum": "单位", "layers_sum": "层级", "categories_sum": "类别"}
    return f"各{groups[code]}应到、实到之和与总数"

"""The words of gates: how far away a training is, and that its figures were reported."""

from __future__ import annotations

from datetime import datetime, timedelta

from jz_training.domain.gates import Gate
from jz_training.labels.days import short_day_words


def far_words(gate: Gate, *, now: datetime) -> str:
    """Return how far away a training is: 这个场次在 3 天后（11月25日 14:00）才开始.

    Empty when it is near enough.
    """
    if gate.far is None:
        return ""
    ahead = gate.far > timedelta(0)
    moment = gate.start if ahead else gate.end
    when = f"{short_day_words(moment.date(), beside=now.date())} {moment:%H:%M}"
    if ahead:
        return f"这个场次在 {_distance(gate.far, moment, now)}后（{when}）才开始"
    return f"这个场次在 {_distance(-gate.far, moment, now)}前（{when}）就结束了"


def reported_words(gate: Gate, *, now: datetime) -> str:
    """Return what a correction means for figures that went upward; empty when none did."""
    if gate.reported_on is None:
        return ""
    day = short_day_words(gate.reported_on, beside=now.date())
    return f"这个场次的数字已在 {day} 随通知报送。更正以后，请重新报送并说明更正原因。"


def _distance(by: timedelta, moment: datetime, now: datetime) -> str:
    """Return a stretch of time as people say it: days by the calendar, hours within a day."""
    days = abs((moment.date() - now.date()).days)
    if days == 0 or by < timedelta(hours=24):
        return f"{max(1, round(by / timedelta(hours=1)))} 小时"
    return f"{days} 天"

"""The words of scheduling: days, warnings, clashes, series and batches."""

from __future__ import annotations

from datetime import date, datetime

from jz_training.domain.batches import BatchBy
from jz_training.domain.clashes import Clash, ClashCode, ClashRule
from jz_training.domain.day_warnings import DayWarning, DayWarningCode
from jz_training.domain.repetition import Pattern, SeriesScope, SkippedDay, SkipReason
from jz_training.domain.working_calendar import DayInfo, DayKind

DAY_KINDS: dict[DayKind, str] = {
    DayKind.WORKDAY: "工作日",
    DayKind.WEEKEND: "周末",
    DayKind.HOLIDAY: "节假日",
    DayKind.MAKEUP: "调休上班",
}

#: A warning in a sentence; {day} is 11月20日, {time} is 23:00, {name} the holiday or the year.
DAY_WARNINGS: dict[DayWarningCode, str] = {
    DayWarningCode.HOLIDAY: "{day}是{name}假期",
    DayWarningCode.WEEKEND: "{day}是{weekday}，休息日",
    DayWarningCode.MAKEUP: "{day}是{weekday}，因{name}调休上班",
    DayWarningCode.UNKNOWN_YEAR: "{name}年节假日安排未导入，无法判断是否放假或调休",
    DayWarningCode.PAST: "{day} {time}已经过去",
    DayWarningCode.ODD_HOUR: "{time}不在通常的开会时间，请确认没有填错",
    DayWarningCode.OVER_MIDNIGHT: "这场培训跨过零点，到第二天才结束，请确认没有填错",
}

#: A clash in a sentence; {names} are the venue or the persons, {other} the training and its time.
CLASHES: dict[ClashCode, str] = {
    ClashCode.VENUE: "场地“{names}”同一时间已安排{other}",
    ClashCode.SPEAKER: "主讲人{names}同一时间要参加{other}",
    ClashCode.CHAIR: "主持人{names}同一时间要参加{other}",
    ClashCode.PEOPLE: "有 {number} 人同一时间要参加{other}：{names}",
    ClashCode.TOO_SMALL: "场地坐不下，应到人数比座位多 {number} 人",
    ClashCode.TRAVEL: "{names}前后两场不在一处，与{other}之间不足 30 分钟",
}

CLASH_RULES: dict[ClashRule, str] = {
    ClashRule.WARN: "只提醒",
    ClashRule.BLOCK: "不允许保存",
}

PATTERNS: dict[Pattern, str] = {
    Pattern.WEEKLY: "每周",
    Pattern.MONTHLY_DAY: "每月固定日期",
    Pattern.MONTHLY_WEEKDAY: "每月第几个星期几",
    Pattern.YEARLY: "每年",
    Pattern.EVERY_DAYS: "每隔几天（倒班）",
    Pattern.CHOSEN: "逐日选定",
}

#: Why a day of a series has no training.
SERIES_SKIPS: dict[SkipReason, str] = {
    SkipReason.EXCLUDED: "已选择跳过",
    SkipReason.DAY_OFF: "休息日",
    SkipReason.NO_SUCH_DAY: "没有这一天",
}

SERIES_SCOPES: dict[SeriesScope, str] = {
    SeriesScope.ONE: "只改这一场",
    SeriesScope.FOLLOWING: "这一场和以后的",
    SeriesScope.ALL: "整组场次",
}

BATCH_BY: dict[BatchBy, str] = {
    BatchBy.UNIT: "按单位",
    BatchBy.LAYER: "按层级",
    BatchBy.SHIFT: "按班次",
    BatchBy.NUMBER: "按人数",
    BatchBy.HAND: "逐人指定",
}

WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")


def clash_words(clash: Clash) -> str:
    """Return a sentence, without its full stop, that says with what a training clashes."""
    names = "、".join(clash.names)
    if clash.number > len(clash.names) > 0:
        names += "等"
    sentence = CLASHES[clash.code].format(names=names, other=_other(clash), number=clash.number)
    return sentence.removesuffix("：")


def _other(clash: Clash) -> str:
    title = f"“{clash.title}”"
    if clash.start is None:
        return title
    return f"{title}（{_day(clash.start)} {clash.start:%H:%M}）"


def day_warning_words(warning: DayWarning, start: datetime) -> str:
    """Return a sentence, without its full stop, that says what is unusual about a time."""
    name = warning.name or "节假日"
    return DAY_WARNINGS[warning.code].format(
        day=_day(start), weekday=WEEKDAYS[start.weekday()], time=f"{start:%H:%M}", name=name
    )


def day_words(info: DayInfo) -> str:
    """Return what stands beside a day in the calendar: 国庆节 休, 国庆节 班; empty otherwise."""
    marks = {DayKind.HOLIDAY: "休", DayKind.MAKEUP: "班"}
    return f"{info.name} {marks[info.kind]}".strip() if info.kind in marks else ""


def skipped_words(skipped: SkippedDay) -> str:
    """Return why a day of a series has no training: 2026年10月1日：国庆节假期."""
    year, month, day = map(int, skipped.words.split("-"))
    holiday = skipped.reason is SkipReason.DAY_OFF and skipped.name
    reason = f"{skipped.name}假期" if holiday else SERIES_SKIPS[skipped.reason]
    return f"{year}年{month}月{day}日：{reason}"


def batch_title(title: str, batch: int) -> str:
    """Return the title of a batch; the number of a batch that stood there is replaced."""
    return f"{_without_batch(title)}（第{batch}批）"


def _without_batch(title: str) -> str:
    head, mark, inside = title.rstrip().rpartition("（第")
    number = inside.removesuffix("批）")
    return head if mark and inside.endswith("批）") and number.isdecimal() else title.rstrip()


def slot_title(title: str, slot: str) -> str:
    """Return the title of a training that is held in a shift: 安全学习（早班）."""
    return f"{title.rstrip()}（{slot}）" if slot else title


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"

"""The columns of publicity (宣传报道台账) and of outreach (宣讲记录表, domain.md §2)."""

from __future__ import annotations

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.lists.making import column, place_column
from jz_training.domain.outreach import MonthOfOutreach, OutreachRow
from jz_training.domain.publicity import PublicityRow
from jz_training.labels import FORMS
from jz_training.labels.days import clock_words
from jz_training.labels.notices import CHANNELS, GENRES, PLACE_KINDS

#: Said of a talk that is still to come or was called off: no sum counts it.
NOT_HELD = "未举办，不计入合计"


def publicity_columns() -> tuple[Column[PublicityRow], ...]:
    """Return the columns of the publicity log."""
    return (
        place_column(),
        column("day", "日期", 12, lambda row: row.draft.day, Align.CENTRE, Kind.DATE),
        column("title", "标题", 36, lambda row: row.draft.title),
        column("channel", "渠道", 12, lambda row: CHANNELS[row.draft.channel], Align.CENTRE),
        column("outlet", "媒体", 18, lambda row: row.draft.outlet),
        column("genre", "体裁", 10, lambda row: GENRES[row.draft.genre], Align.CENTRE),
        column("author", "作者", 11, lambda row: row.draft.author),
        column(
            "reach", "阅读（观看）量", 17, lambda row: row.draft.reach, Align.RIGHT, Kind.INTEGER
        ),
        column("files", "存档", 8, lambda row: row.files or None, Align.RIGHT, Kind.INTEGER),
        column("link", "链接", 30, lambda row: row.draft.link),
        column("note", "备注", 14, lambda row: row.draft.note),
    )


def outreach_columns() -> tuple[Column[OutreachRow], ...]:
    """Return the columns of the record of talks.

    A talk that was not held shows no figures: each column adds up to the total below it.
    """
    return (
        place_column(),
        column("day", "日期", 12, lambda row: row.draft.start.date(), Align.CENTRE, Kind.DATE),
        column("time", "时间", 13, _clock, Align.CENTRE),
        column("kind", "场所", 8, lambda row: PLACE_KINDS[row.draft.place_kind], Align.CENTRE),
        column("place", "地点", 20, lambda row: row.draft.place),
        column("speaker", "宣讲人", 11, lambda row: row.draft.speaker),
        column("title", "主题", 30, lambda row: row.draft.title),
        column("form", "形式", 10, lambda row: FORMS[row.draft.form], Align.CENTRE),
        column("groups", "听众类别", 18, lambda row: "、".join(row.draft.groups)),
        column("listeners", "人数", 8, _listeners, Align.RIGHT, Kind.INTEGER),
        column("views", "线上观看", 12, _views, Align.RIGHT, Kind.INTEGER),
        column("note", "备注", 14, _note),
    )


def month_columns() -> tuple[Column[MonthOfOutreach], ...]:
    """Return the columns of the sums by month: publications, talks, 人次, online views."""
    return (
        column("month", "月份", 14, _month, Align.CENTRE),
        column(
            "publications", "报道（篇）", 14, lambda row: row.publications, Align.RIGHT,
            Kind.INTEGER,
        ),
        column("talks", "宣讲（场）", 14, lambda row: row.talks, Align.RIGHT, Kind.INTEGER),
        column("listeners", "听众（人次）", 16, lambda row: row.listeners, Align.RIGHT,
               Kind.INTEGER),
        column("views", "线上观看（次）", 18, lambda row: row.online_views, Align.RIGHT,
               Kind.INTEGER),
    )  # fmt: skip


def _month(row: MonthOfOutreach) -> str:
    return f"{row.month.year}年{row.month.month}月"


def _clock(row: OutreachRow) -> str:
    return clock_words(row.draft.start, row.draft.end)


def _listeners(row: OutreachRow) -> int | None:
    return row.listeners if row.held else None


def _views(row: OutreachRow) -> int | None:
    return row.draft.online_views if row.held else None


def _note(row: OutreachRow) -> str:
    return "；".join(part for part in (row.draft.note, "" if row.held else NOT_HELD) if part)

"""Publicity (宣传报道): what was published about a notice, where, and of what kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Channel(StrEnum):
    """Where something was published (domain.md §9 R12–R13; 三微一端 = 微博 微信 微视频 客户端)."""

    PRESS = "press"  # 传统媒体
    NEWS_SITE = "news_site"  # 新闻网站
    NEW_MEDIA = "new_media"  # 新媒体平台
    WEIBO = "weibo"  # 微博
    WECHAT = "wechat"  # 微信
    SHORT_VIDEO = "short_video"  # 微视频
    APP = "app"  # 客户端
    WEBSITE = "website"  # 工会网站
    BOARD = "board"  # 宣传阵地
    OTHER = "other"


#: What the notices call 三微一端.
THREE_MICRO_ONE_APP = (Channel.WEIBO, Channel.WECHAT, Channel.SHORT_VIDEO, Channel.APP)


#: More readers or viewers than this is a slip of the finger.
MOST_VIEWS = 1_000_000_000


class Genre(StrEnum):
    """What was published (domain.md §9 R15)."""

    NEWS = "news"  # 报道
    COLUMN = "column"  # 专栏
    COMMENTARY = "commentary"  # 评论
    REFLECTION = "reflection"  # 体会文章
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicityDraft:
    """What the secretary enters for one publication; `reach` is how many read or watched it."""

    title: str
    day: date
    channel: Channel
    genre: Genre = Genre.NEWS
    outlet: str = ""
    author: str = ""
    link: str = ""
    reach: int | None = None
    note: str = ""
    notice_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicityRow:
    """A publication as it is stored; `files` counts the scans and pictures filed with it."""

    id: UUID
    version: int
    draft: PublicityDraft
    files: int = 0


def faults(draft: PublicityDraft, *, today: date) -> dict[str, str]:
    """Return what is wrong with a publication: field name → fault code; empty when it may be saved.

    Codes: missing, in_future (what was not published yet is a task), bad_views.
    """
    found: dict[str, str] = {}
    if not draft.title.strip():
        found["title"] = "missing"
    if draft.day > today:
        found["day"] = "in_future"
    if draft.reach is not None and not 0 <= draft.reach <= MOST_VIEWS:
        found["reach"] = "bad_views"
    return found

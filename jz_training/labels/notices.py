"""The words of a notice's demands: what kind, through what, where, how often."""

from __future__ import annotations

from jz_training.domain.obligation import ObligationKind, Per
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import Channel, Genre

OBLIGATION_KINDS: dict[ObligationKind, str] = {
    ObligationKind.LEADERSHIP: "组织领导",
    ObligationKind.OVERALL: "全面落实",
    ObligationKind.MATERIALS: "学习材料",
    ObligationKind.TOPICS: "学习内容",
    ObligationKind.REQUIRED: "必修",
    ObligationKind.PLAN: "培训计划",
    ObligationKind.FORMS: "学习形式",
    ObligationKind.LAYERS: "分层分类",
    ObligationKind.CENTRE_GROUP: "中心组",
    ObligationKind.LEADERS_FIRST: "领导带头",
    ObligationKind.MEDIA: "媒体宣传",
    ObligationKind.VENUES: "宣传阵地",
    ObligationKind.ARTICLES: "专栏文章",
    ObligationKind.OUTREACH: "宣讲",
    ObligationKind.REACH: "覆盖面",
    ObligationKind.MEASURES: "具体措施",
    ObligationKind.TIMETABLE: "时间表",
    ObligationKind.REPORT: "报告",
    ObligationKind.ATTEND: "参会",
    ObligationKind.OTHER: "其他",
}

CHANNELS: dict[Channel, str] = {
    Channel.PRESS: "传统媒体",
    Channel.NEWS_SITE: "新闻网站",
    Channel.NEW_MEDIA: "新媒体平台",
    Channel.WEIBO: "微博",
    Channel.WECHAT: "微信",
    Channel.SHORT_VIDEO: "微视频",
    Channel.APP: "客户端",
    Channel.WEBSITE: "工会网站",
    Channel.BOARD: "宣传阵地",
    Channel.OTHER: "其他",
}

GENRES: dict[Genre, str] = {
    Genre.NEWS: "报道",
    Genre.COLUMN: "专栏",
    Genre.COMMENTARY: "评论",
    Genre.REFLECTION: "体会文章",
    Genre.OTHER: "其他",
}

PLACE_KINDS: dict[PlaceKind, str] = {
    PlaceKind.ENTERPRISE: "企业",
    PlaceKind.WORKSHOP: "车间",
    PlaceKind.TEAM: "班组",
    PlaceKind.ONLINE: "线上",
    PlaceKind.OTHER: "其他",
}

PERS: dict[Per, str] = {
    Per.ONCE: "一次性",
    Per.MONTH: "每月",
    Per.QUARTER: "每季度",
    Per.HALF_YEAR: "每半年",
    Per.YEAR: "每年",
}

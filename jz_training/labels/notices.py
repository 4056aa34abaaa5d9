"""The words of notices: kinds of duties, channels, genres, places, and remarks of a reading."""

from __future__ import annotations

from jz_training.domain.notice import NoticeRemark, RemarkCode
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

_LONGEST_QUOTE = 40

_REMARKS: dict[RemarkCode, str] = {
    RemarkCode.NO_TITLE: "没有找到标题，暂用第一行作标题，请核对。",
    RemarkCode.NO_DUTIES: "没有读出要求，请对照原文自行添加。",
    RemarkCode.YEAR_TAKEN: "“{phrase}”没有写年份，按通知的日期推定，请核对。",
    RemarkCode.YEAR_UNKNOWN: "“{phrase}”没有写年份，通知也没有日期，未设置期限，请自行填写。",
    RemarkCode.TEXT_CUT: "文件太长，只读取了前面的部分，其余请对照原文。",
    RemarkCode.PAGES_WITHOUT_TEXT: "有 {number} 页是图片，没有文字，未能读取，请对照原件。",
    RemarkCode.LEFT_TO_READER: "“{phrase}”可能是一项要求，程序没有归类，请自行判断。",
}


def remark_words(remark: NoticeRemark) -> str:
    """Return a remark of a reading as a sentence; long words of the notice are shortened."""
    phrase = remark.phrase
    if len(phrase) > _LONGEST_QUOTE:
        phrase = phrase[: _LONGEST_QUOTE - 1] + "…"
    return _REMARKS[remark.code].format(phrase=phrase, number=remark.number)

"""The words of notices for forms, channels, genres and places, each with what it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, TypeVar

from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import THREE_MICRO_ONE_APP, Channel, Genre
from jz_training.domain.training import TrainingForm

Word = TypeVar("Word", TrainingForm, Channel, Genre, PlaceKind)
Vocabulary = Sequence[tuple[str, tuple[Word, ...]]]

#: The first alternative that fits at a place wins: longer words stand first.
FORM_WORDS: Final[Vocabulary[TrainingForm]] = (
    (
        r"中心组(?:理论)?(?:专题|集体|集中)?(?:学习)?(?:研讨)?(?:会议?)?",
        (TrainingForm.CENTRE_GROUP,),
    ),
    (r"理论(?:学习)?研讨会?|理论座谈会", (TrainingForm.THEORY,)),
    (r"云宣讲|(?:线上|网络|网上|在线)宣讲", (TrainingForm.CLOUD_OUTREACH,)),
    (r"微宣讲", (TrainingForm.MICRO_OUTREACH,)),
    (r"宣讲", (TrainingForm.OUTREACH,)),
    (r"辅导报告会|报告会", (TrainingForm.REPORT,)),
    (r"研讨会|座谈会|交流会|讨论会|学习研讨|专题研讨|交流研讨|研讨交流", (TrainingForm.SEMINAR,)),
    (r"(?:云|网络|线上|网上|视频|现场)?直播", (TrainingForm.BROADCAST,)),
    (r"辅导讲座|专题讲座|辅导报告|专题辅导|专题党课|辅导课|讲座", (TrainingForm.LECTURE,)),
    (r"培训班|轮训班|研修班|读书班|专题培训|集中培训|集中轮训", (TrainingForm.COURSE,)),
    (r"专题学习会?议?|学习会|集中学习|集体学习", (TrainingForm.STUDY,)),
)
CHANNEL_WORDS: Final[Vocabulary[Channel]] = (
    (r'"?三微一端"?', THREE_MICRO_ONE_APP),
    (r'"?两微一端"?', (Channel.WEIBO, Channel.WECHAT, Channel.APP)),
    (r"传统媒体|报纸|报刊|电视|广播|电台|日报|晚报|工人报|杂志", (Channel.PRESS,)),
    (r"(?:主流)?新闻网站|新闻门户", (Channel.NEWS_SITE,)),
    (r"微博", (Channel.WEIBO,)),
    (r"微信公众号|微信|公众号|视频号", (Channel.WECHAT,)),
    (r"微视频|短视频|抖音|快手", (Channel.SHORT_VIDEO,)),
    (r"客户端|APP|App", (Channel.APP,)),
    (r"新媒体平台|新媒体矩阵|新媒体|融媒体", (Channel.NEW_MEDIA,)),
    (r"工会网站|官方网站|官网|门户网站|网站", (Channel.WEBSITE,)),
    (r"宣传(?:教育)?阵地|宣传栏|公告栏|电子屏|显示屏|黑板报|板报|橱窗|文化墙", (Channel.BOARD,)),
)
GENRE_WORDS: Final[Vocabulary[Genre]] = (
    (r"专题专栏|专栏|专题网页|专版", (Genre.COLUMN,)),
    (r"评论", (Genre.COMMENTARY,)),
    (r"体会文章|心得体会|学习体会|心得文章|学习心得|体会|心得|征文", (Genre.REFLECTION,)),
    (r"理论文章|署名文章|调研文章|论文", (Genre.OTHER,)),
    (r"报道|新闻稿|稿件|稿子|信息|消息|简报", (Genre.NEWS,)),
)
PLACE_WORDS: Final[Vocabulary[PlaceKind]] = (
    (r"企业|公司|厂区", (PlaceKind.ENTERPRISE,)),
    (r"车间", (PlaceKind.WORKSHOP,)),
    (r"班组", (PlaceKind.TEAM,)),
    (r"网络|线上", (PlaceKind.ONLINE,)),
    (r"校园|学校|机关|社区|工地|园区|站点|商圈|楼宇|乡村|农村|医院|工会组织", (PlaceKind.OTHER,)),
)
VENUE: Final = (
    r"工人文化宫|文化宫|职工书屋|职工之家|职工活动中心|职工服务中心|工人俱乐部|职工俱乐部|职工学校"
    r"|职工大讲堂|职工讲堂|道德讲堂|劳模(?:和工匠人才)?创新工作室|工匠学院|职工驿站|户外劳动者(?:服务)?(?:驿站|站点)"
    r"|文化长廊|宣传栏|公告栏|宣传橱窗|电子屏|黑板报|文化墙|广播站"
)


def stands_for(vocabulary: Vocabulary[Word], shadow: str) -> tuple[Word, ...]:
    """Return what the words of a shadow stand for, each once, in the order of the shadow."""
    whole = re.compile("|".join(f"({pattern})" for pattern, _ in vocabulary))
    found: list[Word] = []
    for match in whole.finditer(shadow):
        found.extend(vocabulary[(match.lastindex or 1) - 1][1])
    return tuple(dict.fromkeys(found))


def any_of(vocabulary: Vocabulary[Word]) -> str:
    """Return a pattern of all words of a vocabulary."""
    return "(?:" + "|".join(pattern for pattern, _ in vocabulary) + ")"

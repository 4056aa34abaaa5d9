"""The rules by which duties are found: what a clause has to say to be one of which kind.

A clause is what stands between two commas. The first rule below that fits a clause has it; clauses
that follow and fit `tail`, or fit the same rule again where it `merges`, belong to the same duty.
Patterns look at a shadow of the text (see canonical.py): figures are 0–9, every quotation mark is
", brackets are （）, dashes are —. R-numbers are those of domain.md §9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from jz_training.domain.obligation import ObligationKind as Kind
from jz_training.readers.notice.numbers import COUNTED
from jz_training.readers.notice.words import CHANNEL_WORDS, FORM_WORDS, VENUE, any_of

#: Words that turn a sentence into a demand.
DEMAND: Final = re.compile(
    r"(?<![重主纪摘必首概紧简扼只想])要(?![求点素害闻领])|(?<![申邀聘提])请(?![假示柬求])"
    r"|应当|(?<![相适响反供对效])应(?=[于在将按组及认把加切积]|不少)|(?<!毋)须|必须|务必|务请|(?<!所)需(?![求了掌])|确保|切实|严禁|不得"
    r"|不少于|不低于|至少"
)
#: What is told, not demanded: what a congress did or said, what the issuer does itself.
TOLD: Final = re.compile(
    r"(?:大会|会议|全会|报告|讲话)(?:以|还|并|全面|深刻|系统|明确)?(?:(?:强调|指出|审议|选举|总结|听取|号召|认为|提出|回顾|通过)(?!的)|要求(?=[，：全各])|是|以)"
    r"|(?<![一二三四五六七八九])是(?!要).{0,40}(?:任务|大事|盛会|会议|要求|举措|保证|基础)$"
    r"|(?:现|特).{0,80}(?:如下|转发给你们$)|有关(?:事项|要求)(?:通知|安排)?如下|特此"
    r"|^(?:收悉|来函收悉)"
)
#: What is told unless the sentence demands something in so many words.
PAST: Final = re.compile(
    r"召开$|闭幕$|开幕$|[\u4e00-\u9fff]{2}了|已(?:经|于|在|有|将)?|曾|近年来|近期|去年|上年|以来|日前|取得|选举产生|回顾"
    r"|(?:将|拟|决定|定于|拟于)(?:于|在|组织|举办|召开|举行|开展|对|视|择优|适时)|工会将|我会将|先后|共(?:有|举办|开展|组织)"
)
#: A clause that gives a reason, permits, or forbids is no duty.
NO_DUTY: Final = re.compile(
    r"^(?:为了?(?!.{0,6}(?:重点|主))|.{0,20}(?:定于|(?:拟|我会将)于|决定(?!成立))|根据|依据|鉴于|按照《|遵照《)|^.{0,14}(?<![许不])可(?:以|采取|通过|结合|视|根据|自行|开展|组织|邀请)"
    r"|(?:不得|不要|严禁|避免|防止|杜绝|不再|不必|无需|不能|没有必要|没必要|不用)(?!少于|低于|迟于|晚于)"
)

_FORMS: Final = any_of(FORM_WORDS)
_CHANNELS: Final = any_of(CHANNEL_WORDS)
_UNITS: Final = (
    "人次|学时|课时|小时|场次|场|次|期|篇|条|个|部|件|项|例|名|人|轮|批|节|堂|讲|天|%|份|遍|封"
)
_PER: Final = r"每\s?(?:个)?\s?(?P<per>月|季度|季|半年|年度|年)"
_COUNTED: Final = (
    rf"(?P<count>(?<![第0-9零〇一二三四五六七八九十百千月年—]){COUNTED})"
    rf"(?:[至到—]{COUNTED})?\s?(?:余|多)?\s?(?P<unit>{_UNITS})"
)
#: How many; the first that fits. Only a number that is demanded counts, never one that is told.
COUNT_PATTERNS: Final = (
    re.compile(
        rf"(?:不少于|不得少于|不低于|不得低于|至少|最少|达到?|(?<!不)(?<!不得)超过|力争)\s?(?:召开|开展|举办|组织|撰写|完成|参加|报送|安排|学习)?\s?{_COUNTED}"
    ),
    re.compile(rf"{_COUNTED}(?:\s?（?含?）?\s?)(?:及?以上)"),
    re.compile(rf"{_PER}[^，。；]{{0,16}}?{_COUNTED}"),
    re.compile(
        r"(?:召开|举办|开展|组织|举行|撰写|报送|上报|推荐|选派|刊发|安排|完成|参加|提交|发表|推出|制作|开设|选报|集中)"
        rf"[^，。；、\d]{{0,10}}?{_COUNTED}(?!性)"
    ),
)
PER_WORDS: Final = re.compile(_PER + r"(?!份)")
#: A clause that only says how many of what stands before it.
COUNT_ALONE: Final = re.compile(
    rf"(?:每[^，\d]{{1,10}}|全年|年内|累计|总数|原则上|各)?(?:要|须|应)?(?:报送|撰写|完成|召开|开展|组织)?"
    rf"(?:(?:不少于|不得少于|不低于|至少|最少)\s?{COUNTED}\s?(?:{_UNITS})|{COUNTED}\s?(?:{_UNITS})及?以上)"
)
#: A count of each person or unit is not the whole unit's count, and is said so in the unit.
EACH: Final = re.compile(r"人均|每(?:人|名[^，]{2,8}?|位[^，]{2,8}?)(?![月年季])")
#: A number of each week cannot be kept as one, and is left to the words.
UNCOUNTABLE: Final = re.compile(r"每\s?(?:个)?\s?(?:周|星期|天|日|旬|半月|[两二三四五六]|[2-9])")
#: How many people came is counted beside how often, and goes with what stands before it.
PEOPLE: Final = re.compile(rf"{COUNTED}\s?(?:余|多)?\s?人次")
#: Between two counts or two dates in one clause a new duty begins.
AFTER_COUNT: Final = re.compile(
    rf"{COUNTED}\s?(?:{_UNITS})(?:及?以上)?\s?(?P<count>、|和|及|以及|并)"
    r"|(?P<date>、)(?=\d{1,2}月(?:底|末|\d{1,2}日)(?:以|之)?前)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of duty: `asks` finds it in a clause, `unless` forbids it there.

    `tail` lets following clauses belong to it; `merges` lets clauses of the same rule be one,
    unless it is `counted_apart` and one of them has a number of its own.
    """

    kind: Kind
    asks: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    tail: re.Pattern[str] | None = None
    merges: bool = True
    counted_apart: bool = False


def _rule(
    kind: Kind,
    asks: str,
    *,
    unless: str = "",
    tail: str = "",
    merges: bool = True,
    counted_apart: bool = False,
) -> Rule:
    return Rule(
        kind=kind,
        asks=re.compile(asks),
        unless=re.compile(unless) if unless else None,
        tail=re.compile(tail) if tail else None,
        merges=merges,
        counted_apart=counted_apart,
    )


_PAPERS: Final = (
    "情况|总结|小结|材料|报告|统计表|台账|图片|照片|进展|做法|经验|清单|汇总表|登记表|报表|表格|信息"
    "|名单"
)
_TO_OFFICE: Final = r"(?=[市省县区镇乡厂我上本总各]|至|到|给|局|公司|集团|工会|车间|街道|电子|邮箱)"

RULES: Final = (
    # 参会: 报名、回执、准时参加
    _rule(
        Kind.ATTEND,
        r"回执|报名|参会|(?:选派|推荐|安排).{1,16}(?:参加|参会|参训)|参训人员名单|参加人员名单|与会|出席|(?:准时|按时|务必|请)(?!.{0,16}(?:报送|制定)).{0,24}(?:参加会议|参加培训|参加活动|参加学习|参加$|收看|到会|签到|报到)",
        unless=r"参会(?:人员|对象)：|报名费",
    ),
    # R07 培训计划
    _rule(
        Kind.PLAN,
        r"(?:制定|制订|编制|拟定|拟订|研究|形成|报|报送|上报|提交|做好|定出).{0,24}(?:培训|学习|教育|宣讲|宣传|轮训|辅导|读书).{0,10}(?:计划|方案|安排表)"
        r"|(?:培训|学习|宣讲|轮训|教育)(?:工作)?(?:实施)?(?:计划|方案).{0,14}(?:报|提交|备案|制定|制订)"
        r"|将.{0,14}(?:学习|培训|宣讲|教育|轮训)(?:计划|方案)$",
        tail=r"^(?:并)?(?:请)?(?:于|在)?.{0,16}(?:报|备案)(?![告名道])",
    ),
    # R20 报告: what, to whom
    _rule(
        Kind.REPORT,
        rf"(?:{_PAPERS}).{{0,40}}?(?:报送|上报|反馈|提交|呈报|发送|报至|报(?={_TO_OFFICE})|(?:及时|按时|书面|如实)报告|报告{_TO_OFFICE}|发至|交至|寄送|送交)"
        rf"|(?:报送|上报|反馈|提交|呈报|汇报|函告|函复|报).{{0,30}}(?:{_PAPERS})|(?:及时|按时|定期|书面|每月|每季度).{{0,8}}(?:向.{{2,20}})?(?:报告|上报|报送|汇报)"
        r"|向.{2,20}(?:报告|汇报)",
        unless=rf"报告会|报名|报道|(?:{COUNTED})\s?[篇条]|心得|体会文章|党组织报到|汇报演出",
        merges=False,
    ),
    # R10 中心组
    _rule(
        Kind.CENTRE_GROUP,
        r"中心组",
        tail=r"^(?:围绕.{2,40})?(?:并)?(?:集中)?开展(?:专题)?(?:学习|研讨|交流)(?!.{0,20}(?:宣讲|培训))|^(?:进行|作)?(?:交流|重点)发言",
    ),
    # R11 领导带头
    _rule(
        Kind.LEADERS_FIRST,
        r"(?:领导|班子成员|负责人|主席|书记)[^，]{0,14}(?:带头|先学|示范|率先)|示范带头|带头(?:学|讲|宣讲|参加|作|撰写|领)|关键少数|以上率下|先学一步|学深一层|率先垂范|头雁",
    ),
    # R06 必修、人人完成的学时
    _rule(
        Kind.REQUIRED,
        rf"必修|必学内容|必学篇目|(?:不少于|至少|不低于)\s?{COUNTED}\s?(?:个)?(?:学时|课时)|{COUNTED}\s?(?:个)?(?:学时|课时)(?:以上)",
    ),
    # R05 三个结合起来
    _rule(
        Kind.TOPICS,
        r"(?:与|同).{2,120}(?:结合起来|相结合|贯通起来)",
        unless=r"理论与实际|线上与线下|(?:线上|集中|个人).{0,14}相结合",
    ),
    # R17 覆盖面
    _rule(
        Kind.REACH,
        r"(?:扩大|提高|提升|增强|拓展).{0,24}(?:覆盖面|影响力|覆盖率|知晓率)|全覆盖|覆盖率|知晓率|互联网\+",
    ),
    # R15 专栏文章
    _rule(
        Kind.ARTICLES,
        r"专栏|专版|系列评论|评论(?:员)?文章|体会文章|心得体会|学习体会|学习心得|心得文章|理论文章|署名文章|征文"
        rf"|(?:刊发|报送|上报|撰写|推送|投送|发布|采写|刊登).{{0,16}}(?:稿件|信息|报道|新闻稿|简报|图文)|(?:稿件|信息|报道|文章)[^，]{{0,8}}{COUNTED}\s?[篇条]",
        counted_apart=True,
    ),
    # R16 宣讲、进企业进车间进班组
    _rule(
        Kind.OUTREACH,
        r"宣讲|(?<![推促跟先改前奋共走])进(?:企业|车间|班组|校园|机关|社区|工地|园区|站点|商圈|楼宇|一线|基层|网络|职工头脑)"
        rf"|(?:听众|受众|听讲|受教育|覆盖|惠及).{{0,12}}{COUNTED}\s?(?:余|多)?\s?(?:人次|人)",
        unless=r"学习宣传宣讲贯彻|领导小组",
        tail=r"^(?:深入|走进)(?:企业|车间|班组|基层|一线)|进(?:企业|车间|班组)",
    ),
    # R14 阵地
    _rule(
        Kind.VENUES,
        rf"(?:发挥|用好|利用|依托|借助|运用|通过|在).{{0,50}}(?:{VENUE}|阵地)",
        unless=r"阵地建设|建设.{0,10}阵地|新闻网站|微信|微博|公众号|客户端|报纸|电视",
    ),
    # R12, R13 媒体
    _rule(
        Kind.MEDIA,
        rf"(?:通过|利用|运用|用好|依托|借助|发挥|在|宣传|推送|发布|刊发|报道|播放|统筹).{{0,50}}{_CHANNELS}|{_CHANNELS}.{{0,40}}(?:宣传|推送|发布|刊发|刊播|报道|播放)",
        merges=False,
    ),
    # R01 纳入议程
    _rule(
        Kind.LEADERSHIP,
        r"(?:纳入|列入|摆上|提上).{0,16}(?:日程|议程|要点|总体布局|工作全局)|专题(?:研究|部署)|(?:作出|做出).{0,8}部署|成立.{0,24}(?:领导小组|专班)"
        r"|(?:主要负责人|主要负责同志|主要领导|一把手|主席|书记)[^，]{0,12}(?:亲自|负总责|第一责任)|(?:明确|确定|指定)(?:专人|责任人|责任部门)|召开.{0,14}(?:部署会|动员会|推进会)",
        unless=r"决策部署",
        tail=r"^(?:认真|精心|周密|切实)?(?:组织实施|组织领导|安排部署)|^(?:作出|做出)|^压实|^统筹(?:推进|安排)|^抓好组织实施",
    ),
    # R18 具体措施
    _rule(
        Kind.MEASURES,
        r"(?:制定|制订|研究|提出|拿出|细化|完善|出台).{0,60}(?:具体措施|贯彻措施|落实措施|工作措施|措施|实施方案|工作方案|活动方案|实施意见|实施细则|具体办法)",
    ),
    # R19 时间表、路线图
    _rule(
        Kind.TIMETABLE,
        r"时间表|路线图|施工图|分解.{0,8}(?:目标|任务)|(?:目标|任务|责任)分解|(?:责任|任务)清单|倒排工期",
        tail=r"^(?:统筹)?(?:谋划|筹划)好|^(?:明确|落实)(?:责任|任务)|^责任到人",
    ),
    # R09 分层分类、分期分批
    _rule(
        Kind.LAYERS, r"分层(?:次|级|分)|分类分|分级分类|分类别|分期分批|分批(?:次)?|分期|分级(?:分)"
    ),
    # R08 学习形式
    _rule(
        Kind.FORMS,
        rf"(?:举办|召开|开展|组织|采取|通过|运用|采用|以|参加|举行|安排|邀请|开设|收看|观看|收听|利用|抓好|集中|开好|办好|完成).{{0,40}}{_FORMS}"
        rf"|{_FORMS}.{{0,16}}(?:{COUNTED})\s?(?:{_UNITS})|^{_FORMS}.{{0,6}}(?:每|不少于|至少)",
        unless=r"(?:情况|总结).{0,10}报送",
        counted_apart=True,
    ),
    # R04 五个深刻领会
    _rule(
        Kind.TOPICS,
        r"(?:深刻|深入|准确|全面|系统)(?:领会|理解|领悟|把握)(?!$)|(?:领会|把握|理解).{0,30}(?:精神实质|丰富内涵|核心要义|重大意义|重要意义)",
        unless=r"全面把握|理解把握$",
    ),
    # R03 学习材料
    _rule(
        Kind.MATERIALS,
        r"(?<!宣传)(?:学习|研读|通读|精读|研学|学好|原原本本学|逐字逐句学)(?!宣传|贯彻|教育|型|会).{0,60}(?:讲话|报告(?!会)|文件|决议|读本|原著|原文|论述|章程|《[^》]{2,60}》|选编|摘编)",
        unless=r"(?:^|各级工会|要)把|纳入",
    ),
    # R02 不折不扣
    _rule(
        Kind.OVERALL,
        r"不折不扣|(?:确保|推动|切实).{0,60}(?:落到实处|落地见效|落地生根)|请.{0,40}(?:贯彻(?:落实|执行)|遵照执行|抓好落实|认真(?:组织)?落实)",
    ),
)

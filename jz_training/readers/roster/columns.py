"""Headings of Chinese rosters and what they mean."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from jz_training.domain.roster_reading import RosterField

_F = RosterField

#: Heading → field, best first: when two columns claim one field, the earlier wording wins.
_HEADINGS: dict[RosterField, str] = {
    _F.NAME: "姓名 人员姓名 职工姓名 员工姓名 学员姓名 会员姓名 干部姓名 教师姓名 参训人员姓名 "
    "参会人员姓名 参训人姓名 名字 参训人员 参会人员 参加人员 报名人员 "
    "参训学员 参训人 参会人 学员 人员 name fullname 姓名全称 参训人员名单 参会人员名单 学员名单 "
    "人员名单 名单",
    _F.UNIT: "单位 工作单位 单位名称 所在单位 所属单位 所属工会 所在工会 工会名称 基层工会 "
    "工会组织 基层工会名称 工会 分工会 所属分工会 所在单位名称 单位全称 工作单位名称 "
    "企业名称 公司 公司名称 所属公司 学校 学校名称 所在学校 所在基层工会 所属基层工会 组织名称 "
    "机构名称 所在机构 所在企业 所在乡镇 乡镇 乡镇街道 所在乡镇街道 unit company employer "
    "organization 推荐单位 所属单位名称 所属工会名称 所在工会名称",
    _F.DEPARTMENT: "部门 所在部门 所属部门 部门名称 科室 处室 所在科室 内设机构 部门科室 部室 车间 "
    "所在车间 车间班组 班组 所在班组 工会小组 department dept",
    _F.POST: "职务 工会职务 现任职务 职位 岗位 职务岗位 职务职称 行政职务 党政职务 工作岗位 "
    "所任职务 单位及职务 单位职务 单位和职务 工作单位及职务 post position jobtitle title",
    _F.LAYER: "层级 人员层级 干部层级 职级 级别 层次 行政级别",
    _F.CATEGORY: "类别 人员类别 人员类型 干部类别 会员类别 类型 专兼职 专兼职情况 人员性质 "
    "用工性质 用工形式 身份类别",
    _F.SEX: "性别 男女 sex gender",
    _F.NUMBER: "编号 工号 人员编号 职工编号 员工编号 职工号 员工号 会员编号 会员号 会员证号 学号 "
    "学员编号 胸卡号 卡号 工作证号",
    _F.PHONE: "手机号码 手机号 手机 联系电话 联系手机 移动电话 电话 电话号码 联系方式 本人电话 "
    "本人手机 联系号码 办公电话 固定电话 座机 mobile mobilephone "
    "cellphone phone phonenumber telephone tel",
    _F.SHIFT: "班次 班别 倒班 轮班 倒班班次 轮班班次 所在班次 运转班 班制 shift",
    _F.ORDINAL: "序号 序 顺序 顺序号 行号 no no. 编次",
}
#: Never imported (domain.md §6); taken by how they begin.
_ID_CARD = re.compile(r"(公民|居民)?(身份证|身份号码|身份证件|证件号|证件号码)|身份证")
#: Nobody asked for these, but a row that holds them is a header.
_OTHERS = frozenset(
    re.findall(
        r"\w+",
        "备注 签名 签到 签字 签到时间 本人签名 签名确认 出生年月 出生日期 民族 政治面貌 "
        "学历 学位 年龄 籍贯 入会时间 入会日期 参加工作时间 入职时间 邮箱 电子邮箱 地址 "
        "家庭住址 通讯地址 职称 专业 技术职称 是否参加 期次 批次 组别 座位号 房间号 传真 "
        "邮编 日期 时间 总数 人数",
    )
)
_OF_OTHERS = re.compile(
    "父|母|配偶|子女|家属|家长|亲属|紧急|拼音|英文|曾用|推荐|介绍|填表|审核|负责"
)
_NOISE = re.compile(r"[\s*★☆:：、/\\_.\-—·]+")
_IN_BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")


class Meaning(NamedTuple):
    """What a heading was taken for; a lower rank is the more certain wording."""

    field: RosterField
    rank: int


_MEANINGS = {
    word: Meaning(field, rank)
    for field, words in _HEADINGS.items()
    for rank, word in enumerate(words.split())
}
#: Words that are never a person's name, as they are mostly written.
HEADING_WORDS = _OTHERS | _MEANINGS.keys()
_CONTAINED = (
    ("姓名", _F.NAME),
    ("手机", _F.PHONE),
    ("电话", _F.PHONE),
    ("单位", _F.UNIT),
    ("部门", _F.DEPARTMENT),
    ("职务", _F.POST),
    ("类别", _F.CATEGORY),
    ("层级", _F.LAYER),
)
_CONTAINED_RANK = 100
_LONGEST_HEADING = 20


def plain_heading(text: str) -> str:
    """Return a heading without blanks, stars, colons, full-width forms: “＊姓　名：” → 姓名."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).casefold()


def meaning_of(heading: str) -> Meaning | None:
    """Return what a heading means, or None when it is not known.

    Known columns that are of no use here, the ID card among them, are IGNORED.
    """
    if len(heading) > 4 * _LONGEST_HEADING:
        return None
    plain = plain_heading(heading)
    bare = plain_heading(_IN_BRACKETS.sub("", unicodedata.normalize("NFKC", heading)))
    if _ID_CARD.match(bare) or bare in _OTHERS or plain in _OTHERS:
        return Meaning(_F.IGNORED, 0)
    return _MEANINGS.get(plain) or _MEANINGS.get(bare) or _contained(bare)


def _contained(plain: str) -> Meaning | None:
    if len(plain) > 8 or _OF_OTHERS.search(plain):
        return None
    for word, field in _CONTAINED:
        if plain.endswith(word) or (plain.startswith(word) and len(plain) <= 6):
            return Meaning(field, _CONTAINED_RANK)
    return None


def is_id_card_heading(heading: str) -> bool:
    """Tell whether a column holds ID-card numbers by its heading."""
    return _ID_CARD.match(plain_heading(heading)) is not None


def is_name_heading(text: str) -> bool:
    """Tell whether a cell is the heading of the names."""
    meaning = meaning_of(text)
    return meaning is not None and meaning.field is _F.NAME

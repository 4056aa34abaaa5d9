"""Invented people and trainings: nobody's names, numbers that belong to nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶"
    "程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛"
)
GIVEN = (
    "国栋静晓峰文斌秀兰远永胜曦雪梅涛伟敏强磊洋艳勇军杰娟超霞平刚桂英华玉明丽芳娜建志海燕春红"
    "新宇晨辉婷玲俊凯鹏飞云龙佳慧颖洁琳璐欣怡博浩然子涵思源立成家兴德安康乐天宁长庆光耀"
)
LAYERS = ("领导干部", "中层干部", "一般干部", "职工")
CATEGORIES = ("专职工会干部", "兼职工会干部", "工会积极分子", "会员")
POSTS = ("", "", "班长", "挡车工", "车间主任", "机修工", "统计员", "质检员")
PEOPLE_PER_UNIT = 40
START = datetime(2024, 1, 8, 9, 0)


@dataclass(frozen=True, slots=True)
class Invented:
    """One person of a roster."""

    name: str
    unit: str
    department: str
    post: str
    layer: str
    category: str
    sex: str
    number: str
    phone: str


HEADINGS = ("姓名", "单位", "部门", "职务", "层级", "类别", "性别", "工号", "手机号码")


def invented_people(count: int) -> Iterator[Invented]:
    """Return so many people, always the same; one in two thousand has a namesake in the unit."""
    chance = Random(20261122)
    last = ""
    for n in range(count):
        name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))
        name = last if n % 2000 == 1 else name
        last = name
        yield Invented(
            name=name,
            unit=unit_name(n // PEOPLE_PER_UNIT),
            department=f"第{n % 7 + 1}工段",
            post=chance.choice(POSTS),
            layer=LAYERS[min(3, int(chance.expovariate(0.4)))],
            category=chance.choice(CATEGORIES),
            sex=chance.choice("男女"),
            number=f"G{n:06}",
            phone=f"130000{n % 100_000:05}",
        )


def unit_name(number: int) -> str:
    """Return the name of a unit."""
    return f"清河市第{number // 20 + 1}纺织分公司第{number % 20 + 1}车间工会"


def moments(count: int) -> Iterator[datetime]:
    """Return when so many trainings begin: spread over three years."""
    step = timedelta(days=3 * 365) / max(1, count)
    return ((START + n * step).replace(second=0, microsecond=0) for n in range(count))

"""学时: rule sets and requirements as examples to begin with, and the words about them.

The numbers are those of domain.md §3. Where the name of the document they rest on is not known,
the 依据 is left empty for the secretary to fill in: no number is put in anybody's mouth.
"""

from __future__ import annotations

from decimal import Decimal

from jz_training.domain.hours import HoursRequirement, HoursRule
from jz_training.domain.training_form import TrainingForm

#: Examples of rule sets, each with where it is in use.
RULE_EXAMPLES: tuple[tuple[HoursRule, str], ...] = (
    (
        HoursRule(
            name="45 分钟为 1 学时",
            minutes=45,
            step=Decimal(1),
            least_minutes=45,
            day_cap=Decimal(8),
        ),
        "部分教育部门的做法。每天最多 8 学时，不足 45 分钟的不计",
    ),
    (
        HoursRule(
            name="全天 8、半天 4、1 小时 1",
            minutes=60,
            step=Decimal(1),
            half_day=Decimal(4),
            day_cap=Decimal(8),
        ),
        "部分地方的做法。脱产培训每天 8 学时，讲座每半天 4 学时，其他每小时 1 学时",
    ),
    (
        HoursRule(
            name="全天 6、半天 3",
            minutes=60,
            step=Decimal(1),
            form_values=((TrainingForm.CENTRE_GROUP, Decimal(3)),),
            half_day=Decimal(3),
            day_cap=Decimal(6),
            training_cap=Decimal(18),
        ),
        "南京市的做法。中心组学习每次 3 学时，单个培训班最多 18 学时；不足半天的按每小时 1 学时",
    ),
)

#: What the documents known by name ask for.
REQUIREMENT_EXAMPLES: tuple[HoursRequirement, ...] = (
    HoursRequirement(
        name="乡科级及以下每年 90 学时",
        hours=Decimal(90),
        basis="《干部教育培训工作条例》（2023 年修订）",
    ),
    HoursRequirement(
        name="网络培训每年 50 学时",
        hours=Decimal(50),
        basis="《全国干部教育培训规划（2023—2027 年）》",
        online=True,
    ),
    HoursRequirement(
        name="县处级及以上五年 550 学时",
        hours=Decimal(550),
        basis="《干部教育培训工作条例》（2023 年修订）",
        years=5,
    ),
)


def hours_text(hours: Decimal) -> str:
    """Return a number of hours without needless noughts: 4, 1.5."""
    return f"{hours.normalize():f}"


def rule_words(rule: HoursRule) -> str:
    """Return what a rule set says, in one sentence of clauses."""
    unit = f"每 {rule.minutes} 分钟 1 学时" if rule.minutes != 60 else "每小时 1 学时"
    clauses = [f"{unit}，按 {hours_text(rule.step)} 取整"]
    if rule.half_day is not None:
        clauses.append(f"半天（2.5 小时以上）{hours_text(rule.half_day)} 学时")
    if rule.form_values:
        clauses.append(f"{len(rule.form_values)} 种形式按次计")
    if rule.least_minutes:
        clauses.append(f"不足 {rule.least_minutes} 分钟不计")
    if rule.day_cap is not None:
        clauses.append(f"每天最多 {hours_text(rule.day_cap)}")
    if rule.training_cap is not None:
        clauses.append(f"每场最多 {hours_text(rule.training_cap)}")
    return "；".join(clauses)


def requirement_words(wanted: HoursRequirement) -> str:
    """Return what a requirement asks for: 每年 90 学时, 5 年 550 学时（线上）."""
    span = "每年" if wanted.years == 1 else f"{wanted.years} 年"
    return f"{span} {hours_text(wanted.hours)} 学时" + ("（线上）" if wanted.online else "")

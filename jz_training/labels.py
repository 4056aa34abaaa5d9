"""The Chinese words of the program's own terms: one word, one thing, in one place.

Screen, paper, Excel and the command line all take them from here; the window's own sentences
live in their widgets.
"""

from __future__ import annotations

from jz_training.domain.attendance import (
    AttendanceStatus,
    AttendeeRole,
    LeaveReason,
    Mark,
)
from jz_training.domain.roster import UnitKind
from jz_training.domain.roster_reading import Likeness, RosterField, SkipReason
from jz_training.domain.tally import Rate
from jz_training.domain.training import SheetOrder, TrainingForm, TrainingState

PROGRAM = "工会学习培训台账"

FORMS: dict[TrainingForm, str] = {
    TrainingForm.STUDY: "专题学习会",
    TrainingForm.REPORT: "报告会",
    TrainingForm.SEMINAR: "研讨会",
    TrainingForm.BROADCAST: "云直播",
    TrainingForm.LECTURE: "辅导讲座",
    TrainingForm.CENTRE_GROUP: "中心组学习",
    TrainingForm.THEORY: "理论研讨会",
    TrainingForm.OUTREACH: "宣讲",
    TrainingForm.MICRO_OUTREACH: "微宣讲",
    TrainingForm.CLOUD_OUTREACH: "云宣讲",
    TrainingForm.COURSE: "培训班",
    TrainingForm.OTHER: "其他",
}

STATES: dict[TrainingState, str] = {
    TrainingState.PLANNED: "未关闭",
    TrainingState.CLOSED: "已关闭",
    TrainingState.CANCELLED: "已取消",
}

STATUSES: dict[AttendanceStatus, str] = {
    AttendanceStatus.UNRECORDED: "未记录",
    AttendanceStatus.PRESENT: "到会",
    AttendanceStatus.LATE: "迟到",
    AttendanceStatus.EARLY: "早退",
    AttendanceStatus.ONLINE: "线上",
    AttendanceStatus.LEAVE: "请假",
    AttendanceStatus.ABSENT: "缺席",
}

REASONS: dict[LeaveReason, str] = {
    LeaveReason.OFFICIAL: "公",
    LeaveReason.SICK: "病",
    LeaveReason.PERSONAL: "事",
    LeaveReason.MATERNITY: "产",
    LeaveReason.ANNUAL: "年休",
    LeaveReason.OTHER: "其他",
}

ROLES: dict[AttendeeRole, str] = {
    AttendeeRole.EXPECTED: "应到",
    AttendeeRole.WALK_IN: "临时参会",
    AttendeeRole.OBSERVER: "列席",
    AttendeeRole.STAFF: "工作人员",
    AttendeeRole.SPEAKER: "授课人",
}

ORDERS: dict[SheetOrder, str] = {
    SheetOrder.UNIT: "按单位",
    SheetOrder.PINYIN: "按姓名拼音",
    SheetOrder.STROKES: "按姓氏笔画",
    SheetOrder.BY_HAND: "手工排序",
}

UNIT_KINDS: dict[UnitKind, str] = {
    UnitKind.FEDERATION: "总工会",
    UnitKind.INDUSTRY: "产业工会",
    UnitKind.GRASSROOTS: "基层工会",
    UnitKind.BRANCH: "分工会（车间）",
    UnitKind.TEAM: "班组（工会小组）",
    UnitKind.OTHER: "其他",
}

ROSTER_FIELDS: dict[RosterField, str] = {
    RosterField.NAME: "姓名",
    RosterField.UNIT: "单位",
    RosterField.DEPARTMENT: "部门",
    RosterField.POST: "职务",
    RosterField.LAYER: "层级",
    RosterField.CATEGORY: "类别",
    RosterField.SEX: "性别",
    RosterField.NUMBER: "编号",
    RosterField.PHONE: "联系电话",
    RosterField.ORDINAL: "序号",
    RosterField.IGNORED: "不导入",
}

SKIP_REASONS: dict[SkipReason, str] = {
    SkipReason.NO_NAME: "没有姓名",
    SkipReason.REPEATED_HEADER: "重复的表头",
    SkipReason.SUBTOTAL: "小计或合计",
    SkipReason.NOTE: "表尾的说明",
    SkipReason.TITLE: "表头以上的标题",
    SkipReason.NAME_TOO_LONG: "姓名过长，不像人名",
    SkipReason.NOT_A_NAME: "不像人名",
}

LIKENESS: dict[Likeness, str] = {
    Likeness.NEW: "新增",
    Likeness.SAME: "相同",
    Likeness.CHANGED: "有变化",
    Likeness.DOUBTFUL: "待确认",
}

#: Offered in forms; any other words may be typed (domain.md §3).
LAYERS = ("领导干部", "中层干部", "一般干部", "职工")
CATEGORIES = (
    "专职工会干部",
    "兼职工会干部",
    "挂职工会干部",
    "社会化工会工作者",
    "工会积极分子",
    "职工",
)

EXPECTED, PRESENT, LEAVE, ABSENT, UNRECORDED, RATE = (
    "应到", "实到", "请假", "缺席", "未记录", "到会率",
)  # fmt: skip


def mark_words(mark: Mark) -> str:
    """Return a mark as it is shown: 到会, 请假·公, 迟到 10分, 到会（代会：李明）."""
    words = STATUSES[mark.status]
    if mark.status is AttendanceStatus.LEAVE and mark.reason is not None:
        words += f"·{REASONS[mark.reason]}"
    if mark.minutes and mark.status in (AttendanceStatus.LATE, AttendanceStatus.EARLY):
        words += f" {mark.minutes}分"
    if mark.stand_in:
        words += f"（代会：{mark.stand_in}）"
    return words


def rate_words(rate: Rate) -> str:
    """Return a rate as printed: 91.4%, or — when nobody was expected (DESIGN §5)."""
    return "—" if rate.percent is None else f"{rate.percent}%"


#: What an act did, for the change log and for 撤销. {subject} and {count} are filled in.
ACTS: dict[str, str] = {
    "unit.add": "新增单位“{subject}”",
    "unit.change": "修改单位“{subject}”",
    "person.add": "新增人员“{subject}”",
    "person.change": "修改人员“{subject}”",
    "person.retire": "停用人员“{subject}”",
    "person.bring_back": "恢复人员“{subject}”",
    "roster.import": "导入名册“{subject}”（{count} 人）",
    "roster.remember": "记住名册的列",
    "training.schedule": "新建场次“{subject}”",
    "training.change": "修改场次“{subject}”",
    "training.cancel": "取消场次“{subject}”",
    "training.revive": "恢复场次“{subject}”",
    "training.copy": "复制场次“{subject}”",
    "list.freeze": "确定名单“{subject}”（{count} 人）",
    "list.change": "调整名单“{subject}”（{count} 人）",
    "list.reorder": "重排名单“{subject}”",
    "attendance.mark": "登记考勤“{subject}”（{count} 人）",
    "attendance.walk_in": "登记临时参会“{subject}”",
    "attendance.remove": "移除参会人“{subject}”",
    "attendance.close": "关闭场次“{subject}”",
    "attendance.reopen": "重新打开场次“{subject}”",
    "sheet.keep": "生成签到表“{subject}”",
    "settings.change": "修改设置",
    "undo": "撤销：{subject}",
}


def act_words(verb: str, subject: str, count: int) -> str:
    """Return one line of the change log in words."""
    if verb == "undo":
        inner, _, rest = subject.partition("|")
        return "撤销：" + ACTS.get(inner, inner).format(subject=rest, count=count)
    return ACTS.get(verb, verb).format(subject=subject, count=count)

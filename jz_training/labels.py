"""The Chinese words of the program's own terms: one word, one thing, in one place.

Screen, paper, Excel and the command line all take them from here; the window's own sentences
live in their widgets.
"""

from __future__ import annotations

from jz_training import PROGRAM as PROGRAM
from jz_training.domain.attendance import (
    AttendanceStatus,
    AttendeeRole,
    LeaveReason,
    Mark,
)
from jz_training.domain.finding import Finding, Problem
from jz_training.domain.mark_command import MOST_MINUTES, MarkFault, MarkFaultCode
from jz_training.domain.mark_words import Opening, Vocabulary
from jz_training.domain.roster import UnitKind
from jz_training.domain.roster_reading import (
    Likeness,
    RosterField,
    RosterWarning,
    SkipReason,
    WarningCode,
)
from jz_training.domain.strokes import StrokeConvention
from jz_training.domain.tally import Rate
from jz_training.domain.training import SheetOrder, TrainingForm, TrainingState

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

#: A planned training that has not begun.
TO_COME = "待召开"

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

STROKE_CONVENTIONS: dict[StrokeConvention, str] = {
    StrokeConvention.PARTY: "单名在前（党代会、政协习惯）",
    StrokeConvention.CONGRESS: "单名不空格（人大习惯）",
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

#: {count} how many, {examples} the first rows, names or headings of them.
WARNINGS: dict[WarningCode, str] = {
    WarningCode.HIDDEN_ROWS_READ: "隐藏的行里有 {count} 人，也已读入（第 {examples} 行）。",
    WarningCode.HIDDEN_COLUMNS_READ: "隐藏的列也已读入：{examples}。",
    WarningCode.HIDDEN_SHEET_READ: "这张工作表是隐藏的，也已读入。",
    WarningCode.EMPTY_FORMULAS: (
        "{count} 个公式没有保存结果，按空白处理（{examples}）。"
        "请用 Excel 或 WPS 打开并保存一次，再重新导入。"
    ),
    WarningCode.PHONE_UNSURE: (
        "{count} 个联系电话不完整或不像电话，请核对（第 {examples} 行）。"
        "被 Excel 写成 1.38E+10 样子的号码没有导入。"
    ),
    WarningCode.TWO_PHONES: "{count} 格里写了两个电话，只取第一个（第 {examples} 行）。",
    WarningCode.SAME_NAME_SAME_UNIT: "同一单位里有 {count} 组同名：{examples}。请确认是否同一人。",
    WarningCode.RARE_CHARACTER: "{count} 个姓名里有生僻字，打印前请留意：{examples}。",
    WarningCode.CLEANED_NAME: "{count} 个姓名去掉了空格或统一了间隔号：{examples}。",
    WarningCode.UNIT_FILLED_DOWN: "{count} 人的单位是空的，按上一行补上（第 {examples} 行）。",
    WarningCode.UNIT_FROM_TITLE: "没有单位一列，按标题记为“{examples}”。",
    WarningCode.UNIT_FROM_SHEET_NAME: "没有单位一列，按工作表的名称记为“{examples}”。",
    WarningCode.UNIT_MISSING: "{count} 人没有写单位（第 {examples} 行）。",
    WarningCode.SHEET_WITHOUT_PEOPLE: "这张工作表里没有找到名单，没有读入。",
    WarningCode.SIDE_BY_SIDE: "表格左右并排 {count} 栏，已按先左后右的顺序读入。",
    WarningCode.SEVERAL_TABLES: ("从第 {examples} 行起是列名不同的另一张表，已按那里的列名读入。"),
    WarningCode.ID_COLUMN_LEFT_OUT: "身份证号不导入（{examples}）。",
    WarningCode.MANY_ROWS: "名单有 {count} 人，请确认选对了文件。",
    WarningCode.GUESSED_ENCODING: (
        "文件的文字编码不能确定，按 {examples} 读取，个别字可能有误，请核对姓名。"
    ),
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

#: The command line of the attendance page (domain/mark_command.py): words and their letters.
MARK_VOCABULARY = Vocabulary(
    openings={
        **dict.fromkeys(
            ("缺席", "缺勤", "未到", "缺", "q", "qx"), Opening(AttendanceStatus.ABSENT)
        ),
        **dict.fromkeys(("请假", "假", "j", "qj"), Opening(AttendanceStatus.LEAVE)),
        **dict.fromkeys(("迟到", "迟", "cd"), Opening(AttendanceStatus.LATE)),
        **dict.fromkeys(("早退", "早", "z", "zt"), Opening(AttendanceStatus.EARLY)),
        **dict.fromkeys(("线上", "网上", "线", "x", "xs"), Opening(AttendanceStatus.ONLINE)),
        **dict.fromkeys(("到会", "实到", "出席", "d", "dh"), Opening(AttendanceStatus.PRESENT)),
        **dict.fromkeys(("未记录", "清除", "w", "wjl"), Opening(AttendanceStatus.UNRECORDED)),
        **dict.fromkeys(
            ("代会", "代会人", "替会", "代", "dr", "dhr"),
            Opening(AttendanceStatus.PRESENT, stand_in=True),
        ),
        **dict.fromkeys(("公假", "gj"), Opening(AttendanceStatus.LEAVE, LeaveReason.OFFICIAL)),
        **dict.fromkeys(("病假", "bj"), Opening(AttendanceStatus.LEAVE, LeaveReason.SICK)),
        **dict.fromkeys(("事假", "sj"), Opening(AttendanceStatus.LEAVE, LeaveReason.PERSONAL)),
        **dict.fromkeys(("产假", "cj"), Opening(AttendanceStatus.LEAVE, LeaveReason.MATERNITY)),
        **dict.fromkeys(
            ("年休假", "年假", "nj", "nxj"), Opening(AttendanceStatus.LEAVE, LeaveReason.ANNUAL)
        ),
    },
    reasons={
        **dict.fromkeys(("公", "公差", "公假", "出差", "g"), LeaveReason.OFFICIAL),
        **dict.fromkeys(("病", "病假", "b"), LeaveReason.SICK),
        **dict.fromkeys(("事", "事假", "s"), LeaveReason.PERSONAL),
        **dict.fromkeys(("产", "产假", "c"), LeaveReason.MATERNITY),
        **dict.fromkeys(("年", "年休", "年休假", "年假", "n"), LeaveReason.ANNUAL),
        **dict.fromkeys(("其他", "其它", "o", "qt"), LeaveReason.OTHER),
    },
    minutes=("分", "分钟", "f"),
    through=("至", "到"),
    idle=("号",),
    joining=("和", "及"),
)

#: The help of the command line: what is meant, the words, the letters, an example.
MARK_HELP: tuple[tuple[str, str, str, str], ...] = (
    ("缺席", "缺席 缺勤 未到 缺", "q qx", "缺席 3 7 12-15"),
    ("请假", "请假 假；事由 公 病 事 产 年休 其他", "j qj；g b s c n qt", "请假 8 公 9 病"),
    ("请假并写明事由", "公假 病假 事假 产假 年休假", "gj bj sj cj nj", "病假 9"),
    ("迟到", "迟到 迟；几分钟写在序号后", "cd；f", "迟到 20 10分"),
    ("早退", "早退 早；几分钟写在序号后", "z zt；f", "早退 5 15分"),
    ("线上", "线上 网上 线", "x xs", "线上 9-12"),
    ("到会", "到会 实到 出席", "d dh", "到会 3"),
    ("代会", "代会 替会 代；代会人姓名写在序号后", "dr dhr", "代会 6 李明"),
    ("未记录", "未记录 清除", "w wjl", "未记录 4"),
)

_MARK_FAULTS: dict[MarkFaultCode, str] = {
    MarkFaultCode.UNKNOWN_WORD: "看不懂“{piece}”。可以这样写：缺席 3 7　请假 8 公　迟到 20 10分。",
    MarkFaultCode.NO_STATUS: "“{piece}”前面没有写考勤。可以这样写：缺席 {piece}。",
    MarkFaultCode.NO_NUMBERS: "“{piece}”后面没有写序号。可以这样写：{piece} 3 7 12-15。",
    MarkFaultCode.OUTSIDE: "签到表上没有序号“{piece}”，请对照纸面核对。",
    MarkFaultCode.REVERSED: "“{piece}”前大后小，请把小的序号写在前面。",
    MarkFaultCode.TWICE: "{piece} 号在这一行里写了两种考勤，没有登记，请只留一种。",
    MarkFaultCode.MINUTES_OUT_OF_PLACE: (
        "“{piece}”应写在迟到或早退的序号后面。可以这样写：迟到 20 10分。"
    ),
    MarkFaultCode.MINUTES_TOO_MANY: f"“{{piece}}”不合适，分钟数应在 1 到 {MOST_MINUTES} 之间。",
    MarkFaultCode.REASON_OUT_OF_PLACE: "“{piece}”应写在请假的序号后面。可以这样写：请假 8 公。",
    MarkFaultCode.NAME_MISSING: (
        "{piece} 号由谁代会还没有写，一个序号写一个姓名。可以这样写：代会 6 李明。"
    ),
}


def mark_fault_words(fault: MarkFault) -> str:
    """Return the sentence for something the command line did not understand."""
    piece = fault.piece if len(fault.piece) <= 20 else f"{fault.piece[:20]}…"
    return _MARK_FAULTS[fault.code].replace("{piece}", piece)


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


def warning_words(warning: RosterWarning) -> str:
    """Return a warning about a roster as a sentence; the sheet is named when it has a name."""
    examples = "、".join(warning.examples)
    if warning.count > len(warning.examples) > 1:
        examples += " 等"
    words = WARNINGS[warning.code].replace("{count}", str(warning.count))
    words = words.replace("{examples}", examples)
    return f"工作表“{warning.sheet}”：{words}" if warning.sheet else words


def rate_words(rate: Rate) -> str:
    """Return a rate as printed: 91.4%, or — while it cannot be known (DESIGN §5).

    It cannot be known when nobody was expected, nor while somebody is unrecorded: the number of
    unrecorded stands beside it.
    """
    return f"{rate.percent}%" if rate.settled else "—"


#: What an act did, for the change log and for 撤销. {subject} and {count} are filled in.
ACTS: dict[str, str] = {
    "unit.add": "新增单位“{subject}”",
    "unit.change": "修改单位“{subject}”",
    "unit.order": "调整单位顺序",
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


#: Why a backup was made.
BACKUP_KINDS: dict[str, str] = {
    "auto": "自动",
    "hand": "手工",
    "before_upgrade": "升级前",
    "before_restore": "恢复前",
    "before_import": "导入前",
}

FINDINGS: dict[Problem, str] = {
    Problem.FILE: "数据文件有 {count} 处损坏，请从备份恢复（{name}）。",
    Problem.REFERENCES: "有 {count} 条内容指向已经不在的内容，请从备份恢复。",
    Problem.TRAINING_COUNTS: "{count} 个场次的统计数与考勤不一致，可以重新统计（check --repair）。",
    Problem.PERSON_COUNTS: "{count} 人的统计数与考勤不一致，可以重新统计（check --repair）。",
    Problem.BACKUP: "备份“{name}”已损坏，请删除它并重新备份。",
}


def finding_words(finding: Finding) -> str:
    """Return what a check found, with what to do."""
    return FINDINGS[finding.problem].format(count=finding.count, name=finding.name)

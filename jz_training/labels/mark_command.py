"""The words of the command line of the attendance page (domain/mark_command.py)."""

from __future__ import annotations

from jz_training.domain.attendance import AttendanceStatus, LeaveReason
from jz_training.domain.mark_command import MOST_MINUTES, MarkFault, MarkFaultCode
from jz_training.domain.mark_words import Opening, Vocabulary

#: What may be typed: words and their letters.
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

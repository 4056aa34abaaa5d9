"""What the rules refuse, and what was changed in the meantime."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from jz_training.errors.base import JzError

#: What may be missing or changed, in the words of the sentence.
THINGS = {
    "person": "这位人员",
    "unit": "这个单位",
    "training": "这个场次",
    "part": "这个课次",
    "attendee": "名单里的这个人",
    "act": "这一步操作",
    "backup": "这个备份",
    "sheet": "这份签到表",
    "report": "这条报送记录",
    "notice": "这份通知",
    "obligation": "这项要求",
    "plan": "这份培训计划",
    "plan_item": "计划里的这一项",
    "task": "这项任务",
    "publicity": "这条宣传报道",
    "outreach": "这场宣讲",
    "document": "这份材料",
    "leave": "这次请假",
    "make_up": "这次补学",
    "venue": "这个场地",
    "speaker": "这位师资",
    "material": "这份学习材料",
    "viewpoint": "这个分会场",
    "row": "这一条内容",
    "record": "这份记录",
    "holiday_year": "导入的这一年节假日安排",
    "series": "这一组场次",
    "hours_rule": "这条学时规则",
    "hours_wanted": "这条学时要求",
    "make_up_group": "这个补学班",
    "superior_form": "这份上级表格",
    "certificate": "这份证书",
}

#: Why a field was refused, by code; facts are filled in.
REFUSALS = {
    "missing": "请填写这一项。",
    "too_long": "这一项最多 {limit} 个字。",
    "name_too_long": "姓名最多 {limit} 个字，请检查是否粘贴了别的内容。",
    "too_many": "条数太多了，请分开填写。",
    "ends_before_start": "结束时间要晚于开始时间。",
    "zero_length": "开始和结束是同一时刻，请填写结束时间。",
    "over_midnight": "时段不能跨过零点；夜里跨天的，请分成当天和次日两段。",
    "too_long_lasting": "一个场次最长 24 小时；跨天的培训请分成几个课次。",
    "last_before_first": "截止的一天不能早于开始的一天。",
    "not_positive": "请填 1 以上的整数。",
    "slots_overlap": "同一天的几个时段互相重叠，请错开。",
    "no_days": "按这个规则一天也没有，请检查起止日期和要跳过的日期。",
    "all_skipped": "按这个规则的日子都被略过了，没有可以新建的场次。",
    "too_many_days": "按这个规则超过 {limit} 场，请缩短起止日期。",
    "no_batches": "还没有分出批次。请先分批。",
    "batch_starts": "共 {count} 批，每一批都要有开始时间，不能多也不能少。",
    "twice_in_batches": "有人同时分在两批里，请重新分批。",
    "nothing_to_move": "这一组场次都已经登记、关闭或取消，没有可以移动的。",
    "no_time": "请说明移动多少时间。",
    "not_in_series": "这个场次不属于任何一组，请只修改它自己。",
    "no_holidays": "这份安排里没有日期。",
    "too_large": "请填 1 到 99999 之间的整数。",
    "negative": "学时不能小于 0。",
    "too_many_hours": "学时请填 0 到 999 之间的数。",
    "many_people": "名单有 {count} 人，请确认选对了文件；无误请加 --many 再导入一次。",
    "same_unit": "已经有名为“{name}”的单位。",
    "circle": "上级单位不能是自己或自己的下级。",
    "nobody": "按这个范围没有找到应到人员。请调整单位、层级或类别。",
    "list_settled": "签到表已经打印或已经登记，序号不能再变。请用“名单变化”逐项调整。",
    "no_reason": "请写明原因。",
    "undecided": "还有 {count} 人待确认，请先逐个选择“新增”“更新”或“跳过”。",
    "several_matches": "“{name}”对应多位已有人员，不能直接更新。请选择“新增”或“跳过”。",
    "not_on_sheet": "名单上没有第 {number} 号。",
    "participant_twice": "同一个参会人不能算作名单上的两个人，请重新选择。",
    "in_future": "日期不能晚于今天。",
    "not_per_cent": "进度请填 0 到 100 之间的整数。",
    "bad_head_count": "人数请填 0 到 100000 之间的整数。",
    "bad_views": "次数请填 0 到 10 亿之间的整数。",
    "not_yet_held": "宣讲还没有开始，听众人数请在举办以后填写。",
    "not_outreach": "宣讲的形式请选宣讲、微宣讲或云宣讲。",
    "has_list": "这场宣讲有名单，听众按名单统计。请在“考勤”里登记，不必填人数。",
    "no_words": "请摘录通知原文，或给这项要求写一个名称。",
    "outside_text": "这个位置不在通知正文之内，请重新选择。",
    "too_big": "这个数太大，请检查。",
    "not_confirmable": "这类要求按登记的场次、材料等计算，不能直接确认完成。",
    "computed": "这项要求按到会记录或计划计算，不能手工计入。",
    "not_of_notice": "它不属于这份通知，请先在它的页面上选定这份通知。",
    "no_owner": "请说明这份材料归入哪份通知、哪个场次、哪项要求或哪条宣传报道。",
    "in_use": "还有 {count} 个待召开的场次用到它，请先修改这些场次再删除。",
    "studied": "有 {count} 个场次学习过这份材料，删除后就查不到学过什么。请先在场次里取消选用。",
    "same_name": "已经有一条“{name}”，请换一个名称或修改已有的一条。",
    "same_form": "已经有上级表格“{name}”。这是它的新文件时请更换文件；是另一份表格时请换一个名称。",
    "same_speaker": "这个单位已经有一位师资“{name}”，请直接修改已有的一条。",
    "several_names": "每位师资请单独登记，姓名里不要用顿号、逗号、分号、斜线或空格。",
    "unit_watched_twice": "“{name}”已经安排在另一个分会场，一个单位只能放在一处。",
    "part_missing": "第 {number} 个课次还没有名称。",
    "part_too_long": "课次“{name}”的名称最多 {limit} 个字，签到表的表头才放得下。",
    "part_ends_before_start": "课次“{name}”的结束时间要晚于开始时间。",
    "part_too_long_lasting": "课次“{name}”时间太长：每个课次最长 24 小时，全部课次在 62 天以内。",
    "part_overlapping": "课次“{name}”与前一个课次的时间重叠，请错开。",
    "part_too_many": "一个场次最多 {most} 个课次。",
    "part_marked": "课次“{name}”已经登记考勤，不能删除。请先清除它的登记。",
    "nobody_missed": "请先选择要补学的人。",
    "not_missed": "“{name}”没有缺课，不用登记补学。",
    "made_up_already": "“{name}”已经补学。要改，请打开那一条。",
    "before_missed": "补学日期不能早于缺课的那一天（{day}）。",
    "nobody_came": "请选出来补学的人；都没有来的，请改日期或解散补学班。",
    "not_minutes": "时长请填 1 到 1440 之间的整数（分钟）。",
    "leave_too_long": "请假最长一年；更久的，请在“人员”里停用或调整单位。",
    "same_leave": "这位人员已经登记过同样的请假，请直接修改那一条。",
    "same_person": "请选择另一位人员，不能合并到自己。",
    "both_expected": "两人在 {count} 个场次里都是应到人员（{trainings}），不是同一个人，不能合并。",
    "linked_already": "“{name}”已经对应到人员，请刷新后再看。",
    "no_training_chosen": "这份表格要填某个场次的内容，请选择场次。",
    "no_plan_chosen": "这份表格要填培训计划，请选择一份计划。",
    "nobody_chosen": "请先勾选人员。",
    "not_entitled": "不能给“{name}”发放：{why}。",
    "no_issuer": "还不知道由哪个单位发证。请先在设置里填写本单位名称。",
    "before_training": "发证日期不能早于培训结束的一天（{day}）。",
    "withdrawn_already": "{number} 已经作废过了。",
    "bad_character": "这一项含有无法保存的字符，请删去后重新输入。",
    "no_picture": "标识要用 PNG 或 JPG 图片。",
    "picture_too_large": "标识图片最大 {megabytes} MB，长边最多 {pixels} 像素。",
}


class ClashFound(JzError):
    """A training clashes, and the settings say that such a one is not stored.

    `sentence` says with what the first one clashes (labels.clash_words), `count` how many clashes
    there are, `start` when the refused training was to begin.
    """

    def __init__(self, sentence: str, *, count: int, start: datetime) -> None:
        super().__init__(sentence, count)
        self.sentence = sentence
        self.count = count
        self.start = start

    def __str__(self) -> str:
        when = f"{self.start.month}月{self.start.day}日 {self.start:%H:%M}"
        more = f"一共有 {self.count} 处冲突。" if self.count > 1 else ""
        return (
            f"{when} 的场次有冲突，没有保存：{self.sentence}。{more}"
            "请换时间、场地或人员；确实要这样安排，可在设置里改为“只提醒”。"
        )


class NotFound(JzError):
    """What was asked for is no longer there; `what` is a key of THINGS."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        return f"没有找到{THINGS[self.what]}，可能已被删除。请刷新后再看。"


class ChangedMeanwhile(JzError):
    """Somebody else changed the row since it was shown; nothing was overwritten."""

    def __init__(self, what: str = "row", name: str = "") -> None:
        super().__init__(what, name)
        self.what = what
        self.name = name

    def __str__(self) -> str:
        thing = f"“{self.name}”" if self.name else THINGS[self.what]
        return f"{thing}刚被别处改动过，这次没有保存，以免覆盖。请刷新后再改。"


class Refused(JzError):
    """A field holds something the rules do not allow. `field` names it for the form."""

    def __init__(self, field: str, fault: str, **facts: object) -> None:
        super().__init__(field, fault)
        self.field = field
        self.fault = fault
        self.facts = facts

    def __str__(self) -> str:
        return REFUSALS[self.fault].format(**self.facts)


class StillUnrecorded(JzError):
    """A training cannot be closed while lines are unrecorded (DESIGN §5: the identity)."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count

    def __str__(self) -> str:
        return f"还有 {self.count} 人未记录，不能关闭。请先登记，或把其余的人一次记为到会或缺席。"


class TrainingIsClosed(JzError):
    """Attendance of a closed training may not be marked before it is reopened."""

    def __str__(self) -> str:
        return "这个场次已经关闭，考勤不能再改。需要更正时请先“重新打开”并写明原因。"


class TrainingIsCancelled(JzError):
    """A cancelled training takes no list and no marks."""

    def __str__(self) -> str:
        return "这个场次已经取消，不能再登记。"


class ListNotFrozen(JzError):
    """There is no attendee list yet."""

    def __str__(self) -> str:
        return "这个场次还没有名单。请先在“名单”里确定应到人员。"


class BadMarks(JzError):
    """A line of marks was not understood; nothing of it was recorded."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return f"没有登记：{self.sentence}"


class CodeMistyped(JzError):
    """What was typed as a verify code (查验码) cannot be one: its check characters say so."""

    def __str__(self) -> str:
        return "查验码有误：可能多了、少了或打错了字符。请对照证书下方的查验码再输入一次。"


class CodeUnknown(JzError):
    """A verify code is well-formed, but no certificate of this workspace has it."""

    def __str__(self) -> str:
        return "查验码书写无误，但本台账没有发放过这个号码的证书。请向落款单位核实。"


class CannotUndo(JzError):
    """An act cannot be undone, as a rule because its rows were changed since."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "changed_since": "“{summary}”涉及的内容后来又改过，不能整体撤销。请手工更正。",
        "done_already": "“{summary}”已经撤销过了。",
        "final": "“{summary}”这一步不能撤销，请手工更正。",
        "on_paper": "“{summary}”的序号已经打印或已经登记，不能撤销。请用“名单变化”逐项调整。",
    }

    def __init__(self, summary: str, fault: str = "changed_since") -> None:
        super().__init__(summary, fault)
        self.summary = summary
        self.fault = fault

    def __str__(self) -> str:
        return self.SENTENCES[self.fault].replace("{summary}", self.summary)

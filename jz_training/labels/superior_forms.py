"""The words of forms of a superior: our figures and lists, and how forms call them."""

from __future__ import annotations

from collections.abc import Mapping

from jz_training.domain.superior_form import FormKind, ListSource

#: What each figure is called, and after that the other words that forms have for it.
FIGURE_WORDS: Mapping[str, tuple[str, ...]] = {
    "office.organiser": ("填报单位", "单位名称", "填表单位", "报送单位", "上报单位", "单位"),
    "office.operator": ("填表人", "填报人", "经办人", "制表人", "联系人"),
    "office.today": ("填报日期", "填表日期", "填表时间", "填报时间", "报出日期", "上报日期",
                     "报送日期", "报送时间"),
    "period.words": ("统计期间", "统计时间", "统计时段", "统计周期", "报告期", "时间段"),
    "period.first": ("开始日期", "起始日期", "统计起始日期"),
    "period.last": ("截止日期", "截至日期", "结束日期", "统计截止日期"),
    "period.year": ("年份", "年度"),
    "period.quarter": ("季度",),
    "notice.title": ("通知标题", "文件名称", "通知名称"),
    "notice.number": ("发文字号", "文号"),
    "trainings": ("举办场次", "举办期数", "培训场次", "培训期数", "培训次数", "举办次数", "场次",
                  "期数", "举办场数", "开展培训场次"),
    "expected": ("应到人次", "应训人次", "应参训人次", "应到", "应参加人次"),
    "present": ("实到人次", "参训人次", "培训人次", "参加人次", "实到", "人次", "到会人次",
                "实训人次", "受训人次", "参学人次"),
    "leave": ("请假人次", "请假"),
    "absent": ("缺席人次", "缺席", "缺勤", "缺勤人次"),
    "unrecorded": ("未记录人次", "未记录"),
    "made_up": ("补学人次", "补学", "补课人次"),
    "rate": ("到会率", "参训率", "出勤率", "到课率", "参学率", "签到率"),
    "coverage": ("覆盖率", "培训覆盖率"),
    "online": ("线上人次", "其中线上", "线上", "线上参训人次", "网络培训人次"),
    "listed": ("应参加人数", "应训人数", "应参训人数", "应到人数"),
    "came": ("参加人数", "参训人数", "实到人数", "培训人数", "受训人数", "参加培训人数"),
    "hours": ("学时合计", "学时", "总学时", "累计学时", "培训学时"),
    "per_head": ("人均学时", "平均学时"),
    "outreach.talks": ("宣讲场次", "宣讲次数", "开展宣讲场次"),
    "outreach.listeners": ("宣讲听众人次", "听众人次", "宣讲人次", "受众人次"),
    "outreach.views": ("宣讲线上观看次数", "线上观看次数", "线上观看"),
    "publicity.count": ("宣传报道篇数", "宣传报道", "报道篇数", "信息篇数"),
    "publicity.reach": ("报道阅读量", "阅读量"),
    "training.title": ("场次：主题", "培训主题", "会议名称", "培训名称", "活动名称", "学习主题"),
    "training.day": ("场次：日期", "培训日期", "会议日期", "举办日期"),
    "training.time": ("场次：时间", "培训时间", "会议时间", "举办时间"),
    "training.venue": ("场次：地点", "培训地点", "会议地点", "举办地点"),
    "training.speaker": ("场次：主讲", "主讲人", "授课人", "主讲", "授课教师"),
    "training.form": ("场次：形式", "培训形式", "学习形式"),
    "training.hours": ("场次：学时", "本次学时"),
    "training.expected": ("场次：应到", "本次应到"),
    "training.present": ("场次：实到", "本次实到"),
    "training.leave": ("场次：请假", "本次请假"),
    "training.absent": ("场次：缺席", "本次缺席"),
    "training.rate": ("场次：到会率", "本次到会率"),
    "training.coverage": ("场次：覆盖率", "本次覆盖率"),
}  # fmt: skip

#: The figures in the order in which they are offered, by what they are of.
FIGURE_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "填报信息": (
        "office.organiser", "office.operator", "office.today", "period.words", "period.first",
        "period.last", "period.year", "period.quarter", "notice.title", "notice.number",
    ),
    "培训数字": (
        "trainings", "expected", "present", "leave", "absent", "unrecorded", "made_up", "rate",
        "coverage", "online", "listed", "came", "hours", "per_head",
    ),
    "宣讲和报道": tuple(key for key in FIGURE_WORDS if key.startswith(("outreach", "publicity"))),
    "某一个场次": tuple(key for key in FIGURE_WORDS if key.startswith("training.")),
}  # fmt: skip

SOURCES: Mapping[ListSource, str] = {
    ListSource.LEDGER: "培训台账",
    ListSource.UNITS: "各单位情况",
    ListSource.LAYERS: "各层级情况",
    ListSource.CATEGORIES: "各类别情况",
    ListSource.FORMS: "各形式情况",
    ListSource.MONTHS: "各月情况",
    ListSource.LAYERS_AND_CATEGORIES: "培训情况统计表（层级、类别）",
    ListSource.PEOPLE: "人员学时",
    ListSource.PLAN: "培训计划",
    ListSource.TASKS: "任务分解",
    ListSource.OUTREACH: "宣讲记录",
    ListSource.PUBLICITY: "宣传报道",
    ListSource.ATTENDANCE: "签到名单",
    ListSource.ABSENTEES: "缺席名单",
}

#: What forms call the columns of lists besides our own headings, by heading.
COLUMN_WORDS: Mapping[str, tuple[str, ...]] = {
    "序号": ("编号", "号"),
    "主题": ("培训主题", "培训名称", "培训内容", "学习主题", "学习内容", "活动名称", "会议名称",
             "宣讲主题", "课程名称", "培训班名称"),
    "培训主题": ("培训名称", "培训内容", "主题", "培训班名称"),
    "日期": ("培训日期", "举办日期", "培训时间", "举办时间", "时间", "宣讲时间", "宣讲日期",
             "发布日期", "刊发日期"),
    "形式": ("培训形式", "学习形式", "培训方式", "宣讲形式"),
    "主讲": ("主讲人", "授课人", "授课教师", "师资", "讲师"),
    "主讲人": ("主讲", "授课人", "授课教师", "师资", "讲师"),
    "地点": ("培训地点", "举办地点", "宣讲地点", "场地"),
    "应到": ("应到人数", "应到人次", "应训人数", "应参训人数", "应参加人数"),
    "实到": ("实到人数", "实到人次", "参训人数", "参训人次", "参加人数", "培训人数", "人数"),
    "请假": ("请假人数", "请假人次"),
    "缺席": ("缺席人数", "缺席人次"),
    "到会率": ("参训率", "出勤率", "到课率"),
    "学时": ("培训学时", "课时", "学时数", "累计学时", "总学时"),
    "学时合计": ("学时", "总学时", "累计学时", "培训学时"),
    "场次": ("举办场次", "举办期数", "培训场次", "培训次数", "期数"),
    "姓名": ("人员姓名", "学员姓名"),
    "单位": ("所在单位", "工作单位", "单位名称", "工会名称"),
    "职务": ("职务职称", "岗位"),
    "任务措施": ("工作任务", "任务", "工作措施", "措施", "任务内容"),
    "责任人": ("负责人", "责任领导"),
    "完成时限": ("时限", "完成时间", "完成期限"),
    "责任部门/责任人": ("责任部门", "责任人", "责任单位"),
    "宣讲人": ("主讲人", "主讲"),
    "人数": ("听众人数", "参加人数", "受众人数", "培训人数"),
    "请假原因": ("事由", "缺席原因", "原因", "请假事由"),
    "考勤": ("出勤情况", "签到情况", "到会情况"),
    "标题": ("报道标题", "信息标题", "题目"),
    "媒体": ("发布媒体", "刊发媒体", "媒体名称", "发布平台"),
    "层级": ("人员层级",),
    "类别": ("人员类别", "干部类别"),
}  # fmt: skip

#: Words of a line that adds up the others.
TOTALS = ("合计", "总计", "共计", "总数", "小计", "全部")

#: Why a place of a form was not filled, by documents.forms.filled.Gap.
GAPS: Mapping[str, str] = {
    "unknown": "没有数据",
    "formula": "保留原公式",
    "gone": "找不到位置",
}

FORM_KINDS: Mapping[FormKind, str] = {
    FormKind.WORKBOOK: "Excel",
    FormKind.MACROS: "Excel（带宏）",
    FormKind.WORD: "Word",
}

"""The words of a training: its form, its state, the order of its list."""

from __future__ import annotations

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

ORDERS: dict[SheetOrder, str] = {
    SheetOrder.UNIT: "按单位",
    SheetOrder.PINYIN: "按姓名拼音",
    SheetOrder.STROKES: "按姓氏笔画",
    SheetOrder.BY_HAND: "手工排序",
}

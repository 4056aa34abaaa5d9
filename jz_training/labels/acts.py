"""The words of the log of changes: what each act did."""

from __future__ import annotations

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
    "plan.make": "制定培训计划“{subject}”",
    "plan.rename": "修改培训计划“{subject}”",
    "plan.remove": "删除培训计划“{subject}”",
    "plan.settle": "确定培训计划“{subject}”",
    "plan.unsettle": "把培训计划“{subject}”改回草稿",
    "plan.item_add": "计划新增“{subject}”",
    "plan.item_change": "修改计划中的“{subject}”",
    "plan.item_remove": "删除计划中的“{subject}”",
    "plan.item_move": "调整计划中“{subject}”的顺序",
    "task.add": "新增任务“{subject}”",
    "task.change": "修改任务“{subject}”",
    "task.progress": "更新任务“{subject}”的进度",
    "task.remove": "删除任务“{subject}”",
    "task.move": "调整任务“{subject}”的顺序",
    "publicity.add": "登记宣传报道“{subject}”",
    "publicity.change": "修改宣传报道“{subject}”",
    "publicity.remove": "删除宣传报道“{subject}”",
    "outreach.record": "登记宣讲“{subject}”",
    "outreach.change": "修改宣讲“{subject}”",
    "sheet.keep": "生成签到表“{subject}”",
    "notice.add": "收到通知“{subject}”（{count} 项要求）",
    "notice.change": "修改通知“{subject}”",
    "notice.review": "核对通知“{subject}”",
    "notice.sort_out": "处理通知“{subject}”的一处待读内容",
    "notice.remove": "删除通知“{subject}”",
    "obligation.add": "新增要求“{subject}”",
    "obligation.change": "修改要求“{subject}”",
    "obligation.remove": "删除要求“{subject}”",
    "obligation.move": "调整要求“{subject}”的顺序",
    "obligation.confirm": "确认要求“{subject}”的完成情况",
    "obligation.report": "登记要求“{subject}”的报送情况",
    "obligation.count": "调整要求“{subject}”的佐证",
    "document.file": "归档材料“{subject}”",
    "document.change": "修改材料“{subject}”",
    "document.remove": "移除材料“{subject}”",
    "settings.change": "修改设置",
    "undo": "撤销：{subject}",
}


def act_words(verb: str, subject: str, count: int) -> str:
    """Return one line of the change log in words."""
    if verb == "undo":
        inner, _, rest = subject.partition("|")
        return "撤销：" + ACTS.get(inner, inner).format(subject=rest, count=count)
    return ACTS.get(verb, verb).format(subject=subject, count=count)

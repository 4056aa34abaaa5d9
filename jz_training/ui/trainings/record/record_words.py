"""What the tab 记录 says of attendance: it is taken over and not typed again."""

from __future__ import annotations

from jz_training.domain.training_record import TrainingRecord


def attendance_words(record: TrainingRecord) -> str:
    """Return one sentence on who came; the names go into the printed record by themselves."""
    tally = record.tally
    if not tally.expected:
        return "还没有名单，出席和缺席人员待名单确定、考勤录入后自动写入。"
    words = (
        f"应到 {tally.expected} 人，实到 {tally.present} 人，请假 {tally.leave} 人，"
        f"缺席 {tally.absent} 人"
    )
    if tally.unrecorded:
        return f"{words}，还有 {tally.unrecorded} 人未记录。出席、缺席人员和原因取自考勤。"
    return f"{words}。出席、缺席人员和原因取自考勤，不用再抄。"

"""The words of the record of a training: its title, and what each point is."""

from __future__ import annotations

from jz_training.domain.training import TrainingForm
from jz_training.domain.training_record import PointKind

POINT_KINDS: dict[PointKind, str] = {
    PointKind.AGENDA: "议程",
    PointKind.SPEECH: "讲话",
    PointKind.DISCUSSION: "发言",
    PointKind.DECISION: "议定事项",
    PointKind.OTHER: "其他",
}

#: A meeting is minuted; whatever else is held is recorded as study.
_MEETINGS = frozenset({TrainingForm.SEMINAR, TrainingForm.THEORY, TrainingForm.REPORT})


def record_name(form: TrainingForm) -> str:
    """Return what the record of a training of a form is called."""
    return "会议记录" if form in _MEETINGS else "学习记录"

"""The question before the first marks of a training that is far away: is it the right one?"""

from __future__ import annotations

from uuid import UUID

from jz_training.domain.gates import Gate
from jz_training.labels import far_words
from jz_training.ui.context import Context


class MarkingGate:
    """Asks once for each training, as long as nothing is recorded there."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._gate: Gate | None = None
        self._passed: set[UUID] = set()

    def show(self, gate: Gate) -> None:
        """Take where the training that is shown stands."""
        self._gate = gate

    def lets_pass(self) -> bool:
        """Tell whether marks may be recorded, asking where the training is far away."""
        gate = self._gate
        if gate is None or gate.training_id in self._passed:
            return True
        words = far_words(gate, now=self._ctx.desk.now())
        if not words:
            return True
        detail = "请核对是不是这一场。确认一次以后，这个场次不再询问。"
        if not self._ctx.ask.confirm(f"{words}，现在登记考勤吗？", detail=detail, verb="登记"):
            return False
        self._passed.add(gate.training_id)
        return True

"""What issuing certificates and proofs has in common: who is ticked, the day, and 发放."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jz_training.domain.certificate import CertificateCandidate
from jz_training.ui import kinds
from jz_training.ui.certificates.candidate_ticks import CandidateTicks
from jz_training.ui.context import Context
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form

WIDTH = 720


class IssuingDialog(EntryDialog):
    """Issues what is ticked in one act. Signals: saved(UUID) with the first id of `made`."""

    def __init__(self, ctx: Context, parent: QWidget, *, title: str, verb: str) -> None:
        super().__init__(ctx, parent, title=title, kinds={kinds.REPORTS}, width=WIDTH)
        self._verb, self._refused = verb, 0
        self.made: tuple[UUID, ...] = ()
        self.form = Form()
        self.ticks = CandidateTicks()
        self.ticks.ticked.connect(self._count)
        self.issued_on = DateField(clock=ctx.desk.now)
        self.issued_on.set_value(ctx.desk.now().date())

    # --- what a dialog says of itself ----------------------------------------------------------

    def issuing(self) -> Callable[[], tuple[UUID, ...]] | None:
        """Return what issues the entries; None when something is missing, which is shown."""
        raise NotImplementedError

    def read(self) -> None:
        """Read again who may be given one."""
        raise NotImplementedError

    def nobody_words(self) -> str:
        """Return why there is nobody to choose from, and what to do."""
        raise NotImplementedError

    # --- for both ------------------------------------------------------------------------------

    def add_day_and_people(self) -> None:
        """Add the day of issue and, below the fields that scroll, the persons."""
        self.form.add("issued_on", "发证日期", self.issued_on)
        self.put(self.form)
        self.body.insertWidget(1, self._with_links(), 2)

    def show_candidates(self, candidates: Sequence[CertificateCandidate]) -> None:
        """Show who may be given one."""
        self._refused = sum(not one.entitled for one in candidates)
        self.ticks.show_candidates(candidates)

    def saving_job(self) -> Callable[[], UUID] | None:
        issue = self.issuing()
        if issue is None:
            return None

        def save() -> UUID:
            self.made = issue()
            return self.made[0]

        return save

    def day_missing(self) -> bool:
        """Tell whether the day of issue cannot be read; that is shown."""
        missing = self.issued_on.value() is None
        if missing:
            sentence = "请填写发证日期，可以写成 2026-11-20 这样。"
            self.form.show_errors({"issued_on": sentence})
        return missing

    def _with_links(self) -> QWidget:
        every, nobody = button("全选", "link"), button("全不选", "link")
        every.clicked.connect(lambda: self.ticks.tick_all(on=True))
        nobody.clicked.connect(lambda: self.ticks.tick_all(on=False))
        self.chosen = plain_label("", "small")
        line = QHBoxLayout()
        line.setSpacing(12)
        for widget in (every, nobody, self.chosen):
            line.addWidget(widget)
        line.addStretch(1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label("人员", "field"))
        column.addWidget(self.ticks, 1)
        column.addLayout(line)
        holder.setFocusProxy(self.ticks)
        return holder

    def _count(self) -> None:
        count = len(self.ticks.value())
        if not self.ticks.topLevelItemCount():
            self.chosen.setText(self.nobody_words())
            self.verb.setText(self._verb)
            self.verb.setEnabled(False)
            return
        refused = f"，灰色的 {self._refused} 人不能发放，原因见说明" if self._refused else ""
        self.chosen.setText(f"已选 {count} 人{refused}")
        self.verb.setText(f"{self._verb} {count} 份" if count else self._verb)
        self.verb.setEnabled(count > 0)

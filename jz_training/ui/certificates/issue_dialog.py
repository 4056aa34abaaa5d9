"""The dialog 发放证书: for which training, what it is called on paper, and to whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from jz_training.domain.certificate import CertificateCandidate
from jz_training.domain.outreach import OUTREACH_FORMS
from jz_training.domain.summary import LedgerRow
from jz_training.domain.training import TrainingState
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.certificates.issuing_dialog import IssuingDialog
from jz_training.ui.context import Context
from jz_training.ui.widgets.id_box import IdBox
from jz_training.ui.widgets.when import when_words

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: So many closed trainings are offered, the latest first.
MOST_OFFERED = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    title: str
    in_series: bool
    candidates: tuple[CertificateCandidate, ...]


class IssueDialog(IssuingDialog):
    """Issues certificates for a training, or for the whole of its series."""

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        trainings: tuple[LedgerRow, ...],
        training_id: UUID | None = None,
    ) -> None:
        super().__init__(ctx, parent, title="发放证书", verb="发放")
        self._suggested = ""
        self._add_fields(trainings)
        self.training.set_value(training_id)
        self.training.setEnabled(training_id is None)
        self._connect()
        self.show_candidates(())
        self.read()
        self.fit()
        (self.training if training_id is None else self.title).setFocus()

    def read(self) -> None:
        training_id = self.training.value()
        if training_id is None:
            self.show_candidates(())
            return
        desk, whole, made_up = self._ctx.desk, self.whole.isChecked(), self.made_up.isChecked()

        def find() -> _Found:
            return _found(desk, training_id, whole_series=whole, with_made_up=made_up)

        self._ctx.work.read(find, self._show, owner=self, key="candidates")

    def nobody_words(self) -> str:
        if self.training.value() is None:
            return "请先选择场次。"
        return "这一场没有名单，不能发放证书。"

    def tell_saved(self) -> None:
        self._ctx.toast(f"已发放 {len(self.made)} 份证书。", undo=True)

    def issuing(self) -> Callable[[], tuple[UUID, ...]] | None:
        training_id, day = self.training.value(), self.issued_on.value()
        if training_id is None:
            self.form.show_errors({"training_id": "请选择场次。"})
            return None
        if self.day_missing() or day is None:
            return None
        certificates, people, title = self._ctx.desk.certificates, self.ticks.value(), self.title
        whole, made_up, words = self.whole.isChecked(), self.made_up.isChecked(), title.text()
        return lambda: certificates.issue(
            training_id,
            people,
            issued_on=day,
            with_made_up=made_up,
            whole_series=whole,
            title=words,
        )

    # --- construction --------------------------------------------------------------------------

    def _add_fields(self, trainings: tuple[LedgerRow, ...]) -> None:
        today = self._ctx.desk.now().date()
        self.training = self.form.add("training_id", "场次", IdBox("请选择已关闭的场次"))
        self.training.offer(
            [
                (one.training_id, f"{when_words(one.start, one.end, today=today)}　{one.title}")
                for one in trainings
            ]
        )
        self.title = self.form.add(
            "title", "证书上的培训名称", QLineEdit(), hint="可以改成培训班的正式名称。"
        )
        self.whole = QCheckBox("整组场次合发一张：分批的按本人那一批，系列课程要全部参加")
        self.made_up = QCheckBox("补学的也发，证书注明“含补学”")
        self.form.add_below(self.whole)
        self.form.add_below(self.made_up)
        self.whole.hide()
        self.add_day_and_people()

    def _connect(self) -> None:
        self.training.currentIndexChanged.connect(lambda _: self.read())
        for box in (self.whole, self.made_up):
            box.toggled.connect(lambda _: self.read())

    def _show(self, found: _Found) -> None:
        self.whole.setVisible(found.in_series)
        if self.title.text() in ("", self._suggested):
            self.title.setText(found.title)
        self._suggested = found.title
        self.show_candidates(found.candidates)


def closed_trainings(desk: Desk, training_id: UUID | None) -> tuple[LedgerRow, ...]:
    """Return the trainings certificates can be issued for, and the one that is meant anyway."""
    query = TrainingQuery(state=TrainingState.CLOSED, limit=MOST_OFFERED)
    found = tuple(row for row in desk.trainings.list(query) if not _by_heads(row))
    if training_id is None or any(one.training_id == training_id for one in found):
        return found
    meant = (one for one in desk.trainings.list(TrainingQuery()) if one.training_id == training_id)
    return (*meant, *found)


def _by_heads(row: LedgerRow) -> bool:
    """Tell whether who heard a talk was only counted: nobody is named."""
    return not row.tally.expected and row.form in OUTREACH_FORMS


def _found(desk: Desk, training_id: UUID, *, whole_series: bool, with_made_up: bool) -> _Found:
    series = desk.trainings.get(training_id).series_id
    whole = whole_series and series is not None
    return _Found(
        title=desk.certificates.suggested_title(training_id, whole_series=whole),
        in_series=series is not None,
        candidates=desk.certificates.candidates(
            training_id, with_made_up=with_made_up, whole_series=whole
        ),
    )

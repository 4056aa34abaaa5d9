"""What is done to certificates from any page: issuing, printing, withdrawing."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.certificate import Certificate, CertificateKind
from jz_training.domain.roster import PersonRow
from jz_training.services.certificate_list import CertificateQuery
from jz_training.ui import kinds
from jz_training.ui.certificates.certificate_offers import certificates_offer, register_offer
from jz_training.ui.certificates.hours_dialog import HoursDialog
from jz_training.ui.certificates.issue_dialog import IssueDialog, closed_trainings
from jz_training.ui.context import Context
from jz_training.ui.paper.offer import show_paper


def issue_certificates(ctx: Context, owner: QWidget, *, training_id: UUID | None = None) -> None:
    """Open the dialog to issue certificates, for a training where it is known.

    What was issued is shown as it will be printed.
    """
    desk = ctx.desk

    def open_dialog(trainings: object) -> None:
        assert isinstance(trainings, tuple)
        dialog = IssueDialog(ctx, owner, trainings=trainings, training_id=training_id)
        dialog.saved.connect(lambda _: _show(ctx, owner, CertificateKind.TRAINING, dialog.made))
        dialog.open()

    ctx.work.read(
        lambda: closed_trainings(desk, training_id), open_dialog, owner=owner, key="closed"
    )


def issue_proofs(ctx: Context, owner: QWidget, *, people: Sequence[PersonRow] = ()) -> None:
    """Open the dialog to issue proofs of hours, for persons where they are known."""
    dialog = HoursDialog(ctx, owner, people=people)
    dialog.saved.connect(lambda _: _show(ctx, owner, CertificateKind.HOURS, dialog.made))
    dialog.open()


def print_certificates(ctx: Context, owner: QWidget, rows: Sequence[Certificate]) -> None:
    """Show certificates as they were issued; those of one kind at a time."""
    if not rows:
        ctx.toast("请先选择要打印的证书。")
    elif len({row.kind for row in rows}) > 1:
        ctx.toast("证书和学时证明纸张方向不同，请分开选择后打印。")
    else:
        _show(ctx, owner, rows[0].kind, [row.id for row in rows])


def show_register(ctx: Context, owner: QWidget, query: CertificateQuery) -> None:
    """Show the register of the certificates a query means."""
    show_paper(ctx, owner, register_offer(ctx.desk, query))


def withdraw(ctx: Context, owner: QWidget, row: Certificate) -> None:
    """Withdraw a certificate after asking why; it can be undone."""
    if row.withdrawn:
        ctx.toast(f"{row.number} 已经作废过了。")
        return
    reason = ctx.ask.text(
        f"作废 {row.number}（{row.facts.name}）",
        label="原因",
        verb="作废",
        detail="编号和查验码不再使用，查验时会显示已作废。已经发出的纸质证书请收回。",
    )
    if not reason:
        return
    certificates = ctx.desk.certificates
    ctx.work.change(
        lambda: certificates.withdraw(row.id, reason=reason),
        lambda _: ctx.toast(f"已作废 {row.number}。", undo=True),
        owner=owner,
        kinds={kinds.REPORTS},
    )


def _show(ctx: Context, owner: QWidget, kind: CertificateKind, ids: Sequence[UUID]) -> None:
    desk, many = ctx.desk, f"{len(ids)}份" if len(ids) > 1 else ""

    def show(found: object) -> None:
        assert isinstance(found, tuple)
        first: Certificate = found[0]
        name = many or first.facts.name
        show_paper(ctx, owner, certificates_offer(desk, kind, ids, name=name))

    ctx.work.read(lambda: desk.certificates.get(ids[:1]), show, owner=owner, key="shown")

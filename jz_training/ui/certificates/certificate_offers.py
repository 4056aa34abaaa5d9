"""Certificates, proofs of hours and their register as papers that are shown and saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.certificate import CertificateKind
from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.services.certificate_list import CertificateQuery
from jz_training.ui.paper.dressing import DressedMaking, dressed_offer
from jz_training.ui.paper.offer import PaperOffer

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk


def certificates_offer(
    desk: Desk, kind: CertificateKind, ids: Sequence[UUID], *, name: str
) -> PaperOffer:
    """Return certificates of one kind as a paper, one after the other."""
    if kind is CertificateKind.TRAINING:
        ways: dict[FileForm, DressedMaking] = {FileForm.PDF: _certificates(desk, ids)}
        return dressed_offer(desk, PaperKind.CERTIFICATE, ways, name=name)
    ways = {FileForm.PDF: _proofs(desk, ids)}
    if len(ids) == 1:
        ways[FileForm.WORD] = _proof_docx(desk, ids)
    return dressed_offer(desk, PaperKind.HOURS_PROOF, ways, name=name)


def register_offer(desk: Desk, query: CertificateQuery) -> PaperOffer:
    """Return the register (证书发放登记表) of the certificates a query means."""

    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.certificate.register import register_pdf

        return register_pdf(desk.certificates.register(query), style=style, report=report)

    def xlsx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.certificate.register import register_xlsx

        return register_xlsx(desk.certificates.register(query), style=style)

    ways: dict[FileForm, DressedMaking] = {FileForm.PDF: pdf, FileForm.EXCEL: xlsx}
    kind, today = PaperKind.CERTIFICATE_REGISTER, desk.now().date()
    return dressed_offer(desk, kind, ways, name="", day=today)


def _certificates(desk: Desk, ids: Sequence[UUID]) -> DressedMaking:
    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.certificate.certificate_paper import certificate_pdf

        return certificate_pdf(desk.certificates.get(ids), style=style, report=report)

    return pdf


def _proofs(desk: Desk, ids: Sequence[UUID]) -> DressedMaking:
    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.certificate.hours_proof import hours_proof_pdf

        return hours_proof_pdf(desk.certificates.get(ids), style=style, report=report)

    return pdf


def _proof_docx(desk: Desk, ids: Sequence[UUID]) -> DressedMaking:
    def docx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.certificate.hours_proof import hours_proof_docx

        (certificate,) = desk.certificates.get(ids)
        return hours_proof_docx(certificate, style=style, report=report)

    return docx

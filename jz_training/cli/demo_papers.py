"""The papers of `demo` that go upward or to a person: report, forms, certificates, files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jz_training.cli.saving import save_document, save_form, save_pdf, save_workbook
from jz_training.domain.certificate import CertificateKind
from jz_training.domain.paper_style import Letterhead, PaperSkin, PaperStyle
from jz_training.domain.statistics import StatisticsFilter
from jz_training.domain.summary import PeriodSummary
from jz_training.domain.superior_form import FormChoice

if TYPE_CHECKING:
    from jz_training.sample import Lived, Sample
    from jz_training.services.desk import Desk


def write_papers(desk: Desk, sample: Sample, lived: Lived, out: Path) -> Iterator[Path]:
    """Write the report as it goes up, who was absent, the superior's form, papers of persons."""
    summary = desk.summaries.of_period(sample.start, sample.end)
    yield from _report(desk, summary, out)
    yield from _absentees(desk, sample, out)
    yield from _form(desk, sample, out)
    yield from _certificates(desk, out)
    yield from _person(desk, sample, lived, out)


def _report(desk: Desk, summary: PeriodSummary, out: Path) -> Iterator[Path]:
    """Write 情况报告 as 文件: on paper, to be worked on, and for the archive."""
    from jz_training.documents.archive.pdf_a import archived
    from jz_training.documents.summary.period_summary import (
        period_summary_docx,
        period_summary_pdf,
    )

    organiser, today = summary.ledger.organiser, summary.ledger.as_of.date()
    head = Letterhead(mark=f"{organiser}文件", copies_to="各车间分工会", printed_by=organiser,
                      printed_on=today)  # fmt: skip
    style = PaperStyle(skin=PaperSkin.DOCUMENT, letterhead=head)
    paper = period_summary_pdf(summary, style=style)
    yield save_pdf(out / "情况报告（文件）.pdf", paper)
    yield save_document(out / "情况报告（文件）.docx", period_summary_docx(summary, style=style))
    kept = archived(paper, title="情况报告", author=organiser, made_on=today)
    yield save_pdf(out / "情况报告（归档）.pdf", kept)


def _absentees(desk: Desk, sample: Sample, out: Path) -> Iterator[Path]:
    from jz_training.documents.statistics.absentee_list import absentees_pdf, absentees_xlsx

    found = desk.absentees.of(StatisticsFilter(start=sample.start, end=sample.end))
    yield save_pdf(out / "签到率与缺席名单.pdf", absentees_pdf(found))
    yield save_workbook(out / "签到率与缺席名单.xlsx", absentees_xlsx(found))


def _form(desk: Desk, sample: Sample, out: Path) -> Iterator[Path]:
    """Fill the superior's form that the sample union keeps."""
    from jz_training.documents.forms.filling import filled_form

    for row in desk.superior_forms.list():
        choice = FormChoice(start=sample.start, end=sample.end)
        view = desk.superior_forms.values(row.id, choice)
        filled = filled_form(desk.superior_forms.template(row.id), row.kind, row.ties, view)
        yield save_form(out / f"上级表格 {row.name}.{row.kind}", filled.content)


def _certificates(desk: Desk, out: Path) -> Iterator[Path]:
    from jz_training.documents.certificate.certificate_paper import certificate_pdf
    from jz_training.documents.certificate.hours_proof import hours_proof_pdf
    from jz_training.documents.certificate.register import register_xlsx
    from jz_training.services.certificate_list import CertificateQuery

    issued = desk.certificates.list(CertificateQuery(kind=CertificateKind.TRAINING))
    if issued:
        yield save_pdf(out / "培训证书.pdf", certificate_pdf(issued))
    proofs = desk.certificates.list(CertificateQuery(kind=CertificateKind.HOURS))
    if proofs:
        yield save_pdf(out / "学时证明.pdf", hours_proof_pdf(proofs))
    if issued or proofs:
        register = desk.certificates.register()
        yield save_workbook(out / "证书发放登记表.xlsx", register_xlsx(register))


def _person(desk: Desk, sample: Sample, lived: Lived, out: Path) -> Iterator[Path]:
    """Write 人员学习档案 of the first person on the first list, for two programs."""
    from jz_training.documents.person_file.person_file_paper import (
        person_file_docx,
        person_file_pdf,
    )

    rows = desk.attendance.sheet(lived.trainings[0]).rows if lived.trainings else ()
    person = next((row.person_id for row in rows if row.person_id is not None), None)
    if person is not None:
        file = desk.person_files.of(person, sample.as_of.year)
        yield save_pdf(out / "人员学习档案.pdf", person_file_pdf(file))
        yield save_document(out / "人员学习档案.docx", person_file_docx(file))

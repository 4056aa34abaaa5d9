"""The proof of hours (学时证明) of a person, after GB/T 9704: a sentence and every training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from jz_training.documents.certificate.words import (
    HEREBY,
    HOW_TO_VERIFY,
    code_words,
    hours_sentence,
    number_words,
    training_note,
)
from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.joined_pdf import JoinedPart, joined_pdf
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.documents.official.ruled_table import Column, Table
from jz_training.documents.word.word_paper import official_docx
from jz_training.domain.certificate import Certificate, CertifiedTraining
from jz_training.domain.paper_style import AS_MADE, Letterhead, PaperSkin, PaperStyle
from jz_training.labels.hours import hours_text

TITLE = "学时证明"

_COLUMNS = (
    Column("序号", 0.7),
    Column("日期", 1.9),
    Column("培训内容", 5.4, 0.0),
    Column("学时", 0.8),
    Column("备注", 1.0),
)


def hours_proof_pdf(
    certificates: Sequence[Certificate],
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return proofs of hours as PDF, each a paper of its own, one after the other.

    On both sides each begins on a fresh sheet of paper.

    Raises ValueError when there is none. `report` collects what could not be set as asked.
    """
    if not certificates:
        raise ValueError("no proof to print")
    fonts, report = fonts or system_fonts(), report or PaperReport()
    papers = [
        JoinedPart(
            title=f"{one.facts.name}　{one.number}",
            content=official_pdf(
                hours_proof_writing(one), style=_own(style, one), fonts=fonts, report=report
            ),
        )
        for one in certificates
    ]
    if len(papers) == 1:
        return papers[0].content
    return joined_pdf(papers, title=TITLE, both_sides=style.duplex)


def hours_proof_docx(
    certificate: Certificate,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return one proof of hours as a Word document."""
    writing = hours_proof_writing(certificate)
    return official_docx(writing, style=_own(style, certificate), fonts=fonts, report=report)


def hours_proof_writing(certificate: Certificate) -> Writing:
    """Return the proof: number, sentence, trainings with their hours, ending."""
    said = certificate.facts
    facts = PaperFacts(
        title=TITLE,
        author=said.issuer,
        subject=TITLE,
        made_on=certificate.issued_on,
    )

    def write(paper: Paper) -> None:
        paper.title(facts.title, note=number_words(certificate))
        paper.paragraph(hours_sentence(said))
        paper.table(_table(certificate))
        paper.ending(HEREBY, signature=said.issuer, date=day_words(certificate.issued_on))

    return Writing(facts, write)


def _own(style: PaperStyle, certificate: Certificate) -> PaperStyle:
    """Return how a proof is dressed: it is sealed, so it is never 材料 and has no 版头.

    The verify code stands as 附注 below the date (GB/T 9704 7.3.6).
    """
    note = f"{code_words(certificate)}，{HOW_TO_VERIFY}"
    return replace(style, skin=PaperSkin.TEXT, letterhead=Letterhead(sealed=True, note=note))


def _table(certificate: Certificate) -> Table:
    said = certificate.facts
    total = hours_text(said.hours) if said.hours is not None else "0"
    return Table(
        caption="",
        columns=_COLUMNS,
        rows=tuple(_row(number, one) for number, one in enumerate(said.trainings, start=1)),
        total=("", "合计", "", total, ""),
    )


def _row(number: int, training: CertifiedTraining) -> tuple[str, ...]:
    hours = "—" if training.hours is None else hours_text(training.hours)
    day = _days(training.first, training.last)
    return (str(number), day, training.title, hours, training_note(training))


def _days(first: date, last: date) -> str:
    """Return 2025-02-18, or 2025-02-18 至 20 as short as it goes in a narrow column."""
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.isoformat()} 至 {last.day:02d}"
    return f"{first.isoformat()} 至 {last:%m-%d}"

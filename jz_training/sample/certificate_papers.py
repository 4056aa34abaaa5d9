"""What somebody takes home, with invented content: certificate, proof of hours, own file."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from jz_training.domain.attendance import PRESENT, AttendeeRow
from jz_training.domain.certificate import (
    Certificate,
    CertificateFacts,
    CertificateKind,
    CertificateRegister,
    CertifiedTraining,
)
from jz_training.domain.paper_style import PaperStyle
from jz_training.domain.person_file import PersonFile, PersonFileLine
from jz_training.domain.training_form import TrainingForm

_TODAY = date(2026, 11, 20)
_NOBODY = UUID(int=0)
_THEMES = ("职业道德与工匠精神", "劳动法律法规", "安全生产与职业健康")
_NAMES = ("孟阳", "白洁", "温岚")


def certificate(style: PaperStyle, organiser: str) -> bytes:
    """Return one certificate."""

    from jz_training.documents.certificate.certificate_paper import certificate_pdf

    return certificate_pdf([_certificate(organiser)], style=style)


def proof(style: PaperStyle, organiser: str) -> bytes:
    """Return one proof of hours."""

    from jz_training.documents.certificate.hours_proof import hours_proof_pdf

    return hours_proof_pdf([_certificate(organiser, kind=CertificateKind.HOURS)], style=style)


def register(style: PaperStyle, organiser: str) -> bytes:
    """Return the register of a few certificates."""

    from jz_training.documents.certificate.register import register_pdf

    rows = tuple(_certificate(organiser, serial=at) for at in range(len(_NAMES)))
    found = CertificateRegister(issuer=organiser, as_of=_TODAY, certificates=rows)
    return register_pdf(found, style=style)


def person_file(style: PaperStyle, organiser: str) -> bytes:
    """Return the file of one person."""

    from jz_training.documents.person_file.person_file_paper import person_file_pdf

    file = PersonFile(
        organiser=organiser, person_id=_NOBODY, name=_NAMES[0], unit="细纱车间", post="班组长",
        layer="一线职工", category="职工代表", year=2026, as_of=_TODAY,
        lines=tuple(_line(at, theme) for at, theme in enumerate(_THEMES)),
    )  # fmt: skip
    return person_file_pdf(file, style=style)


def _certificate(
    organiser: str, *, kind: CertificateKind = CertificateKind.TRAINING, serial: int = 0
) -> Certificate:
    whole = kind is CertificateKind.HOURS
    facts = CertificateFacts(
        name=_NAMES[serial], unit="细纱车间", post="班组长", title="" if whole else _THEMES[serial],
        first=date(2026, 1, 1) if whole else date(2026, 9, 15),
        last=date(2026, 11 if whole else 9, 15),
        hours=Decimal(6 if whole else 2), organiser=organiser, issuer=organiser,
        trainings=_trainings() if whole else _trainings()[serial : serial + 1],
    )  # fmt: skip
    word = "学时" if whole else ""
    return Certificate(
        id=_NOBODY, kind=kind, number=f"工培{word}〔2026〕{serial + 1}号",
        code="K7QMXR42HDPT"[serial:] + "K7"[:serial], person_id=_NOBODY, training_id=None,
        year=2026, facts=facts, issued_on=_TODAY,
    )  # fmt: skip


def _trainings() -> tuple[CertifiedTraining, ...]:
    return tuple(
        CertifiedTraining(
            training_id=_NOBODY, title=theme, first=date(2026, 9 + at, 15),
            last=date(2026, 9 + at, 15), hours=Decimal(2),
        )
        for at, theme in enumerate(_THEMES)
    )  # fmt: skip


def _line(at: int, theme: str) -> PersonFileLine:
    start = datetime(2026, 9 + at, 15, 14, 30)
    row = AttendeeRow(
        id=_NOBODY, person_id=_NOBODY, number=at + 1, name=_NAMES[0], unit="细纱车间", mark=PRESENT
    )
    return PersonFileLine(
        training_id=_NOBODY, title=theme, form=TrainingForm.STUDY, start=start,
        end=start + timedelta(hours=2), row=row, own=True, hours=Decimal(2),
    )  # fmt: skip

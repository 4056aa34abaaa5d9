"""What a certificate and a proof of hours say in words (domain.md §2 证书/学时证明)."""

from __future__ import annotations

from datetime import date

from jz_training.domain.certificate import Certificate, CertificateFacts, CertifiedTraining
from jz_training.domain.certificate_code import grouped
from jz_training.labels.certificates import WITHDRAWN
from jz_training.labels.hours import hours_text
from jz_training.labels.plans import period_words

WITH_MADE_UP = "含补学"
HEREBY = "特此证明。"
HOW_TO_VERIFY = "可凭查验码向发证单位查验"

#: Quotation marks inside quotation marks (GB/T 15834-2011, 4.8.3.4).
_INNER = str.maketrans("“”", "‘’")


def number_words(certificate: Certificate) -> str:
    """Return 编号：工培〔2025〕1号; of a withdrawn one that it is."""
    withdrawn = f"（{WITHDRAWN}）" if certificate.withdrawn else ""
    return f"编号：{certificate.number}{withdrawn}"


def code_words(certificate: Certificate) -> str:
    """Return 查验码：7K3Q-4M9A-XY."""
    return f"查验码：{grouped(certificate.code)}"


def who_words(said: CertificateFacts) -> str:
    """Return unit and post in brackets, as far as they are known."""
    known = "　".join(part for part in (said.unit.strip(), said.post.strip()) if part)
    return f"（{known}）" if known else ""


def training_sentence(said: CertificateFacts) -> str:
    """Return what somebody attended, and the hours of it where there are any."""
    title = said.title.translate(_INNER)
    what = f"于{period_words(said.first, said.last)}参加{said.organiser}举办的“{title}”学习培训"
    made_up = f"（{WITH_MADE_UP}）" if said.made_up else ""
    if said.hours is None:
        return f"{what}{made_up}。"
    return f"{what}，共计{hours_text(said.hours)}学时{made_up}。"


def hours_sentence(said: CertificateFacts) -> str:
    """Return how many hours somebody has from how many trainings of the period."""
    who = f"{said.name}同志{who_words(said)}"
    hours = hours_text(said.hours) if said.hours is not None else "0"
    return (
        f"兹证明{who}{_period(said.first, said.last)}参加学习培训{len(said.trainings)}次，"
        f"累计{hours}学时，明细如下。"
    )


def training_note(training: CertifiedTraining) -> str:
    """Return how a training was attended where it was not by being there."""
    words = ["线上" if training.online else "", "补学" if training.made_up else ""]
    return "、".join(word for word in words if word)


def _period(first: date, last: date) -> str:
    whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_year and first.year == last.year:
        return f"在{first.year}年度"
    return f"在{period_words(first, last)}期间"

"""The words for certificates: kinds, why somebody gets none, what is wrong with a pattern."""

from __future__ import annotations

from collections.abc import Mapping

from jz_training.domain.certificate import Certificate, CertificateKind
from jz_training.domain.certificate_ground import CertificateRefusal
from jz_training.labels.hours import hours_text
from jz_training.labels.plans import period_words

CERTIFICATE_KINDS: Mapping[CertificateKind, str] = {
    CertificateKind.TRAINING: "培训证书",
    CertificateKind.HOURS: "学时证明",
}

CERTIFICATE_REFUSALS: Mapping[CertificateRefusal, str] = {
    CertificateRefusal.NOT_CLOSED: "场次还没有关闭",
    CertificateRefusal.NOT_STUDYING: "列席或工作人员，不是参训人员",
    CertificateRefusal.NO_PERSON: "临时参会，还没有对应到人员",
    CertificateRefusal.STAND_IN: "由他人代会，本人未到",
    CertificateRefusal.UNRECORDED: "考勤未记录",
    CertificateRefusal.LEAVE: "请假",
    CertificateRefusal.ABSENT: "缺席",
    CertificateRefusal.MADE_UP: "请假或缺席后补学",
    CertificateRefusal.NO_HOURS: "没有获得学时",
    CertificateRefusal.NOTHING: "这段时间没有可证明的学时",
    CertificateRefusal.ISSUED: "已发放",
}

#: What is wrong with a pattern for numbers, by the code of `pattern_fault`.
PATTERN_FAULTS: Mapping[str, str] = {
    "too_long": "编号格式最多 40 个字。",
    "unknown_field": "花括号里只能写年份、序号或种类。",
    "braces": "花括号没有成对，请检查。",
    "no_year": "编号格式里要有{年份}。",
    "no_number": "编号格式里要有{序号}。",
    "twice": "{年份}、{序号}、{种类}各只能写一次。",
}

#: How the fields of a pattern are written on the screen.
PATTERN_FIELDS: Mapping[str, str] = {
    "{年份}": "{year}",
    "{序号}": "{number}",
    "{种类}": "{kind}",
}

GROUND_LOST = "考勤已更正，与证书不符"
WITHDRAWN = "已作废"


def shown_pattern(pattern: str) -> str:
    """Return a pattern for numbers as it is read and written on the screen."""
    for words, field in PATTERN_FIELDS.items():
        pattern = pattern.replace(field, words)
    return pattern


def meant_pattern(shown: str) -> str:
    """Return the pattern that is meant by what was written on the screen."""
    for words, field in PATTERN_FIELDS.items():
        shown = shown.replace(words, field)
    return shown


def refusal_words(refusal: CertificateRefusal, *, issued: str = "") -> str:
    """Return why somebody gets no certificate; of one given already with its number."""
    words = CERTIFICATE_REFUSALS[refusal]
    return f"{words} {issued}" if issued else words


def about_words(certificate: Certificate) -> str:
    """Return what a certificate is about: the training attended, or the period of a proof."""
    said = certificate.facts
    if certificate.kind is CertificateKind.TRAINING:
        return said.title
    return f"{period_words(said.first, said.last)}，{len(said.trainings)} 场"


def state_words(certificate: Certificate) -> str:
    """Return whether a certificate counts: 有效, 已作废, or what speaks against it."""
    if certificate.withdrawn:
        return WITHDRAWN
    return GROUND_LOST if certificate.ground_lost else "有效"


def verify_words(certificate: Certificate) -> str:
    """Return what was issued under a code, in a line; first of all whether it still counts."""
    said = certificate.facts
    hours = f"{hours_text(said.hours)} 学时" if said.hours is not None else ""
    who = f"{said.name}（{said.unit}）" if said.unit else said.name
    parts = (certificate.number, who, about_words(certificate), hours)
    state = state_words(certificate)
    if certificate.withdrawn_on is not None:
        state += f"（{certificate.withdrawn_on.isoformat()}，{certificate.reason}）"
    issued = f"{certificate.issued_on.isoformat()} 发"
    return f"{state}：" + "，".join(part for part in (*parts, issued) if part)

"""Certificates say what was issued, inside their frame, and look the same every time."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from jz_training.documents.certificate.certificate_paper import certificate_pdf
from jz_training.documents.certificate.frame import INNER, PAGE_HEIGHT, PAGE_WIDTH
from jz_training.documents.certificate.hours_proof import hours_proof_pdf
from jz_training.documents.certificate.register import register_pdf, register_xlsx
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.domain.certificate import (
    Certificate,
    CertificateFacts,
    CertificateKind,
    CertificateRegister,
    CertifiedTraining,
)
from jz_training.domain.certificate_code import grouped, verify_code
from jz_training.domain.paper_style import PaperLayout, PaperStyle
from tests.documents.pdf_reading import chars, opened, texts

TRAINING = CertifiedTraining(
    training_id=UUID(int=3),
    title="新任工会主席培训班",
    first=date(2026, 3, 18),
    last=date(2026, 3, 20),
    hours=Decimal("7.5"),
    made_up=True,
)
FACTS = CertificateFacts(
    name="陈国栋",
    unit="华新机械厂工会",
    post="工会主席",
    title="新任工会主席培训班",
    first=date(2026, 3, 18),
    last=date(2026, 3, 20),
    hours=Decimal("7.5"),
    organiser="江城市总工会",
    issuer="江城市总工会",
    trainings=(TRAINING,),
)
CERTIFICATE = Certificate(
    id=UUID(int=1),
    kind=CertificateKind.TRAINING,
    number="工培〔2026〕1号",
    code=verify_code(123456789012),
    person_id=UUID(int=2),
    training_id=TRAINING.training_id,
    year=2026,
    facts=FACTS,
    issued_on=date(2026, 11, 22),
)
PROOF = replace(
    CERTIFICATE,
    kind=CertificateKind.HOURS,
    number="工培学时〔2026〕1号",
    training_id=None,
    facts=replace(FACTS, title="", first=date(2026, 1, 1), last=date(2026, 12, 31)),
)
names = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=50
)


def test_a_certificate_says_what_was_issued(fonts: Fonts) -> None:
    (page,) = texts(certificate_pdf([CERTIFICATE], fonts=fonts))
    for words in (
        "培训证书",
        "编号：工培〔2026〕1号",
        "陈国栋同志（华新机械厂工会工会主席）：",
        "于2026年3月18日至20日参加江城市总工会举办的“新任工会主席培训班”学习培训",
        "共计7.5学时（含补学）。特此证明。",
        "江城市总工会2026年11月22日",
        f"查验码：{grouped(CERTIFICATE.code)}",
    ):
        assert words in page.replace(" ", "").replace("\u3000", "")
    assert "盖章" not in page


def test_a_withdrawn_one_says_so_and_the_office_may_word_title_and_foot(fonts: Fonts) -> None:
    style = PaperStyle(layout=PaperLayout(title="结业证书", footer="查验电话见本会网站"))
    withdrawn = replace(CERTIFICATE, withdrawn_on=date(2026, 11, 23), reason="姓名有误")
    (page,) = texts(certificate_pdf([withdrawn], style=style, fonts=fonts))
    assert "结业证书" in page
    assert "（已作废）" in page
    assert page.endswith("查验电话见本会网站")


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=names, unit=names, title=st.integers(1, 6).flatmap(lambda n: names.map(lambda t: t * n))
)
def test_whatever_is_written_stays_inside_the_frame(
    fonts: Fonts, name: str, unit: str, title: str
) -> None:
    odd = replace(CERTIFICATE, facts=replace(FACTS, name=name, unit=unit, title=title[:200]))
    report = PaperReport()
    for sign in chars(certificate_pdf([odd], fonts=fonts, report=report)):
        assert INNER < sign["x0"] <= sign["x1"] < PAGE_WIDTH - INNER
        assert INNER < sign["top"] <= sign["bottom"] < PAGE_HEIGHT - INNER
    assert report.cut == ()


def test_the_same_certificate_makes_the_same_bytes_one_page_each(fonts: Fonts) -> None:
    both = [CERTIFICATE, replace(CERTIFICATE, number="工培〔2026〕2号")]
    first = certificate_pdf(both, fonts=fonts)
    assert certificate_pdf(both, fonts=fonts) == first
    with opened(first) as pdf:
        assert len(pdf.pages) == 2
    with pytest.raises(ValueError, match="no certificate"):
        certificate_pdf([], fonts=fonts)


def test_a_proof_of_hours_lists_every_training_and_their_sum(fonts: Fonts) -> None:
    (page,) = texts(hours_proof_pdf([PROOF], fonts=fonts))
    flat = page.replace(" ", "").replace("\u3000", "")
    assert (
        "兹证明陈国栋同志（华新机械厂工会工会主席）在2026年度参加学习培训1次，累计7.5学时" in flat
    )
    assert "12026-03-18至20新任工会主席培训班7.5补学" in flat
    assert f"查验码：{grouped(PROOF.code)}" in flat
    assert "特此证明。江城市总工会2026年11月22日" in flat
    two = hours_proof_pdf([PROOF, replace(PROOF, number="工培学时〔2026〕2号")], fonts=fonts)
    assert ["〔2026〕2号" in text for text in texts(two)] == [False, True]
    assert two == hours_proof_pdf(
        [PROOF, replace(PROOF, number="工培学时〔2026〕2号")], fonts=fonts
    )


def test_the_register_is_a_list_and_a_workbook(fonts: Fonts) -> None:
    gone = replace(PROOF, withdrawn_on=date(2026, 11, 23), reason="重复")
    register = CertificateRegister(
        issuer="江城市总工会", as_of=date(2026, 11, 23), certificates=(CERTIFICATE, gone)
    )
    sheet = load_workbook(io.BytesIO(register_xlsx(register))).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert rows[0][1:4] == ["工培〔2026〕1号", "培训证书", "陈国栋"]
    assert rows[1][-1] == "2026-11-23 已作废：重复"
    (page,) = texts(register_pdf(register, fonts=fonts))
    assert "有效 1 份，作废 1 份" in page
    assert "领取人签名" in page


@pytest.mark.parametrize(
    ("make", "one"), [(certificate_pdf, CERTIFICATE), (hours_proof_pdf, PROOF)]
)
def test_on_both_sides_nobody_stands_on_the_back_of_somebody_else(fonts: Fonts, make, one) -> None:
    pages = texts(make([one, one], style=PaperStyle(duplex=True), fonts=fonts))
    assert [bool(page.strip()) for page in pages] == [True, False, True]

"""The register of certificates given out (证书发放登记表): a list to be filed, and a workbook."""

from __future__ import annotations

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.list_paper import list_pdf
from jz_training.documents.lists.making import column, field_column, place_column
from jz_training.domain.certificate import Certificate, CertificateRegister
from jz_training.domain.certificate_code import grouped
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.roster_reading import RosterField
from jz_training.labels.certificates import CERTIFICATE_KINDS, WITHDRAWN, about_words

TITLE = "证书发放登记表"
SIGNATURES = ("填表人", "审核人")


def certificate_columns() -> tuple[Column[Certificate], ...]:
    """Return the register: number, who, for what, when; the last column is signed by who got it."""
    return (
        place_column(),
        column("number", "编号", 22, lambda row: row.number),
        column("kind", "种类", 10, lambda row: CERTIFICATE_KINDS[row.kind], Align.CENTRE),
        field_column(RosterField.NAME, 12, lambda row: row.facts.name),
        field_column(RosterField.UNIT, 20, lambda row: row.facts.unit),
        column("about", "培训内容或期间", 34, lambda row: about_words(row)),
        column("hours", "学时", 7, lambda row: row.facts.hours, Align.RIGHT, Kind.DECIMAL),
        column("issued", "发证日期", 12, lambda row: row.issued_on, Align.CENTRE, Kind.DATE),
        column("code", "查验码", 20, lambda row: grouped(row.code), Align.CENTRE),
        column("received", "领取人签名", 16, lambda _: ""),
        column("note", "备注", 16, _note),
    )


def register_table(register: CertificateRegister) -> Table[Certificate]:
    """Return the register as a list for paper and for Excel."""
    standing = sum(not one.withdrawn for one in register.certificates)
    withdrawn = len(register.certificates) - standing
    facts = (
        register.issuer and f"发证单位：{register.issuer}",
        f"截至：{day_words(register.as_of)}",
        f"有效 {standing} 份" + (f"，作废 {withdrawn} 份" if withdrawn else ""),
    )
    return Table(
        sheet=TITLE,
        title=TITLE,
        columns=certificate_columns(),
        rows=register.certificates,
        facts=("　　".join(filter(None, facts)),),
    )


def register_xlsx(register: CertificateRegister, *, style: PaperStyle = AS_MADE) -> bytes:
    """Return the register as a workbook."""
    properties = Properties.of_day(TITLE, maker=register.issuer, day=register.as_of)
    return workbook([register_table(register)], properties, style=style)


def register_pdf(
    register: CertificateRegister,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the register as PDF with a place to sign for everybody."""
    return list_pdf(
        [register_table(register)],
        author=register.issuer,
        subject=TITLE,
        signatures=SIGNATURES,
        style=style,
        fonts=fonts,
        report=report,
    )


def _note(row: Certificate) -> str:
    if row.withdrawn_on is None:
        return ""
    return f"{row.withdrawn_on.isoformat()} {WITHDRAWN}：{row.reason}"

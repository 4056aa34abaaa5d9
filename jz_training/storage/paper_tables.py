"""The tables of papers: adjusted layouts, forms of a superior, certificates, reports made."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from jz_training.storage.tables import Base, Kept, to_row


class PaperLayoutRow(Kept, Base):
    """What the office adjusted of one kind of paper (domain.paper_style.PaperLayout), as JSON."""

    __tablename__ = "paper_layout"
    kind: Mapped[str] = mapped_column(String(20), unique=True)  # domain.paper_kind.PaperKind
    layout: Mapped[dict[str, Any]]
    logo_id: Mapped[UUID | None] = mapped_column(to_row("attachment"))


class SuperiorForm(Kept, Base):
    """A form of a superior (上级表格): its file is a filed document; `ties` say what fills it."""

    __tablename__ = "superior_form"
    name: Mapped[str] = mapped_column(unique=True)
    superior: Mapped[str] = mapped_column(default="")
    attachment_id: Mapped[UUID] = mapped_column(to_row("attachment"))
    ties: Mapped[dict[str, Any]]


class Certificate(Kept, Base):
    """A certificate (培训证书) or proof of hours (学时证明) as issued; it never changes.

    `facts` is what was printed. A withdrawn one keeps its number and its code.
    """

    __tablename__ = "certificate"
    __table_args__ = (Index(None, "person_id"), Index(None, "training_id"))
    kind: Mapped[str] = mapped_column(String(20))
    number: Mapped[str] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    person_id: Mapped[UUID] = mapped_column(to_row("person"))
    training_id: Mapped[UUID | None] = mapped_column(to_row("training"))
    year: Mapped[int | None]
    facts: Mapped[dict[str, Any]]
    issued_on: Mapped[date]
    withdrawn_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")


class Report(Kept, Base):
    """A report (情况报告, 统计表) as handed in: the figures it had, and which file it was."""

    __tablename__ = "report"
    __table_args__ = (Index(None, "notice_id"),)
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str]
    notice_id: Mapped[UUID | None] = mapped_column(to_row("notice"))
    first: Mapped[date]
    last: Mapped[date]
    as_of: Mapped[datetime]
    figures: Mapped[dict[str, Any]]
    sha256: Mapped[str | None] = mapped_column(String(64))
    note: Mapped[str] = mapped_column(default="")

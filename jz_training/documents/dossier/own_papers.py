"""What the program itself holds of a part, drawn by the documents of the house."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.dossier.page import Drawing
from jz_training.documents.excel.table import Table
from jz_training.documents.listing.list_paper import list_pdf
from jz_training.documents.lists import attendance_columns
from jz_training.documents.lists.making import column, place_column
from jz_training.documents.meeting.agenda_paper import agenda_pdf
from jz_training.documents.record.record_paper import record_pdf
from jz_training.documents.sheet.head import held_at
from jz_training.documents.summary.training_summary import training_summary_pdf
from jz_training.domain.attendance import AttendeeRole
from jz_training.domain.dossier import OwnPaper
from jz_training.domain.dossier_paper import DossierPaper
from jz_training.domain.leave import LeaveRow
from jz_training.domain.make_up import MissedRow
from jz_training.domain.summary import TrainingSummary
from jz_training.labels import EXPECTED, MAKE_UP_FORMS, PRESENT, REASONS
from jz_training.labels.dossier import OWN_PAPERS


def own_pdf(own: OwnPaper, paper: DossierPaper, drawing: Drawing) -> bytes | None:
    """Return one of our own papers; None where the dossier has nothing to print."""
    fonts, report = drawing.fonts, drawing.report
    if own is OwnPaper.AGENDA and paper.agenda is not None:
        return agenda_pdf(paper.agenda, fonts=fonts, report=report)
    if own is OwnPaper.SHEET and paper.summary is not None:
        return _lists(_attendance(paper.summary), OwnPaper.SHEET, paper, drawing)
    if own is OwnPaper.SUMMARY and paper.summary is not None:
        return training_summary_pdf(paper.summary, fonts=fonts, report=report)
    if own is OwnPaper.RECORD and paper.record is not None:
        return record_pdf(paper.record, fonts=fonts, report=report)
    if own is OwnPaper.LEAVE and paper.leaves:
        table = _list(own, paper, _leave_columns(), paper.leaves)
        return _lists([table], own, paper, drawing)
    if own is OwnPaper.MAKE_UP and paper.make_ups:
        table = _list(own, paper, _make_up_columns(), paper.make_ups)
        return _lists([table], own, paper, drawing)
    return None


def _lists(
    tables: Sequence[Table[Any]], own: OwnPaper, paper: DossierPaper, drawing: Drawing
) -> bytes:
    return list_pdf(
        tables,
        author=paper.organiser,
        subject=OWN_PAPERS[own],
        fonts=drawing.fonts,
        report=drawing.report,
    )


def _list(
    own: OwnPaper, paper: DossierPaper, columns: tuple[Column[Any], ...], rows: Sequence[Any]
) -> Table[Any]:
    name = OWN_PAPERS[own]
    return Table(
        sheet=name,
        title=f"{paper.title}{name}",
        columns=columns,
        rows=rows,
        facts=(f"时间：{held_at(paper.start, paper.end)}　共 {len(rows)} 人次",),
    )


def _attendance(summary: TrainingSummary) -> list[Table[Any]]:
    """Return the list as it was recorded; who stands outside 应到 has a list of their own."""
    draft, tally = summary.training.draft, summary.tally
    when = f"时间：{held_at(draft.start, draft.end)}"
    figures = f"{EXPECTED} {tally.expected} 人　{PRESENT} {tally.present} 人"
    expected = [row for row in summary.rows if row.role is AttendeeRole.EXPECTED]
    others = [row for row in summary.rows if row.role is not AttendeeRole.EXPECTED]
    columns, name = attendance_columns(), OWN_PAPERS[OwnPaper.SHEET]
    tables: list[Table[Any]] = [
        Table(sheet=name, title=f"{draft.title}{name}", columns=columns, rows=expected,
              facts=(f"{when}　{figures}",)),
    ]  # fmt: skip
    if others:
        title = f"{draft.title}列席及其他人员"
        tables.append(Table(sheet="其他", title=title, columns=columns, rows=others, facts=(when,)))
    return tables


def _leave_columns() -> tuple[Column[LeaveRow], ...]:
    return (
        place_column(),
        column("name", "姓名", 12, lambda row: row.name),
        column("unit", "单位", 28, lambda row: row.unit),
        column("reason", "事由", 12, lambda row: REASONS[row.draft.reason], Align.CENTRE),
        column("first", "起", 13, lambda row: row.draft.first, Align.CENTRE, Kind.DATE),
        column("last", "止", 13, lambda row: row.draft.last, Align.CENTRE, Kind.DATE),
        column("approver", "批准人", 14, lambda row: row.draft.approver),
        column("note", "备注", 28, lambda row: row.draft.note),
    )


def _make_up_columns() -> tuple[Column[MissedRow], ...]:
    return (
        place_column(),
        column("name", "姓名", 12, lambda row: row.name),
        column("unit", "单位", 28, lambda row: row.unit),
        column("form", "补学形式", 14, _form, Align.CENTRE),
        column("day", "补学日期", 13, _done_on, Align.CENTRE, Kind.DATE),
        column("hours", "学时", 8, lambda row: row.hours, Align.RIGHT, Kind.DECIMAL),
        column("note", "备注", 30, lambda row: row.make_up.note if row.make_up else ""),
    )


def _form(row: MissedRow) -> str:
    return MAKE_UP_FORMS[row.make_up.form] if row.make_up else ""


def _done_on(row: MissedRow) -> Any:
    return row.make_up.done_on if row.make_up else None

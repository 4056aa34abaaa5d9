"""Who is on leave at a training (请假名单), on paper."""

from __future__ import annotations

from jz_training.documents.columns import Align
from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.excel.table import Table
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.list_paper import list_pdf
from jz_training.documents.lists.making import column, place_column
from jz_training.documents.sheet.head import held_at
from jz_training.domain.leave import LeaveList, LeaveRow
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.labels.leaves import LEAVE_KINDS, SLIPS, leave_days_words

SHEET = "请假名单"
SIGNATURES = ("制表", "审核")


def leave_list_pdf(
    leaves: LeaveList,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the list on A4 lying on its side, in the order of the sign-in sheet."""
    return list_pdf(
        [_table(leaves)],
        author=leaves.organiser,
        subject=SHEET,
        signatures=SIGNATURES,
        style=style,
        fonts=fonts,
        report=report,
    )


def _table(leaves: LeaveList) -> Table[LeaveRow]:
    def days(row: LeaveRow) -> str:
        if row.draft.training_id is not None:
            return "本场"
        return leave_days_words(row.draft, today=leaves.start.date())

    def kind(row: LeaveRow) -> str:
        return LEAVE_KINDS[row.draft.reason]

    return Table(
        sheet=SHEET,
        title=f"{leaves.title} {SHEET}",
        columns=(
            place_column(),
            column("name", "姓名", 14, lambda row: row.name),
            column("unit", "单位", 28, lambda row: row.unit),
            column("kind", "请假类别", 11, kind, Align.CENTRE),
            column("days", "请假范围", 26, days),
            column("approver", "批准人", 12, lambda row: row.draft.approver, Align.CENTRE),
            column("slip", "请假条", 9, lambda row: SLIPS[row.slip], Align.CENTRE),
            column("note", "备注", 24, lambda row: row.draft.note),
        ),
        rows=leaves.rows,
        facts=_facts(leaves),
    )


def _facts(leaves: LeaveList) -> tuple[str, ...]:
    held = f"时间：{held_at(leaves.start, leaves.end)}"
    place = f"地点：{leaves.venue}" if leaves.venue else ""
    made = (
        leaves.organiser and f"填报单位：{leaves.organiser}",
        f"制表日期：{day_words(leaves.as_of)}",
        f"共 {len(leaves.rows)} 人",
    )
    return ("　　".join(filter(None, (held, place))), "　　".join(filter(None, made)))

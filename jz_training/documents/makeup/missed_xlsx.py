"""Who still misses what (待补学名单), as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jz_training.documents.dates import day_words
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.lists import missed_columns
from jz_training.domain.make_up import MissedRow
from jz_training.domain.paper_style import AS_MADE, PaperStyle

TITLE = "补学名单"


def missed_xlsx(
    rows: Sequence[MissedRow],
    *,
    organiser: str,
    as_of: date,
    asked: str = "",
    style: PaperStyle = AS_MADE,
) -> bytes:
    """Return missed lines as an xlsx; `asked` says in words what they were narrowed to."""
    persons = len({row.person_id or row.attendee_id for row in rows})
    facts = (
        organiser and f"填报单位：{organiser}",
        f"截至：{day_words(as_of)}",
        f"{len(rows)} 人次，{persons} 人",
        asked and f"范围：{asked}",
    )
    table = Table(
        sheet=TITLE,
        title=TITLE,
        columns=missed_columns(),
        rows=rows,
        facts=("　　".join(filter(None, facts)),),
    )
    properties = Properties.of_day(TITLE, maker=organiser, day=as_of)
    return workbook([table], properties, style=style)

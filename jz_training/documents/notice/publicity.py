"""The publicity log (宣传报道台账) as a workbook and on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.list_paper import list_pdf
from jz_training.documents.lists import publicity_columns
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.publicity import Channel, PublicityRow
from jz_training.labels.notices import CHANNELS

TITLE = "宣传报道台账"
SIGNATURES = ("制表", "审核")


def publicity_xlsx(
    rows: Sequence[PublicityRow], *, organiser: str, as_of: date, style: PaperStyle = AS_MADE
) -> bytes:
    """Return the publications as an xlsx; links are plain text."""
    table = _table(rows, organiser, as_of)
    properties = Properties.of_day(TITLE, maker=organiser, day=as_of)
    return workbook([table], properties, style=style)


def publicity_pdf(
    rows: Sequence[PublicityRow],
    *,
    organiser: str,
    as_of: date,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the publications on A4 lying on its side."""
    return list_pdf(
        [_table(rows, organiser, as_of)],
        author=organiser,
        subject=TITLE,
        signatures=SIGNATURES,
        style=style,
        fonts=fonts,
        report=report,
    )


def _table(rows: Sequence[PublicityRow], organiser: str, as_of: date) -> Table[PublicityRow]:
    return Table(
        sheet=TITLE,
        title=TITLE,
        columns=publicity_columns(),
        rows=rows,
        facts=(_facts(rows, organiser, as_of),),
    )


def _facts(rows: Sequence[PublicityRow], organiser: str, as_of: date) -> str:
    counts = Counter(row.draft.channel for row in rows)
    said = "、".join(f"{CHANNELS[each]} {counts[each]} 篇" for each in Channel if counts[each])
    facts = (
        organiser and f"填报单位：{organiser}",
        f"截至：{day_words(as_of)}",
        f"共 {len(rows)} 篇" + (f"：{said}" if said else ""),
    )
    return "　　".join(filter(None, facts))

"""The roster (名册) as a workbook."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from jz_training.documents.excel.table import NO_DATE, Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.lists import roster_columns
from jz_training.domain.roster import Roster


def roster_xlsx(
    roster: Roster,
    *,
    with_phone: bool = False,
    full_phones: bool = False,
    progress: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> bytes:
    """Return the roster as an xlsx; the program reads it back as the same people.

    Phones are left out unless `with_phone`, and masked unless `full_phones` as well: the user is
    asked each time (domain.md §6). `progress(done, total)` and `stop()` count rows; stopping
    raises Stopped.
    """
    table = Table(
        sheet="名册",
        title=roster.title,
        columns=roster_columns(
            with_phone=with_phone,
            full_phones=full_phones,
            with_shift=any(person.shift for person in roster.people),
        ),
        rows=roster.people,
        facts=(_facts(roster),),
    )
    properties = Properties(
        title=roster.title, maker=roster.organiser, made_at=_moment(roster.made_on)
    )
    return workbook([table], properties, progress=progress, stop=stop)


def _facts(roster: Roster) -> str:
    facts = [
        roster.organiser and f"填报单位：{roster.organiser}",
        roster.made_on and f"制表日期：{roster.made_on}",
        f"共 {len(roster.people)} 人",
    ]
    return "　　".join(filter(None, facts))


def _moment(made_on: str) -> datetime:
    """Return the day of 2025年2月18日 or 2025-02-18; words that name no day give NO_DATE."""
    digits = re.match(r"(\d{4})\D(\d{1,2})\D(\d{1,2})(?!\d)", made_on)
    if digits is None:
        return NO_DATE
    year, month, day = (int(part) for part in digits.groups())
    try:
        return datetime(year, month, day)
    except ValueError:
        return NO_DATE

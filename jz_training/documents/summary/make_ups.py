"""Make-up study in summaries: the sentence and the table; it stands apart from who came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from jz_training.documents.official.ruled_table import Column, Table
from jz_training.documents.summary.words import GAP
from jz_training.domain.make_up import MakeUpForm, MissedRow
from jz_training.domain.person_name import spaced_name
from jz_training.domain.tally import Tally
from jz_training.labels import COVERAGE, MAKE_UP_FORMS, made_up_words, missed_words, rate_words


def make_up_words(tally: Tally, rows: Sequence[MissedRow], *, unit: str) -> str:
    """Return what was made up of what was missed; `unit` is 人 or 人次."""
    missed = tally.leave + tally.absent
    whole = [row for row in rows if not row.status.came]
    arranged = sum(not row.done for row in whole)
    partly = sum(row.done for row in rows if row.status.came)
    if not missed and not rows:
        return "无需补学。"
    if not rows:
        return f"补学：{GAP}。"
    words = f"请假、缺席{missed}{unit}，已补学{tally.made_up}{unit}{_by_form(whole, unit)}"
    words += f"，已安排补学{arranged}{unit}" if arranged else ""
    words += f"，尚未补学{missed - tally.made_up - arranged}{unit}。"
    words += f"另有缺部分课次的{partly}{unit}已补学。" if partly else ""
    return f"{words}{coverage_words(tally)}补学不计入实到。"


def coverage_words(tally: Tally) -> str:
    """Return 覆盖率 with what it is made of; nothing while it is not known."""
    rate = tally.coverage
    if not rate.settled:
        return ""
    return f"实到与补学合计{rate.part}，{COVERAGE}{rate_words(rate)}。"


def make_up_table(caption: str, first: str, rows: Iterable[tuple[int, MissedRow]]) -> Table:
    """Return who made up what and how; each row comes with what stands in the first column."""
    return Table(
        caption=caption,
        columns=(
            Column(first, 12),
            Column("姓　名", 24),
            Column("单　位", 46, 0.0),
            Column("缺课情况", 30),
            Column("补学形式", 22),
            Column("补学日期", 28),
        ),
        rows=tuple(
            (
                str(number),
                spaced_name(row.name),
                row.unit,
                missed_words(row),
                "" if row.make_up is None else MAKE_UP_FORMS[row.make_up.form],
                made_up_words(row),
            )
            for number, row in rows
        ),
    )


def _by_form(rows: Iterable[MissedRow], unit: str) -> str:
    forms = Counter(row.make_up.form for row in rows if row.done and row.make_up is not None)
    said = "、".join(
        f"{MAKE_UP_FORMS[form]}{forms[form]}{unit}" for form in MakeUpForm if forms[form]
    )
    return f"（{said}）" if said else ""

"""The columns of 自查 and of the reports handed in."""

from __future__ import annotations

from jz_training.domain.presubmission import Concern, Weight
from jz_training.domain.report import ReportRow
from jz_training.labels.plans import period_words
from jz_training.labels.presubmission import CONCERNS, WEIGHTS, concern_words
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.table import Cell, Column

_TONES = {Weight.MUST: Tone.RED, Weight.LOOK: Tone.AMBER}


def concern_columns() -> tuple[Column[Concern], ...]:
    """Return weight, matter, what it is about, and what is to be done."""
    return (
        Column(key="weight", title="轻重", cell=_weight, width=84),
        Column(key="kind", title="事项", cell=lambda c: CONCERNS[c.kind], width=196),
        Column(key="day", title="日期", cell=_day, width=96),
        Column(key="about", title="对象", cell=lambda c: c.about, stretch=True),
        Column(
            key="detail",
            title="说明",
            cell=lambda c: Cell(concern_words(c), role="secondary"),
            width=320,
        ),
    )


def report_columns() -> tuple[Column[ReportRow], ...]:
    """Return when a report was handed in, what it was called and which days it was about."""
    return (
        Column(key="as_of", title="报送时间", cell=_handed_in, width=140),
        Column(key="title", title="名称", cell=lambda r: r.title, stretch=True),
        Column(
            key="span",
            title="期间",
            cell=lambda r: Cell(period_words(r.first, r.last), role="secondary"),
            width=200,
        ),
    )


def _weight(concern: Concern) -> Cell:
    return Cell(WEIGHTS[concern.weight], tone=_TONES[concern.weight])


def _day(concern: Concern) -> Cell:
    """Return the day of a training; a duty's is told with what it lacks."""
    day = concern.day if concern.training_id is not None else None
    return Cell(f"{day.month}月{day.day}日" if day is not None else "", role="secondary")


def _handed_in(report: ReportRow) -> str:
    at = report.as_of
    return f"{at.year}年{at.month}月{at.day}日"

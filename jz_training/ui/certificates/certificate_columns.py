"""The columns of the list of certificates."""

from __future__ import annotations

from jz_training.domain.certificate import Certificate
from jz_training.labels.certificates import CERTIFICATE_KINDS, about_words, state_words
from jz_training.labels.hours import hours_text
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.rows_model import Cell, Column


def certificate_columns() -> tuple[Column[Certificate], ...]:
    """Return number, who, for what, how many hours, when, and whether it still holds."""
    return (
        Column(key="number", title="编号", cell=_number, width=184),
        Column(key="name", title="姓名", cell=_name, width=208),
        Column(
            key="about",
            title="培训内容或期间",
            cell=lambda row: Cell(about_words(row), tail=True),
            stretch=True,
        ),
        Column(key="hours", title="学时", cell=_hours, width=64, number=True),
        Column(key="issued", title="发证日期", cell=_issued, width=104),
        Column(key="state", title="状态", cell=_state, width=212),
    )


def _number(row: Certificate) -> Cell:
    return Cell(row.number, second=CERTIFICATE_KINDS[row.kind])


def _name(row: Certificate) -> Cell:
    return Cell(row.facts.name, second=row.facts.unit, strong=True)


def _hours(row: Certificate) -> Cell:
    return Cell("—" if row.facts.hours is None else hours_text(row.facts.hours))


def _issued(row: Certificate) -> Cell:
    return Cell(row.issued_on.isoformat(), role="secondary")


def _state(row: Certificate) -> Cell:
    if row.withdrawn_on is not None:
        tip = f"{row.withdrawn_on.isoformat()} 作废：{row.reason}"
        return Cell(state_words(row), tone=Tone.GREY, tip=tip)
    return Cell(state_words(row), tone=Tone.RED if row.ground_lost else Tone.GREEN)

"""Forms that were looked at and still cannot be filled: refused with a sentence, never half."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest

from jz_training.documents.forms.filling import filled_form
from jz_training.documents.forms.formulas import copied, reach_of
from jz_training.domain.form_view import FormView
from jz_training.domain.superior_form import CellTie, FormChoice, FormKind, FormTies
from jz_training.errors import CannotFill
from tests.documents.forms.templates import SHEET, template, with_part

FORM = template()
TIES = FormTies(cells=(CellTie(sheet=SHEET, row=40, column=12, figure="office.organiser"),))
SHEETS = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("part", "pattern", "instead", "fault"),
    [
        (SHEETS, rb'<dimension ref="[^"]*"', b'<dimension ref="garbage"', "broken"),
        (SHEETS, rb"<cols>.*</cols>", b"<cols><col/></cols>", "broken"),
        (SHEETS, rb"<sheetData>.*</sheetData>", b"", "broken"),
        ("xl/_rels/workbook.xml.rels", rb"</Rel", b'<Relationship Id="q"/></Rel', "broken"),
        (SHEETS, rb"<sheetData>", b"<sheetData>" + b" " * 13_000_000, "too_large"),
    ],
)
def test_a_malformed_part_is_said_to_be_one(part, pattern, instead, fault):
    form = with_part(FORM, part, lambda data: re.sub(pattern, lambda _: instead, data, count=1))
    choice = FormChoice(start=date(2026, 1, 1), end=date(2026, 12, 31))
    view = FormView(choice=choice, today=date(2026, 11, 23), organiser="某工会")
    with pytest.raises(CannotFill) as raised:
        filled_form(form, FormKind.WORKBOOK, TIES, view)
    assert raised.value.fault == fault
    assert str(raised.value)


@pytest.mark.parametrize(
    "text", ["'" * 4000 + "A1:" * 1300, '"' * 4001 + "A1:" * 1300, "A[" * 4000]
)
def test_a_formula_of_nothing_but_beginnings_takes_no_time(text):
    start = time.process_time()
    reach_of(text)
    assert time.process_time() - start < 1


def test_a_formula_longer_than_any_is_not_read_and_counts_as_reading_everything():
    assert reach_of("SUM(" * 10_000 + "A[" * 10_000).open_ended
    with pytest.raises(ValueError, match="characters"):
        copied("A1+" * 10_000, down=1)

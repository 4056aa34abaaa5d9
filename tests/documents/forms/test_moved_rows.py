"""Rows made for a list: what belongs to the last ready row stays with it, all else goes along."""

from __future__ import annotations

import re

import pytest

from jz_training.documents.forms.filled import Gap
from jz_training.documents.forms.filled_xlsx import filled_xlsx
from jz_training.domain.superior_form import CellTie, FormTies
from tests.documents.forms.templates import SHEET, TIES, Given, parts, template, with_part

FORM = template()
OWN, OTHER = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
LINE = {"date": None, "title": "学习", "expected": 20, "present": 18, "hours": 2}


def filled(form: bytes, *, ties: FormTies = TIES, lines: int = 5):
    return filled_xlsx(form, ties, Given({"trainings": 6}, [LINE] * lines))


def put(before: str, xml: str, part: str = OWN) -> bytes:
    """Return the form with something written ahead of a tag of a part."""

    def change(data: bytes) -> bytes:
        tag = f"<{before}".encode()
        assert tag in data
        return data.replace(tag, xml.encode() + tag, 1)

    return with_part(FORM, part, change)


def put_cell(name: str, xml: str) -> bytes:
    """Return the form with another content of a cell."""

    def change(data: bytes) -> bytes:
        pattern = rf'<c r="{name}"[^>]*?(?:/>|>.*?</c>)'.encode()
        made, count = re.subn(pattern, xml.encode(), data, count=1)
        assert count
        return made

    return with_part(FORM, OWN, change)


def found(pattern: str, made, part: str = OWN) -> list[str]:
    return re.findall(pattern, parts(made.content)[part].decode())


@pytest.mark.parametrize(
    ("before", "xml", "pattern", "after"),
    [
        ('mergeCell ref="A14', '<mergeCell ref="D13:E13"/>', r'"(D1\d:E1\d)"',
         ["D13:E13", "D14:E14", "D15:E15"]),
        ('mergeCell ref="A14', '<mergeCell ref="A11:A13"/>', r'"(A11:A1\d)"', ["A11:A15"]),
        ("pageMargins", '<hyperlinks><hyperlink ref="E13" location="汇总!A1"/></hyperlinks>',
         r'hyperlink ref="([^"]*)" location="([^"]*)"', [("E13", "汇总!A1")]),
    ],
)  # fmt: skip
def test_what_belongs_to_the_last_row_does_not_spread_over_the_new_ones(
    before, xml, pattern, after
):
    assert found(pattern, filled(put(before, xml))) == after


def test_a_comment_on_the_last_row_stays_a_comment_on_one_cell():
    def move(data: bytes) -> bytes:
        return data.replace(b'ref="A14"', b'ref="E13"')

    made = filled(with_part(FORM, "xl/comments/comment1.xml", move))
    assert found(r'comment [^>]*ref="([^"]*)"', made, "xl/comments/comment1.xml") == ["E13"]


def test_an_array_formula_of_the_last_row_is_copied_as_one_of_each_row():
    form = put_cell("A13", '<c r="A13"><f t="array" ref="A13">SUM(F13*G13)</f><v>3</v></c>')
    assert found(r't="array" ref="(\w+)">SUM\((\w+)\*', filled(form)) == [
        ("A13", "F13"), ("A14", "F14"), ("A15", "F15"),
    ]  # fmt: skip


def test_no_part_of_an_array_is_written_over():
    form = put_cell("F11", '<c r="F11"><f t="array" ref="F11:F12">H11:H12*1</f><v>3</v></c>')
    ties = FormTies(
        cells=(CellTie(sheet=SHEET, row=12, column=6, figure="trainings", over_formula=True),)
    )
    made = filled(form, ties=ties)
    assert [one.gap for one in made.gaps] == [Gap.FORMULA]
    assert made.cells == ()


def test_what_would_lie_under_a_merged_cell_is_said_to_have_no_place():
    ties = FormTies(cells=(CellTie(sheet=SHEET, row=1, column=3, figure="trainings"),))
    assert [one.gap for one in filled(FORM, ties=ties).gaps] == [Gap.GONE]


@pytest.mark.parametrize(
    "xml",
    [
        '<dataValidations><dataValidation type="list" sqref="D1"><formula1>季报!$G$14</formula1>'
        "</dataValidation></dataValidations>",
        '<conditionalFormatting sqref="B1"><cfRule type="expression" priority="1">'
        "<formula>季报!$G$14</formula></cfRule></conditionalFormatting>",
        '<hyperlinks><hyperlink ref="A1" location="季报!$G$14"/></hyperlinks>',
    ],
)
def test_rules_and_links_of_other_sheets_follow_the_rows(xml):
    made = filled(put("pageMargins", xml, OTHER))
    assert found(r"季报!\$G\$(\d+)[<\"]", made, OTHER) == ["16"]


def test_a_text_box_that_shows_a_cell_follows_it():
    def link(data: bytes) -> bytes:
        return data.replace(b'textlink=""', 'textlink="季报!$G$14"'.encode())

    made = filled(with_part(FORM, "xl/drawings/drawing1.xml", link))
    assert found(r'textlink="([^"]*)"', made, "xl/drawings/drawing1.xml") == ["季报!$G$16"]


def test_lines_are_never_written_into_rows_that_nobody_sees():
    def hide(data: bytes) -> bytes:
        return re.sub(rb'<row r="(1[13])"', rb'<row r="\1" hidden="1"', data)

    form = with_part(FORM, OWN, hide)
    assert found('hidden="1"', filled(form)) == []
    assert len(found('hidden="1"', filled(form, lines=1))) == 1  # the third row is left empty


def test_the_size_that_a_sheet_tells_takes_in_what_was_written():
    ties = FormTies(cells=(CellTie(sheet=SHEET, row=40, column=12, figure="trainings"),))
    assert found(r'<dimension ref="([^"]*)"', filled(FORM, ties=ties)) == ["A1:L40"]


def test_sums_are_worked_out_even_where_the_form_waited_to_be_asked():
    def by_hand(data: bytes) -> bytes:
        return re.sub(rb"<calcPr[^>]*/>", b'<calcPr calcMode="manual"/>', data)

    form = with_part(FORM, "xl/workbook.xml", by_hand)
    assert found("<calcPr[^>]*>", filled(form), "xl/workbook.xml") == [
        '<calcPr fullCalcOnLoad="1"/>'
    ]

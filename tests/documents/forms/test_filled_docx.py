"""A superior's Word form filled: looks, other parts and other text stay."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.shared import RGBColor

from jz_training.documents.forms.filled import Gap
from jz_training.documents.forms.filled_docx import filled_docx
from jz_training.domain.superior_form import CellTie, FormTies, ListSource, ListTie
from jz_training.domain.tally import Rate
from jz_training.errors import CannotFill
from jz_training.readers.forms.understand import FORM_LIMITS, read_form
from tests.documents.forms.templates import Given, parts

LIST = ListTie(
    sheet="表格1", first=3, last=4, source=ListSource.LEDGER, columns=((1, "number"), (2, "title"))
)
TIES = FormTies(
    cells=(
        CellTie(sheet="正文", row=2, column=1, figure="office.organiser", after="填报单位："),
        CellTie(sheet="表格1", row=1, column=2, figure="rate"),
        CellTie(sheet="正文", row=9, column=1, figure="office.today", after="日期："),
    ),
    lists=(LIST,),
)


def form() -> bytes:
    document = Document()
    document.add_paragraph("学习培训情况表")
    line = document.add_paragraph("填报单位：")
    line.add_run("          ").underline = True
    line.add_run("（盖章）")
    table = document.add_table(rows=4, cols=3)
    for row, texts in enumerate(
        (("到会率", "", ""), ("序号", "主题", "备注"), ("1", "", ""), ("2",))
    ):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    run = table.cell(3, 1).paragraphs[0].add_run("示例")
    run.font.color.rgb, run.bold = RGBColor(255, 0, 0), True
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def with_texts(*places: tuple[int, int, str]) -> bytes:
    document = Document(io.BytesIO(form()))
    for row, column, text in places:
        document.tables[0].cell(row, column).text = text
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


FORM = form()


def filled(count: int = 2, form: bytes = FORM, ties: FormTies = TIES):
    figures = {"office.organiser": "清河市纺织公司工会", "rate": Rate(11, 12),
               "office.today": date(2026, 11, 22)}  # fmt: skip
    rows = [{"number": n, "title": f"<第{n}次>&"} for n in range(1, count + 1)]
    return filled_docx(form, ties, Given(figures, rows))


def test_only_the_document_itself_changes():
    before, after = parts(FORM), parts(filled().content)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


def test_words_go_behind_their_label_onto_its_line():
    line = Document(io.BytesIO(filled().content)).paragraphs[1]
    assert line.text == "填报单位：清河市纺织公司工会　　（盖章）"
    assert [bool(run.underline) for run in line.runs] == [False, True, False]


def test_cells_keep_the_looks_of_what_stood_in_them():
    table = Document(io.BytesIO(filled(4).content)).tables[0]
    assert [row.cells[0].text for row in table.rows] == ["到会率", "序号", "1", "2", "3", "4"]
    assert [row.cells[1].text for row in table.rows][2:] == [f"<第{n}次>&" for n in (1, 2, 3, 4)]
    run = table.cell(5, 1).paragraphs[0].runs[0]
    assert (run.bold, run.font.color.rgb) == (True, RGBColor(255, 0, 0))
    assert table.cell(0, 1).text == "91.7%"


def test_only_what_counts_down_the_rows_is_counted_on():
    ties = replace(TIES, lists=(replace(LIST, columns=((2, "title"),)),))
    made = filled(4, with_texts((2, 2, "2026"), (3, 2, "2026")), ties)
    table = Document(io.BytesIO(made.content)).tables[0]
    assert [row.cells[0].text for row in table.rows][2:] == ["1", "2", "3", "4"]
    assert [row.cells[2].text for row in table.rows][2:] == ["2026", "2026", "", ""]
    single = replace(LIST, first=4, columns=((2, "title"),))
    made = filled(2, with_texts((3, 0, "2026")), replace(TIES, lists=(single,)))
    assert Document(io.BytesIO(made.content)).tables[0].cell(4, 0).text == ""


def test_lists_that_share_some_rows_are_refused_when_rows_are_missing():
    lower = replace(LIST, first=4, columns=((3, "title"),))
    with pytest.raises(CannotFill, match="“表格1”有两份名单"):
        filled(4, ties=replace(TIES, lists=(LIST, lower)))


def test_lists_side_by_side_share_the_rows_that_are_added():
    beside = replace(LIST, columns=((3, "title"),))
    made = filled(4, ties=replace(TIES, lists=(LIST, beside)))
    table = Document(io.BytesIO(made.content)).tables[0]
    assert made.added == (("表格1", 2),)
    assert [row.cells[2].text for row in table.rows][2:] == [f"<第{n}次>&" for n in (1, 2, 3, 4)]


def test_fewer_lines_empty_what_stood_there():
    table = Document(io.BytesIO(filled(1).content)).tables[0]
    assert [cell.text for cell in table.rows[3].cells] == ["", "", ""]


def test_a_place_that_is_not_there_is_said():
    assert [(one.row, one.gap) for one in filled().gaps] == [(9, Gap.GONE)]


@pytest.mark.parametrize("place", [("正文", 2), ("表格1", 3)])
def test_the_reader_counts_places_as_the_filling_does(tmp_path, place):
    path = tmp_path / "表.docx"
    path.write_bytes(filled().content)
    sheets = {sheet.name: sheet for sheet in read_form(path, FORM_LIMITS).sheets}
    column = 1 if place[0] == "正文" else 2
    cell = sheets[place[0]].by_place()[place[1], column]
    assert cell.text in ("填报单位：清河市纺织公司工会　　（盖章）", "<第1次>&")

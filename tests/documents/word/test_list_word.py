"""A list as a Word document: the rows of its PDF in a native table on the same page."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.shared import Mm

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.excel.table import Table
from jz_training.documents.fonts import Fonts
from jz_training.documents.word.list_word import list_docx
from jz_training.domain.paper_style import ColumnLayout, PaperLayout, PaperStyle
from tests.documents.word.papers import opened, photo

Line = tuple[str, int]


def _columns(chars: int = 30) -> tuple[Column[Line], ...]:
    return (
        Column(
            key="o", heading="序号", chars=7, value=lambda _: None, align=Align.CENTRE,
            kind=Kind.ORDINAL,
        ),
        Column(key="a", heading="名称", chars=chars, value=lambda row: row[0]),
        Column(
            key="b", heading="数", chars=6, value=lambda row: row[1], align=Align.RIGHT,
            kind=Kind.INTEGER,
        ),
    )  # fmt: skip


def _table(*rows: Line, chars: int = 30, **changes: Any) -> Table[Line]:
    facts: dict[str, Any] = {
        "sheet": "表", "title": "一览表", "columns": _columns(chars), "rows": rows,
        "facts": ("填报单位：甲",),
    }  # fmt: skip
    return Table(**(facts | changes))


def _written(fonts: Fonts, *tables: Table[Line], **changes: Any) -> Any:
    return opened(list_docx(tables, author="甲", subject="乙", fonts=fonts, **changes))


def test_every_row_and_the_total_stand_in_a_table_with_repeated_heads(fonts: Fonts) -> None:
    rows = tuple((f"第{number}项工作", number) for number in range(1, 301))
    document = _written(fonts, _table(*rows, total={"a": "合计", "b": 45150}))
    (table,) = document.tables
    cells = [[cell.text for cell in row.cells] for row in (table.rows[0], table.rows[300])]
    assert cells == [["序号", "名称", "数"], ["300", "第300项工作", "300"]]
    assert [cell.text for cell in table.rows[301].cells] == ["", "合计", "45150"]
    assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1].cells[2].paragraphs[0].alignment == 2  # to the right
    assert [each.text for each in document.paragraphs[:2]] == ["一览表", "填报单位：甲"]


def test_places_to_sign_stay_with_the_last_row(fonts: Fonts) -> None:
    document = _written(fonts, _table(("甲", 1), ("乙", 2)), signatures=("制表", "审核"))
    assert document.paragraphs[-1].text == "制表：＿＿＿＿＿＿\t审核：＿＿＿＿＿＿"
    last = document.tables[0].rows[-1].cells[0].paragraphs[0]
    assert last.paragraph_format.keep_with_next


@pytest.mark.parametrize(("chars", "wide"), [(30, False), (140, True)])
def test_a_wide_list_lies_on_its_side(fonts: Fonts, chars: int, wide: bool) -> None:
    section = _written(fonts, _table(("甲", 1), chars=chars)).sections[0]
    assert (section.orientation == WD_ORIENTATION.LANDSCAPE) is wide
    assert abs(section.page_width - Mm(297 if wide else 210)) < 20_000
    body = section.page_width - section.left_margin - section.right_margin
    assert abs(body - Mm(267 if wide else 180)) < 20_000


def test_the_foot_counts_pages_and_names_the_list_from_the_second_on(fonts: Fonts) -> None:
    section = _written(fonts, _table(("甲", 1))).sections[0]
    fields = [each.get(qn("w:instr")) for each in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert section.footer.paragraphs[0].text.startswith("一览表\t第 ")
    assert section.first_page_footer.paragraphs[0].text.startswith("\t第 ")


def test_an_empty_list_says_so_and_several_follow_one_another(fonts: Fonts) -> None:
    document = _written(fonts, _table(), _table(("甲", 1), title="续表"))
    empty, other = document.tables
    assert empty.rows[1].cells[0].text == "（暂无）"
    assert empty._tbl.tr_lst[1].tc_lst[0].grid_span == 3
    assert len(other.rows) == 2
    assert "续表" in [each.text for each in document.paragraphs]


def test_the_office_chooses_columns_title_foot_and_signatures(fonts: Fonts) -> None:
    layout = PaperLayout(
        title="清河市{title}",
        columns=(ColumnLayout(key="b", heading="人数"), ColumnLayout(key="a")),
        signatures=("主席",),
        footer="工会制",
        logo=photo(300, 60),
    )
    style = PaperStyle(layout=layout)
    document = _written(fonts, _table(("甲", 1)), style=style, signatures=("制表",))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["人数", "名称"]
    assert document.paragraphs[0].text.endswith("清河市一览表")
    assert document.paragraphs[-1].text.startswith("主席：")
    assert document.sections[0].footer.paragraphs[-1].text == "工会制"
    assert len(document.inline_shapes) == 1


def test_text_from_outside_stays_text_and_its_lines_are_kept(fonts: Fonts) -> None:
    cell = _written(fonts, _table(("<b>&amp;\x00\n𠮷\ud800", 1))).tables[0].rows[1].cells[1]
    assert [each.text for each in cell.paragraphs] == ["<b>&amp; ", "𠮷�"]


def test_the_same_list_gives_the_same_bytes(fonts: Fonts) -> None:
    first, second = (
        list_docx([_table(("甲", 1))], author="甲", subject="乙", fonts=fonts) for _ in range(2)
    )
    assert first == second

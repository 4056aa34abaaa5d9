"""Places of a Word form that hold more than text: controls to write in, pictures, text boxes."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document

from jz_training.documents.forms.filled_docx import filled_docx
from jz_training.domain.superior_form import CellTie, FormTies
from jz_training.readers.forms.understand import FORM_LIMITS, read_form
from tests.documents.forms.templates import Given, parts, with_part

PART = "word/document.xml"
TIES = FormTies(cells=(CellTie(sheet="表格1", row=1, column=1, figure="office.organiser"),))
INVITING = (
    '<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr><w:showingPlcHdr/><w:dataBinding w:xpath="/a"'
    ' w:storeItemID="x"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
)
GREY = '<w:r><w:rPr><w:rStyle w:val="a3"/></w:rPr><w:t>单击此处输入文字</w:t></w:r>'
SHAPE = (
    "<w:r><w:pict><w:shape><w:textbox><w:txbxContent><w:p><w:r><w:t>注</w:t></w:r></w:p>"
    "</w:txbxContent></w:textbox></w:shape></w:pict></w:r>"
)


def form(inside: str) -> bytes:
    """Return a form whose table has one cell with this inside."""
    document = Document()
    document.add_table(rows=1, cols=1)
    made = io.BytesIO()
    document.save(made)

    def put(data: bytes) -> bytes:
        return re.sub(rb"(<w:tc>.*?</w:tcPr>)<w:p */>", lambda m: m[1] + inside.encode(), data)

    changed = with_part(made.getvalue(), PART, put)
    assert changed != made.getvalue()
    return changed


def filled(inside: str) -> str:
    made = filled_docx(form(inside), TIES, Given({"office.organiser": "某工会"}))
    assert made.cells
    cell = re.search("<w:tc>.*</w:tc>", parts(made.content)[PART].decode(), re.DOTALL)
    assert cell is not None
    return cell[0]


@pytest.mark.parametrize(
    "inside",
    [INVITING.format(f"<w:p>{GREY}</w:p>"), f"<w:p>{INVITING.format(GREY)}</w:p>"],
    ids=["around the paragraph", "inside of it"],
)
def test_a_control_takes_our_text_as_typed_into_it(inside, tmp_path: Path):
    path = tmp_path / "form.docx"
    path.write_bytes(form(inside))
    assert read_form(path, FORM_LIMITS).sheets[-1].cells[0].text == "单击此处输入文字"
    cell = filled(inside)
    assert re.search("<w:sdtContent>.*某工会.*</w:sdtContent>", cell)
    for gone in ("单击", "showingPlcHdr", "dataBinding", 'w:val="a3"'):
        assert gone not in cell


def test_pictures_text_boxes_and_marks_on_a_place_stay():
    marks = '<w:permStart w:id="1"/>', '<w:permEnd w:id="1"/>'
    cell = filled(f"<w:p>{marks[0]}<w:r><w:t>旧</w:t></w:r>{SHAPE}{marks[1]}</w:p>")
    assert "旧" not in cell
    for kept in ("某工会", "注", "w:pict", *marks):
        assert kept in cell


def test_the_text_of_a_text_box_is_no_text_of_the_paragraph(tmp_path: Path):
    path = tmp_path / "form.docx"
    path.write_bytes(form(f"<w:p><w:r><w:t>单位</w:t></w:r>{SHAPE}</w:p>"))
    assert read_form(path, FORM_LIMITS).sheets[-1].cells[0].text == "单位"


def test_a_cell_never_ends_with_a_table():
    table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert re.search("</w:tbl><w:p.*</w:tc>$", filled(f"<w:p/>{table}<w:p/>"))

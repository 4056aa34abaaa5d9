"""A form of a superior as they come: every kind of thing that filling it must not lose."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from PIL import Image as Picture

from jz_training.documents.columns import Value
from jz_training.domain.superior_form import CellTie, FormTies, ListSource, ListTie

SHEET = "季报"
THIN = Border(*(Side(style="thin"),) * 4)
TEXT_BOX = """
<xdr:twoCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>16</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
<xdr:to><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>18</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>
<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="9" name="文本框 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>
<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>
<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>本表一式两份</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/>
</xdr:twoCellAnchor>"""  # noqa: E501


def template() -> bytes:
    """Return a workbook with everything a superior puts into one."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    _content(sheet)
    _looks(sheet)
    _set_up(sheet)
    other = book.create_sheet("汇总")
    other["A1"], other["B1"] = "实到合计", f"={SHEET}!G14"
    other["A2"], other["B2"] = "与本表无关", "=1+1"
    book.defined_names["实到"] = DefinedName("实到", attr_text=f"{SHEET}!$G$14")
    made = io.BytesIO()
    book.save(made)
    return _by_hand(made.getvalue())


def _content(sheet) -> None:
    rows = {
        1: ["基层工会学习培训季度统计表"],
        2: ["填报单位（盖章）：", None, None, None, "统计期间", None],
        3: ["举办场次", None, "实到人次", None, "到会率", None, "学时合计", None],
        4: ["层级", "应到人次", "实到人次", "到会率（%）"],
        5: ["领导干部"],
        6: ["一般干部"],
        7: ["合计", "=SUM(B5:B6)", "=SUM(C5:C6)"],
        10: ["序号", "培训日期", "培训主题", "形式", "主讲人", "应到", "实到", "学时"],
        11: [1], 12: [2], 13: [3],
        14: ["合计", None, None, None, None, "=SUM(F11:F13)", "=SUM(G11:G13)", "=SUM(H11:H13)"],
        15: ["到会率", "=G14/F14", "=COUNTA(C11:C13)", "=F13"],
        16: ["单位负责人：            填表人：            填报日期：            "],
    }  # fmt: skip
    for row, texts in rows.items():
        for column, text in enumerate(texts, start=1):
            sheet.cell(row, column, text)
    for area in ("A1:H1", "B2:D2", "F2:H2", "A16:H16", "A14:E14"):
        sheet.merge_cells(area)


def _looks(sheet) -> None:
    sheet["A1"].font = Font(name="宋体", size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    for row in sheet["A10:H14"]:
        for cell in row:
            cell.border = THIN
    for cell in sheet[10]:
        cell.fill = PatternFill("solid", fgColor="D9E1F2")
    for row in (11, 12, 13):
        sheet.cell(row, 2).number_format = "yyyy/m/d"
    sheet["F3"].number_format = "0.0%"
    sheet["B15"].number_format = "0.00%"
    for letter, width in zip("ABCDEFGH", (11, 13, 30, 12, 10, 9, 9, 9), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.row_dimensions[13].height = 24


def _set_up(sheet) -> None:
    choice = DataValidation(type="list", formula1='"专题学习会,报告会"', allow_blank=True)
    choice.add("D11:D13")
    sheet.add_data_validation(choice)
    sheet.conditional_formatting.add(
        "G11:G13", CellIsRule("lessThan", ["$F$13"], fill=PatternFill(bgColor="FFC7CE"))
    )
    sheet.freeze_panes = "A11"
    sheet.print_title_rows = "1:2"
    sheet.print_area = "A1:H18"
    sheet.oddHeader.center.text = "清河市总工会"
    sheet.oddFooter.center.text = "第 &P 页"
    sheet.row_breaks.append(Break(id=14))
    sheet["A14"].comment = Comment("合计由表格计算", "市总")
    picture = io.BytesIO()
    Picture.new("RGB", (40, 20), "red").save(picture, "png")
    picture.seek(0)
    sheet.add_image(Image(picture), "A18")


def _by_hand(content: bytes) -> bytes:
    """Add what openpyxl does not write: a text box, results of formulas, a shared formula."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(made, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == "xl/drawings/drawing1.xml":
                text = data.decode()
                end = text.rindex("</")
                data = (text[:end] + TEXT_BOX + text[end:]).encode()
            if info.filename.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"</f><v ?(/>|></v>)", b"</f><v>999</v>", data)
            target.writestr(info, data)
    return made.getvalue()


CELLS = (
    CellTie(sheet=SHEET, row=2, column=2, figure="office.organiser"),
    CellTie(sheet=SHEET, row=3, column=2, figure="trainings"),
    CellTie(sheet=SHEET, row=3, column=6, figure="rate"),
    CellTie(sheet=SHEET, row=5, column=4, figure="rate", points=True),
    CellTie(sheet=SHEET, row=16, column=1, figure="office.operator", after="填表人："),
    CellTie(sheet=SHEET, row=16, column=1, figure="office.today", after="填报日期："),
)
LIST = ListTie(
    sheet=SHEET,
    first=11,
    last=13,
    source=ListSource.LEDGER,
    columns=((2, "date"), (3, "title"), (6, "expected"), (7, "present"), (8, "hours")),
)
TIES = FormTies(cells=CELLS, lists=(LIST,))


@dataclass
class Given:
    """Values that a test gives."""

    figures: Mapping[str, Value] = field(default_factory=dict)
    rows: Sequence[Mapping[str, Value]] = ()

    def figure(self, tie):
        """Return the figure that was given."""
        return self.figures.get(tie.figure)

    def figure_words(self, tie):
        """Return the figure's key."""
        return tie.figure

    def lines(self, tie):
        """Return the lines that were given."""
        return self.rows

    def column_words(self, tie, key):
        """Return the column's key."""
        return key


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a file."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(content: bytes):
    """Return a workbook as another library reads it."""
    return load_workbook(io.BytesIO(content))


Change = Callable[[bytes], bytes]


def with_part(content: bytes, name: str, change: Change) -> bytes:
    """Return a file with one part changed by hand."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(made, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            target.writestr(info, change(data) if info.filename == name else data)
    return made.getvalue()

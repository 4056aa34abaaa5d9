"""Write 季度统计表.xlsx, a form as a superior might send it: `python make_form.py`.

It has what such forms have: a merged title, places behind labels, a table of fixed lines whose
totals are formulas, a list with three rows ready, print titles, a print area, a drop-down, frozen
rows, and a line of signatures in one cell. Every word of it was written for the sample.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
NAME = "季度统计表.xlsx"
SUPERIOR = "清河市总工会"
WIDTHS = (11, 13, 34, 13, 12, 10, 10, 10)
LAYERS = ("领导干部", "中层干部", "一般干部", "职工")
THIN = Side(style="thin")
ALL_ROUND = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
GREY = PatternFill("solid", fgColor="E7ECF5")


def workbook() -> Workbook:
    """Return the form."""
    book = Workbook()
    book.properties.creator = SUPERIOR
    book.properties.created = book.properties.modified = datetime(2026, 9, 1, 9, 0)
    sheet = book.active
    sheet.title = "季报"
    write_head(sheet)
    write_layers(sheet)
    write_list(sheet)
    set_up(sheet)
    return book


def write_head(sheet: Worksheet) -> None:
    """Write the title and the labels whose places are to be filled."""
    sheet["A1"] = "基层工会学习培训季度统计表"
    sheet.merge_cells("A1:H1")
    sheet["A1"].font = Font(name="方正小标宋简体", size=18)
    sheet["A1"].alignment = CENTRED
    sheet.row_dimensions[1].height = 36
    for name, text in (("A2", "填报单位（盖章）"), ("E2", "统计期间")):
        sheet[name] = text
    sheet.merge_cells("A2:B2")
    sheet.merge_cells("C2:D2")
    sheet.merge_cells("F2:H2")
    labels = ("举办场次", None, "参训人数", None, "到会率", None, "学时合计", None)
    for column, text in enumerate(labels, start=1):
        sheet.cell(3, column, text).border = ALL_ROUND
    sheet["F3"].number_format = "0.0%"


def write_layers(sheet: Worksheet) -> None:
    """Write the table of fixed lines; totals and shares are formulas."""
    heads = ("层级", "应到人次", "实到人次", "到会率（%）", "学时")
    for column, text in enumerate(heads, start=1):
        dress(sheet.cell(5, column, text), fill=True)
    for row, layer in enumerate(LAYERS, start=6):
        sheet.cell(row, 1, layer)
        for column in range(1, 6):
            dress(sheet.cell(row, column))
    sheet.cell(10, 1, "合计")
    for column, letter in ((2, "B"), (3, "C"), (5, "E")):
        sheet.cell(10, column, f"=SUM({letter}6:{letter}9)")
    sheet["D10"] = '=IF(B10=0,"",ROUND(C10/B10*100,1))'
    for column in range(1, 6):
        dress(sheet.cell(10, column))


def write_list(sheet: Worksheet) -> None:
    """Write the list's head, three ready rows, its total and the line of signatures."""
    heads = ("序号", "培训日期", "培训主题", "形式", "主讲人", "应到", "实到", "学时")
    for column, text in enumerate(heads, start=1):
        dress(sheet.cell(12, column, text), fill=True)
    for row in (13, 14, 15):
        sheet.cell(row, 1, row - 12)
        sheet.cell(row, 2).number_format = "yyyy/m/d"
        for column in range(1, 9):
            dress(sheet.cell(row, column))
    sheet["A16"] = "合计"
    sheet.merge_cells("A16:E16")
    for letter in "FGH":
        sheet[f"{letter}16"] = f"=SUM({letter}13:{letter}15)"
    for column in range(1, 9):
        dress(sheet.cell(16, column))
    sheet["A17"] = "单位负责人：　　　　　　　填表人：　　　　　　　填报日期：　　　　　　　"
    sheet.merge_cells("A17:H17")


def dress(cell: Cell, *, fill: bool = False) -> None:
    """Draw a cell's lines."""
    cell.border, cell.alignment = ALL_ROUND, CENTRED
    if fill:
        cell.fill, cell.font = GREY, Font(name="宋体", bold=True)


def set_up(sheet: Worksheet) -> None:
    """Set widths, printing, frozen rows and the drop-down."""
    for letter, width in zip("ABCDEFGH", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    words = '"专题学习会,报告会,培训班"'
    forms = DataValidation(type="list", formula1=words, showErrorMessage=False)
    forms.add("D13:D15")
    sheet.add_data_validation(forms)
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "1:2"
    sheet.print_area = "A1:H17"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"


if __name__ == "__main__":
    workbook().save(HERE / NAME)

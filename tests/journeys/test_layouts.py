"""An office changes its plan's layout: paper and workbook both follow, and all comes back."""

from __future__ import annotations

from io import BytesIO

import openpyxl
from PySide6.QtCore import Qt

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.domain.plan import PlanView
from jz_training.services.desk import Desk
from jz_training.ui.plans.plan_exports import plan_offer
from jz_training.ui.settings.papers.layout_form import OUR_TITLE_SHOWN
from jz_training.ui.settings.settings_page import SettingsPage
from jz_training.ui.settings.settings_papers import PapersTab
from tests.documents.pdf_reading import texts
from tests.duties_factories import plan_item
from tests.journeys.keyboard import CTRL
from tests.journeys.windows import Window


def test_a_layout_is_followed_by_paper_and_workbook_and_reset_to_the_byte(
    window: Window, desk: Desk
) -> None:
    made = desk.plans.make(title="2026年度计划", items=[plan_item(venue="职工之家")])
    plan = desk.plans.get(made)
    before = files(desk, plan)
    tab = the_tab(window)
    adjust(window, tab)
    pdf, xlsx = files(desk, plan)
    page = texts(pdf)[0]
    sheet = openpyxl.load_workbook(BytesIO(xlsx)).active
    assert sheet is not None
    assert page.startswith("机关2026年度计划")
    assert sheet["A1"].value == "机关2026年度计划（草案）"
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    for said in (page, cells):
        assert "培训内容" in said
        assert "培训主题" not in said
        assert "职工之家" not in said
    tab.reset.click()
    window.settle()
    assert files(desk, plan) == before
    window.keys.press(Qt.Key.Key_Z, CTRL)
    window.settle()
    assert files(desk, plan) == (pdf, xlsx)


def the_tab(window: Window) -> PapersTab:
    """Open the layouts in the settings, on the plan's."""
    page = window.open(SettingsPage, "settings", tab="papers")
    tab = page.tabs.page("papers")
    assert isinstance(tab, PapersTab)
    tab.choose(PaperKind.PLAN.value)
    window.settle()
    return tab


def adjust(window: Window, tab: PapersTab) -> None:
    """Hide the venue, call the topic something else, and put a word before the title."""
    columns = tab.layout_form.columns
    (venue,) = columns.findItems("地点", Qt.MatchFlag.MatchExactly)
    venue.setCheckState(Qt.CheckState.Unchecked)
    window.settle()
    columns.item(1).setText("培训内容")
    window.settle()
    tab.layout_form.title.setText(f"机关{OUR_TITLE_SHOWN}")
    tab.layout_form.title.editingFinished.emit()
    window.settle()


def files(desk: Desk, plan: PlanView) -> tuple[bytes, bytes]:
    """Return the plan on paper and as a workbook, as the window offers them."""
    forms = plan_offer(desk, plan).forms
    return forms[FileForm.PDF](PaperReport()), forms[FileForm.EXCEL](PaperReport())

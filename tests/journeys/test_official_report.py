"""A report goes out as an official paper: 文件, its number, 抄送; PDF and Word both have them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docx import Document

from jz_training.domain.paper_kind import FileForm
from jz_training.services.desk import Desk
from jz_training.ui.paper.head_dialog import HeadDialog
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.statistics.statistics_page import StatisticsPage
from jz_training.ui.trainings.training_exports import show_period
from tests.documents.pdf_reading import texts
from tests.journeys.windows import Window

MARK, NUMBER, COPIES = "清河市总工会文件", "清工〔2026〕6号", "抄送：市委办公室，市总工会各部室。"


def test_a_report_goes_out_as_an_official_paper(window: Window, desk: Desk, tmp_path: Path) -> None:
    desk.settings.change(paper_mark=MARK, paper_code="清工")
    page = window.open(StatisticsPage, "statistics")
    preview = _preview(window, page)
    line = preview.pane.line
    line.skin._group.button(2).click()
    window.settle()
    _fill(window, preview)
    window.answers.paths = [tmp_path / "报告.pdf", tmp_path / "报告.docx"]
    preview.pane.save()
    preview.pane.save(FileForm.WORD)
    window.settle()
    pdf = "".join(texts((tmp_path / "报告.pdf").read_bytes()))
    word = _all_text(tmp_path / "报告.docx")
    for said in (pdf, word):
        for part in (MARK, NUMBER, COPIES):
            assert part in said
    preview.close()
    again = _preview(window, page)
    assert again.pane.line.skin.value() == "document"
    assert again.pane._made is not None
    said = "".join(texts(again.pane._made.pdf))
    assert COPIES in said
    assert NUMBER not in said
    again.close()


def _preview(window: Window, page: StatisticsPage) -> PreviewDialog:
    show_period(page.ctx, page, date(2026, 1, 1), date(2026, 3, 31))
    window.settle()
    return page.findChildren(PreviewDialog)[-1]


def _fill(window: Window, preview: PreviewDialog) -> None:
    line = preview.pane.line
    line.head.click()
    dialog = line.findChildren(HeadDialog)[-1]
    assert dialog.mark.text() == MARK
    assert dialog.number.text().endswith("〕　号")
    dialog.number.setText(NUMBER)
    dialog.copies_to.setText("市委办公室，市总工会各部室")
    dialog.verb.click()
    window.settle()


def _all_text(path: Path) -> str:
    document = Document(str(path))
    return "".join(node.text or "" for node in document.element.body.iter() if node.text)

"""From a training's 打印 to one file of several papers."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from jz_training.services.desk import Desk
from jz_training.ui.paper.job.job_dialog import JobDialog
from jz_training.ui.trainings.print_tab import PrintTab
from jz_training.ui.trainings.training_page import TrainingPage
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training


def test_from_printing_to_one_file_of_several_papers(
    window: Window, desk: Desk, tmp_path: Path
) -> None:
    training = a_listed_training(desk, people=45)
    page = window.open(TrainingPage, "training", training_id=training, tab="print")
    tab = page.tab("print")
    assert isinstance(tab, PrintTab)
    tab.together.click()
    window.settle()
    dialog = tab.findChild(JobDialog)
    assert dialog is not None
    ticked = [tick.text() for tick in dialog.ticks if tick.isChecked()]
    assert ticked[:2] == ["会议通知", "签到表"]
    window.answers.paths = [tmp_path / "一组.pdf"]
    dialog.saver.click()
    window.settle()
    window.settle()
    file = PdfReader(tmp_path / "一组.pdf")
    assert [str(one["/Title"]) for one in file.outline] == ticked
    assert len(file.pages) >= len(ticked) + 1  # the sheet of 45 has two pages
    assert [kept.people for kept in desk.sheets.printed(training)] == [45]

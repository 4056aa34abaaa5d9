"""At the end of the year: the list of absentees, everybody's file, and photos on pages."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.domain.dossier import DossierPart
from jz_training.services.desk import Desk
from jz_training.ui.page import Page
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.people.people_page import PeoplePage
from jz_training.ui.people.person_files import PersonFilesDialog
from jz_training.ui.statistics.statistics_page import StatisticsPage
from jz_training.ui.trainings.dossier.dossier_tab import DossierTab
from jz_training.ui.trainings.training_page import TrainingPage
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training


def test_a_year_goes_to_paper(qtbot: QtBot, window: Window, desk: Desk, tmp_path: Path) -> None:
    training = a_listed_training(desk, people=6, venue="礼堂")
    desk.attendance.mark(training, {2: Mark(status=AttendanceStatus.ABSENT)})
    desk.attendance.mark_rest(training, PRESENT)

    statistics = window.open(StatisticsPage, "statistics")
    statistics.preview_absentees()
    _pages(qtbot, statistics, 1)

    people = window.open(PeoplePage, "people")
    window.settle()
    people.table.view.selectAll()
    people.filing.click()
    window.settle()
    people.findChildren(PersonFilesDialog)[-1].accept()
    _pages(qtbot, people, 6)

    album = tmp_path / "DCIM"
    album.mkdir()
    Image.new("RGB", (400, 300), "teal").save(album / "IMG_1.JPG")
    page = window.open(TrainingPage, "training", training_id=training, tab="dossier")
    tab = page.tab("dossier")
    assert isinstance(tab, DossierTab)
    tab.choose(DossierPart.PHOTO)
    assert tab.documents.pages.isHidden()
    tab.take([album])
    qtbot.waitUntil(lambda: page.tabs.text_of("dossier") == "材料 1", timeout=30_000)
    qtbot.waitUntil(lambda: not tab.documents.pages.isHidden())
    tab.documents.pages_asked.emit(2)
    _pages(qtbot, page, 1)
    assert window.answers.told == []


def _pages(qtbot: QtBot, page: Page, count: int) -> None:
    """Wait for a preview of so many pages and close it."""

    def shown() -> bool:
        found = [one for one in page.findChildren(PreviewDialog) if one.isVisible()]
        return bool(found) and found[-1].pane.view.pages == count

    qtbot.waitUntil(shown, timeout=30_000)
    page.findChildren(PreviewDialog)[-1].close()

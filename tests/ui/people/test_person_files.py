"""学习档案 from the list of people and from the dialog of one: of which year, then the paper."""

from __future__ import annotations

import pytest

from jz_training.domain.attendance import PRESENT
from jz_training.domain.paper_kind import FileForm
from jz_training.services.people import PeopleQuery
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.people import person_files
from jz_training.ui.people.people_page import PeoplePage
from jz_training.ui.people.person_dialog import PersonChoices, PersonDialog
from jz_training.ui.people.person_files import PersonFilesDialog, ask_person_files
from tests.services.stories import a_listed_training


@pytest.fixture
def page(qtbot, ctx, desk, settle):
    training = a_listed_training(desk, people=4)
    desk.attendance.mark(training, dict.fromkeys(range(1, 5), PRESENT))
    made = PeoplePage(ctx)
    qtbot.addWidget(made)
    made.show()
    made.show_for()
    settle()
    settle()
    return made


def _preview(qtbot, page, settle, pages):
    settle()
    dialog = page.findChildren(PersonFilesDialog)[-1]
    assert dialog.year.currentData() == 2026
    dialog.accept()
    settle()
    preview = page.findChildren(PreviewDialog)[-1]
    qtbot.waitUntil(lambda: preview.pane.view.pages == pages)
    return preview


def test_several_persons_chosen_are_one_paper_with_a_page_each(qtbot, page, settle):
    page.table.view.clearSelection()
    assert not page.filing.isEnabled()
    page.table.view.selectAll()
    page.filing.click()
    preview = _preview(qtbot, page, settle, 4)
    assert "4人" in preview.windowTitle()
    preview.close()


def test_the_dialog_of_a_person_offers_the_file_as_pdf_and_word(qtbot, page, ctx, desk, settle):
    person = desk.people.rows(desk.people.ids(PeopleQuery()))[0]
    dialog = PersonDialog(ctx, page, choices=PersonChoices(), person=person)
    dialog.open()
    dialog.filing.click()
    preview = _preview(qtbot, dialog, settle, 1)
    offer = person_files.person_file_offer(desk, person.id, 2026, name=person.name)
    assert set(offer.forms) == {FileForm.PDF, FileForm.WORD}
    assert person.name in preview.windowTitle()
    preview.close()
    dialog.close()


def test_more_persons_than_anybody_looks_through_are_refused(
    page, ctx, desk, answers, settle, monkeypatch
):
    monkeypatch.setattr(person_files, "MOST_PERSONS", 3)
    ask_person_files(ctx, page, desk.people.ids(PeopleQuery()))
    settle()
    assert "一次最多生成 3 人" in answers.told[0]
    assert not page.findChildren(PersonFilesDialog)

"""The tab 打印: the sheet as it will be printed, kept once it went out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.domain.attendance import PRESENT
from jz_training.domain.paper_kind import FileForm
from jz_training.domain.parts_making import made_parts
from jz_training.domain.repetition import Slot
from jz_training.domain.sheet import SheetColumns, SheetOptions
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.paper.sheet_drawing import draw_sheet, sheet_offer
from jz_training.ui.trainings.blank_form_dialog import BlankFormDialog
from jz_training.ui.trainings.print_tab import PrintTab
from tests.services.stories import a_listed_training, a_training
from tests.ui.conftest import Answers, Said

Settle = Callable[[], None]


@pytest.fixture
def tab(qtbot: QtBot, ctx: Context, settle: Settle) -> Iterator[PrintTab]:
    made = PrintTab(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    yield made
    settle()
    made.pane.clear("")


def test_the_preview_is_the_sheet_itself(
    qtbot: QtBot, tab: PrintTab, desk: Desk, settle: Settle
) -> None:
    tab.show_training(a_listed_training(desk, people=50))
    settle()
    qtbot.waitUntil(lambda: tab.pane.view.pages == 2)


def test_options_draw_the_sheet_again(tab: PrintTab, desk: Desk, settle: Settle) -> None:
    tab.show_training(a_listed_training(desk, people=30))
    settle()
    tab.choices.columns.set_value("two")
    tab.choices.blank.setValue(4)
    tab.choices.phone.setChecked(True)
    settle()
    assert tab._drawn is not None
    assert tab._drawn.sheet.options == SheetOptions(
        columns=SheetColumns.TWO, blank_rows=4, with_phone=True
    )


def test_saving_records_the_sheet_and_lists_it(
    tab: PrintTab, desk: Desk, answers: Answers, said: Said, settle: Settle, tmp_path: Path
) -> None:
    training = a_listed_training(desk, people=30)
    tab.show_training(training)
    settle()
    answers.paths.append(tmp_path / "签到表.pdf")
    tab.pane.save()
    settle()
    settle()
    (printed,) = desk.sheets.printed(training)
    assert (printed.sheet_version, printed.people) == (1, 30)
    assert len(desk.sheets.geometry(training, 1).rows) >= 30
    tab.refresh()
    settle()
    assert tab.printed.model.rowCount() == 1
    assert (tmp_path / "签到表.pdf").read_bytes().startswith(b"%PDF-")


def test_marks_do_not_make_another_version_of_the_same_paper(desk: Desk) -> None:
    training = a_listed_training(desk, people=12)
    options = SheetOptions()
    drawn = draw_sheet(desk, training, options, None)
    desk.sheets.keep(drawn.sheet, drawn.geometry)
    desk.attendance.mark(training, {1: PRESENT})
    assert draw_sheet(desk, training, options, drawn) is drawn
    other = draw_sheet(desk, training, SheetOptions(blank_rows=2), drawn)
    assert other.sheet.sheet_version == 2


def test_a_character_no_font_has_is_told_by_name(tab: PrintTab, desk: Desk, settle: Settle) -> None:
    from jz_training.domain.roster import PersonDraft

    desk.people.add(PersonDraft(name="张\U000f0000"))
    training = a_training(desk)
    desk.lists.freeze(training)
    tab.show_training(training)
    settle()
    assert "U+F0000" in tab.pane.strip.words.text()


def test_without_a_list_the_tab_says_what_to_do(tab: PrintTab, desk: Desk, settle: Settle) -> None:
    tab.show_training(a_training(desk))
    settle()
    assert tab._empty.isVisible()


def test_the_attendance_list_is_saved_as_a_workbook(
    tab: PrintTab, desk: Desk, answers: Answers, settle: Settle, tmp_path: Path
) -> None:
    tab.show_training(a_listed_training(desk, people=12))
    settle()
    answers.paths.append(tmp_path / "考勤.xlsx")
    tab.workbook.click()
    settle()
    settle()
    assert "考勤" in openpyxl.load_workbook(tmp_path / "考勤.xlsx").sheetnames
    assert answers.asked[0].startswith("20261120 ")


def test_each_unit_on_pages_of_its_own_is_kept_in_the_order_of_the_paper(
    tab: PrintTab, desk: Desk, answers: Answers, settle: Settle, tmp_path: Path
) -> None:
    training = a_listed_training(desk, people=12)
    tab.show_training(training)
    settle()
    tab.choices.by_unit.setChecked(True)
    settle()
    assert tab._drawn is not None
    assert tab._drawn.geometry.page_groups == (0, 1, 2)
    assert tab.choices.blank.isHidden()
    answers.paths.append(tmp_path / "签到表.pdf")
    tab.pane.save()
    settle()
    settle()
    (printed,) = desk.sheets.printed(training)
    assert printed.options.by_unit
    kept = desk.sheets.on_paper(training)
    assert [row.number for row in kept.rows if row.number] == list(range(1, 13))


def test_a_course_may_lie_on_its_side(tab: PrintTab, desk: Desk, settle: Settle) -> None:
    slots = (
        Slot(start=time(9), end=time(11), name="上午"),
        Slot(start=time(14), end=time(16), name="下午"),
    )
    parts = made_parts(date(2026, 11, 20), days=1, slots=slots)
    course = {"parts": parts, "start": parts[0].start, "end": parts[-1].end}
    tab.show_training(a_listed_training(desk, people=3, **course))
    settle()
    assert not tab.choices.lying.isHidden()
    assert tab.choices.columns.isHidden()
    tab.choices.lying.setChecked(True)
    settle()
    assert tab._drawn is not None
    assert tab._drawn.geometry.page_width == 297


def test_the_sheet_is_offered_as_a_workbook_too(tab: PrintTab, desk: Desk, settle: Settle) -> None:
    tab.show_training(a_listed_training(desk, people=4))
    settle()
    assert tab._drawn is not None
    making = sheet_offer(tab._drawn.sheet, b"").forms[FileForm.EXCEL]
    assert making(PaperReport()).startswith(b"PK")


def test_without_a_list_a_blank_form_is_offered(
    qtbot: QtBot, tab: PrintTab, desk: Desk, settle: Settle
) -> None:
    tab.show_training(a_training(desk, title="临时学习会"))
    settle()
    tab._empty.verb.click()
    settle()
    dialog = tab.findChildren(BlankFormDialog)[-1]
    assert dialog.title.text() == "临时学习会"
    dialog.columns.set_value("two")
    dialog.accept()
    settle()
    preview = tab.findChildren(PreviewDialog)[-1]
    qtbot.waitUntil(lambda: preview.pane.view.pages == 1)
    preview.close()

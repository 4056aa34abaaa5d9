"""One paper is dressed in its preview; everything that is saved from there follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from docx import Document
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.domain.paper_dress import PaperDress
from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.domain.paper_style import Letterhead, PaperSkin
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.paper.head_dialog import HeadDialog
from jz_training.ui.paper.job.job_papers import Making
from jz_training.ui.paper.offer import make_paper
from jz_training.ui.paper.preview_pane import PreviewPane
from jz_training.ui.paper.worn import as_usual
from jz_training.ui.trainings.event.paper_wish import PaperKind as EventPaper
from jz_training.ui.trainings.event.papers_tab import PapersTab
from jz_training.ui.trainings.training_exports import ledger_offer, period_offer
from jz_training.ui.trainings.training_jobs import training_job
from tests.documents.pdf_reading import texts
from tests.services.stories import a_listed_training
from tests.ui.conftest import Answers

Settle = Callable[[], None]
JANUARY = date(2025, 1, 1), date(2025, 1, 31)
MARK = "清河市总工会文件"
HEAD = Letterhead(mark=MARK, number="清工〔2025〕6号", copies_to="市委办公室")


@pytest.fixture
def pane(ctx: Context, qtbot: QtBot) -> Iterator[PreviewPane]:
    made = PreviewPane(ctx)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    yield made
    made.view.clear()


@pytest.fixture
def report(pane: PreviewPane, desk: Desk) -> PreviewPane:
    """Show the report of a month as the office set it."""
    offer = period_offer(desk, *JANUARY)
    pane.show_paper(offer, make_paper(desk, offer))
    return pane


def words(pane: PreviewPane) -> str:
    assert pane._made is not None
    return "".join(texts(pane._made.pdf))


def take(pane: PreviewPane, skin: PaperSkin) -> None:
    """Choose a skin as the user does."""
    group = pane.line.skin
    group._group.button(group._keys.index(skin.value)).click()


def test_another_skin_is_drawn_and_its_lack_of_a_mark_is_told(
    report: PreviewPane, desk: Desk, settle: Settle
) -> None:
    assert (report.line.skin.value(), report.line.back.isHidden()) == ("text", True)
    take(report, PaperSkin.DOCUMENT)
    settle()
    assert report.line.hint.text() == "还没有填写发文机关标志"
    report.line.back.click()
    settle()
    assert report.line.skin.value() == "text"
    take(report, PaperSkin.MATERIAL)
    settle()
    assert report.line.hint.text() == ""
    assert report._made is not None
    assert report._made.style is not None
    assert report._made.style.skin is PaperSkin.MATERIAL


def test_word_archive_and_both_sides_follow_the_dress(
    report: PreviewPane, answers: Answers, settle: Settle, tmp_path: Path
) -> None:
    report.wear(PaperDress(skin=PaperSkin.DOCUMENT, letterhead=HEAD))
    settle()
    assert report.line.hint.text() == ""
    answers.paths = [tmp_path / "a.docx", tmp_path / "b.pdf"]
    report.save(FileForm.WORD)
    report.archive()
    settle()
    document = Document(str(tmp_path / "a.docx"))
    assert [one.text for one in document.paragraphs[:2]] == [MARK, HEAD.number]
    offer = report._offer
    assert offer is not None
    assert offer.sided is not None
    both = offer.sided(True, PaperReport())
    assert both != offer.sided(False, PaperReport())
    for data in (both, (tmp_path / "b.pdf").read_bytes()):
        said = "".join(texts(data))
        assert MARK in said
        assert HEAD.number in said
        assert "抄送：市委办公室。" in said


def test_the_next_paper_of_the_kind_takes_over_all_but_the_number(
    report: PreviewPane, ctx: Context, desk: Desk, settle: Settle
) -> None:
    report.wear(PaperDress(skin=PaperSkin.DOCUMENT, letterhead=HEAD))
    settle()
    style = as_usual(ctx, period_offer(desk, date(2025, 2, 1), date(2025, 2, 28))).style
    assert style is not None
    assert style().skin is PaperSkin.DOCUMENT
    assert style().letterhead == Letterhead(copies_to="市委办公室")
    report.line.back.click()
    settle()
    style = as_usual(ctx, period_offer(desk, *JANUARY)).style
    assert style is not None
    assert style() == desk.paper_styles.of(PaperKind.PERIOD_SUMMARY)
    assert MARK not in words(report)


def test_a_list_has_one_look(pane: PreviewPane, desk: Desk) -> None:
    offer = ledger_offer(desk, *JANUARY)
    pane.show_paper(offer, make_paper(desk, offer))
    assert pane.line.isHidden()


def making() -> Making:
    return Making(
        copies=1, both_sides=False, report=PaperReport(), sheets=[], step=lambda *_: None,
        check=lambda: None,
    )  # fmt: skip


def test_a_notice_keeps_its_dress_while_it_is_worded(
    ctx: Context, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    training: UUID = a_listed_training(desk, people=2)
    tab = PapersTab(ctx)
    qtbot.addWidget(tab)
    tab.show_training(training)
    settle()
    settle()
    tab.pane.wear(PaperDress(skin=PaperSkin.DOCUMENT, letterhead=HEAD))
    tab.options.contact.setText("叶静")
    tab.draw()
    settle()
    settle()
    assert MARK in words(tab.pane)
    assert "叶静" in words(tab.pane)
    job = training_job(desk, training, dress=tab.pane.worn.dresser())
    assert MARK in "".join(texts(job.papers[0].make(making())))
    tab.choose(EventPaper.AGENDA)
    settle()
    assert tab.pane.line.isHidden()
    tab.pane.view.clear()


# --- the dialog ----------------------------------------------------------------------------------


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def asked(
    owner: QWidget, skin: PaperSkin, kind: PaperKind = PaperKind.PERIOD_SUMMARY
) -> HeadDialog:
    return HeadDialog(owner, kind, PaperDress(skin=skin, letterhead=HEAD))


def test_what_is_entered_is_the_dress(owner: QWidget) -> None:
    dialog = asked(owner, PaperSkin.DOCUMENT)
    assert dialog.dress().letterhead == HEAD
    dialog.number.setText("清工（2025）12号")
    dialog.attachments.setPlainText("名单\n\n 统计表 ")
    dialog.sealed.setChecked(True)
    dialog.printed_on.setText("2025-03-01")
    head = dialog.dress().letterhead
    assert head.number == "清工〔2025〕12号"
    assert head.attachments == ("名单", "统计表")
    assert (head.sealed, head.printed_on) == (True, date(2025, 3, 1))


def test_an_unusual_number_is_hinted_at_and_taken(owner: QWidget) -> None:
    dialog = asked(owner, PaperSkin.DOCUMENT)
    dialog.number.setText("清工〔2025〕第6号")
    assert dialog.number.accessibleDescription() == "号数前通常不加“第”，如：6号。"
    assert dialog._is_ready()
    assert dialog.dress().letterhead.number == "清工〔2025〕第6号"
    dialog.printed_on.setText("某日")
    assert not dialog._is_ready()
    assert "看不懂" in dialog.form.error("printed_on")


def test_only_what_is_printed_is_asked_for(owner: QWidget) -> None:
    dialog = asked(owner, PaperSkin.MATERIAL)
    assert dialog.mark.isHidden()
    assert not dialog.attachments.isHidden()
    assert dialog.dress().letterhead == HEAD  # kept for another skin
    assert asked(owner, PaperSkin.DOCUMENT, PaperKind.RECORD).sealed.isHidden()

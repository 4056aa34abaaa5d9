"""A paper is offered in all its forms; the preview tells what could not be set as asked for."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.errors import DiskFull
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.paper import preview_pane
from jz_training.ui.paper.offer import PaperOffer, make_paper, save_paper, show_paper
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.paper.preview_pane import PreviewPane
from jz_training.ui.paper.report_dialog import ReportDialog
from jz_training.ui.paper.report_words import strip_words
from jz_training.ui.trainings.training_exports import period_offer
from jz_training.ui.work import Work
from tests.ui.conftest import Answers, Said

Settle = Callable[[], None]
JANUARY = date(2025, 1, 1), date(2025, 1, 31)


def pdf_of(text: str) -> Callable[[PaperReport], bytes]:
    def draw(report: PaperReport) -> bytes:
        from jz_training.documents.meeting.door_sign import door_sign_pdf
        from jz_training.domain.meeting_papers import DoorSign

        begin = datetime(2025, 2, 18, 14, 30)
        sign = DoorSign(
            title=text, organiser="", start=begin, end=begin + timedelta(hours=2), venue=""
        )
        return door_sign_pdf(sign, fonts=Fonts(bundled_only=True), report=report)

    return draw


@pytest.fixture
def pane(ctx: Context, qtbot: QtBot) -> Iterator[PreviewPane]:
    made = PreviewPane(ctx)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    yield made
    made.view.clear()


def shown(pane: PreviewPane, offer: PaperOffer) -> PaperReport:
    made = make_paper(pane._ctx.desk, offer)
    pane.show_paper(offer, made)
    return made.report


def test_the_strip_says_what_the_report_says(pane: PreviewPane, qtbot: QtBot) -> None:
    offer = PaperOffer(name="学习室", forms={FileForm.PDF: pdf_of("张𠔻学习室")})
    report = shown(pane, offer)
    assert pane.strip.isVisible()
    words = pane.strip.words.text()
    assert words.startswith("1 个字没有字形：𠔻（U+2053B）")
    assert "用“思源" in words
    assert pane.strip.property("kind") == "notice"
    pane.strip.more.click()
    dialog = pane.findChild(ReportDialog)
    assert dialog is not None
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "出现在：“张𠔻学习室”" in said
    assert strip_words(report) == words
    dialog.close()


def test_what_needs_no_word_has_no_strip(pane: PreviewPane) -> None:
    shown(
        pane, PaperOffer(name="空白", forms={FileForm.PDF: lambda _: pdf_of("门")(PaperReport())})
    )
    assert not pane.strip.isVisible()
    pane.clear("没有")
    assert not pane.printer.isEnabled()


def test_every_form_is_saved_under_the_name_of_the_pattern(
    ctx: Context, desk: Desk, pane: PreviewPane, answers: Answers, settle: Settle, tmp_path: Path
) -> None:
    desk.settings.change(organiser="清河市工会", file_name_pattern="{年}年 {单位} {文种}")
    shown(pane, period_offer(desk, *JANUARY))
    answers.paths = [tmp_path / "a.pdf", tmp_path / "b", tmp_path / "c.pdf"]
    pane.saver.click()
    pane.save(FileForm.WORD)
    pane.archive()
    settle()
    name = "2025年 清河市工会 学习培训情况报告"
    assert answers.asked == [f"{name}.pdf", f"{name}.docx", f"{name} 归档.pdf"]
    assert PdfReader(tmp_path / "a.pdf").pages
    assert Document(str(tmp_path / "b.docx")).paragraphs
    assert b"pdfaid:part" in (tmp_path / "c.pdf").read_bytes()
    assert pane._forms.actions()[0].text().startswith("Word")


def test_the_pdf_is_opened_from_a_copy(
    pane: PreviewPane, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(preview_pane, "open_in_system", lambda path: opened.append(path) or True)
    shown(pane, PaperOffer(name="学习室", forms={FileForm.PDF: pdf_of("学习室")}))
    pane.opener.click()
    assert opened == []  # it is written in the background
    settle()
    assert [path.name for path in opened] == ["学习室.pdf"]
    assert PdfReader(opened[0]).pages
    assert pane._copy is not None
    pane._copy.folder.cleanup()


def test_a_copy_that_has_no_room_is_told_as_that(
    pane: PreviewPane, work: Work, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    told: list[str] = []
    work.failed.connect(lambda sentence, _: told.append(sentence))
    shown(pane, PaperOffer(name="学习室", forms={FileForm.PDF: pdf_of("学习室")}))
    monkeypatch.setattr(Path, "write_bytes", full)
    pane.open()
    settle()
    assert told == [str(DiskFull())]


def test_a_workbook_is_saved_without_a_look(
    ctx: Context, answers: Answers, said: Said, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    from jz_training.ui.trainings.training_exports import ledger_offer

    answers.paths = [tmp_path / "台账.xlsx"]
    save_paper(ctx, ctx.work, ledger_offer(ctx.desk, *JANUARY), FileForm.EXCEL)
    settle()
    assert load_workbook(BytesIO((tmp_path / "台账.xlsx").read_bytes())).sheetnames
    assert answers.asked == ["20250101-20250131 培训台账.xlsx"]
    assert said.toasts == ["已导出“台账.xlsx”。"]


def test_a_paper_opens_in_a_window_of_its_own(
    ctx: Context, pane: PreviewPane, answers: Answers, settle: Settle, tmp_path: Path
) -> None:
    sent: list[bool] = []
    offer = PaperOffer(
        name="学习室", kind=PaperKind.NAME_TENTS, forms={FileForm.PDF: pdf_of("学习室")}
    )
    show_paper(ctx, pane, offer, sent=lambda: sent.append(True))
    settle()
    dialog = pane.findChild(PreviewDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "学习室 席卡"
    answers.paths = [tmp_path / "席卡.pdf"]
    dialog.pane.save()
    settle()
    assert sent == [True]
    assert dialog.toast.text == "已保存“席卡.pdf”。"  # the main window lies behind it
    answers.paths = [tmp_path / "没有这个文件夹" / "席卡.pdf"]
    dialog.pane.save()
    settle()
    assert dialog.toast.offers("关闭") is not None  # trouble stays until it is closed
    dialog.close()


@pytest.mark.parametrize("way", ["close", "reject"])
def test_a_preview_is_closed_by_its_button_and_by_esc(
    ctx: Context, pane: PreviewPane, settle: Settle, way: str
) -> None:
    show_paper(ctx, pane, PaperOffer(name="学习室", forms={FileForm.PDF: pdf_of("学习室")}))
    settle()
    dialog = pane.findChild(PreviewDialog)
    assert dialog is not None
    getattr(dialog, way)()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)

"""材料: what is filed with a notice, by dialog or by dropping files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.labels.file_sizes import size_words
from jz_training.ui.notices.document_changes import guessed_kind
from jz_training.ui.notices.document_dialog import DocumentDialog


@pytest.fixture
def documents(page, study, settle):
    page.show_for(notice_id=study, tab="documents")
    settle()
    settle()
    return page.tab("documents")


@pytest.fixture
def minutes(tmp_path):
    """Return a file as it comes from an office."""
    path = tmp_path / "部署会纪要.docx"
    path.write_bytes(b"x" * 5000)
    return path


def cells(documents, at):
    model = documents.table.model
    return [str(model.data(model.index(at, column))) for column in range(len(model.columns))]


def dialog_of(documents):
    return documents.findChildren(DocumentDialog)[-1]


def dropped(target, data):
    """Drag something over a widget and let it fall."""
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(20, 20), copy, data, button, keys))
    QApplication.sendEvent(target, QDropEvent(QPointF(20, 20), copy, data, button, keys))


def saved(documents, settle):
    dialog_of(documents).verb.click()
    settle()
    settle()


def test_a_file_is_filed_with_kind_number_day_and_duty(
    documents, desk, study, minutes, answers, settle
):
    answers.paths = [minutes]
    documents.adding.click()
    dialog = dialog_of(documents)
    assert (dialog.name.text(), dialog.kind.currentText()) == ("部署会纪要", "会议纪要")
    dialog.number.setText("〔2026〕6号")
    dialog.dated.setText("2026-11-05")
    dialog.duty.setCurrentIndex(1)
    saved(documents, settle)
    duty = desk.obligations.of_notice(study)[0]
    assert cells(documents, 0) == [
        "会议纪要", "部署会纪要", "〔2026〕6号", "11月5日", duty.title, "DOCX 5 KB",
    ]  # fmt: skip
    assert desk.documents.of_obligation(duty.id)[0].draft.dated == date(2026, 11, 5)


def test_the_tab_counts_its_documents(documents, page, desk, study, settle):
    desk.documents.file(FiledDraft(kind=DocumentKind.OTHER, name="会签单", notice_id=study))
    page.refresh()
    settle()
    assert page.tabs.text_of("documents") == "材料 1"


def test_several_files_are_dropped_at_once(documents, desk, study, minutes, tmp_path, settle):
    other = tmp_path / "第二次会议纪要.docx"
    other.write_bytes(b"y")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (minutes, other)])
    dropped(documents, data)
    assert dialog_of(documents).many
    saved(documents, settle)
    names = [(row.draft.name, row.draft.kind) for row in desk.documents.of_notice(study)]
    assert names == [
        ("部署会纪要", DocumentKind.MINUTES),
        ("第二次会议纪要", DocumentKind.MINUTES),
    ]


def test_when_one_of_several_files_cannot_be_filed_none_is(
    documents, desk, study, minutes, tmp_path, settle
):
    gone = tmp_path / "走了.pdf"
    gone.write_bytes(b"z")
    documents.take([minutes, gone])
    gone.unlink()
    saved(documents, settle)
    assert dialog_of(documents).trouble.text()
    assert desk.documents.of_notice(study) == ()
    dialog_of(documents).reject()


def test_a_paper_needs_a_name_but_no_file(documents, desk, study, settle):
    documents.paper.click()
    dialog = dialog_of(documents)
    dialog.verb.click()
    assert dialog.form.error("name") == "请填写名称。"
    dialog.name.setText("学习读本")
    saved(documents, settle)
    assert cells(documents, 0)[-1] == "仅纸质"
    documents.table.view.selectRow(0)
    assert not documents.opening.isEnabled()


def test_a_day_that_cannot_be_read_is_said_under_its_field(documents):
    documents.paper.click()
    dialog = dialog_of(documents)
    dialog.name.setText("学习读本")
    dialog.dated.setText("那天")
    dialog.verb.click()
    assert "没有看懂“那天”" in dialog.form.error("dated")
    dialog.reject()


def test_a_document_is_renamed_and_what_others_changed_meanwhile_is_kept(
    documents, desk, study, settle
):
    filed = desk.documents.file(FiledDraft(kind=DocumentKind.OTHER, name="会签单", notice_id=study))
    documents.refresh()
    settle()
    documents.table.view.selectRow(0)
    documents.edit()
    dialog_of(documents).name.setText("会签单（定稿）")
    saved(documents, settle)
    assert desk.documents.get(filed).draft.name == "会签单（定稿）"


def test_a_removed_document_comes_back_with_undo(documents, desk, study, minutes, settle):
    draft = FiledDraft(kind=DocumentKind.MINUTES, name="纪要", notice_id=study)
    filed = desk.documents.file(draft, source=minutes)
    documents.refresh()
    settle()
    documents.table.view.selectRow(0)
    documents.removing.click()
    settle()
    settle()
    assert documents.table.model.rowCount() == 0
    desk.history.undo_last()
    assert desk.documents.path_of(filed).read_bytes() == minutes.read_bytes()


def test_a_file_opens_as_a_copy_under_its_own_name(
    documents, desk, study, minutes, monkeypatch, settle
):
    opened = []
    monkeypatch.setattr(
        "jz_training.ui.notices.document_changes.open_in_system",
        lambda path: opened.append((path.name, path.read_bytes())),
    )
    draft = FiledDraft(kind=DocumentKind.MINUTES, name="纪要", notice_id=study)
    desk.documents.file(draft, source=minutes)
    documents.refresh()
    settle()
    documents.table.view.selectRow(0)
    documents.opening.click()
    settle()
    settle()
    assert opened == [("纪要.docx", minutes.read_bytes())]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("部署会纪要.docx", DocumentKind.MINUTES),
        ("贯彻落实具体措施.pdf", DocumentKind.MEASURES),
        ("学习情况报告.docx", DocumentKind.REPORT),
        ("IMG_0001.JPG", DocumentKind.PICTURE),
        ("会议纪要照片.jpg", DocumentKind.MINUTES),
        ("扫描件.pdf", DocumentKind.OTHER),
    ],
)
def test_a_kind_is_guessed_from_the_name_of_a_file(name, kind):
    assert guessed_kind(Path(name)) is kind


def test_sizes_read_as_in_the_file_manager():
    assert [size_words(size) for size in (12, 5000, 3_400_000)] == ["1 KB", "5 KB", "3.2 MB"]

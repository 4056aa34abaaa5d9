"""The tab 材料: filing into a part or by guess, words in place, what failed is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jz_training.domain.dossier import DossierPart, PartState
from jz_training.domain.dossier_filing import ToFile
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.trainings.dossier import dossier_tab
from jz_training.ui.trainings.dossier.dossier_tab import DossierTab
from jz_training.ui.trainings.dossier.export import ExportDialog, Wanted
from jz_training.ui.trainings.dossier.intake import Wish, files_in, guessed
from jz_training.ui.trainings.dossier.sorting_dialog import SortingDialog
from tests.services.stories import a_training
from tests.ui.conftest import Said

Settle = Callable[[], None]


@pytest.fixture
def training(desk: Desk) -> UUID:
    return a_training(desk)


@pytest.fixture
def tab(qtbot: QtBot, ctx: Context, training: UUID, settle: Settle) -> DossierTab:
    made = DossierTab(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.show_training(training)
    ctx.work.changed.connect(lambda _: made.refresh())
    settle()
    return made


def photo(folder: Path, name: str, colour: str = "teal") -> Path:
    """Return a picture."""
    path = folder / name
    Image.new("RGB", (60, 40), colour).save(path)
    return path


def shown(tab: DossierTab) -> list[str]:
    """Return the names of the documents on screen, in order."""
    return [tab.documents.list.rows[one].draft.name for one in tab.documents.list.ids()]


def put(desk: Desk, training: UUID, *paths: Path) -> None:
    """File photos past the window."""
    files = [ToFile(part=DossierPart.PHOTO, source=path) for path in paths]
    desk.dossiers.file(training, files)


def test_photos_of_a_folder_are_filed_and_what_failed_is_said(
    tab: DossierTab, tmp_path: Path, settle: Settle, said: Said, desk: Desk, training: UUID
) -> None:
    folder = tmp_path / "DCIM"
    folder.mkdir()
    photo(folder, "b.jpg", "red")
    photo(folder, "a.png")
    (folder / "c.heic").write_bytes(b"\0\0\0\x18ftypheic invented")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    tab.choose(DossierPart.PHOTO)
    tab.take([folder])
    settle()
    assert shown(tab) == ["a", "b"]
    assert said.toasts == ["已归档 2 份材料。"]
    assert tab.left_out.isVisible()
    assert tab.left_out.heading.text().startswith("1 个文件没有归档")
    desk.history.undo_last()
    assert desk.dossiers.of_training(training).documents == 0


def test_files_dropped_on_the_tab_go_where_they_were_put_in_the_dialog(
    tab: DossierTab, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: SortingDialog) -> bool:
        parts = list(DossierPart)
        dialog.boxes[1].setCurrentIndex(parts.index(DossierPart.BRIEF))
        return True

    monkeypatch.setattr(dossier_tab.SortingDialog, "run", answer)
    first, second = tmp_path / "会议纪要.docx", tmp_path / "某某.docx"
    first.write_bytes(b"PK one")
    second.write_bytes(b"PK two")
    tab.take_sorted([first, second])
    settle()
    tab.choose(DossierPart.RECORD)
    assert shown(tab) == ["会议纪要"]
    tab.choose(DossierPart.BRIEF)
    assert shown(tab) == ["某某"]


def test_a_caption_is_typed_in_place(
    qtbot: QtBot, tab: DossierTab, tmp_path: Path, settle: Settle, desk: Desk, training: UUID
) -> None:
    put(desk, training, photo(tmp_path, "a.jpg"))
    tab.choose(DossierPart.PHOTO)
    tab.refresh()
    settle()
    shown_list = tab.documents.list
    shown_list.setCurrentRow(0)
    shown_list.editItem(shown_list.item(0))
    editor = shown_list.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "abc")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    (shown_id,) = shown_list.ids()
    qtbot.waitUntil(lambda: shown_list.rows[shown_id].draft.note == "abc")
    assert shown_list.rows[shown_id].draft.name == "a"


def test_documents_are_moved_and_removed_and_order_is_kept(
    tab: DossierTab, tmp_path: Path, settle: Settle, desk: Desk, training: UUID
) -> None:
    put(desk, training, *(photo(tmp_path, f"{c}.jpg", c) for c in ("red", "blue", "green")))
    tab.choose(DossierPart.PHOTO)
    tab.refresh()
    settle()
    red, blue, green = tab.documents.list.ids()
    tab.documents.list.arranged.emit([green, red, blue])
    settle()
    assert shown(tab) == ["green", "red", "blue"]
    tab.documents.list.choose(red)
    tab.documents.move_asked.emit(DossierPart.BRIEF)
    settle()
    tab.documents.list.choose(blue)
    tab.documents.removing.click()
    settle()
    assert shown(tab) == ["green"]
    tab.choose(DossierPart.BRIEF)
    assert shown(tab) == ["red"]


def test_a_part_is_said_not_to_apply_with_the_space_bar(
    qtbot: QtBot, tab: DossierTab, settle: Settle, desk: Desk, training: UUID
) -> None:
    tab.choose(DossierPart.SPEECH)
    qtbot.keyClick(tab.checklist.table.view, Qt.Key.Key_Space)
    settle()
    lines = {line.part: line for line in desk.dossiers.of_training(training).lines}
    assert lines[DossierPart.SPEECH].state is PartState.NOT_NEEDED
    assert tab.documents.state.word == "不适用"
    assert tab.checklist.summary.text() == "还缺 10 项。"


def test_the_originals_of_photos_go_out_only_when_they_are_asked_for(
    qtbot: QtBot, tab: DossierTab
) -> None:
    dialog = ExportDialog(tab, missing=3)
    assert dialog.wanted() == Wanted(with_zip=True, with_originals=False)
    dialog.originals.click()
    assert dialog.wanted().with_originals
    dialog.zip.click()
    assert dialog.wanted() == Wanted(with_zip=False, with_originals=False)


def test_of_a_folder_only_pictures_are_taken_and_parts_are_guessed(tmp_path: Path) -> None:
    album = tmp_path / "album"
    album.mkdir()
    for name in ("2.JPG", "1.heic", ".hidden.jpg", "x.txt"):
        (album / name).write_bytes(b"x")
    assert [path.name for path in files_in([album])] == ["1.heic", "2.JPG"]
    assert guessed([tmp_path / "签到表.pdf"]) == [
        Wish(path=tmp_path / "签到表.pdf", part=DossierPart.SHEET)
    ]

"""学习材料: titles and files, kept and opened."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from jz_training.services.desk import Desk
from jz_training.ui.library import material_files
from jz_training.ui.library.material_dialog import MaterialDialog
from tests.ui.conftest import Answers, Said
from tests.ui.library.conftest import Opened, Settle, choose, names, words


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return a file to be kept."""
    made = tmp_path / "大会报告.txt"
    made.write_text("报告全文", encoding="utf-8")
    return made


def test_files_become_materials_of_the_issuer_in_the_line(
    open_page: Opened, settle: Settle, desk: Desk, said: Said, paper: Path
) -> None:
    page = open_page("materials")
    page.materials.line.issuer.setText("市总工会")
    page.materials.keep([paper])
    settle()
    settle()
    assert words(page.materials, "大会报告")[0] == "市总工会"
    assert words(page.materials, "大会报告")[2] == "打开"
    assert said.toasts == ["已登记 1 份学习材料。"]


def test_files_are_chosen_by_a_button(
    open_page: Opened, settle: Settle, answers: Answers, paper: Path
) -> None:
    page = open_page("materials")
    answers.paths = [paper]
    page.materials.line.files.click()
    settle()
    settle()
    assert names(page.materials) == ["大会报告"]


def test_a_material_gets_its_file_and_opens_it(
    open_page: Opened, settle: Settle, desk: Desk, answers: Answers, material: UUID,
    paper: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    opened: list[Path] = []
    monkeypatch.setattr(material_files, "open_in_system", opened.append)
    page = open_page("materials")
    answers.paths = [paper]
    choose(page.materials, "学习读本")
    page.materials.choose_file()
    settle()
    settle()
    row = page.materials.row()
    assert row is not None
    assert row.document_id is not None
    page.materials.open_cell(row, "file")
    settle()
    assert [path.read_text(encoding="utf-8") for path in opened] == ["报告全文"]


def test_a_material_without_a_file_says_so(
    open_page: Opened, settle: Settle, said: Said, material: UUID
) -> None:
    page = open_page("materials")
    choose(page.materials, "学习读本")
    page.materials.open_file()
    assert said.toasts == ["“学习读本”还没有文件。"]


def test_the_dialog_takes_a_title_from_the_file(
    open_page: Opened, settle: Settle, desk: Desk, paper: Path
) -> None:
    page = open_page("materials")
    page.materials.open_dialog(None)
    settle()
    (dialog,) = page.materials.findChildren(MaterialDialog)
    dialog.take(paper)
    dialog.accept()
    settle()
    settle()
    (row,) = desk.materials.list()
    assert row.draft.title == "大会报告"
    assert row.document_id is not None


def test_the_dialog_takes_a_file_away(
    open_page: Opened, settle: Settle, desk: Desk, material: UUID, paper: Path
) -> None:
    desk.materials.set_file(material, paper)
    page = open_page("materials")
    choose(page.materials, "学习读本")
    page.materials.edit()
    settle()
    (dialog,) = page.materials.findChildren(MaterialDialog)
    assert dialog.file.words == "学习读本.txt"
    dialog.file.drop.click()
    dialog.accept()
    settle()
    assert desk.materials.get(material).document_id is None


def test_several_files_on_one_row_are_not_taken(
    open_page: Opened, desk: Desk, said: Said, material: UUID, paper: Path
) -> None:
    page = open_page("materials")
    page.materials._take_on_row(material, [paper, paper])
    assert said.toasts[0].startswith("一份材料只放一个文件。")
    assert desk.materials.get(material).document_id is None

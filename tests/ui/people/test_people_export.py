"""导出名册: phones are left out unless asked for; the export is read back as it is."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from jz_training.domain.roster import PersonDraft
from jz_training.readers.roster.understand import read_roster
from jz_training.ui.people.people_export import ExportDialog
from jz_training.ui.people.people_page import PeoplePage


@pytest.fixture
def page(qtbot, ctx, desk, settle):
    shop = desk.units.add(name="织造车间")
    desk.people.add(PersonDraft(name="=丁静", unit_id=shop, phone="13800001111"))
    desk.people.add(PersonDraft(name="毛曦"))
    made = PeoplePage(ctx)
    qtbot.addWidget(made)
    made.show()
    made.show_for()
    settle()
    return made


def _export(page, settle, *, phones: str | None = None) -> None:
    page.exporting.click()
    dialog = page.findChild(ExportDialog)
    if phones is not None:
        dialog.choices[phones].click()
    dialog.verb.click()
    settle()


def _texts(path) -> set[str]:
    sheet = load_workbook(path).active
    return {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}


@pytest.mark.parametrize(
    ("phones", "stands", "missing"),
    [
        (None, "毛曦", "1111"),
        ("masked", "138****1111", "13800001111"),
        ("whole", "13800001111", "*"),
    ],
)
def test_phones_go_out_only_as_asked(page, settle, answers, tmp_path, phones, stands, missing):
    target = tmp_path / "名册.xlsx"
    answers.paths = [target]
    _export(page, settle, phones=phones)
    texts = _texts(target)
    assert stands in texts
    assert not any(missing in text for text in texts)


def test_the_export_says_where_it_is_and_is_read_back(page, settle, answers, tmp_path, said):
    target = tmp_path / "out" / "名册"
    target.parent.mkdir()
    answers.paths = [target]
    _export(page, settle)
    written = target.with_name("名册.xlsx")
    assert said.toasts == ["已导出 2 人到“名册.xlsx”。"]
    assert {person.name for person in read_roster(written).people} == {"=丁静", "毛曦"}


def test_only_those_filtered_go_out(page, settle, answers, tmp_path, desk):
    answers.paths = [tmp_path / "a.xlsx"]
    page.filters.unit.setCurrentIndex(1)
    settle()
    _export(page, settle)
    assert answers.asked[-1].startswith("织造车间人员名册")
    assert "毛曦" not in _texts(tmp_path / "a.xlsx")


def test_a_target_that_cannot_be_written_is_told(page, settle, answers, tmp_path, ctx, qtbot):
    answers.paths = [tmp_path / "missing" / "a.xlsx"]
    with qtbot.waitSignal(ctx.work.failed) as told:
        _export(page, settle)
    assert told.args[0].startswith("没有保存“a.xlsx”")

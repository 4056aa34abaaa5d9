"""Forms of a superior: kept with their files, tied, undone, and what is read to fill them."""

from __future__ import annotations

from datetime import date
from zipfile import ZipFile

import pytest

from jz_training.domain.statistics import By
from jz_training.domain.superior_form import (
    CellTie,
    FormChoice,
    FormKind,
    FormTies,
    ListSource,
    ListTie,
    Need,
    Whose,
)
from jz_training.errors import CannotFile, ChangedMeanwhile, NotFound, Refused
from tests.factories import identity

YEAR = FormChoice(start=date(2026, 1, 1), end=date(2026, 12, 31))
PRESENT = CellTie(sheet="季报", row=5, column=2, figure="present")
LEDGER = ListTie(
    sheet="季报", first=8, last=12, source=ListSource.LEDGER, columns=((1, "number"), (2, "title"))
)


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "季度统计表.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return path


def test_a_form_is_kept_with_its_file_and_named_after_it(desk, paper):
    form = desk.superior_forms.add(paper, superior="清河市总工会")
    row = desk.superior_forms.get(form)
    assert (row.name, row.superior, row.kind) == ("季度统计表", "清河市总工会", FormKind.WORKBOOK)
    assert desk.superior_forms.template(form) == paper.read_bytes()
    assert desk.check() == ()


def test_a_file_that_is_gone_from_the_folder_is_found_by_the_check(desk, paper):
    form = desk.superior_forms.add(paper)
    desk.superior_forms.path_of(form).unlink()
    assert [finding.problem.value for finding in desk.check()] == ["files"]


def test_every_step_is_undone(desk, paper):
    form = desk.superior_forms.add(paper)
    desk.superior_forms.tie(form, FormTies(cells=(PRESENT,), lists=(LEDGER,)), version=1)
    row = desk.superior_forms.get(form)
    desk.superior_forms.rename(form, version=row.version, name="季报", superior="市总")
    desk.superior_forms.remove(form)
    assert desk.superior_forms.list() == ()
    desk.history.undo_last()
    assert desk.superior_forms.get(form).name == "季报"
    assert desk.superior_forms.get(form).ties == FormTies(cells=(PRESENT,), lists=(LEDGER,))
    for _ in range(3):
        desk.history.undo_last()
    assert desk.superior_forms.list() == ()


def test_a_new_file_keeps_the_ties(desk, paper, tmp_path):
    form = desk.superior_forms.add(paper)
    desk.superior_forms.tie(form, FormTies(cells=(PRESENT,)), version=1)
    other = tmp_path / "新表.xlsx"
    with ZipFile(other, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook >")
    desk.superior_forms.set_file(form, other)
    assert desk.superior_forms.template(form) == other.read_bytes()
    assert desk.superior_forms.get(form).ties.cells == (PRESENT,)


def test_ties_of_a_form_changed_meanwhile_are_refused(desk, paper):
    form = desk.superior_forms.add(paper)
    desk.superior_forms.tie(form, FormTies(cells=(PRESENT,)), version=1)
    with pytest.raises(ChangedMeanwhile):
        desk.superior_forms.tie(form, FormTies(), version=1)


def test_two_forms_cannot_have_one_name(desk, paper):
    desk.superior_forms.add(paper)
    with pytest.raises(Refused, match="已经有上级表格“季度统计表”"):
        desk.superior_forms.add(paper)


def test_an_old_workbook_is_refused_with_what_to_do(desk, tmp_path):
    path = tmp_path / "表.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(CannotFile, match="另存"):
        desk.superior_forms.add(path)


def test_only_what_the_ties_ask_for_is_read(desk):
    ties = FormTies(cells=(PRESENT,))
    view = desk.superior_forms.values_for(ties, YEAR)
    assert view.statistics.total.trainings == 0
    assert (view.plan, view.tasks, view.training) == (None, None, None)


def test_a_group_is_read_by_what_the_statistics_narrow_by(desk):
    whose = Whose(by=By.LAYER, key="领导干部", name="领导干部")
    tie = CellTie(sheet="季报", row=1, column=1, figure="present", whose=whose)
    view = desk.superior_forms.values_for(FormTies(cells=(tie,)), YEAR)
    assert view.groups[whose].tally.present == 0


def test_a_form_of_a_training_asks_for_one(desk):
    ties = FormTies(cells=(CellTie(sheet="a", row=1, column=1, figure="training.title"),))
    assert ties.needs == {Need.PERIOD, Need.TRAINING}
    with pytest.raises(Refused, match="请选择场次"):
        desk.superior_forms.values_for(ties, YEAR)


def test_a_form_that_is_gone_is_said_to_be(desk):
    with pytest.raises(NotFound, match="这份上级表格"):
        desk.superior_forms.get(identity(1))

"""The superior's forms in the window: the same name again, days that lack, files by their names."""

from __future__ import annotations

from dataclasses import dataclass
from zipfile import ZipFile

import pytest

from jz_training.errors import CannotRead
from jz_training.paths import resources
from jz_training.sample.forms import keep_form
from jz_training.ui.superior_forms.fill_dialog import FillDialog
from jz_training.ui.superior_forms.form_dialog import FormDialog
from jz_training.ui.superior_forms.form_reading import kept_form, read_kept
from jz_training.ui.superior_forms.forms_tab import FormsTab
from jz_training.ui.widgets.period_field import OWN

FORM = resources() / "sample" / "季度统计表.xlsx"


@dataclass
class Shown:
    tab: FormsTab
    form_id: object


@pytest.fixture
def shown(ctx, desk, qtbot, settle):
    form_id = keep_form(desk, FORM)
    tab = FormsTab(ctx)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh()
    settle()
    return Shown(tab, form_id)


@pytest.fixture
def new_file(tmp_path):
    path = tmp_path / "季度统计表.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return path


def test_a_file_of_a_name_that_is_there_may_replace_its_file(shown, desk, settle, new_file):
    shown.tab._enter(new_file)
    dialog = shown.tab.findChildren(FormDialog)[-1]
    dialog.verb.click()
    settle()
    assert "请更换文件" in dialog.form.error("name")
    assert dialog.replacing.isVisible()
    dialog.replacing.click()
    settle()
    (row,) = desk.superior_forms.list()
    assert desk.superior_forms.template(shown.form_id) == new_file.read_bytes()
    assert (row.id, row.ties.count) == (shown.form_id, 32)


def test_another_name_takes_the_offer_back(shown, desk, settle, new_file):
    shown.tab._enter(new_file)
    dialog = shown.tab.findChildren(FormDialog)[-1]
    dialog.verb.click()
    settle()
    dialog.name.setText("年度统计表")
    assert dialog.replacing.isHidden()


def test_without_whole_days_nothing_is_saved(shown, ctx, settle):
    dialog = FillDialog(ctx, shown.tab, shown.tab.row())
    dialog.open()
    settle()
    settle()
    assert dialog.verb.isEnabled()
    dialog.period.choose(OWN)
    dialog.period.end.set_value(None)
    settle()
    assert (dialog.verb.isEnabled(), dialog.filled) == (False, None)
    assert dialog.verdict.text() == "请把起止日期填写完整。"


def test_a_kept_form_that_cannot_be_read_is_called_by_its_name(desk, new_file):
    form_id = desk.superior_forms.add(new_file, name="季报")
    with pytest.raises(CannotRead) as refused:
        read_kept(kept_form(desk, form_id), stop=lambda: False)
    assert refused.value.path.name == "季报.xlsx"

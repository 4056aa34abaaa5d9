"""The tab of layouts: every step is kept, shown, refused in words, and undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import PaperLayout
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.settings.papers.layout_form import OUR_TITLE_SHOWN
from jz_training.ui.settings.settings_page import SettingsPage
from jz_training.ui.settings.settings_papers import OFFICE, PapersTab
from tests.ui.conftest import Answers, Said

Settle = Callable[[], None]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def tab(ctx: Context, qtbot: QtBot, settle: Settle) -> PapersTab:
    page = SettingsPage(ctx)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show_for(tab="papers")
    page.show()
    ctx.work.changed.connect(lambda _: page.refresh())
    settle()
    made = page.tabs.page("papers")
    assert isinstance(made, PapersTab)
    made.choose(PaperKind.PLAN.value)
    settle()
    return made


def kept(desk: Desk) -> PaperLayout:
    return desk.paper_styles.layout(PaperKind.PLAN)


def headings(tab: PapersTab) -> list[str]:
    return [one.heading for one in tab.layout_form.columns.value()]


def test_looking_at_every_kind_keeps_nothing(tab: PapersTab, desk: Desk, settle: Settle) -> None:
    for kind in (*PaperKind,):
        tab.choose(kind.value)
        settle()
    tab.layout_form.title.editingFinished.emit()
    settle()
    assert desk.history.acts() == ()


def test_a_column_without_its_tick_is_left_out_and_the_last_tick_stays(
    tab: PapersTab, desk: Desk, settle: Settle
) -> None:
    columns = tab.layout_form.columns
    columns.item(1).setCheckState(Qt.CheckState.Unchecked)
    settle()
    keys = [one.key for one in kept(desk).columns]
    assert "title" not in keys
    assert columns.item(columns.count() - 1).text() == "培训主题"  # left out, it stands last
    for at in range(columns.count()):
        columns.item(at).setCheckState(Qt.CheckState.Unchecked)
    settle()
    assert len(kept(desk).columns) == 1


def test_alt_and_an_arrow_move_a_column(
    tab: PapersTab, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    columns = tab.layout_form.columns
    columns.setCurrentRow(1)
    qtbot.keyClick(columns, Qt.Key.Key_Down, ALT)
    settle()
    assert [one.key for one in kept(desk).columns][:3] == ["ordinal", "form", "title"]
    assert columns.currentRow() == 2
    qtbot.keyClick(columns, Qt.Key.Key_Up, ALT)
    settle()
    assert kept(desk) == PaperLayout()  # as ours again: nothing is kept


def test_a_column_is_renamed_in_place_and_an_empty_name_is_ours_again(
    tab: PapersTab, desk: Desk, settle: Settle
) -> None:
    columns = tab.layout_form.columns
    columns.item(1).setText("  培训\n内容 ")
    settle()
    assert kept(desk).columns[1].heading == "培训 内容"
    assert columns.item(1).toolTip() == "原名：培训主题"
    columns.item(1).setText("")
    settle()
    assert headings(tab)[1] == "培训主题"
    assert kept(desk) == PaperLayout()


def test_title_signatures_and_footer_are_kept_and_reset_can_be_undone(
    tab: PapersTab, desk: Desk, said: Said, settle: Settle
) -> None:
    form = tab.layout_form
    assert form.title.text() == OUR_TITLE_SHOWN
    form.title.setText(f"机关{OUR_TITLE_SHOWN}")
    form.title.editingFinished.emit()
    settle()
    form.signatures.add("分管领导")
    settle()
    form.footer.setText("内部资料")
    form.footer.editingFinished.emit()
    settle()
    layout = kept(desk)
    assert layout.title == "机关{title}"
    assert layout.signatures == ("制表", "审核", "批准", "分管领导")
    assert layout.footer == "内部资料"
    tab.reset.click()
    settle()
    assert said.toasts == ["“培训计划表”已恢复默认版式。"]
    assert (form.title.text(), form.footer.text()) == (OUR_TITLE_SHOWN, "")
    assert not tab.reset.isEnabled()
    desk.history.undo_last()
    assert kept(desk) == layout


def test_a_heading_that_is_too_long_is_told_below_the_columns(
    tab: PapersTab, desk: Desk, settle: Settle
) -> None:
    tab.layout_form.columns.item(1).setText("长" * 31)
    settle()
    assert tab.layout_form.form.error("columns") == "这一项最多 30 个字。"
    assert kept(desk) == PaperLayout()


def test_a_sheet_can_do_without_some_columns_and_nothing_is_moved_or_named(
    tab: PapersTab, desk: Desk, settle: Settle
) -> None:
    tab.choose(PaperKind.SIGN_IN_SHEET.value)
    settle()
    columns = tab.layout_form.columns
    columns.setCurrentRow(0)
    columns.shift(1)
    assert [columns.item(at).text() for at in range(3)] == ["序号", "姓名", "单位"]
    assert not columns.item(0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert not columns.item(3).flags() & Qt.ItemFlag.ItemIsEditable
    columns.item(3).setCheckState(Qt.CheckState.Unchecked)
    settle()
    keys = [one.key for one in desk.paper_styles.layout(PaperKind.SIGN_IN_SHEET).columns]
    assert keys == ["number", "name", "unit", "signature", "note"]
    columns.item(3).setCheckState(Qt.CheckState.Checked)
    settle()
    assert desk.paper_styles.adjusted() == frozenset()


def test_a_paper_is_asked_only_what_may_be_adjusted_of_it(
    tab: PapersTab, desk: Desk, settle: Settle
) -> None:
    tab.choose(PaperKind.MONTH.value)
    settle()
    form = tab.layout_form
    assert form.title.isVisible()
    assert not form.columns.isVisible()
    assert not form.signatures.isVisible()
    assert not form.logo.isVisible()
    form.footer.setText("内部资料")
    form.footer.editingFinished.emit()
    settle()
    assert desk.paper_styles.layout(PaperKind.MONTH) == PaperLayout(footer="内部资料")


def test_a_pattern_of_numbers_shows_what_it_makes_and_a_wrong_one_is_not_kept(
    tab: PapersTab, desk: Desk, settle: Settle
) -> None:
    tab.choose(OFFICE)
    settle()
    numbers = tab.office.numbers
    numbers.setText("清工培〔{年份}〕{序号}号")
    assert "如：清工培〔2026〕12号、清工培学时〔2026〕3号。" in numbers.accessibleDescription()
    numbers.editingFinished.emit()
    settle()
    assert desk.settings.get().certificate_pattern == "清工培〔{year}〕{number}号"
    assert numbers.text() == "清工培〔{年份}〕{序号}号"
    numbers.setText("清工培{序号}号")
    numbers.editingFinished.emit()
    settle()
    assert tab.office.form.error("certificate_pattern") == "编号格式里要有{年份}。"
    assert desk.settings.get().certificate_pattern == "清工培〔{year}〕{number}号"


def test_a_logo_is_read_safely_and_taken_away_again(
    tab: PapersTab, desk: Desk, answers: Answers, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "标识.png"
    Image.new("RGBA", (3000, 900), (0, 0, 128, 200)).save(path)
    answers.paths = [path]
    tab.layout_form.logo.choose.click()
    settle()
    settle()
    assert kept(desk).logo is not None
    assert not tab.layout_form.logo.picture.pixmap().isNull()
    tab.layout_form.logo.drop.click()
    settle()
    assert kept(desk) == PaperLayout()


def test_what_is_no_picture_is_told(
    tab: PapersTab, ctx: Context, desk: Desk, answers: Answers, tmp_path: Path, settle: Settle
) -> None:
    told: list[str] = []
    ctx.work.failed.connect(lambda sentence, _: told.append(sentence))
    path = tmp_path / "标识.png"
    path.write_text("没有图", encoding="utf-8")
    answers.paths = [path]
    tab.layout_form.logo.choose.click()
    settle()
    assert "不是能识别的图片" in told[0]
    assert kept(desk) == PaperLayout()


def test_the_office_sets_skin_letterhead_and_file_names(
    tab: PapersTab, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    tab.choose(OFFICE)
    settle()
    tab.office.skin.chosen.emit("document")
    tab.office.mark.setText("清河市纺织公司工会文件")
    tab.office.mark.editingFinished.emit()
    tab.office.duplex.click()
    tab.office.pattern.setText("{文种}_{名称}")
    assert "如：会议通知_冬季职工学习会。" in tab.office.pattern.accessibleDescription()
    tab.office.pattern.editingFinished.emit()
    settle()
    settings = desk.settings.get()
    assert settings.paper_skin == "document"
    assert settings.paper_mark == "清河市纺织公司工会文件"
    assert settings.paper_duplex
    assert settings.file_name_pattern == "{文种}_{名称}"
    qtbot.waitUntil(lambda: tab.preview.pages == 2)  # 版头 takes the upper half of the first

"""The tab 补学: found, entered for several, put into a group, finished, taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm, MakeUpGroupDraft, MakeUpState
from jz_training.services.desk import Desk
from jz_training.services.missed import MissedQuery
from jz_training.ui.context import Context
from jz_training.ui.home.home_todo import todos
from jz_training.ui.makeup.finish_dialog import FinishDialog
from jz_training.ui.makeup.group_dialog import GroupDialog
from jz_training.ui.makeup.make_up_dialog import MakeUpDialog
from jz_training.ui.makeup.make_up_tab import GROUPS, PEOPLE, MakeUpTab
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.statistics.rows_dialog import RowsDialog
from tests.services.stories import a_listed_training
from tests.ui.conftest import Answers, Said

D = TypeVar("D", bound=QDialog)
Settle = Callable[[], None]
ABSENT = Mark(status=AttendanceStatus.ABSENT)


@pytest.fixture
def training(desk: Desk) -> UUID:
    """Return a closed, required training that two of five missed."""
    made = a_listed_training(desk, people=5, required=True, topics=("甲",))
    desk.attendance.mark(made, {1: ABSENT, 2: ABSENT})
    desk.attendance.mark_rest(made, PRESENT)
    desk.attendance.close(made)
    return made


@pytest.fixture
def tab(qtbot: QtBot, ctx: Context, settle: Settle, training: UUID) -> MakeUpTab:
    """Return the tab as it is opened on two who missed something."""
    made = MakeUpTab(ctx)
    qtbot.addWidget(made)
    ctx.work.changed.connect(lambda _: made.refresh())  # as the page does
    made.resize(1100, 620)
    made.show()
    made.refresh()
    settle()
    settle()
    return made


def dialog(tab: MakeUpTab, kind: type[D]) -> D:
    """Return the dialog that is open."""
    (found,) = [each for each in tab.findChildren(kind) if each.isVisible()]
    return found


def words(tab: MakeUpTab, column: str) -> list[str]:
    model = tab.missed.table.model
    at = [each.key for each in model.columns].index(column)
    return [str(model.data(model.index(row, at))) for row in range(model.rowCount())]


def test_several_are_entered_at_once_with_evidence_and_lose_their_badge(
    tab: MakeUpTab, settle: Settle, desk: Desk, said: Said, training: UUID, tmp_path: Path
) -> None:
    assert words(tab, "state") == ["未补", "未补"]
    paper = tmp_path / "补学签到表.txt"
    paper.write_text("签到", encoding="utf-8")
    tab.missed.table.view.selectAll()
    tab.missed.record.click()
    entered = dialog(tab, MakeUpDialog)
    entered.evidence.take([paper])
    entered.accept()
    settle()
    settle()
    assert words(tab, "state") == ["已补", "已补"]
    assert words(tab, "evidence") == ["1", "1"]
    assert desk.attendance.tally(training).made_up == 2
    assert "2 人次" in said.toasts[-1]
    tab.missed.table.view.selectRow(0)
    tab.missed.show_evidence()
    settle()
    assert dialog(tab, RowsDialog).table.model.rowCount() == 1


def test_what_cannot_be_read_or_is_refused_stands_under_its_field(
    tab: MakeUpTab, settle: Settle
) -> None:
    tab.missed.table.view.selectAll()
    tab.missed.begin_record()
    entered = dialog(tab, MakeUpDialog)
    entered.hours.setText("两")
    entered.accept()
    assert "数字" in entered.form.error("hours")
    entered.hours.setText("")
    entered.day.set_value(date(2026, 11, 1))
    entered.accept()
    settle()
    assert "11月20日" in entered.form.error("done_on")
    entered.reject()


def test_a_group_is_made_of_the_selection_and_finished_without_who_stayed_away(
    tab: MakeUpTab, settle: Settle, desk: Desk, training: UUID
) -> None:
    tab.missed.group.click()  # nobody is selected: who misses the same thing is proposed
    settle()
    group = dialog(tab, GroupDialog)
    assert group.title.text() == "代表大会精神专题学习会补学班"
    group.accept()
    settle()
    settle()
    assert tab.which.value() == GROUPS
    assert tab.which.words(GROUPS) == "补学班 1"
    tab.groups.finish.click()
    finish = dialog(tab, FinishDialog)
    next(iter(finish.boxes.values())).setChecked(False)
    finish.accept()
    settle()
    settle()
    tally = desk.attendance.tally(training)
    assert (tally.present, tally.made_up) == (3, 1)
    assert sorted(words(tab, "state")) == ["已补", "未补"]


def test_only_one_that_is_done_may_be_changed_and_removing_is_undone(
    tab: MakeUpTab, settle: Settle, desk: Desk
) -> None:
    lines = [row.attendee_id for row in desk.make_ups.missed(MissedQuery())]
    desk.make_ups.record(
        lines[:1], MakeUpDraft(form=MakeUpForm.REFLECTION, done_on=date(2026, 11, 21))
    )
    tab.refresh()
    settle()
    tab.missed.table.view.selectAll()
    assert not tab.missed.record.isEnabled()
    tab.missed.table.select(lines[0])
    assert tab.missed.record.text() == "修改补学…"
    tab.missed.remove()
    settle()
    assert words(tab, "state") == ["未补", "未补"]
    desk.history.undo_last()
    assert desk.make_ups.missed(MissedQuery(state=MakeUpState.DONE))


def test_filters_leave_out_and_the_empty_list_offers_to_clear_them(
    tab: MakeUpTab, settle: Settle
) -> None:
    assert tab.missed.count.text() == "共 2 人次，2 人"
    tab.missed.filters.state.set_value(MakeUpState.DONE)
    settle()
    assert words(tab, "name") == []
    assert tab.missed.filters.words() == "本年、已补"
    tab.missed.filters.clear()
    settle()
    assert len(words(tab, "name")) == 2


def test_the_list_is_exported_and_the_sheet_of_a_group_is_drawn(
    tab: MakeUpTab, settle: Settle, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    answers.paths.append(tmp_path / "补学名单.xlsx")
    tab.missed.export.click()
    settle()
    settle()
    assert (tmp_path / "补学名单.xlsx").stat().st_size > 0


def test_home_counts_what_the_tab_then_shows(tab: MakeUpTab, settle: Settle, desk: Desk) -> None:
    lines = [row.attendee_id for row in desk.make_ups.missed(MissedQuery())]
    home = desk.home()
    assert home.to_make_up == 2
    assert [todo.verb for todo in todos(home)] == ["安排补学"]
    tab.show_for(waiting=True)
    settle()
    assert len(words(tab, "name")) == home.to_make_up
    day = date(2026, 11, 21)
    desk.make_up_groups.make_group(
        MakeUpGroupDraft(title="补学班", form=MakeUpForm.LESSON, day=day), lines
    )
    assert [todo.verb for todo in todos(desk.home())] == ["完成补学"]
    tab.show_list(PEOPLE)


def test_the_record_of_a_training_is_shown_as_it_is_printed(
    tab: MakeUpTab, settle: Settle, desk: Desk
) -> None:
    row = desk.make_ups.missed(MissedQuery())[0]
    tab.missed.table.select(row.attendee_id)
    tab.missed.show_record_form()
    settle()
    shown = dialog(tab, PreviewDialog)
    assert shown.windowTitle().endswith("补学记录表")
    shown.close()

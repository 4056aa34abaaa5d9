"""From the duties of a notice to a plan: ticking, changing on the spot, saving."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jz_training.domain.obligation import ObligationKind
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.plans.proposal_dialog import ProposalDialog, plan_title
from tests.services.notices import a_notice, duty
from tests.ui.plans.conftest import Settle

OpenDialog = Callable[..., ProposalDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, ctx: Context, desk: Desk, settle: Settle, notice: UUID) -> OpenDialog:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def opened(**what: object) -> ProposalDialog:
        facts = {"plan": None, "notice_id": notice} | what
        dialog = ProposalDialog(ctx, parent, notices=desk.notices.list(), **facts)
        dialog.open()
        settle()
        return dialog

    return opened


def test_a_plan_is_made_of_what_is_ticked(
    open_dialog: OpenDialog, desk: Desk, settle: Settle, notice: UUID
) -> None:
    dialog = open_dialog()
    assert [row.title.text() for row in dialog.rows.rows] == [
        "专题学习会（第1期）",
        "专题学习会（第2期）",
    ]
    dialog.rows.rows[1].tick.click()
    dialog.rows.rows[0].title.setText("学习月开班")
    dialog.rows.rows[0].when.setText("12月")
    dialog.verb.click()
    settle()
    plan = desk.plans.of_notice(notice)
    assert plan is not None
    assert plan.title == "组织开展职工学习月活动培训计划"
    (made,) = plan.items
    assert (made.draft.title, made.draft.first) == ("学习月开班", date(2026, 12, 1))
    assert made.obligation == "召开专题学习会，不少于2场"


def test_items_the_plan_has_are_not_ticked_and_the_rest_joins_it(
    open_dialog: OpenDialog, desk: Desk, settle: Settle, notice: UUID
) -> None:
    items = desk.plans.propose(notice)
    plan = desk.plans.get(desk.plans.make(title="计划", notice_id=notice, items=items[:1]))
    dialog = open_dialog(plan=plan)
    assert [row.taken for row in dialog.rows.rows] == [False, True]
    assert "已在计划中" in dialog.rows.rows[0].note.text()
    assert dialog.target.value() == "present"
    dialog.verb.click()
    settle()
    assert len(desk.plans.get(plan.id).items) == 2
    assert len(desk.plans.list()) == 1


def test_the_number_ticked_is_said_and_none_makes_no_plan(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    assert dialog.sentence.text() == "勾选要列入计划的项目（已选 2 / 2 项）"
    dialog.none.click()
    assert not dialog.verb.isEnabled()
    dialog.all.click()
    assert dialog.verb.isEnabled()


def test_changing_an_item_ticks_it(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    dialog.none.click()
    dialog.rows.rows[0].title.textEdited.emit("改了")
    assert [row.taken for row in dialog.rows.rows] == [True, False]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [("title", " ", "请填写勾选项目的主题。"), ("when", "很快", "没有看懂“很快”")],
)
def test_what_cannot_be_saved_is_said_and_nothing_is_made(
    open_dialog: OpenDialog, desk: Desk, settle: Settle, field: str, typed: str, sentence: str
) -> None:
    dialog = open_dialog()
    getattr(dialog.rows.rows[0], field).setText(typed)
    dialog.verb.click()
    settle()
    assert sentence in dialog.trouble.text()
    assert desk.plans.list() == ()


def test_another_notice_proposes_its_own_items(
    open_dialog: OpenDialog, desk: Desk, settle: Settle
) -> None:
    other = a_notice(desk, duty(ObligationKind.REPORT), text="另一份。请于12月10日前报送情况。")
    dialog = open_dialog(notice_id=other)
    assert dialog.rows.rows == []
    assert dialog.sentence.text() == "这份通知的要求里没有需要举办的学习培训。"
    assert not dialog.verb.isEnabled()
    dialog.notice.setCurrentIndex(1 - dialog.notice.currentIndex())
    settle()
    assert len(dialog.rows.rows) == 2


@pytest.mark.parametrize(
    ("notice", "plan"),
    [
        ("关于开展学习月活动的通知", "开展学习月活动培训计划"),
        ("学习安排", "学习安排培训计划"),
        ("通知", "通知培训计划"),
    ],
)
def test_a_plan_is_called_after_its_notice(notice: str, plan: str) -> None:
    assert plan_title(notice) == plan

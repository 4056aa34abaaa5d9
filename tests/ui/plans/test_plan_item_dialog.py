"""Adding and changing an item of a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jz_training.domain.plan import PlanItemDraft
from jz_training.domain.training import TrainingForm
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.plans.item_choices import duties_of
from jz_training.ui.plans.plan_item_dialog import PlanItemDialog
from jz_training.ui.plans.plan_item_fields import ItemChoices
from tests.ui.plans.conftest import Settle, item
from tests.ui.typing_words import type_words

OpenDialog = Callable[..., PlanItemDialog]


@pytest.fixture
def open_dialog(
    qtbot: QtBot, ctx: Context, desk: Desk, settle: Settle, plan: UUID, notice: UUID
) -> OpenDialog:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def opened(at: int | None = None) -> PlanItemDialog:
        choices = ItemChoices(layers=("派遣",), duties=duties_of(desk, notice))
        row = None if at is None else desk.plans.get(plan).items[at]
        dialog = PlanItemDialog(ctx, parent, plan_id=plan, choices=choices, item=row)
        dialog.open()
        settle()
        return dialog

    return opened


def _whole(duty: UUID) -> PlanItemDraft:
    return item(
        "专题学习会",
        form=TrainingForm.SEMINAR,
        layers=("中层干部",),
        categories=("兼职工会干部",),
        audience="各班组长",
        people=30,
        phase=1,
        batch=2,
        first=date(2026, 12, 1),
        last=date(2026, 12, 31),
        hours=Decimal("1.5"),
        venue="职工之家",
        speaker="特邀教师",
        responsible="林晓雯",
        note="备好材料",
        obligation_id=duty,
        topics=("报告",),
    )


def test_an_item_is_added_by_the_keyboard(
    open_dialog: OpenDialog, qtbot: QtBot, desk: Desk, settle: Settle, plan: UUID
) -> None:
    dialog = open_dialog()
    type_words(qtbot, dialog.form.title, "班前微宣讲")
    qtbot.keyClick(dialog.form.title, Qt.Key.Key_Return)
    dialog.form.form.setCurrentIndex(dialog.form.form.findData("micro_outreach"))
    type_words(qtbot, dialog.form.when, "12月上旬")
    qtbot.keyClick(dialog.form.when, Qt.Key.Key_Return)
    dialog.verb.click()
    settle()
    draft = desk.plans.get(plan).items[-1].draft
    assert (draft.title, draft.form) == ("班前微宣讲", TrainingForm.MICRO_OUTREACH)
    assert (draft.first, draft.last) == (date(2026, 12, 1), date(2026, 12, 10))


def test_everything_known_of_an_item_is_there_and_kept(
    open_dialog: OpenDialog, desk: Desk, settle: Settle, plan: UUID, notice: UUID
) -> None:
    row = desk.plans.get(plan).items[1]
    whole = _whole(desk.obligations.of_notice(notice)[0].id)
    desk.plans.change_item(row.id, version=row.version, draft=whole)
    dialog = open_dialog(1)
    assert dialog.more.isVisible()
    assert dialog.draft() == whole
    dialog.form.responsible.setText("陈国栋")
    dialog.verb.click()
    settle()
    assert desk.plans.get(plan).items[1].draft == replace(whole, responsible="陈国栋")


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("when", "很快", "没有看懂“很快”"),
        ("people", "三十", "人数请写整数"),
        ("people", "0", "请填 1 以上的整数。"),
        ("when", "12-05至11-24", "截止的一天不能早于开始的一天。"),
    ],
)
def test_what_cannot_be_saved_is_said_under_its_field(
    open_dialog: OpenDialog, settle: Settle, name: str, typed: str, sentence: str
) -> None:
    dialog = open_dialog(0)
    getattr(dialog.form, name).setText(typed)
    dialog.verb.click()
    settle()
    assert dialog.isVisible()
    assert sentence in dialog.form.error(name)


def test_a_fault_in_the_folded_part_unfolds_it(open_dialog: OpenDialog, settle: Settle) -> None:
    dialog = open_dialog(0)
    assert not dialog.more.isVisible()
    dialog.more.hours.setText("两个")
    dialog.verb.click()
    assert dialog.more.isVisible()
    assert "学时请写数字" in dialog.more.error("hours")


def test_an_item_changed_elsewhere_meanwhile_is_not_overwritten(
    open_dialog: OpenDialog, desk: Desk, settle: Settle, plan: UUID
) -> None:
    row = desk.plans.get(plan).items[0]
    dialog = open_dialog(0)
    desk.plans.change_item(row.id, version=row.version, draft=item("别处的改动"))
    dialog.form.title.setText("我的改动")
    dialog.verb.click()
    settle()
    assert "刚被别处改动过" in dialog.trouble.text()
    assert desk.plans.get(plan).items[0].draft.title == "别处的改动"


def test_the_next_item_keeps_audience_and_owner(
    open_dialog: OpenDialog, desk: Desk, settle: Settle, plan: UUID
) -> None:
    dialog = open_dialog()
    dialog.form.layers.set_value(("职工",))
    for title in ("第一讲", "第二讲"):
        dialog.form.title.setText(title)
        dialog.next.click()
        settle()
    drafts = [row.draft for row in desk.plans.get(plan).items][-2:]
    assert [(draft.title, draft.layers) for draft in drafts] == [
        ("第一讲", ("职工",)),
        ("第二讲", ("职工",)),
    ]
    assert dialog.isVisible()


def test_a_duty_that_is_not_offered_stays_linked(
    open_dialog: OpenDialog, desk: Desk, plan: UUID, notice: UUID
) -> None:
    from tests.services.notices import a_notice

    other = desk.obligations.of_notice(a_notice(desk, text="另一份通知。"))[0].id
    row = desk.plans.get(plan).items[0]
    draft = item("开班第一课", obligation_id=other)
    desk.plans.change_item(row.id, version=row.version, draft=draft)
    assert open_dialog(0).draft().obligation_id == other

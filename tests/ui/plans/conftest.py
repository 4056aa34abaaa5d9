"""The page of plan and tasks on a real desk, with a notice and a plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from jz_training.domain.plan import PlanItemDraft
from jz_training.domain.training import TrainingForm
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.plans.plans_page import PlansPage
from tests.services.notices import a_notice

Settle = Callable[[], None]
Opened = Callable[..., PlansPage]


def item(title: str, **changes: Any) -> PlanItemDraft:
    """Return an item of the plan."""
    facts: dict[str, Any] = {"title": title, "form": TrainingForm.STUDY}
    return PlanItemDraft(**(facts | changes))


@pytest.fixture
def notice(desk: Desk) -> UUID:
    """Take in the notice of our own writing."""
    return a_notice(desk)


@pytest.fixture
def plan(desk: Desk) -> UUID:
    """Make a plan of three items: one late, one in December, one without a time."""
    return desk.plans.make(
        title="年度学习计划",
        items=(
            item("开班第一课", last=date(2026, 11, 15)),
            item("专题学习会", first=date(2026, 12, 1), last=date(2026, 12, 31), people=30),
            item("辅导讲座", form=TrainingForm.LECTURE),
        ),
    )


@pytest.fixture
def open_page(qtbot: QtBot, ctx: Context, settle: Settle) -> Opened:
    """Return a way to open the page for something and wait until it shows it."""
    made = PlansPage(ctx)
    qtbot.addWidget(made)
    ctx.work.changed.connect(lambda _: made.refresh())  # as the window does
    made.resize(1100, 660)
    made.show()
    made.activateWindow()

    def opened(**what: object) -> PlansPage:
        made.show_for(**what)
        settle()
        settle()
        return made

    return opened


def titles(page: PlansPage) -> list[str]:
    """Return the topics shown, in their order."""
    model = page.plan.table.model
    return [str(model.data(model.index(at, 1))) for at in range(model.rowCount())]


def choose(page: PlansPage, title: str) -> None:
    """Select an item by its topic."""
    page.plan.table.view.selectRow(titles(page).index(title))
    page.plan.table.view.setFocus()

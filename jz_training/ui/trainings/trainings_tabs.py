"""The tabs of the page 场次 beside the list of trainings."""

from __future__ import annotations

from jz_training.ui.context import Context
from jz_training.ui.side_tab import SideTab, TabSpec

LIST = "list"


def _leaves(ctx: Context) -> SideTab:
    from jz_training.ui.leaves.leaves_tab import LeavesTab

    return LeavesTab(ctx)


def _make_ups(ctx: Context) -> SideTab:
    from jz_training.ui.makeup.make_up_tab import MakeUpTab

    return MakeUpTab(ctx)


#: In their order.
SIDE_TABS: tuple[TabSpec, ...] = (
    TabSpec(key="leaves", word="请假", make=_leaves),
    TabSpec(key="make_ups", word="补学", make=_make_ups),
)

"""The tabs of the page 报送, each imported on its first visit."""

from __future__ import annotations

from jz_training.ui.context import Context
from jz_training.ui.side_tab import SideTab, TabSpec

CHECK = "check"


def _check(ctx: Context) -> SideTab:
    from jz_training.ui.reporting.check_tab import CheckTab

    return CheckTab(ctx)


#: In the order of the work: look through, then hand in.
REPORTING_TABS: tuple[TabSpec, ...] = (TabSpec(key=CHECK, word="自查与报送", make=_check),)

"""An archive is looked at: 报送 offers what shows and prints, nothing that saves."""

from __future__ import annotations

import pytest

from jz_training.ui.reporting.reporting_tabs import REPORTING_TABS


@pytest.mark.parametrize("spec", REPORTING_TABS, ids=lambda spec: spec.key)
def test_nothing_that_saves_is_offered_where_nothing_can_be_saved(
    ctx, desk, qtbot, monkeypatch, spec
):
    monkeypatch.setattr(type(desk), "read_only", property(lambda _: True))
    tab = spec.make(ctx)
    qtbot.addWidget(tab)
    offered = {one.text for one in tab.actions_wanted() if not one.writes}  # the others rest
    assert offered <= {"情况报告", "登记表"}

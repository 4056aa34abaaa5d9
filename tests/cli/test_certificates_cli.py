"""`certificate verify` tells a typing error from an unknown code."""

from __future__ import annotations


def test_a_code_is_judged_by_its_check_characters_first(say):
    code, printed, said = say("certificate", "verify", "0000-0000-00")
    assert (code, printed) == (1, "")
    assert "没有发放过" in said
    code, _, said = say("certificate", "verify", "0000-0000-01")
    assert code == 1
    assert "查验码有误" in said

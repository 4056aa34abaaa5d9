"""A publication: what may be saved."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jz_training.domain.publicity import MOST_VIEWS, faults
from tests.duties_factories import publicity_draft

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"day": TODAY, "reach": 0}, {}),
        ({"title": "\t"}, {"title": "missing"}),
        ({"day": date(2026, 11, 23)}, {"day": "in_future"}),
        ({"reach": -1}, {"reach": "bad_views"}),
        ({"reach": MOST_VIEWS + 1}, {"reach": "bad_views"}),
    ],
)
def test_a_fault_names_its_field(changes: dict[str, Any], fault: dict[str, str]) -> None:
    assert faults(publicity_draft(**changes), today=TODAY) == fault

"""Gates: how far away a training is, in both directions, in figures and in words."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from jz_training.domain.gates import Gate, far_off
from jz_training.domain.training import TrainingState
from jz_training.labels import far_words
from tests.factories import identity

START, END = datetime(2026, 11, 25, 14), datetime(2026, 11, 25, 16)


@pytest.mark.parametrize(
    ("now", "far"),
    [
        (START - timedelta(hours=8), None),
        (START - timedelta(hours=8, minutes=1), timedelta(hours=8, minutes=1)),
        (START, None),
        (END + timedelta(hours=8), None),
        (END + timedelta(hours=9), -timedelta(hours=9)),
    ],
)
def test_more_than_eight_hours_away_is_far(now, far):
    assert far_off(START, END, now=now) == far


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (datetime(2026, 11, 22, 9), "这个场次在 3 天后（11月25日 14:00）才开始"),
        (datetime(2026, 11, 25, 3, 20), "这个场次在 11 小时后（11月25日 14:00）才开始"),
        (datetime(2026, 11, 26, 9), "这个场次在 17 小时前（11月25日 16:00）就结束了"),
        (datetime(2027, 1, 2, 9), "这个场次在 38 天前（2026年11月25日 16:00）就结束了"),
        (START, ""),
    ],
)
def test_it_is_said_how_far_away(now, words):
    far = far_off(START, END, now=now)
    gate = Gate(training_id=identity(1), state=TrainingState.PLANNED, start=START, end=END, far=far)
    assert far_words(gate, now=now) == words

"""For which trainings certificates are offered."""

from __future__ import annotations

from jz_training.domain.attendance import PRESENT
from jz_training.domain.training import TrainingState
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.certificates.issue_dialog import closed_trainings
from tests.services.duties_stories import a_talk
from tests.services.stories import a_listed_training


def test_a_talk_counted_by_heads_is_not_offered(desk):
    training = a_listed_training(desk, people=1)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    talk = a_talk(desk, head_count=26)
    closed = desk.trainings.list(TrainingQuery(state=TrainingState.CLOSED))
    assert {row.training_id for row in closed} == {training, talk}
    assert [row.training_id for row in closed_trainings(desk, None)] == [training]
    assert [row.training_id for row in closed_trainings(desk, talk)] == [talk, training]

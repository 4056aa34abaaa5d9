"""Coverage: clause × layer × phase and topic × training, right by hand count."""

from __future__ import annotations

from jz_training.domain.assessment import assess_all
from jz_training.domain.coverage import Coverage, coverage_of
from jz_training.domain.notice import Section
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.training import TrainingForm
from tests.domain.duties import came, duty, facts, talk, training

SECTIONS = (
    Section(level=1, path="一、", heading="一、抓好学习", start=0, end=10),
    Section(level=1, path="二、", heading="二、开展宣讲", start=10, end=20),
)
LAYERS = ("领导干部", "职工")

STUDY = duty(ObligationKind.FORMS, number=1, section="一、", forms=(TrainingForm.STUDY,))
TOPICS = duty(ObligationKind.TOPICS, number=2, section="一、", topics=("甲", "乙"))
TALKS = duty(ObligationKind.OUTREACH, number=3, section="二、")
LOOSE = duty(ObligationKind.MEASURES, number=4, section="")

FIRST = training(
    1, day=5, phase=1, topics=("甲",), present=9,
    groups=(came("领导干部", present=2), came("职工", present=7)),
)  # fmt: skip
SECOND = training(
    2, day=12, phase=2, topics=("甲", "乙"), present=4, groups=(came("职工", present=4),)
)
PLANNED = training(3, day=29, phase=2, held=False, present=0, groups=(came("职工", present=0),))
TALK = talk(1, head_count=30)


def table(phase: int | None = None) -> Coverage:
    """Return the coverage of three trainings and a talk."""
    known = facts(trainings=(FIRST, SECOND, PLANNED, TALK))
    duties = assess_all((STUDY, TOPICS, TALKS, LOOSE), known)
    return coverage_of(duties, known, sections=SECTIONS, layers=LAYERS, phase=phase)


def test_each_clause_has_a_row_in_the_order_of_its_duties() -> None:
    rows = [(row.path, row.heading, row.obligations) for row in table().clauses]
    assert rows == [("一、", "一、抓好学习", 2), ("二、", "二、开展宣讲", 1), ("", "", 1)]


def test_a_cell_opens_the_trainings_of_its_layer() -> None:
    leaders, workers = table().clauses[0].cells
    assert (leaders.held, leaders.planned, leaders.present) == ((FIRST.id,), (), 2)
    assert workers.trainings == (FIRST.id, SECOND.id, PLANNED.id)
    assert (workers.planned, workers.present) == ((PLANNED.id,), 11)


def test_all_counts_a_training_once_whatever_its_layers() -> None:
    study, talks, loose = (row.all for row in table().clauses)
    assert (study.trainings, study.present) == ((FIRST.id, SECOND.id, PLANNED.id), 13)
    assert (talks.held, talks.present) == ((TALK.id,), 30)
    assert loose.trainings == ()


def test_one_phase_shows_its_trainings_only() -> None:
    second = table(phase=2)
    assert (second.phases, second.phase) == ((1, 2), 2)
    assert second.clauses[0].all.trainings == (SECOND.id, PLANNED.id)
    assert [one.id for one in second.trainings] == [SECOND.id, PLANNED.id]


def test_the_phases_of_all_add_up_to_the_whole() -> None:
    by_phase = [table(phase=phase).clauses[0].all.present for phase in (1, 2)]
    assert sum(by_phase) == table().clauses[0].all.present


def test_topics_stand_against_the_trainings_but_not_the_talks() -> None:
    whole = table()
    assert [one.id for one in whole.trainings] == [FIRST.id, SECOND.id, PLANNED.id]
    rows = [(row.topic, row.deals, row.held) for row in whole.topics]
    assert rows == [("甲", (True, True, False), 2), ("乙", (False, True, False), 1)]

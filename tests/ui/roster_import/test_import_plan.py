"""What will happen to the lines of an import."""

from __future__ import annotations

from jz_training.domain.roster_reading import Decision, ImportLine, Likeness, RosterPerson
from jz_training.ui.roster_import.import_plan import ImportPlan, allowed


def _line(likeness: Likeness, *, matches: int = 0, name: str = "丁静") -> ImportLine:
    ids = tuple(f"{at:032x}" for at in range(matches))
    return ImportLine(person=RosterPerson(name=name), likeness=likeness, matches=ids)


def test_the_usual_is_done_unless_decided_otherwise():
    plan = ImportPlan([_line(Likeness.NEW), _line(Likeness.CHANGED), _line(Likeness.SAME)])
    assert [plan.decision(place) for place in range(3)] == ["add", "update", "skip"]
    assert (plan.taken, plan.undecided) == (2, 0)


def test_a_doubtful_line_waits_for_a_decision():
    plan = ImportPlan([_line(Likeness.DOUBTFUL, matches=1)])
    assert plan.undecided == 1
    assert plan.decide([0], Decision.UPDATE) == 1
    assert (plan.undecided, plan.taken) == (0, 1)


def test_several_matches_cannot_be_updated():
    plan = ImportPlan([_line(Likeness.DOUBTFUL, matches=2)])
    assert Decision.UPDATE not in allowed(plan.lines[0])
    assert plan.decide([0], Decision.UPDATE) == 0
    assert plan.undecided == 1


def test_counts_follow_when_a_decision_is_changed():
    plan = ImportPlan([_line(Likeness.NEW), _line(Likeness.NEW)])
    plan.decide([0], Decision.SKIP)
    plan.decide([0], Decision.SKIP)
    assert plan.taken == 1
    plan.decide([0], Decision.ADD)
    assert plan.taken == 2


def test_the_next_undecided_line_is_found_from_the_top_again():
    plan = ImportPlan([_line(Likeness.DOUBTFUL), _line(Likeness.NEW), _line(Likeness.DOUBTFUL)])
    assert plan.next_undecided(0) == 2
    plan.decide([2], Decision.SKIP)
    assert plan.next_undecided(2) == 0
    plan.decide([0], Decision.SKIP)
    assert plan.next_undecided(0) is None


def test_decisions_are_kept_for_lines_that_stayed_the_same():
    before = ImportPlan([_line(Likeness.DOUBTFUL), _line(Likeness.DOUBTFUL, name="毛曦")])
    before.decide([0, 1], Decision.ADD)
    after = ImportPlan([_line(Likeness.DOUBTFUL), _line(Likeness.DOUBTFUL, name="毛远")])
    after.keep_decisions(before)
    assert [after.decision(place) for place in (0, 1)] == [Decision.ADD, None]

"""Obligations: entered, ordered, declared and counted by hand, and never twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from jz_training.domain.evidence import EvidenceKind
from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.obligation import ObligationDraft, ObligationKind, Per
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import Channel, Genre
from jz_training.domain.task import TaskDraft
from jz_training.domain.task_book import DutyState
from jz_training.domain.training import TrainingForm
from jz_training.errors import ChangedMeanwhile, NotFound, Refused
from jz_training.services.desk import Desk
from tests.services.notices import TEXT, a_notice, duty, only_duty
from tests.services.stories import a_training
from tests.services.test_undo_stories import kept_rows

Kind = ObligationKind


def titles(desk: Desk, notice: UUID) -> list[str]:
    """Return what the obligations are called, in order."""
    return [row.title for row in desk.obligations.of_notice(notice)]


def test_every_field_of_an_obligation_is_kept(desk: Desk) -> None:
    draft = ObligationDraft(
        kind=Kind.OUTREACH, phrase="开展宣讲", start=3, end=7, section="二、（一）", wording="宣讲",
        forms=(TrainingForm.MICRO_OUTREACH,), audience=("一线职工",), channels=(Channel.APP,),
        genres=(Genre.COLUMN,), places=(PlaceKind.TEAM,), venues=("职工书屋",), topics=("甲",),
        count=3, unit="场", per=Per.QUARTER, due=date(2026, 12, 1), due_phrase="12月1日前",
        own_due=date(2026, 11, 30), owner="周建业", note="一\n二",
    )  # fmt: skip
    notice = a_notice(desk)
    added = desk.obligations.add(notice, draft)
    assert desk.obligations.get(added).draft == draft


@pytest.mark.parametrize(
    ("changes", "field", "fault"),
    [
        ({"wording": " ", "phrase": ""}, "wording", "no_words"),
        ({"count": 0}, "count", "not_positive"),
        ({"count": 10**9}, "count", "too_big"),
        ({"start": 0, "end": 10_000}, "start", "outside_text"),
        ({"start": 5, "end": 5}, "start", "outside_text"),
        ({"start": 5}, "start", "outside_text"),
        ({"owner": "长" * 201}, "owner", "too_long"),
        ({"topics": ("\x07",)}, "topics", "bad_character"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(
    desk: Desk, changes: dict[str, object], field: str, fault: str
) -> None:
    draft = replace(ObligationDraft(kind=Kind.OTHER, wording="甲"), **changes)  # type: ignore[arg-type]
    notice = a_notice(desk)
    with pytest.raises(Refused) as refused:
        desk.obligations.add(notice, draft)
    assert (refused.value.field, refused.value.fault) == (field, fault)


def test_one_from_the_text_has_its_words_its_clause_and_its_place_in_the_book(desk: Desk) -> None:
    notice = a_notice(desk)
    start = TEXT.index("分批进行")
    added = desk.obligations.add_from_text(notice, start, start + 4, Kind.LAYERS)
    row = desk.obligations.get(added)
    assert (row.draft.phrase, row.draft.section, row.draft.kind) == (
        "分批进行",
        "一、",
        Kind.LAYERS,
    )
    assert [one.id for one in desk.obligations.of_notice(notice)].index(added) == 1


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-3, 2), (0, 10_000), (9, 4)])
def test_words_from_outside_the_text_are_refused(desk: Desk, start: int, end: int) -> None:
    notice = a_notice(desk)
    with pytest.raises(Refused):
        desk.obligations.add_from_text(notice, start, end)


def test_one_without_a_place_comes_last(desk: Desk) -> None:
    notice = a_notice(desk)
    desk.obligations.add(notice, ObligationDraft(kind=Kind.OTHER, wording="口头要求"))
    assert titles(desk, notice)[-1] == "口头要求"


def test_moving_one_renumbers_what_it_passes(desk: Desk) -> None:
    notice = a_notice(desk, *(duty(Kind.OTHER, wording=name) for name in "甲乙丙"))
    last = desk.obligations.of_notice(notice)[2].id
    desk.obligations.move(last, position=0)
    assert titles(desk, notice) == ["丙", "甲", "乙"]
    assert [row.position for row in desk.obligations.of_notice(notice)] == [0, 1, 2]
    desk.obligations.move(last, position=99)
    assert titles(desk, notice) == ["甲", "乙", "丙"]


def test_a_change_is_guarded_by_the_version(desk: Desk) -> None:
    notice = a_notice(desk)
    row = desk.obligations.of_notice(notice)[0]
    changed = replace(row.draft, owner="周建业")
    desk.obligations.change(row.id, version=row.version, draft=changed)
    assert desk.obligations.get(row.id).draft == changed
    with pytest.raises(ChangedMeanwhile):
        desk.obligations.change(row.id, version=row.version, draft=row.draft)


def test_removing_one_keeps_what_was_done_for_it(desk: Desk) -> None:
    notice = a_notice(desk, duty(Kind.FORMS, forms=(TrainingForm.STUDY,)), duty(Kind.MEDIA))
    first = only_duty(desk, notice)
    plan = desk.plans.make(title="计划", notice_id=notice, items=desk.plans.propose(notice))
    task = desk.tasks.add(TaskDraft(measure="甲", notice_id=notice, obligation_id=first))
    training = a_training(desk, notice_id=notice)
    desk.obligations.count_by_hand(first, EvidenceKind.TRAINING, training, counts=True)
    before = kept_rows(desk)
    desk.obligations.remove(first)
    assert desk.check() == ()
    assert [item.draft.obligation_id for item in desk.plans.get(plan).items] == [None]
    assert desk.tasks.get(task).draft.obligation_id is None
    desk.history.undo_last()
    assert kept_rows(desk) == before


def test_only_what_the_secretary_judges_is_confirmed(desk: Desk) -> None:
    notice = a_notice(desk, duty(Kind.OTHER), duty(Kind.PLAN))
    other, plan = (row.id for row in desk.obligations.of_notice(notice))
    desk.obligations.confirm(other, date(2026, 11, 20))
    assert desk.obligations.get(other).confirmed_on == date(2026, 11, 20)
    desk.obligations.confirm(other, None)
    assert desk.obligations.get(other).confirmed_on is None
    with pytest.raises(Refused, match="不能直接确认"):
        desk.obligations.confirm(plan, date(2026, 11, 20))


def test_a_report_is_noted_and_taken_back(desk: Desk) -> None:
    notice = a_notice(desk, duty(Kind.REPORT))
    report = only_duty(desk, notice)
    desk.obligations.report(report, date(2026, 12, 9))
    assert desk.duties.book(notice).duties[0].state is DutyState.REPORTED
    desk.obligations.report(report, None)
    assert desk.duties.book(notice).duties[0].state is DutyState.NOT_BEGUN


# --- by hand ---------------------------------------------------------------------------------


def test_a_training_is_taken_out_counted_and_forgotten_again(desk: Desk) -> None:
    notice = a_notice(desk, duty(Kind.FORMS, forms=(TrainingForm.STUDY,)))
    row, training = only_duty(desk, notice), a_training(desk, notice_id=notice)

    def states() -> DutyState:
        return desk.duties.book(notice).duties[0].state

    assert states() is DutyState.MET
    desk.obligations.count_by_hand(row, EvidenceKind.TRAINING, training, counts=False)
    assert states() is DutyState.NOT_BEGUN
    desk.obligations.count_by_hand(row, EvidenceKind.TRAINING, training, counts=True)
    assert len(desk.duties.facts(notice).choices) == 1
    desk.obligations.forget_choice(row, training)
    assert desk.duties.facts(notice).choices == ()
    assert states() is DutyState.MET


def test_what_is_computed_takes_nothing_by_hand(desk: Desk) -> None:
    notice = a_notice(desk, duty(Kind.REQUIRED))
    training = a_training(desk, notice_id=notice)
    with pytest.raises(Refused, match="不能手工计入"):
        desk.obligations.count_by_hand(
            only_duty(desk, notice), EvidenceKind.TRAINING, training, counts=True
        )


def test_what_belongs_to_another_notice_is_refused(desk: Desk) -> None:
    notice, training = a_notice(desk, duty(Kind.FORMS)), a_training(desk)
    with pytest.raises(Refused, match="不属于这份通知"):
        desk.obligations.count_by_hand(
            only_duty(desk, notice), EvidenceKind.TRAINING, training, counts=True
        )


@pytest.mark.parametrize("kind", [EvidenceKind.OUTREACH, EvidenceKind.TASK, EvidenceKind.DOCUMENT])
def test_what_is_not_there_cannot_be_counted(desk: Desk, kind: EvidenceKind) -> None:
    notice = a_notice(desk, duty(Kind.OTHER))
    with pytest.raises(NotFound):
        desk.obligations.count_by_hand(only_duty(desk, notice), kind, UUID(int=7), counts=True)


def test_a_paper_is_counted_until_it_is_removed(desk: Desk) -> None:
    notice = a_notice(desk, duty(Kind.MATERIALS))
    row = only_duty(desk, notice)
    paper = desk.documents.file(
        FiledDraft(kind=DocumentKind.OTHER, name="复印件", notice_id=notice)
    )
    desk.obligations.count_by_hand(row, EvidenceKind.DOCUMENT, paper, counts=True)
    assert desk.duties.book(notice).duties[0].state is DutyState.MET
    desk.documents.remove(paper)
    assert desk.duties.book(notice).duties[0].state is DutyState.NOT_BEGUN
    desk.history.undo_last()
    assert desk.duties.book(notice).duties[0].state is DutyState.MET


def test_one_without_a_place_comes_last_also_after_others_were_removed(desk: Desk) -> None:
    places = [ObligationDraft(kind=Kind.OTHER, phrase=str(n), start=n, end=n + 1) for n in range(5)]
    notice = a_notice(desk, *places)
    for row in desk.obligations.of_notice(notice)[1:3]:
        desk.obligations.remove(row.id)
    desk.obligations.add(notice, ObligationDraft(kind=Kind.OTHER, wording="末"))
    assert titles(desk, notice)[-1] == "末"

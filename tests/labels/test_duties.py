"""Every gap has plain words, and figures and evidence read as one would say them."""

from __future__ import annotations

from datetime import date

import pytest

from jz_training.domain.evidence import EvidenceKind
from jz_training.domain.filing import DocumentKind
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import Channel, Genre
from jz_training.domain.task_book import DutyState, Figure, Gap, GapCode, Thing
from jz_training.domain.training import TrainingForm
from jz_training.labels.duties import (
    DUTY_STATES,
    EVIDENCE_KINDS,
    evidence_words,
    figure_words,
    gap_words,
    span_words,
    thing_words,
)
from jz_training.labels.filing import DOCUMENT_KINDS
from tests.notice_factories import duty, evidence

THINGS: tuple[Thing, ...] = (
    *TrainingForm,
    *Channel,
    *Genre,
    *PlaceKind,
    "工人文化宫",
)
REPORT, SEMINAR = TrainingForm.REPORT, TrainingForm.SEMINAR
QUARTER = {"first": date(2026, 10, 1), "last": date(2026, 12, 31)}


@pytest.mark.parametrize("code", GapCode)
def test_every_gap_has_words_for_everything_it_may_be_about(code: GapCode) -> None:
    gaps = [
        Gap(code=code),
        *(Gap(code=code, number=2, unit="场", of=(thing,), **QUARTER) for thing in THINGS),
        *(Gap(code=code, number=2, unit="场", of=(thing, "乙"), **QUARTER) for thing in THINGS),
    ]
    for words in map(gap_words, gaps):
        assert words
        assert words.strip() == words
        assert "None" not in words
        assert not [sign for sign in words if sign.isascii() and sign.isalpha()]


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        (Gap(code=GapCode.MORE, number=1, unit="场", of=(REPORT,)), "还差 1 场报告会"),
        (Gap(code=GapCode.MORE, number=120, unit="人次"), "还差 120 人次"),
        (
            Gap(code=GapCode.MORE, number=2, unit="场", of=(REPORT, SEMINAR)),
            "还差 2 场（报告会、研讨会）",
        ),
        (
            Gap(code=GapCode.MORE, number=2, unit="篇", of=(Channel.WECHAT,)),
            "还差 2 篇（微信）",
        ),
        (Gap(code=GapCode.MORE, number=1, unit="场", of=(PlaceKind.TEAM,)), "还差 1 场（进班组）"),
        (Gap(code=GapCode.MISSING, of=(REPORT, SEMINAR)), "还差：报告会、研讨会"),
        (Gap(code=GapCode.MORE_IN_SPAN, number=1, unit="次", **QUARTER), "第四季度还差 1 次"),
        (
            Gap(code=GapCode.MISSED_SPAN, number=1, unit="次", **QUARTER),
            "2026年第四季度差 1 次，期间已过",
        ),
        (Gap(code=GapCode.NOT_REACHED, number=12, unit="人"), "还有 12 人未参加必修学习"),
        (
            Gap(code=GapCode.LEADERS_LATE, first=date(2026, 11, 3), last=date(2026, 11, 12)),
            "领导班子学习（11月12日）晚于首场培训（11月3日）",
        ),
        (
            Gap(code=GapCode.LEADERS_LATE, first=date(2026, 11, 3), last=date(2027, 1, 12)),
            "领导班子学习（2027年1月12日）晚于首场培训（2026年11月3日）",
        ),
        (Gap(code=GapCode.PLAN_IS_DRAFT), "培训计划还是草案"),
        (Gap(code=GapCode.NOT_REPORTED), "尚未报送"),
        (Gap(code=GapCode.NOT_CONFIRMED), "请核对后认定"),
        (
            Gap(code=GapCode.GROUPS_NOT_REACHED, number=1, of=("职工、职工",)),
            "还有 1 类人员没有参加：职工、职工",
        ),
    ],
)
def test_a_gap_is_said_plainly(gap: Gap, words: str) -> None:
    assert gap_words(gap) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 1), date(2026, 11, 30), "11月"),
        (date(2026, 1, 1), date(2026, 3, 31), "第一季度"),
        (date(2026, 1, 1), date(2026, 6, 30), "上半年"),
        (date(2026, 7, 1), date(2026, 12, 31), "下半年"),
        (date(2026, 1, 1), date(2026, 12, 31), "2026年"),
    ],
)
def test_a_span_is_called_as_people_call_it(first: date, last: date, words: str) -> None:
    assert span_words(first, last) == words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(of=PlaceKind.WORKSHOP, have=4, wanted=6, unit="个"), "车间 4/6"),
        (Figure(of="", have=12, unit="场"), "12 场"),
        (Figure(of=REPORT, have=2, wanted=3, unit="场"), "报告会 2/3 场"),
        (Figure(of="工人文化宫", have=0), "工人文化宫 0"),
    ],
)
def test_a_figure_reads_as_a_count(figure: Figure, words: str) -> None:
    assert figure_words(figure) == words


def test_words_of_the_same_value_are_told_apart_by_their_kind() -> None:
    assert TrainingForm.REPORT == "report"
    assert thing_words(TrainingForm.REPORT) == "报告会"
    assert thing_words("report") == "report"
    assert thing_words(PlaceKind.ONLINE) == "线上"


def test_evidence_is_counted_by_kind_and_named_by_form_where_forms_account_for_it() -> None:
    study = Figure(of=TrainingForm.STUDY, have=2)
    held = (evidence(1), evidence(2), evidence(3, kind=EvidenceKind.PUBLICITY))
    assert evidence_words(duty(evidence=held, figures=(study,))) == "专题学习会 2 场、宣传报道 1 篇"
    by_hand = (*held, evidence(4, by_hand=True))
    assert evidence_words(duty(evidence=by_hand, figures=(study,))) == (
        "学习培训 3 场、宣传报道 1 篇"
    )


def test_a_form_names_trainings_only_and_a_number_of_people_names_none() -> None:
    study = Figure(of=TrainingForm.STUDY, have=1)
    filed = (evidence(1), evidence(2, kind=EvidenceKind.DOCUMENT))
    assert evidence_words(duty(evidence=filed, figures=(study,))) == "专题学习会 1 场、材料 1 份"
    talks = (evidence(1), evidence(2, kind=EvidenceKind.OUTREACH))
    assert evidence_words(duty(evidence=talks, figures=(study,))) == "专题学习会 1 场、宣讲 1 场"
    people = Figure(of=TrainingForm.STUDY, have=1, unit="人次")
    assert evidence_words(duty(evidence=filed[:1], figures=(people,))) == "学习培训 1 场"


def test_what_is_only_planned_stands_behind_what_was_done() -> None:
    both = (evidence(1), evidence(2, done=False))
    assert evidence_words(duty(evidence=both)) == "学习培训 1 场；待完成：学习培训 1 场"
    assert evidence_words(duty(evidence=())) == ""


def test_every_state_and_kind_has_words() -> None:
    assert set(DUTY_STATES) == set(DutyState)
    assert set(EVIDENCE_KINDS) == set(EvidenceKind)
    assert set(DOCUMENT_KINDS) == set(DocumentKind)

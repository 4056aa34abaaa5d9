"""The columns of plan, tasks, task book, publicity, talks and coverage: what stands in a cell."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest

from jz_training.documents.columns import Column
from jz_training.documents.lists import (
    clause_columns,
    duty_columns,
    evidence_columns,
    month_columns,
    outreach_columns,
    plan_columns,
    publicity_columns,
    task_columns,
    topic_columns,
)
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.task_book import DutyState, Figure
from jz_training.domain.training import TrainingForm
from tests.notice_factories import (
    TODAY,
    coverage,
    duty,
    evidence,
    plan_item,
    planned_training,
    talk,
)

LISTS: tuple[tuple[Column[Any], ...], ...] = (
    plan_columns(TODAY),
    task_columns(TODAY),
    duty_columns(TODAY),
    evidence_columns(),
    publicity_columns(),
    outreach_columns(),
    month_columns(),
    clause_columns(coverage()),
    topic_columns(coverage()),
)


def said(columns: tuple[Column[Any], ...], row: object) -> dict[str, str]:
    return {column.heading: column.words(row, 3) for column in columns}


@pytest.mark.parametrize("columns", LISTS)
def test_every_heading_fits_its_column_and_every_key_is_its_own(
    columns: tuple[Column[Any], ...],
) -> None:
    for column in columns:
        width = sum(1 + (unicodedata.east_asian_width(char) in "WFA") for char in column.heading)
        assert width < column.chars
    assert len({column.key for column in columns}) == len(columns)


def test_the_headings_are_those_of_the_paper() -> None:
    def headings(columns: tuple[Column[Any], ...]) -> str:
        return " ".join(column.heading for column in columns)

    assert headings(plan_columns(TODAY)) == (
        "序号 培训主题 形式 培训对象（层级/类别） 人数 期次/批次 时间 地点 主讲人 学时 "
        "责任部门/责任人 完成情况 备注"
    )
    assert headings(task_columns(TODAY)) == "序号 任务措施 责任人 开始 完成时限 进度（%） 状态 备注"
    assert headings(duty_columns(TODAY)) == (
        "序号 要求（原文） 类别 责任人 期限 状态 落实情况 差距"
    )
    assert headings(outreach_columns()) == (
        "序号 日期 时间 场所 地点 宣讲人 主题 形式 听众类别 人数 线上观看 备注"
    )


@pytest.mark.parametrize(
    ("trainings", "words"),
    [
        ((planned_training(),), "已举办（10月15日，实到16人）"),
        ((planned_training(1), planned_training(2, held=False)), "已举办（1/2场，实到16人次）"),
        ((planned_training(held=False, start=date(2027, 1, 5)),), "已安排（2027年1月5日）"),
        ((), "已逾期"),
    ],
)
def test_an_item_says_what_became_of_it(trainings: tuple[Any, ...], words: str) -> None:
    assert said(plan_columns(TODAY), plan_item(3, trainings=trainings))["完成情况"] == words


def test_an_audience_is_layers_categories_and_other_words() -> None:
    row = plan_item(1, layers=("甲", "乙"), categories=(), audience="新任干部")
    assert said(plan_columns(TODAY), row)["培训对象（层级/类别）"] == "甲、乙；新任干部"


def test_a_figure_that_the_evidence_says_already_is_not_said_twice() -> None:
    study = Figure(of=TrainingForm.STUDY, have=2)
    shops = Figure(of=PlaceKind.WORKSHOP, have=4, wanted=6, unit="个")
    row = duty(evidence=(evidence(1), evidence(2)), figures=(study, shops))
    assert said(duty_columns(TODAY), row)["落实情况"] == "专题学习会 2 场；车间 4/6"


def test_a_figure_is_not_mistaken_for_a_part_of_a_larger_one() -> None:
    many = tuple(evidence(number) for number in range(1, 13))
    row = duty(evidence=many, figures=(Figure(of="", have=2, unit="场"),))
    assert said(duty_columns(TODAY), row)["落实情况"] == "学习培训 12 场；2 场"


def test_a_duty_without_evidence_is_to_be_filled_in() -> None:
    row = duty(state=DutyState.NOT_BEGUN, evidence=(), figures=())
    assert said(duty_columns(TODAY), row)["落实情况"] == "（待补）"


def test_a_duty_without_words_of_the_notice_shows_the_secretarys() -> None:
    row = duty(asked={"phrase": "", "wording": "报送年度小结"})
    assert said(duty_columns(TODAY), row)["要求（原文）"] == "报送年度小结"


def test_a_duty_past_its_day_says_so_and_a_settled_one_does_not() -> None:
    late = {"own_due": date(2026, 11, 1)}
    assert said(duty_columns(TODAY), duty(asked=late))["状态"] == "部分落实，已逾期"
    done = duty(asked=late, state=DutyState.MET)
    assert said(duty_columns(TODAY), done)["状态"] == "已落实"


def test_a_talk_that_was_not_held_shows_no_figures() -> None:
    row = said(outreach_columns(), talk(1, held=False, note="改期"))
    assert (row["人数"], row["线上观看"]) == ("", "")
    assert row["备注"] == "改期；未举办，不计入合计"
    assert said(outreach_columns(), talk(1, named=12))["人数"] == "12"

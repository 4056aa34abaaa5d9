"""The columns of both tables of coverage; a cell says in words what is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from jz_training.domain.coverage import ClauseRow, Coverage, CoverageCell, TopicRow
from jz_training.domain.evidence import TrainingFact
from jz_training.labels import FORMS
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.table import Cell, Column
from jz_training.ui.widgets.when import day_words

#: With more trainings than this the topics keep a width of their own and the table scrolls.
_MANY = 6
_FIRST_LAYER = 3  # the columns before those of the layers: 条款, 内容, 要求
_FIRST_TRAINING = 2  # the columns before those of the trainings: 学习内容, 已学


def clause_columns(coverage: Coverage) -> tuple[Column[ClauseRow], ...]:
    """Return clause, heading, number of duties, a column for each layer, and all layers."""
    layers = tuple(_layer(at, name) for at, name in enumerate(coverage.layers))
    return (
        Column(key="path", title="条款", width=104,
               cell=lambda row: Cell(row.path or "（无条款）")),
        Column(key="heading", title="内容", stretch=True,
               cell=lambda row: Cell(row.heading, role="secondary", wrap=True)),
        Column(key="obligations", title="要求", width=48, number=True,
               cell=lambda row: Cell(f"{row.obligations}", role="faint")),
        *layers,
        Column(key="all", title="合计", width=112, cell=lambda row: _words(row.all),
               tip="不分层级；同一场次可以计入多个条款"),
    )  # fmt: skip


def cell_at(coverage: Coverage, row: ClauseRow, column: int) -> tuple[str, CoverageCell]:
    """Return which layer a column is of, and its cell; what is no layer stands for all."""
    place = column - _FIRST_LAYER
    if 0 <= place < len(coverage.layers):
        return coverage.layers[place] or "未填写层级", row.cells[place]
    return "", row.all


def topic_columns(coverage: Coverage, today: date) -> tuple[Column[TopicRow], ...]:
    """Return topic, how often it was dealt with, and a column for each training."""
    few = len(coverage.trainings) <= _MANY
    trainings = tuple(_training(at, fact, today) for at, fact in enumerate(coverage.trainings))
    return (
        Column(key="topic", title="学习内容", width=320, stretch=few,
               cell=lambda row: Cell(row.topic)),
        Column(key="held", title="已学", width=76, cell=_held),
        *trainings,
    )  # fmt: skip


def training_at(coverage: Coverage, row: TopicRow, column: int) -> TrainingFact | None:
    """Return the training whose tick stands in a column; None where there is no tick."""
    place = column - _FIRST_TRAINING
    if 0 <= place < len(coverage.trainings) and row.deals[place]:
        return coverage.trainings[place]
    return None


def fact_columns(today: Callable[[], date]) -> tuple[Column[TrainingFact], ...]:
    """Return the columns of the trainings behind a cell."""

    def day(fact: TrainingFact) -> Cell:
        return Cell(day_words(fact.start.date(), today=today()), role="secondary")

    return (
        Column(key="day", title="日期", width=104, cell=day),
        Column(key="title", title="主题", stretch=True, cell=lambda one: Cell(one.title)),
        Column(key="form", title="形式", width=96,
               cell=lambda one: Cell(FORMS[one.form], tone=Tone.ACCENT)),
        Column(key="persons", title="人次", width=64, number=True,
               cell=lambda one: Cell(str(one.listeners) if one.held else "")),
        Column(key="held", title="情况", width=80, cell=_happened),
    )  # fmt: skip


def _layer(at: int, name: str) -> Column[ClauseRow]:
    return Column(
        key=f"layer-{at}",
        title=name or "未填写",
        width=112,
        cell=lambda row: _words(row.cells[at]),
        tip=name or "没有填写层级的人员",
    )


def _words(cell: CoverageCell) -> Cell:
    """Return 2 场 45 人次 over 计划 1 场; — where nothing is."""
    held = f"{len(cell.held)} 场 {cell.present} 人次" if cell.held else ""
    planned = f"计划 {len(cell.planned)} 场" if cell.planned else ""
    if not held and not planned:
        return Cell("—", role="faint")
    return Cell(held or planned, second=planned if held else "",
                role="accent" if held else "amber")  # fmt: skip


def _held(row: TopicRow) -> Cell:
    return Cell(f"{row.held} 场") if row.held else Cell("未覆盖", tone=Tone.DASHED)


def _training(at: int, fact: TrainingFact, today: date) -> Column[TopicRow]:
    day = day_words(fact.start.date(), today=today)
    ticked = Cell("✓", role="green") if fact.held else Cell("计划", role="amber")
    return Column(
        key=f"training-{at}",
        title=day,
        width=80,
        cell=lambda row: ticked if row.deals[at] else Cell(""),
        tip=f"{day} {fact.title}",
    )


def _happened(fact: TrainingFact) -> Cell:
    return Cell("已举办", tone=Tone.GREEN) if fact.held else Cell("待举办", tone=Tone.AMBER)

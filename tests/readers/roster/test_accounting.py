"""Whatever stands in the cells: nothing crashes and no row is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.person_name import is_plausible_name
from jz_training.readers.grids.grid import Cell, Grid, Merge, squared
from jz_training.readers.roster.columns import is_name_heading
from jz_training.readers.roster.fill import fill_blanks
from jz_training.readers.roster.judging import TELLING, reason_against
from jz_training.readers.roster.people import PERSON_FIELDS
from jz_training.readers.roster.sheet import SheetReading, read_sheet
from jz_training.readers.roster.values import clean_text

WORDS = (
    "姓名", "单位", "序号", "职务", "联系电话", "身份证号", "小计", "合计", "填表人：", "年 月 日",
    "备注", "林小禾", "方　舟", "石磊", "示例机械厂", "同上", "无", "13800138001", "1.38E+10",
    "410800199001011234", "𠮷", "\ue000", "花名册", " ",
)  # fmt: skip
cells = st.one_of(
    st.just(""),
    st.sampled_from(WORDS),
    st.text(max_size=60, alphabet=st.characters(exclude_categories=())),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)
tables = st.lists(st.lists(cells, max_size=7), max_size=45).map(squared)
merges = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 6), st.integers(0, 40), st.integers(0, 6)),
    max_size=4,
)


def read(rows: list[Any], merged: Sequence[tuple[int, int, int, int]] = ()) -> SheetReading:
    spans = tuple(Merge(t, le, t + h, le + w) for t, le, h, w in merged)
    grid = Grid(name="甲", rows=rows, merges=spans, hidden_rows=frozenset((3,)))
    return read_sheet(grid, chosen={}, most_rows=1000)


@given(tables, merges)
def test_any_cells_can_be_read(rows: list[list[Cell]], merged: Any) -> None:
    reading = read(rows, merged)
    assert all(map(is_plausible_name, reading.people.texts[PERSON_FIELDS[0]]))
    assert all(len(column) == len(reading.people) for column in reading.people.texts.values())


@given(tables, merges, st.booleans())
def test_every_row_below_a_header_is_a_person_or_skipped_or_empty(
    rows: list[list[Cell]], merged: Any, two_blocks: bool
) -> None:
    head = ["序号", "姓名", "单位"] * (2 if two_blocks else 1)
    rows = squared([head, *rows])
    reading = read(rows, merged)
    told = {*reading.people.rows, *(one.row for one in reading.skipped)}
    width = len(reading.headings)
    header = next(n for n, row in enumerate(rows) if any(is_name_heading(str(c)) for c in row))
    assert reading.has_header
    for number, row in enumerate(rows, 1):
        if number > header + 2 and any(clean_text(cell) for cell in row[:width]):
            assert number in told or not any(map(clean_text, row[_first(reading) :]))


def _first(reading: SheetReading) -> int:
    return next(n for n, heading in enumerate(reading.headings) if heading)


@given(st.lists(st.sampled_from(["甲厂", "乙厂", "丙厂", "", "〃"]), max_size=30))
def test_filling_down_never_changes_what_was_written(units: list[str]) -> None:
    filled = list(units)
    rows = fill_blanks(filled)
    for n, (before, after) in enumerate(zip(units, filled, strict=True)):
        assert after == before or before in ("", "〃")
        assert n not in rows or after == filled[n - 1]


def test_every_word_that_is_no_name_has_a_telling_character() -> None:
    words = """小计 合计 总计 共计 累计 总人数 办公小计 人数合计 填表人 填报人 制表人 制表
        审核人 审核 审批 经办人 联系人 负责人 单位 统计 录入 校对 报送 复核 记录 记录人 备注 说明
        附注 盖章 单位盖章 年月日 复核人 主管领导 空缺 暂缺 待定 无此人 同上 姓名 名字 学员 人员
        应到 实到人数 到会人数 缺席 请假人员
        以下空白 示例 样例 暂无 未定 待补 空岗 缺额 某某 某某某"""
    for word in words.split():
        assert reason_against(word) is None or not TELLING.isdisjoint(word), word


def test_a_column_of_names_that_holds_id_cards_names_nobody_and_ends() -> None:
    reading = read([["姓名"], ["410800199001011234"], ["410800199001011234"]])
    assert len(reading.people) == 0
    assert [(one.row, one.text) for one in reading.skipped] == [(2, "…"), (3, "…")]

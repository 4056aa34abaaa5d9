"""What the words of a form propose, and what they do not."""

from __future__ import annotations

from jz_training.domain.form_proposals import Vocabulary, plain, proposals
from jz_training.domain.statistics import By
from jz_training.domain.superior_form import (
    FormCell,
    FormFile,
    FormKind,
    FormSheet,
    ListSource,
    Whose,
)

LEADERS = Whose(by=By.LAYER, key="领导干部", name="领导干部")
WORDS = Vocabulary(
    figures={"present": ("实到人次",), "rate": ("到会率",), "office.operator": ("填表人",),
             "office.today": ("填报日期",)},
    grouped=frozenset({"present", "rate"}),
    lists={ListSource.LEDGER: {"number": ("序号",), "title": ("主题", "培训主题"),
                               "present": ("实到",)},
           ListSource.PLAN: {"ordinal": ("序号",), "title": ("培训主题",)}},
    groups={"领导干部": LEADERS},
    totals=("合计",),
)  # fmt: skip


def proposed(*rows: tuple[str | None, ...], framed: bool = True):
    """None is a place without lines; an empty text one with them."""
    cells = tuple(
        FormCell(row=row, column=column, text=text, framed=framed,
                 formula=text if text.startswith("=") else "")
        for row, texts in enumerate(rows, start=1)
        for column, text in enumerate(texts, start=1)
        if text is not None
    )  # fmt: skip
    columns = max(map(len, rows))
    sheet = FormSheet(name="表", rows=len(rows), columns=columns, cells=cells)
    return proposals(FormFile(kind=FormKind.WORKBOOK, sheets=(sheet,)), WORDS)


def places(ties):
    return [(one.row, one.column, one.figure, one.whose, one.points) for one in ties.cells]


def test_a_label_proposes_the_empty_place_beside_it():
    assert places(proposed(("实到人次：", "", "到会率(%)", ""))) == [
        (1, 2, "present", None, False), (1, 4, "rate", None, True),
    ]  # fmt: skip


def test_a_place_that_is_filled_or_worked_out_is_not_proposed():
    assert places(proposed(("实到人次", "3"), ("到会率", "=B1"))) == []


def test_words_inside_a_cell_propose_what_goes_behind_them():
    ties = proposed(("单位负责人：　　填表人：　　填报日期：　　",))
    assert [(one.figure, one.after) for one in ties.cells] == [
        ("office.operator", "填表人："), ("office.today", "填报日期："),
    ]  # fmt: skip


def test_the_line_of_a_group_meets_the_head_of_a_figure():
    ties = proposed(("层级", "实到人次", "到会率（％）"), ("领导干部", "", ""), ("合计", "", "=C2"))
    assert places(ties) == [
        (2, 2, "present", LEADERS, False),
        (2, 3, "rate", LEADERS, True),
        (3, 2, "present", None, False),
    ]


def test_a_head_of_our_words_proposes_a_list_for_the_rows_that_wait():
    ties = proposed(
        ("序号", "培训主题", "实到"), ("1", "", ""), ("2", "", ""), ("合计", "", "=C2"),
    )  # fmt: skip
    (tie,) = ties.lists
    assert (tie.first, tie.last, tie.source) == (2, 3, ListSource.LEDGER)
    assert tie.columns == ((1, "number"), (2, "title"), (3, "present"))
    assert ties.cells == ()


def test_a_head_without_rows_that_wait_proposes_nothing():
    assert proposed(("序号", "培训主题", "实到"), ("1", "已填", "3")).lists == ()


def test_labels_are_compared_without_blanks_brackets_and_width():
    assert plain(" 填报 单位（盖章）：") == plain("填报单位") == "填报单位"

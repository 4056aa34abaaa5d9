"""What scripts get of a roster: stable keys, null for what is absent, sentences in Chinese."""

from __future__ import annotations

import json
from pathlib import Path

from jz_training.cli.roster_json import roster_json
from jz_training.readers.roster.understand import read_roster
from tests.readers.workbooks import xlsx

ROWS = [
    ["姓名", "单位", "联系电话"],
    ["林　禾", "示例机械厂", 13800138001],
    ["合计", "", "1人"],
]


def test_a_person_has_all_keys_and_null_for_what_is_absent(tmp_path: Path) -> None:
    person = roster_json(read_roster(xlsx(tmp_path / "a.xlsx", ROWS)))["people"][0]
    assert person == {
        "name": "林禾", "unit": "示例机械厂", "department": None, "post": None, "layer": None,
        "category": None, "sex": None, "number": None, "phone": "13800138001", "row": 2,
        "sheet": "Sheet1",
    }  # fmt: skip


def test_skipped_rows_and_warnings_are_sentences(tmp_path: Path) -> None:
    plain = roster_json(read_roster(xlsx(tmp_path / "a.xlsx", ROWS)))
    assert plain["skipped"] == [
        {"row": 3, "reason": "小计或合计", "text": "合计 1人", "sheet": "Sheet1"}
    ]
    assert plain["warnings"] == ["工作表“Sheet1”：1 个姓名去掉了空格或统一了间隔号：林禾。"]


def test_columns_are_named_with_their_field(tmp_path: Path) -> None:
    columns = roster_json(read_roster(xlsx(tmp_path / "a.xlsx", ROWS)))["columns"]
    assert [(column["index"], column["field"]) for column in columns] == [
        (0, "name"), (1, "unit"), (2, "phone"),
    ]  # fmt: skip


def test_it_is_json(tmp_path: Path) -> None:
    plain = roster_json(read_roster(xlsx(tmp_path / "a.xlsx", ROWS)))
    assert json.loads(json.dumps(plain)) == plain

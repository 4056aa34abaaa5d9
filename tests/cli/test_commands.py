"""The command line: the same services from a terminal, clean JSON, one sentence per error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from jz_training.app import has_screen, run

ROWS = [
    ("序号", "姓名", "单位", "职务", "联系电话"),
    (1, "丁　宁", "织造车间", "班长", 13000000001),
    (2, "王芳", "织造车间", "", "130-0000-0002"),
    (3, "魏来", "印染车间", "组长", None),
    ("合计", 3, None, None, None),
]


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "名册.xlsx")
    return tmp_path / "名册.xlsx"


@pytest.fixture
def training(say, roster) -> str:
    """Return the id of a training whose list is fixed."""
    say("roster", "import", str(roster))
    times = ("--start", "2026-11-20T15:00", "--end", "2026-11-20T16:30")
    _, printed, _ = say("training", "add", "--title", "专题学习会", *times)
    say("training", "freeze", printed.strip())
    return printed.strip()


def test_a_roster_is_read_as_json_and_nothing_else_is_printed(say, roster):
    code, printed, said = say("roster", "read", str(roster), "--json", data=False)
    answer = json.loads(printed)
    assert (code, said) == (0, "")
    assert [person["name"] for person in answer["people"]] == ["丁宁", "王芳", "魏来"]
    assert answer["people"][0]["phone"] == "13000000001"
    assert answer["people"][2]["phone"] is None
    assert [row["row"] for row in answer["skipped"]] == [5]


def test_a_roster_is_imported_once(say, roster):
    assert "新增 3 人" in say("roster", "import", str(roster))[1]
    assert "新增 0 人" in say("roster", "import", str(roster))[1]


def test_an_exported_roster_is_read_back_as_the_same_people(say, roster, tmp_path):
    say("roster", "import", str(roster))
    target = tmp_path / "导出.xlsx"
    assert say("roster", "export", str(target), "--full-phone")[0] == 0
    again = say("roster", "import", str(target))[1]
    assert "新增 0 人，更新 0 人，未动 3 人" in again


def test_a_masked_export_does_not_overwrite_the_phones(say, roster, tmp_path):
    say("roster", "import", str(roster))
    target = tmp_path / "导出.xlsx"
    say("roster", "export", str(target), "--with-phone")
    say("roster", "import", str(target))
    say("roster", "export", str(target), "--full-phone")
    phones = [str(row[-1]) for row in load_workbook(target).active.values if row[-1]]
    assert "13000000001" in phones


def test_a_training_goes_from_list_to_closing(say, training, tmp_path):
    target = tmp_path / "签到表.pdf"
    assert say("training", "sheet", training, "--out", str(target))[0] == 0
    assert target.read_bytes().startswith(b"%PDF")
    _, printed, _ = say("attendance", "mark", training, "缺席 2；请假 3 公", "--rest", "到会")
    assert "应到 3 = 实到 1 + 请假 1 + 缺席 1 + 未记录 0" in printed
    assert say("attendance", "close", training)[0] == 0
    listed = json.loads(say("training", "list", "--json")[1])
    assert listed[0]["state"] == "closed"
    assert listed[0]["rate"] == 33.3


def test_a_mark_that_is_not_understood_is_told_and_nothing_is_recorded(say, training):
    code, _, said = say("attendance", "mark", training, "缺席 2 迟到 99")
    assert code == 1
    assert said.startswith("没有登记：")
    listed = json.loads(say("training", "list", "--json")[1])
    assert listed[0]["unrecorded"] == 3


def test_closing_with_unrecorded_lines_says_how_many(say, training):
    code, _, said = say("attendance", "close", training)
    assert (code, "还有 3 人未记录" in said) == (1, True)


def test_reopening_and_undoing_are_in_the_history(say, training):
    say("attendance", "mark", training, "", "--rest", "到会")
    say("attendance", "close", training)
    assert say("attendance", "reopen", training, "--reason", "漏记")[0] == 0
    assert "撤销：重新打开" in say("undo")[1]
    assert "漏记" in say("history")[1]


def test_a_workspace_is_backed_up_checked_and_restored(say, roster):
    name = say("backup")[1].split()[0]
    say("roster", "import", str(roster))
    assert say("restore", name)[0] == 0
    assert "新增 3 人" in say("roster", "import", str(roster))[1]
    assert "检查通过" in say("check")[1]
    assert len(say("backup", "--list")[1].splitlines()) >= 2


def test_a_training_that_is_not_there_is_one_sentence(say):
    code, printed, said = say("attendance", "close", "ffff")
    assert (code, printed) == (1, "")
    assert said == "没有找到这个场次，可能已被删除。请刷新后再看。\n"


def test_reports_and_ledgers_are_written(say, training, tmp_path):
    say("attendance", "mark", training, "", "--rest", "到会")
    for words in (["report"], ["report", "--training", training]):
        target = tmp_path / f"{len(words)}.pdf"
        assert say(*words, "--as-of", "2026-11-30", "--out", str(target))[0] == 0
        assert target.read_bytes().startswith(b"%PDF")
        in_word = target.with_suffix(".docx")
        assert say(*words, "--as-of", "2026-11-30", "--out", str(in_word))[0] == 0
        assert "以上数字由签到记录" in "".join(each.text for each in Document(in_word).paragraphs)
    for words in (["ledger"], ["ledger", "--training", training]):
        target = tmp_path / f"{len(words)}.xlsx"
        assert say(*words, "--as-of", "2026-11-30", "--out", str(target))[0] == 0
        assert load_workbook(target).active.max_row > 1


def test_wrong_words_are_told_by_the_usage(capsys):
    with pytest.raises(SystemExit) as stopped:
        run(["roster", "frobnicate"])
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit):
        run(["--version"])
    assert capsys.readouterr().out.startswith("jz-training ")


@pytest.mark.parametrize(
    ("platform", "surroundings", "screen"),
    [
        ("win32", {}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_window_needs_a_screen(platform, surroundings, screen):
    assert has_screen(platform, surroundings) is screen

"""The demonstration: the whole job, and figures that agree on every paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pdfplumber
import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from jz_training.app import run


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert run(["demo", "--out", str(folder)]) == 0
    return folder


def words_of(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return "".join("".join((page.extract_text() or "").split()) for page in pdf.pages)


def table_of(path: Path, sheet: str | None = None) -> list[dict[str, Any]]:
    """Return the lines of a workbook below the line that begins with 序号."""
    book = load_workbook(path)
    lines = list((book[sheet] if sheet else book.worksheets[0]).values)
    head = next(place for place, line in enumerate(lines) if line[0] == "序号")
    return [dict(zip(lines[head], line, strict=True)) for line in lines[head + 1 :]]


def summaries(out: Path) -> list[Path]:
    return sorted(out.glob("*单场小结.pdf"))


def test_every_paper_of_the_job_is_written(out):
    kinds = ("签到表.pdf", "考勤表.xlsx", "单场小结.pdf")
    assert {kind: len(list(out.glob(f"*{kind}"))) for kind in kinds} == dict(
        zip(kinds, (9, 6, 6), strict=True)
    )
    for name in (
        "人员名册.xlsx", "培训台账.xlsx", "情况报告.pdf", "培训班签到表.pdf", "请假名单.pdf",
        "补学名单.xlsx", "补学签到表.pdf", "线上参会记录.xlsx", "学习记录.pdf", "统计.xlsx",
        "培训情况统计表.pdf", "情况报告（文件）.docx", "签到率与缺席名单.xlsx", "培训证书.pdf",
        "上级表格 季度统计表.xlsx", "学时证明.pdf", "人员学习档案.docx", "证书发放登记表.xlsx",
    ):  # fmt: skip
        assert (out / name).is_file()


def test_the_report_says_the_same_on_paper_in_word_and_in_the_archive(out):
    paper = words_of(out / "情况报告（文件）.pdf")
    figures = re.search(r"应到\d+人次，实到\d+人次，请假\d+人次", paper)
    assert figures is not None
    assert figures[0] in words_of(out / "情况报告（归档）.pdf")
    word = Document(str(out / "情况报告（文件）.docx"))
    assert figures[0] in "".join(paragraph.text for paragraph in word.paragraphs)


def test_each_summary_agrees_with_its_attendance_list_and_with_the_ledger(out):
    ledger = {line["主题"]: line for line in table_of(out / "培训台账.xlsx")}
    for path in summaries(out):
        text = words_of(path)
        lines = table_of(Path(str(path).replace("单场小结.pdf", "考勤表.xlsx")))
        said = re.search(r"应到(\d+)人，实到(\d+)人，请假(\d+)人，缺席(\d+)人", text)
        assert said is not None, path
        expected, present, leave, absent = map(int, said.groups())
        marks = [line["考勤"] for line in lines]
        assert expected == len(marks)
        assert present == sum(mark in ("到会", "迟到", "早退", "线上") for mark in marks)
        assert (leave, absent) == (marks.count("请假"), marks.count("缺席"))
        row = next(row for title, row in ledger.items() if title and title in text)
        assert (row["应到"], row["实到"], row["请假"], row["缺席"]) == (
            expected,
            present,
            leave,
            absent,
        )


def test_the_period_is_the_sum_of_its_trainings(out):
    *rows, total = table_of(out / "培训台账.xlsx")
    text = words_of(out / "情况报告.pdf")
    for heading in ("应到", "实到", "请假", "缺席", "未记录"):
        added = sum(row[heading] or 0 for row in rows)
        assert total[heading] == added
        assert f"{heading}{added}人次" in text
    assert "不相符" not in text


def test_each_sheet_holds_the_names_of_its_attendance_list(out):
    for path in sorted(out.glob("*签到表.pdf"))[:3]:
        text = words_of(path)
        lines = table_of(Path(str(path).replace("签到表.pdf", "考勤表.xlsx")))
        in_one_line = [line["姓名"] for line in lines if len(line["姓名"]) <= 4]
        assert [name for name in in_one_line if name not in text] == []


def test_it_can_be_run_again_and_says_the_same(out, capsys):
    before = {path.name: path.read_bytes() for path in out.glob("*.xlsx")}
    assert run(["demo", "--out", str(out)]) == 0
    assert {path.name: path.read_bytes() for path in out.glob("*.xlsx")} == before


def test_a_workspace_that_somebody_works_in_is_never_replaced(tmp_path, capsys):
    (tmp_path / "工作区").mkdir()
    (tmp_path / "工作区" / "data.sqlite").write_bytes(b"mine")
    assert run(["demo", "--out", str(tmp_path)]) == 1
    assert "不会覆盖" in capsys.readouterr().err
    assert (tmp_path / "工作区" / "data.sqlite").read_bytes() == b"mine"


def test_a_roster_of_ones_own_goes_through_the_same_job(tmp_path, capsys):
    book = Workbook()
    for row in [("姓名", "部门"), *((f"张{n}丰", f"{n % 3}车间") for n in range(30))]:
        book.active.append(row)
    book.save(tmp_path / "我的名册.xlsx")
    words = ["demo", "--out", str(tmp_path / "out"), "--roster", str(tmp_path / "我的名册.xlsx")]
    assert run(words) == 0
    assert "应到 30" in capsys.readouterr().out


#: Kind, state and gaps of duties of the sample, counted by hand from resources/sample/sample.json.
DUTIES = {
    "专题学习会不少于4场": ("部分落实", "还差 2 场专题学习会"),  # two batches were held
    "各单位党组理论学习中心组专题学习不少于2次": ("部分落实", "还差 1 次中心组学习"),
    "刊发评论文章2篇以上": ("部分落实", "还差 1 篇评论"),
    "组织职工撰写体会文章5篇以上": ("部分落实", "还差 2 篇体会文章"),
    "听众300人次以上": ("部分落实", "还差 182 人次"),  # 22 + 18 + 46 by heads, 32 by the list
    "各单位要开设学习专栏": ("已落实", None),
}


def test_the_task_book_says_what_a_count_by_hand_says(out):
    rows = {row["要求（原文）"]: row for row in table_of(out / "任务书.xlsx")}
    assert len(rows) == 29
    for phrase, (state, gap) in DUTIES.items():
        assert (rows[phrase]["状态"], rows[phrase]["差距"]) == (state, gap), phrase


def test_the_papers_of_the_notice_are_written(out):
    for name in ("培训计划表", "任务分解表", "任务书", "宣讲记录表"):
        assert (out / f"{name}.pdf").is_file()
        assert (out / f"{name}.xlsx").is_file()
    assert (out / "覆盖表.xlsx").is_file()
    assert (out / "宣传报道台账.xlsx").is_file()


def test_the_talks_of_the_record_are_those_of_the_summary(out):
    rows = table_of(out / "宣讲记录表.xlsx")
    *talks, total = rows
    assert total["人数"] == sum(row["人数"] or 0 for row in talks) == 118
    assert "现场听众118人次" in words_of(out / "情况报告.pdf")


def test_the_statistics_count_what_the_ledger_counts(out):
    *_, total = table_of(out / "培训台账.xlsx")
    lines = list(load_workbook(out / "统计.xlsx")["总览"].values)
    head = next(line for line in lines if line[0] == "范围")
    said = dict(zip(head, lines[lines.index(head) + 1], strict=True))
    for heading in ("应到", "实到", "请假", "缺席", "未记录", "补学"):
        assert said[heading] == total[heading]


def test_the_dossier_is_bound_and_zipped(out):
    stem = "2026-09-16_工会中心组专题学习（第3次）_档案"
    assert "学习记录" in words_of(out / f"{stem}.pdf")
    with ZipFile(out / f"{stem}.zip") as zipped:
        assert any("/08照片/" in name for name in zipped.namelist())

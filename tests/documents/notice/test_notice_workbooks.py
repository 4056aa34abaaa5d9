"""Plan, tasks, task book, publicity, talks and coverage as workbooks, read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from jz_training.documents.notice.coverage import coverage_xlsx
from jz_training.documents.notice.outreach import outreach_xlsx
from jz_training.documents.notice.plan import plan_xlsx
from jz_training.documents.notice.publicity import publicity_xlsx
from jz_training.documents.notice.task_book import task_book_xlsx
from jz_training.documents.notice.tasks import tasks_xlsx
from jz_training.domain.coverage import TopicRow
from jz_training.domain.evidence import EvidenceKind
from tests.factories import ORGANISER
from tests.notice_factories import (
    NOTICE,
    TODAY,
    coverage,
    duty,
    evidence,
    met,
    plan,
    plan_item,
    publication,
    talk,
    task,
    task_book,
    tasks,
    training_fact,
)

FORMULA = '=HYPERLINK("https://example.org")'


def _plan(count: int, text: str) -> bytes:
    items = tuple(plan_item(number, title=text, note=text) for number in range(1, count + 1))
    return plan_xlsx(plan(items=items, note=text))


def _tasks(count: int, text: str) -> bytes:
    return tasks_xlsx(tasks(rows=tuple(task(n, measure=text) for n in range(1, count + 1))))


def _book(count: int, text: str) -> bytes:
    asked = {"phrase": text, "owner": text}
    duties = tuple(duty(number, asked=asked) for number in range(1, count + 1))
    return task_book_xlsx(task_book(title=text, duties=duties))


def _publicity(count: int, text: str) -> bytes:
    rows = [publication(number, title=text, link=text) for number in range(1, count + 1)]
    return publicity_xlsx(rows, organiser=text, as_of=TODAY)


def _outreach(count: int, text: str) -> bytes:
    rows = [talk(number, title=text) for number in range(1, count + 1)]
    return outreach_xlsx(rows, organiser=text, as_of=TODAY)


def _coverage(count: int, text: str) -> bytes:
    trainings = tuple(training_fact(number, title=text) for number in range(1, count + 1))
    view = coverage(trainings=trainings, layers=(text, "职工"))
    return coverage_xlsx(view, title=text, organiser=text, as_of=TODAY)


Maker = Callable[[int, str], bytes]
MAKERS = (_plan, _tasks, _book, _publicity, _outreach, _coverage)


def _sheets(data: bytes) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(BytesIO(data))
    return {
        sheet.title: [[cell.value for cell in line] for line in sheet.iter_rows()]
        for sheet in book.worksheets
    }


def _lines(data: bytes, sheet: str, heading: str = "序号") -> list[dict[str, Any]]:
    """Return the lines below the header, by heading."""
    rows = _sheets(data)[sheet]
    at = next(number for number, row in enumerate(rows) if row[0] == heading)
    return [dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 :]]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("text", [FORMULA, "+1", "@x", "-2", "<b>\x00\n", "学" * 40_000])
def test_text_stays_text_and_no_cell_is_a_formula(make: Maker, text: str) -> None:
    book = openpyxl.load_workbook(BytesIO(make(2, text)))
    kinds = {cell.data_type for sheet in book for line in sheet.iter_rows() for cell in line}
    assert "f" not in kinds
    assert not any(cell.hyperlink for sheet in book for line in sheet.iter_rows() for cell in line)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("count", [0, 200])
def test_lists_of_any_length_are_written_the_same_each_time(make: Maker, count: int) -> None:
    data = make(count, "学习")
    assert data == make(count, "学习")
    assert openpyxl.load_workbook(BytesIO(data)).worksheets


def test_a_plan_has_real_numbers() -> None:
    line = _lines(plan_xlsx(plan(plan_item(2))), "培训计划表")[0]
    assert line == {
        "序号": 1, "培训主题": "市工会代表大会精神专题学习（第2期）", "形式": "专题学习会",
        "培训对象（层级/类别）": "一般干部／专职工会干部", "人数": 36, "期次/批次": "第2期第1批",
        "时间": "2026年2月", "地点": "职工之家二楼", "主讲人": "万国栋", "学时": 3.5,
        "责任部门/责任人": "宣教部", "完成情况": "已逾期", "备注": None,
    }  # fmt: skip


def test_a_task_has_real_dates_and_its_progress() -> None:
    first, second = _lines(tasks_xlsx(tasks(task(1), task(2, start=None))), "任务分解表")
    assert first["开始"] == datetime(2026, 9, 14)
    assert first["完成时限"] == datetime(2026, 10, 4)
    assert (first["进度（%）"], first["状态"]) == (40, "已逾期")
    assert second["开始"] is None


def test_a_task_book_has_every_piece_of_evidence_on_its_second_sheet() -> None:
    film = evidence(7, kind=EvidenceKind.PUBLICITY, title="小记", persons=0, by_hand=True)
    book = task_book(duty(1), met(2, evidence=(evidence(2), film)), duty(3, evidence=()))
    data = task_book_xlsx(book)
    duties = _lines(data, "任务书")
    assert [line["期限"] for line in duties] == [datetime(2026, 12, 5)] * 3
    assert duties[2]["落实情况"] == "车间 4/6"
    lines = _lines(data, "落实材料", "要求序号")
    assert [line["要求序号"] for line in lines] == [1, 2, 2]
    assert (lines[0]["人次"], lines[0]["计入方式"]) == (18, "自动")
    assert (lines[2]["种类"], lines[2]["人次"], lines[2]["计入方式"]) == ("宣传报道", None, "手工")


def test_publications_have_real_dates_and_plain_links() -> None:
    data = publicity_xlsx([publication(1, files=2)], organiser=ORGANISER, as_of=TODAY)
    line = _lines(data, "宣传报道台账")[0]
    assert line["日期"] == datetime(2026, 9, 9)
    assert (line["阅读（观看）量"], line["存档"]) == (121, 2)
    assert (line["渠道"], line["体裁"]) == ("新闻网站", "专栏")
    assert line["链接"] == "https://example.org/1"


def test_the_total_of_talks_is_that_of_the_column_and_of_the_months() -> None:
    rows = [talk(number) for number in range(1, 50)] + [talk(50, held=False)]
    data = outreach_xlsx(rows, organiser=ORGANISER, as_of=TODAY, published=[date(2026, 9, 1)])
    *lines, total = _lines(data, "宣讲记录表")
    *months, sums = _lines(data, "按月合计", "月份")
    assert total["人数"] == sum(line["人数"] or 0 for line in lines) == 49 * 30
    assert total["人数"] == sums["听众（人次）"] == sum(line["听众（人次）"] for line in months)
    assert (sums["宣讲（场）"], sums["报道（篇）"]) == (49, 1)
    assert lines[-1]["备注"] == "未举办，不计入合计"


def test_nothing_held_needs_no_months() -> None:
    assert list(_sheets(outreach_xlsx([], organiser="", as_of=TODAY))) == ["宣讲记录表"]


def test_coverage_shows_clauses_by_layer_and_trainings_by_topic() -> None:
    marked = (training_fact(1, topics=("把牢正确政治方向",)), training_fact(2, held=False))
    data = coverage_xlsx(coverage(trainings=marked), title=NOTICE, organiser=ORGANISER, as_of=TODAY)
    first, second = _lines(data, "条款与层级", "条款")
    assert first["领导干部"] == "1 场 18 人次，待办 1 场"
    assert (first["已举办"], first["待举办"], first["人次"], first["要求"]) == (1, 1, 18, 3)
    assert (second["领导干部"], second["中层干部"]) == ("—", "待办 1 场")
    held, planned, total = _lines(data, "内容与场次")
    assert (held["把牢正确政治方向"], planned["把牢正确政治方向"]) == ("已学", None)
    assert total["把牢正确政治方向"] == "1 场"


def test_a_long_topic_stands_whole_above_the_table() -> None:
    topic = "把学习成果转化为服务职工群众推动工作落实的实际行动"
    view = coverage(topics=(TopicRow(topic=topic, deals=(True, True), held=1),))
    rows = _sheets(coverage_xlsx(view, title="", organiser="", as_of=TODAY))["内容与场次"]
    assert any(str(row[0]).endswith(f"：{topic}") for row in rows)


def test_coverage_of_one_phase_says_which() -> None:
    data = coverage_xlsx(coverage(phase=2), title="", organiser="", as_of=TODAY)
    assert any("范围：第2期" in str(row[0]) for row in _sheets(data)["条款与层级"])

"""Plan, tasks, task book, publicity and talks on paper: all of it, inside the page, each time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.measures import BOTTOM, LEFT, PAGE_HEIGHT, RIGHT
from jz_training.documents.notice.outreach import outreach_pdf
from jz_training.documents.notice.plan import plan_pdf
from jz_training.documents.notice.publicity import publicity_pdf
from jz_training.documents.notice.task_book import task_book_pdf
from jz_training.documents.notice.tasks import tasks_pdf
from jz_training.domain.task_book import DutyState, Gap, GapCode
from tests.documents.pdf_reading import opened, texts
from tests.factories import ORGANISER
from tests.notice_factories import (
    TODAY,
    duty,
    met,
    plan,
    plan_item,
    planned_training,
    publication,
    talk,
    task,
    task_book,
    tasks,
)

LONG = "结合岗位实际分批分组开展学习交流研讨，" * 30
HOSTILE = "<b>&amp;=1+1\x00\n𠮷"


def _plan(fonts: Fonts, count: int, text: str) -> bytes:
    items = [plan_item(number, title=text, note=text) for number in range(1, count + 1)]
    return plan_pdf(plan(items=tuple(items), title=text), fonts=fonts)


def _tasks(fonts: Fonts, count: int, text: str) -> bytes:
    rows = tuple(task(number, measure=text, owner=text[:9]) for number in range(1, count + 1))
    return tasks_pdf(tasks(rows=rows, title=text), fonts=fonts)


def _book(fonts: Fonts, count: int, text: str) -> bytes:
    asked = {"phrase": text, "owner": text}
    duties = tuple(duty(number, asked=asked) for number in range(1, count + 1))
    return task_book_pdf(task_book(title=text, issuer=text, duties=duties), fonts=fonts)


def _publicity(fonts: Fonts, count: int, text: str) -> bytes:
    rows = [publication(number, title=text, link=text) for number in range(1, count + 1)]
    return publicity_pdf(rows, organiser=text, as_of=TODAY, fonts=fonts)


def _outreach(fonts: Fonts, count: int, text: str) -> bytes:
    rows = [talk(number, place=text, groups=(text,)) for number in range(1, count + 1)]
    return outreach_pdf(rows, organiser=text, as_of=TODAY, fonts=fonts)


Maker = Callable[[Fonts, int, str], bytes]
MAKERS = (_plan, _tasks, _book, _publicity, _outreach)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize(("count", "text"), [(0, "空"), (2, HOSTILE + LONG), (60, "学习")])
def test_every_page_stays_inside_the_paper(
    fonts: Fonts, make: Maker, count: int, text: str
) -> None:
    with opened(make(fonts, count, text)) as pdf:
        for page in pdf.pages:
            assert (round(page.width), round(page.height)) == (842, 595)
            for char in page.chars:
                assert LEFT - 0.2 <= char["x0"] <= char["x1"] <= RIGHT + 0.2
                assert 28 <= char["top"] <= char["bottom"] <= PAGE_HEIGHT - 14


@pytest.mark.parametrize("make", MAKERS)
def test_the_same_view_gives_the_same_bytes(fonts: Fonts, make: Maker) -> None:
    assert make(fonts, 3, "学习") == make(fonts, 3, "学习")


@pytest.mark.parametrize("make", MAKERS)
def test_long_words_are_broken_and_not_shortened(fonts: Fonts, make: Maker) -> None:
    whole = "".join(texts(make(fonts, 1, LONG)))
    assert whole.count("研讨，") >= 30


def test_a_plan_lists_every_item_with_what_became_of_it(fonts: Fonts) -> None:
    items = (
        plan_item(1, trainings=(planned_training(),)),
        plan_item(2, trainings=(planned_training(held=False, start=date(2026, 12, 3)),)),
        plan_item(11, last=date(2026, 12, 30)),
        plan_item(4),
    )
    (page,) = texts(plan_pdf(plan(*items), fonts=fonts))
    assert "已举办（10月15日，实到16人）" in page
    assert "已安排（12月3日）" in page
    assert "未安排" in page
    assert "已逾期" in page
    assert "共 4 项，已举办 1 项" in page
    assert "定稿：2026年9月10日" in page
    for word in ("制表：", "审核：", "批准："):
        assert word in page


def test_a_plan_that_is_not_settled_says_so_in_its_head(fonts: Fonts) -> None:
    (page,) = texts(plan_pdf(plan(settled_on=None), fonts=fonts))
    assert "2026年度职工学习培训计划（草案）" in page
    assert "草案" not in texts(plan_pdf(plan(), fonts=fonts))[0]


def test_tasks_are_a_table_and_a_timetable_with_the_same_numbers(fonts: Fonts) -> None:
    pages = texts(tasks_pdf(tasks(*(task(number) for number in range(1, 61))), fonts=fonts))
    maps = [page for page in pages if "时间表和路线图" in page]
    assert len(maps) >= 3
    assert "共 60 项：已完成 20 项" in pages[0]
    for number in range(1, 61):
        name = f"（第{number}项）"
        assert sum(page.count(name) for page in maps) == 1
        assert sum(page.count(name) for page in pages) == 2
    assert all("第 " in page and "截至11月20日" in page for page in maps)


def test_a_full_timetable_leaves_the_page_number_alone(fonts: Fonts) -> None:
    view = tasks(*(task(number) for number in range(1, 41)), title=LONG)
    with opened(tasks_pdf(view, fonts=fonts)) as pdf:
        for page in pdf.pages:
            foot = [char for char in page.chars if char["bottom"] > PAGE_HEIGHT - BOTTOM + 0.5]
            words = "".join(char["text"] for char in foot)
            assert words.startswith(f"第 {page.page_number} 页　共 {len(pdf.pages)} 页")
            assert words.endswith(("页", "任务分解表"))
            assert all(rect["bottom"] <= PAGE_HEIGHT - BOTTOM + 0.5 for rect in page.rects)


def test_no_tasks_need_no_timetable(fonts: Fonts) -> None:
    (page,) = texts(tasks_pdf(tasks(rows=()), fonts=fonts))
    assert "（暂无）" in page


def test_a_task_book_shows_state_evidence_and_gap_of_each_duty(fonts: Fonts) -> None:
    bare = duty(
        3,
        state=DutyState.NOT_BEGUN,
        evidence=(),
        figures=(),
        gaps=(Gap(code=GapCode.NO_PLAN),),
        asked={"own_due": None, "due_phrase": "及时", "owner": ""},
    )
    late = duty(4, asked={"own_due": date(2026, 11, 1)})
    (page,) = texts(task_book_pdf(task_book(duty(1), met(2), bare, late), fonts=fonts))
    assert "文号：清工发〔2026〕31号" in page
    assert "发文单位：清河市总工会" in page
    assert "截至：2026年11月20日" in page
    assert "共 4 项要求：已落实 1 项、部分落实 2 项、未开始 1 项　　其中已逾期 1 项" in page
    assert "学习培训 1 场；车间 4/6" in page
    assert "还差 1 场报告会" in page
    assert "及时未开始（待补）还没有培训计划" in page
    assert "部分落实，已逾期" in page


def test_talks_end_with_the_sums_of_what_was_held(fonts: Fonts) -> None:
    rows = [talk(1), talk(2, head_count=None), talk(3, held=False), talk(40, named=12)]
    (page,) = texts(
        outreach_pdf(
            rows, organiser=ORGANISER, as_of=TODAY, published=[date(2026, 9, 3)], fonts=fonts
        )
    )
    assert "已举办 3 场：车间 2 场、班组 1 场" in page
    assert "其中 1 场人数未填" in page
    assert "合计（3 场）42600" in page
    assert "2026年9月1230400" in page
    assert "2026年10月0112200" in page
    assert "合计1342600" in page
    assert "未举办，不计入合计" in page


def test_publications_are_counted_by_channel(fonts: Fonts) -> None:
    rows = [publication(1), publication(11), publication(2)]
    (page,) = texts(publicity_pdf(rows, organiser=ORGANISER, as_of=TODAY, fonts=fonts))
    assert "共 3 篇：新闻网站 2 篇、新媒体平台 1 篇" in page


def test_what_no_font_has_is_reported(fonts: Fonts) -> None:
    report = PaperReport()
    plan_pdf(plan(plan_item(1, speaker="\U000f0000")), fonts=fonts, report=report)
    tasks_pdf(tasks(task(1, measure="\U000f0001")), fonts=fonts, report=report)
    assert {each.code_point for each in report.missing} == {"U+F0000", "U+F0001"}

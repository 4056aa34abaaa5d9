"""The sections of a period's summary: counted sentences in the notice's order, else （待补）."""

from __future__ import annotations

import re

import pytest

from jz_training.documents.fonts import Fonts
from jz_training.documents.summary.period_summary import period_summary_pdf
from jz_training.documents.summary.progress_words import short_name
from jz_training.domain.filing import DocumentKind
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.progress import Progress
from jz_training.domain.publicity import Channel, Genre
from jz_training.domain.task_book import DutyState, Figure
from tests.documents.pdf_reading import opened, texts
from tests.factories import period_summary
from tests.notice_factories import (
    TODAY,
    document,
    duty,
    met,
    plan,
    plan_item,
    planned_training,
    publication,
    talk,
    task,
    task_book,
)

HEADINGS = (
    "一、组织领导", "二、学习培训", "三、宣传宣讲", "四、落实成效", "五、存在问题", "六、下步打算",
    "附表", "数据校验",
)  # fmt: skip


def _progress(**changes: object) -> Progress:
    return Progress(**({"as_of": TODAY} | changes))  # type: ignore[arg-type]


def _text(fonts: Fonts, progress: Progress | None) -> str:
    """Return the text without page numbers."""
    pages = texts(period_summary_pdf(period_summary(progress=progress), fonts=fonts))
    return "".join(re.sub(r"— \d+ —$", "", page) for page in pages)


def _full() -> Progress:
    return _progress(
        books=(task_book(duty(1), met(2), met(3, state=DutyState.REPORTED)),),
        plans=(plan(plan_item(1, trainings=(planned_training(),)), plan_item(12)),),
        tasks=(task(1), task(3)),
        documents=(document(1), document(2, kind=DocumentKind.MEASURES, name="具体措施")),
        publicity=(
            publication(1, channel=Channel.WECHAT, genre=Genre.NEWS),
            publication(2, channel=Channel.WECHAT, genre=Genre.COLUMN),
        ),
        talks=(talk(1), talk(2, head_count=None), talk(3, held=False)),
    )


def test_the_sections_stand_in_the_order_of_the_notice(fonts: Fonts) -> None:
    for progress in (None, _full()):
        text = _text(fonts, progress)
        places = [text.index(heading) for heading in HEADINGS]
        assert places == sorted(places)


def test_without_progress_the_sections_are_to_be_filled_in(fonts: Fonts) -> None:
    text = _text(fonts, None)
    assert "部署安排、具体措施、培训计划和任务分解：（待补）。" in text
    assert "宣传报道和宣讲：（待补）。" in text
    assert "通知要求落实情况：（待补）。" in text
    assert "下步打算：（待补）。" in text


def test_nothing_entered_is_to_be_filled_in_piece_by_piece(fonts: Fonts) -> None:
    text = _text(fonts, _progress())
    for what in ("部署安排", "具体措施", "培训计划", "任务分解", "宣传报道", "宣讲", "下步打算"):
        assert f"{what}：（待补）。" in text


def test_documents_plans_and_tasks_are_counted_and_named(fonts: Fonts) -> None:
    text = _text(fonts, _full())
    assert (
        "部署会议形成纪要1份：《学习宣传贯彻工作部署会纪要》（〔2026〕1号，2026年9月5日）。" in text
    )
    assert "制定具体措施1份：《具体措施》（〔2026〕2号，2026年9月5日）。" in text
    assert "制定培训计划1份：《2026年度职工学习培训计划》（2026年9月10日定稿）。" in text
    assert "共列入2项，已举办1项。" in text
    assert "分解任务2项，已完成1项、已逾期1项。" in text


def test_publicity_and_talks_are_counted_and_what_was_not_counted_is_said(fonts: Fonts) -> None:
    text = _text(fonts, _full())
    assert "刊发宣传报道2篇。按渠道：微信2篇；按体裁：报道1篇、专栏1篇。" in text
    assert (
        "开展宣讲2场，其中车间1场、班组1场，现场听众30人次，线上观看400次。"
        "其中1场人数未填，没有计入。" in text
    )
    assert "2026年9月2230400合计2230400" in text  # the table of months


def test_duties_are_counted_by_state_and_open_ones_named(fonts: Fonts) -> None:
    text = _text(fonts, _full())
    assert "提出要求3项：已报送1项、已落实1项、部分落实1项。" in text
    assert (
        "尚未落实的要求1项，分别是：“结合实际制定培训计划，明确对象、内容和进度”还差1场报告会。"
        in text
    )
    assert "按期完成有期限的要求1项，最近的期限是12月5日。" in text
    assert "通知要求落实情况" in text


def test_duties_that_are_all_met_leave_no_gap_to_name(fonts: Fonts) -> None:
    assert "通知要求均已落实。" in _text(fonts, _progress(books=(task_book(met(1)),)))


def test_required_study_says_how_many_had_it(fonts: Fonts) -> None:
    figure = Figure(of="", have=35, wanted=40, unit="人")
    required = met(1, asked={"kind": ObligationKind.REQUIRED}, figures=(figure,))
    text = _text(fonts, _progress(books=(task_book(required),)))
    assert "必修学习应参加40人，已参加35人。" in text


def test_what_is_still_to_come_is_named(fonts: Fonts) -> None:
    text = _text(fonts, _full())
    assert "举办培训计划中尚未举办的1项：“市工会代表大会精神专题学习（第12期）”。" in text
    assert "完成余下的任务1项：“分批组织基层工会干部学习（第1项）”" in text


def test_the_text_of_a_full_summary_is_no_longer_than_three_pages(fonts: Fonts) -> None:
    many = _progress(
        books=(task_book(*(duty(number) for number in range(1, 21))),),
        plans=(plan(*(plan_item(number) for number in range(1, 40))),),
        tasks=tuple(task(number) for number in range(1, 60)),
        documents=tuple(document(number) for number in range(1, 30)),
        publicity=tuple(publication(number) for number in range(1, 99)),
        talks=tuple(talk(number) for number in range(1, 99)),
    )
    pages = texts(period_summary_pdf(period_summary(progress=many), fonts=fonts))
    assert "附表" in "".join(page[:4] for page in pages[1:4])


@pytest.mark.parametrize("text", ["<b>粗", "A & B < C", "𠮷㐂䶮𬭚", "=1+1"])
def test_entered_text_is_printed_as_typed(fonts: Fonts, text: str) -> None:
    progress = _progress(
        books=(task_book(duty(1, asked={"phrase": text}), title=text),),
        plans=(plan(plan_item(1, title=text), title=text),),
        tasks=(task(1, measure=text),),
        documents=(document(1, name=text),),
    )
    assert _text(fonts, progress).count(text) >= 7


def test_every_page_stays_inside_the_paper(fonts: Fonts) -> None:
    with opened(period_summary_pdf(period_summary(progress=_full()), fonts=fonts)) as pdf:
        for page in pdf.pages:
            assert min(char["x0"] for char in page.chars) >= 79.3 - 0.1
            assert max(char["x1"] for char in page.chars) <= 521.6 + 8.1  # a mark may hang out


def test_the_same_progress_gives_the_same_bytes(fonts: Fonts) -> None:
    one = period_summary_pdf(period_summary(progress=_full()), fonts=fonts)
    assert one == period_summary_pdf(period_summary(progress=_full()), fonts=fonts)


def test_a_long_name_is_cut_and_says_so() -> None:
    assert short_name("学" * 30) == "学" * 30
    assert short_name("学" * 31) == "学" * 29 + "…"

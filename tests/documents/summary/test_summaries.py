"""Summaries read back: only what the figures say, each figure once and the same everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.summary.period_summary import period_summary_pdf
from jz_training.documents.summary.training_summary import training_summary_pdf
from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.domain.parts import TrainingPart, whole_mark
from jz_training.domain.summary import PeriodSummary, TrainingSummary
from jz_training.domain.tally import Rate, Tally, tally
from jz_training.domain.training import TrainingState
from tests.documents.pdf_reading import opened, texts
from tests.factories import (
    START,
    attendee,
    attendees,
    draft,
    groups,
    identity,
    ledger_row,
    made_up,
    period_summary,
    training,
    training_summary,
    walk_in,
)


def _training_text(fonts: Fonts, summary: TrainingSummary) -> str:
    return "".join(texts(training_summary_pdf(summary, fonts=fonts)))


def _period_text(fonts: Fonts, summary: PeriodSummary) -> str:
    return "".join(texts(period_summary_pdf(summary, fonts=fonts)))


CAME = Mark(status=AttendanceStatus.PRESENT)
AWAY = Mark(status=AttendanceStatus.ABSENT)


def a_day() -> tuple[TrainingPart, ...]:
    return tuple(
        TrainingPart(
            id=identity(at, kind=8),
            name=name,
            start=START + timedelta(hours=5 * at),
            end=START + timedelta(hours=5 * at + 3),
        )
        for at, name in enumerate(("上午", "下午"))
    )


def test_a_training_is_told_by_its_facts_and_figures(fonts: Fonts) -> None:
    text = _training_text(fonts, training_summary(20))
    assert "专题学习会（第2批）情况小结" in text
    assert "2026年11月20日（星期五）15:00至16:30，清河市纺织公司工会在职工之家二楼举办" in text
    assert "主持：周建业；主讲：秦晓峰；记录：叶静。计2学时。" in text
    assert "应到20人，实到16人，请假2人，缺席2人，到会率80.0%。实到中，迟到1人。" in text
    assert "应到20＝实到16＋请假2＋缺席2＋未记录0，相符。" in text
    assert "补学：（待补）。" in text


def test_tables_by_unit_and_layer_end_with_the_total(fonts: Fonts) -> None:
    summary = training_summary(20)
    text = _training_text(fonts, summary)
    for group in (*summary.by_unit, *summary.by_layer):
        tally = group.tally
        counts = (tally.expected, tally.present, tally.leave, tally.absent, tally.unrecorded)
        assert group.name + "".join(map(str, counts)) in text
    assert text.count("合计20162208") == 2


def test_absentees_are_listed_with_their_reasons(fonts: Fonts) -> None:
    summary = training_summary(20)
    text = _training_text(fonts, summary)
    assert len(summary.absentees) == 4
    for row in summary.absentees:
        assert row.unit in text
    assert text.count("请假·公") == 2
    table = text[text.index("表3　请假和缺席人员名单") : text.index("四、补学情况")]
    assert table.count("缺席") == 3  # the caption's and two persons


def test_who_came_to_some_parts_is_listed_with_what_each_says(fonts: Fonts) -> None:
    rows = tuple(
        attendee(number, mark=whole_mark(line), part_marks=line)
        for number, line in enumerate([(CAME, CAME), (CAME, AWAY), (AWAY, AWAY)], start=1)
    )
    held = training(draft=draft(parts=a_day()))
    printed = texts(training_summary_pdf(training_summary(rows=rows, training=held), fonts=fonts))
    whole = "".join("".join(printed).split())
    assert "上午：应到3人，实到2人，请假0人，缺席1人" in whole
    assert "另有1人只参加了部分课次（计入实到），名单见表4" in whole
    assert whole.index("表4") < whole.rindex("下午缺席")


def test_nobody_missing_needs_no_list(fonts: Fonts) -> None:
    rows = (attendee(1, status=AttendanceStatus.PRESENT),)
    text = _training_text(fonts, training_summary(rows=rows))
    assert "三、请假和缺席人员无。" in text
    assert "表3" not in text


def test_what_was_not_entered_is_to_be_filled_in(fonts: Fonts) -> None:
    bare = draft(venue="", chair="", speaker="", recorder="", topics=(), hours=None, organiser="")
    summary = training_summary(3, training=training(draft=bare), organiser="")
    text = _training_text(fonts, summary)
    assert "（待补）在（待补）举办" in text
    assert "主持：（待补）；主讲：（待补）；记录：（待补）。计（待补）学时。" in text
    assert "学习内容：（待补）。" in text


def test_a_rate_says_how_many_were_not_recorded(fonts: Fonts) -> None:
    rows = (attendee(1, status=AttendanceStatus.PRESENT), attendee(2))
    summary = training_summary(rows=rows, training=training(state=TrainingState.PLANNED))
    text = _training_text(fonts, summary)
    assert "未记录1人，到会率—（1人未记录，到会率待记完后计算）。" in text
    assert "本场次考勤尚未关闭" in text
    assert "0/1人　未记录1" in text  # in the chart


def test_nobody_expected_prints_a_dash_never_zero_percent(fonts: Fonts) -> None:
    text = _training_text(fonts, training_summary(rows=()))
    assert "到会率—。" in text
    assert "0.0%" not in text


def test_a_cancelled_training_says_so(fonts: Fonts) -> None:
    view = training(state=TrainingState.CANCELLED, cancel_reason="会场检修")
    text = _training_text(fonts, training_summary(3, training=view))
    assert "本场次已取消，原因：会场检修。" in text


def test_who_came_besides_stands_apart(fonts: Fonts) -> None:
    rows = (*attendees(3), walk_in(9))
    text = _training_text(fonts, training_summary(rows=rows))
    assert "应到3人，实到3人" in text
    assert "另有列席、工作、授课和临时参会1人，不计入应到和实到。" in text


def test_make_ups_are_named_and_not_counted_in(fonts: Fonts) -> None:
    text = _training_text(
        fonts, training_summary(20, make_ups=(made_up(7), made_up(14, done=False)))
    )
    assert "请假、缺席4人，已补学1人（观看录像1人），已安排补学1人，尚未补学2人。" in text
    assert "实到与补学合计17，覆盖率85.0%。补学不计入实到。" in text
    assert "表4　补学情况" in text
    assert "缺席观看录像2026-11-23" in text


def test_an_identity_that_fails_is_said(fonts: Fonts) -> None:
    summary = training_summary(20)
    text = _training_text(fonts, replace(summary, by_unit=summary.by_unit[1:]))
    assert "各单位应到、实到之和与总数不相符，请核对。" in text
    assert "各层级应到、实到之和与总数相符。" in text


def test_a_period_keeps_times_and_persons_apart(fonts: Fonts) -> None:
    text = _period_text(fonts, period_summary(3, 20))
    assert "清河市纺织公司工会学习培训情况报告" in text
    assert "（2026年9月1日至2026年11月30日）" in text
    assert "共举办学习培训3场，合计6学时。" in text
    assert "按人次统计：应到60人次，实到48人次，请假6人次，缺席6人次，到会率80.0%。" in text
    assert "按人数统计：应参加20人，至少参加一场16人，占80.0%。" in text
    assert "应到60＝实到48＋请假6＋缺席6＋未记录0，相符。" in text


def test_a_period_names_cancelled_and_unfinished_trainings(fonts: Fonts) -> None:
    summary = period_summary(3, 20)
    rows = (*summary.ledger.rows, ledger_row(4, state=TrainingState.CANCELLED))
    summary = replace(summary, ledger=replace(summary.ledger, rows=rows), unfinished=(rows[1],))
    text = _period_text(fonts, summary)
    assert "共举办学习培训3场" in text
    assert "另有1场取消，不计入以下数字。" in text
    assert "专题学习会（第4批）（已取消）—————" in text
    assert "已结束而未记录完的有1场：第2场。" in text


def test_a_period_takes_its_rate_of_what_is_wholly_recorded(fonts: Fonts) -> None:
    summary = period_summary(2, 20)
    open_rows = tuple(attendee(number) for number in range(1, 11))
    rows = (*summary.ledger.rows, ledger_row(3, tally=tally(open_rows)))
    summary = replace(summary, ledger=replace(summary.ledger, rows=rows))
    text = _period_text(fonts, summary)
    assert "未记录10人次，到会率80.0%（1场未记录，不计入到会率）。" in text
    assert "32441080.0%" in text


def test_an_empty_period_is_a_paper_too(fonts: Fonts) -> None:
    summary = period_summary(0, 0)
    summary = replace(summary, persons=Rate(0, 0), by_form=(), hours=Decimal(0), absentees=())
    text = _period_text(fonts, summary)
    assert "共举办学习培训0场，合计0学时。" in text
    assert "到会率—。" in text
    assert "各场到会情况" not in text  # a table without rows is left out


def test_groups_without_a_name_are_named_so(fonts: Fonts) -> None:
    rows = (attendee(1, unit="", layer="", status=AttendanceStatus.PRESENT),)
    assert "（未填写）11000100.0%" in _training_text(fonts, training_summary(rows=rows))


@pytest.mark.parametrize("text", ["<b>粗", "<img src='/etc/hostname'/>", "A & B < C", "𠮷㐂䶮𬭚"])
def test_text_is_printed_as_typed(fonts: Fonts, text: str) -> None:
    report = PaperReport()
    rows = (attendee(1, name=text, unit=text, layer=text, status=AttendanceStatus.ABSENT),)
    view = training(draft=draft(title=text, venue=text, chair=text, topics=(text,)))
    summary = training_summary(rows=rows, training=view, organiser=text)
    data = training_summary_pdf(summary, fonts=fonts, report=report)
    assert "".join(texts(data)).count(text) >= 8
    assert report.missing == ()
    with opened(data) as pdf:
        assert not [image for page in pdf.pages for image in page.images]


def test_long_lists_break_over_pages_and_lose_nobody(fonts: Fonts) -> None:
    rows = tuple(
        attendee(number, unit=f"第{number}单位", status=AttendanceStatus.ABSENT)
        for number in range(1, 101)
    )
    data = training_summary_pdf(training_summary(rows=rows), fonts=fonts)
    text = "".join(texts(data))
    for row in rows:
        assert text.count(row.unit) >= 3  # table, chart, list


def test_the_same_figures_give_the_same_bytes(fonts: Fonts) -> None:
    one = training_summary_pdf(training_summary(20), fonts=fonts)
    assert one == training_summary_pdf(training_summary(20), fonts=Fonts(bundled_only=True))
    assert period_summary_pdf(period_summary(), fonts=fonts) == period_summary_pdf(
        period_summary(), fonts=fonts
    )


def test_every_font_is_embedded(fonts: Fonts) -> None:
    data = period_summary_pdf(period_summary(), fonts=fonts)
    assert data.count(b"/FontFile2") == data.count(b"/Type /FontDescriptor") > 0
    assert b"Helvetica" not in data
    assert b"Times" not in data


def test_groups_agree_with_their_total(fonts: Fonts) -> None:
    rows = attendees(50)
    total = sum((group.tally for group in groups(rows, lambda row: row.unit)), Tally())
    assert total == training_summary(rows=rows).tally

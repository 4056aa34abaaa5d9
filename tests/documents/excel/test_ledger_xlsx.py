"""The ledger's workbook: every training in its line, and totals that agree with the view."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import UUID

import openpyxl
import pytest
import python_calamine

from jz_training.documents.excel.ledger_xlsx import ledger_xlsx
from jz_training.domain.summary import Ledger, LedgerRow
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingForm, TrainingState

START = datetime(2025, 1, 7, 9, 0)
COUNTS = ("应到", "实到", "请假", "缺席", "未记录")


def row(
    number: int,
    tally: Tally,
    state: TrainingState = TrainingState.CLOSED,
    hours: Decimal | None = Decimal("1.5"),
) -> LedgerRow:
    start = START + timedelta(days=number)
    return LedgerRow(
        number=number,
        training_id=UUID(int=number),
        title=f"第{number}期",
        form=TrainingForm.COURSE,
        start=start,
        end=start + timedelta(hours=2),
        venue="礼堂",
        speaker="刘老师",
        state=state,
        held=state is not TrainingState.CANCELLED,
        tally=tally,
        hours=hours,
        note="暴雨" if state is TrainingState.CANCELLED else "",
    )


HELD = (
    row(1, Tally(expected=60, present=55, leave=3, absent=2)),
    row(2, Tally(expected=40, present=30, leave=4, absent=4, unrecorded=2), TrainingState.PLANNED),
    row(3, Tally(), hours=None),
)
CANCELLED = row(4, Tally(expected=50, unrecorded=50), TrainingState.CANCELLED)


def ledger(*rows: LedgerRow) -> Ledger:
    return Ledger(
        organiser="东岭市总工会",
        start=date(2025, 1, 1),
        end=date(2025, 6, 30),
        as_of=datetime(2025, 7, 1, 9, 5),
        rows=rows,
    )


def lines(data: bytes) -> list[list[Any]]:
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    return book.get_sheet_by_name("培训台账").to_python(skip_empty_area=False)


def by_heading(data: bytes) -> list[dict[str, Any]]:
    _, _, _, header, *rest = lines(data)
    return [dict(zip(header, line, strict=True)) for line in rest]


def test_the_head_names_unit_period_and_what_is_not_counted() -> None:
    head = [line[0] for line in lines(ledger_xlsx(ledger(*HELD, CANCELLED)))[:3]]
    assert head == [
        "培训台账",
        "填报单位：东岭市总工会　　统计期间：2025年1月1日至2025年6月30日　　"
        "截至：2025年7月1日 09:05",
        "共 4 场；已取消 1 场，不计入合计；未记录完 1 场，不计入合计的到会率",
    ]
    assert lines(ledger_xlsx(ledger(HELD[0])))[2][0] == "共 1 场"


def test_a_line_holds_a_real_date_and_real_numbers() -> None:
    first = by_heading(ledger_xlsx(ledger(*HELD)))[0]
    assert first == {
        "序号": 1, "日期": date(2025, 1, 8), "时间": "09:00–11:00", "主题": "第1期",
        "形式": "培训班", "主讲": "刘老师", "地点": "礼堂", "应到": 60, "实到": 55, "请假": 3,
        "缺席": 2, "未记录": 0, "到会率": pytest.approx(55 / 60), "补学": 0,
        "覆盖率": pytest.approx(55 / 60), "学时": 1.5, "状态": "已关闭", "材料齐全": "", "备注": "",
    }  # fmt: skip


def test_the_totals_are_those_of_the_view_and_of_the_columns() -> None:
    given = ledger(*HELD, CANCELLED)
    *rows, total = by_heading(ledger_xlsx(given))
    assert total["主题"] == "合计（人次）"
    shown = [total[heading] for heading in COUNTS]
    assert shown == [
        given.total.expected, given.total.present, given.total.leave, given.total.absent,
        given.total.unrecorded,
    ]  # fmt: skip
    assert shown == [sum(line[heading] or 0 for line in rows) for heading in COUNTS]
    assert total["到会率"] == pytest.approx(given.settled.present / given.settled.expected)
    assert total["学时"] == 3


def test_a_cancelled_training_is_listed_with_its_reason_and_without_figures() -> None:
    cancelled = by_heading(ledger_xlsx(ledger(*HELD, CANCELLED)))[3]
    assert (cancelled["主题"], cancelled["状态"], cancelled["备注"]) == ("第4期", "已取消", "暴雨")
    assert {cancelled[heading] for heading in (*COUNTS, "到会率", "学时")} == {""}


def test_a_training_without_anybody_expected_has_a_dash_for_its_rate() -> None:
    empty = by_heading(ledger_xlsx(ledger(*HELD)))[2]
    assert (empty["应到"], empty["到会率"], empty["学时"]) == (0, "—", "")


def test_the_totals_are_values_that_every_program_shows() -> None:
    sheet = openpyxl.load_workbook(BytesIO(ledger_xlsx(ledger(*HELD)))).worksheets[0]
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)


def test_a_period_without_trainings_is_an_empty_list_without_totals() -> None:
    shown = lines(ledger_xlsx(ledger()))
    assert shown[2][0] == "共 0 场"
    assert len(shown) == 4


def test_the_ledger_lies_on_its_side_and_repeats_its_header() -> None:
    sheet = openpyxl.load_workbook(BytesIO(ledger_xlsx(ledger(*HELD)))).worksheets[0]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.auto_filter.ref == "A4:S7"


def test_the_same_ledger_gives_the_same_bytes() -> None:
    assert ledger_xlsx(ledger(*HELD)) == ledger_xlsx(ledger(*HELD))

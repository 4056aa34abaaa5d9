"""Exports of every program, made by code, with the minutes that are known to be in them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from jz_training.domain.meeting_reading import (
    MeetingPlatform,
    MeetingReading,
    NoteCode,
    UnreadableReason,
)
from jz_training.readers.meeting.understand import MeetingWish, read_meeting
from tests.readers.meeting.exports import (
    DETAIL,
    HEAD,
    at,
    clock_of,
    serial,
    stay,
    tencent,
    text,
    total,
)
from tests.readers.workbooks import xlsx, xlsx_sheets

FILES = Path(__file__).parent / "files"
WHOLE = MeetingWish(start=at("09:00:00"), end=at("11:00:00"))
ZOOM = [
    "Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest",
]  # fmt: skip


def minutes(reading: MeetingReading) -> dict[str, int]:
    return {one.name: one.minutes for one in reading.participants}


def codes(reading: MeetingReading) -> set[NoteCode]:
    return {note.code for note in reading.notes}


# --- 腾讯会议 ---------------------------------------------------------------------------------


def test_tencent_details_are_united_and_clipped(tmp_path: Path) -> None:
    rows = [
        *stay("林小禾(林小禾)", "08:50:00", "09:30:00", "09:20:00", "10:00:00"),
        *stay("方一舟", "10:30:00", "11:20:00"),
    ]
    reading = read_meeting(tencent(tmp_path / "a.xlsx", detail=rows), WHOLE)
    assert minutes(reading) == {"林小禾": 60, "方一舟": 30}
    assert (reading.topic, reading.number) == ("第三季度专题学习会", "123 456 789")
    assert reading.platform is MeetingPlatform.TENCENT


def test_without_a_span_nothing_is_clipped_and_the_files_own_times_are_told(
    tmp_path: Path,
) -> None:
    path = tencent(tmp_path / "a.xlsx", detail=stay("方一舟", "08:50:00", "11:20:00"))
    reading = read_meeting(path)
    assert minutes(reading) == {"方一舟": 150}
    assert (reading.start, reading.end) == (at("09:00:00"), at("11:00:00"))


def test_tencent_overview_alone_gives_totals_within_the_span(tmp_path: Path) -> None:
    rows = [
        total("石磊（石磊）", "08:40:00", "10:40:00", 3, "1:00:00"),
        total("江帆", "09:00:00", "09:45:00", 1, "0:45:00"),
        total("秦川", "10:50:00", "11:50:00", 2, "0:50:00"),
    ]
    reading = read_meeting(tencent(tmp_path / "a.xlsx", overview=rows), WHOLE)
    assert minutes(reading) == {"石磊": 60, "江帆": 45, "秦川": 10}
    assert NoteCode.ONLY_TOTALS in codes(reading)


def test_of_both_sheets_the_details_win_and_the_overview_checks(tmp_path: Path) -> None:
    path = tencent(
        tmp_path / "a.xlsx",
        overview=[
            total("石磊", "09:00:00", "10:00:00", 2, "0:20:00"),
            total("江帆", "09:00:00", "10:00:00", 1, "1:00:00"),
        ],
        detail=stay("石磊", "09:00:00", "09:25:00", "09:35:00", "10:00:00"),
    )
    reading = read_meeting(path, WHOLE)
    assert minutes(reading) == {"石磊": 50, "江帆": 60}
    assert {NoteCode.OVERVIEW_DIFFERS, NoteCode.ONLY_IN_OVERVIEW} <= codes(reading)


def test_a_webinars_columns_stand_elsewhere(tmp_path: Path) -> None:
    header = [
        "序号",
        "用户昵称（入会昵称）",
        "手机号",
        "企业",
        "设备",
        "地区",
        "入会时间",
        "退会时间",
    ]
    row = [1, "沈青山(沈青山)", "", "", "PC", "", "2026-10-11 09:10:00", "2026-10-11 09:40:00"]
    path = xlsx_sheets(tmp_path / "a.xlsx", {"成员观看明细": [*HEAD, header, row]})
    assert minutes(read_meeting(path, WHOLE)) == {"沈青山": 30}


def test_a_header_in_the_first_row_is_found_as_well(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [DETAIL, *stay("温雅", "09:00:00", "09:30:00")])
    assert minutes(read_meeting(path, WHOLE)) == {"温雅": 30}


def test_an_old_xls_holds_real_dates() -> None:
    assert minutes(read_meeting(FILES / "details.xls", WHOLE)) == {"曲悠": 60}


def test_a_merged_name_stands_for_every_row_it_spans(tmp_path: Path) -> None:
    rows = stay("温雅", "09:00:00", "09:10:00", "09:20:00", "09:30:00", "09:40:00", "09:50:00")
    for row in rows[1:]:
        row[0] = None
    path = xlsx(tmp_path / "a.xlsx", [DETAIL, *rows], merged=["A2:A4"])
    assert minutes(read_meeting(path, WHOLE)) == {"温雅": 30}


def test_two_persons_on_one_device_have_the_whole_stay_each(tmp_path: Path) -> None:
    rows = [
        *stay("林小禾＆方一舟", "09:00:00", "10:00:00"),
        *stay("石磊、江帆", "09:00:00", "09:30:00"),
        *stay("方一舟", "09:50:00", "10:20:00"),
    ]
    reading = read_meeting(tencent(tmp_path / "a.xlsx", detail=rows), WHOLE)
    assert minutes(reading) == {"林小禾": 60, "方一舟": 80, "石磊": 30, "江帆": 30}
    assert [one.shared for one in reading.participants] == [True, True, True, True]


def test_one_name_with_two_units_is_two_persons(tmp_path: Path) -> None:
    rows = [
        *stay("一车间-张伟", "09:00:00", "10:00:00"),
        *stay("二车间-张伟", "09:00:00", "09:20:00"),
    ]
    reading = read_meeting(tencent(tmp_path / "a.xlsx", detail=rows), WHOLE)
    assert [(one.name, one.unit, one.minutes) for one in reading.participants] == [
        ("张伟", "一车间", 60),
        ("张伟", "二车间", 20),
    ]


# --- Zoom and others --------------------------------------------------------------------------


def test_zoom_with_its_block_on_top_and_second_devices(tmp_path: Path) -> None:
    block = [
        ["Meeting ID", "Topic", "Start Time", "End Time", "User Email", "Duration (Minutes)"],
        ["123", "学习会", "10/11/2026 08:55:00 AM", "10/11/2026 11:01:00 AM", "", "126"],
        [],
    ]
    rows = [
        ["林小禾#2", "", "10/11/2026 08:58:00 AM", "10/11/2026 09:30:00 AM", "32", "Yes"],
        ["林小禾", "", "10/11/2026 09:20:00 AM", "10/11/2026 11:00:00 AM", "100", "Yes"],
        ["iPhone (方一舟)", "", "10/11/2026 09:20:00 AM", "10/11/2026 10:00:00 AM", "40", "Yes"],
    ]
    reading = read_meeting(text(tmp_path / "a.csv", [*block, ZOOM, *rows]), WHOLE)
    assert minutes(reading) == {"林小禾": 120, "方一舟": 40}
    assert (reading.topic, reading.platform) == ("学习会", MeetingPlatform.ZOOM)


def test_zooms_unique_users_have_totals_only(tmp_path: Path) -> None:
    header = ["Name (Original Name)", "User Email", "Total Duration (Minutes)", "Guest"]
    rows = [["林小禾", "", "65", "No"], ["方一舟 (fang)", "", "240", "No"]]
    reading = read_meeting(text(tmp_path / "a.csv", [header, *rows]), WHOLE)
    assert minutes(reading) == {"林小禾": 65, "方一舟": 120}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("13/11/2026 09:00", "11/11/2026 09:00", datetime(2026, 11, 11, 9)),
        ("11/13/2026 09:00", "11/11/2026 09:00", datetime(2026, 11, 11, 9)),
        ("10/11/2026 23:50", "10/12/2026 00:10", datetime(2026, 10, 11, 23, 50)),
    ],
)
def test_the_whole_file_tells_whether_the_month_comes_first(
    tmp_path: Path, first: str, second: str, expected: datetime
) -> None:
    rows = [["甲乙", first, "30"], ["丙丁", second, "30"]]
    path = text(tmp_path / "a.csv", [["姓名", "加入时间", "时长（分钟）"], *rows])
    found = [stay.start for one in read_meeting(path).participants for stay in one.stays]
    assert expected in found


@pytest.mark.parametrize("day", [date(2026, 11, 10), date(2026, 10, 11)])
def test_the_trainings_day_decides_what_the_file_leaves_open(tmp_path: Path, day: date) -> None:
    rows = [["林小禾", "10/11/2026 09:00", "10/11/2026 10:00"]]
    path = text(tmp_path / "a.csv", [["姓名", "加入时间", "离开时间"], *rows])
    reading = read_meeting(path, MeetingWish(day=day))
    assert reading.participants[0].stays[0].start.date() == day
    assert NoteCode.MONTH_FIRST not in codes(reading)
    assert NoteCode.MONTH_FIRST in codes(read_meeting(path))


def test_where_both_orders_stand_in_a_file_doubtful_rows_are_told(tmp_path: Path) -> None:
    rows = [
        ["甲乙", "13/11/2026 09:00"],
        ["丙丁", "11/13/2026 09:00"],
        ["戊己", "10/11/2026 09:00"],
    ]
    header = ["姓名", "加入时间", "离开时间"]
    path = text(tmp_path / "a.csv", [header, *[[*row, row[1].replace("09", "10")] for row in rows]])
    reading = read_meeting(path)
    assert [(one.row, one.reason) for one in reading.unreadable] == [
        (4, UnreadableReason.DAY_OR_MONTH)
    ]


def test_feishu_has_a_begin_and_a_duration(tmp_path: Path) -> None:
    rows = [
        ["参会者", "入会时间", "参会时长", "会议 ID"],
        ["石磊", "2026年10月11日 09:30", "1小时5分", "987"],
        ["江帆", "2026年10月11日 上午9:00", "25分钟30秒", "987"],
    ]
    reading = read_meeting(xlsx(tmp_path / "飞书.xlsx", rows), WHOLE)
    assert minutes(reading) == {"石磊": 65, "江帆": 25}


def test_wecom_counts_in_unix_seconds(tmp_path: Path) -> None:
    begin = int((at("09:00:00") - datetime(1970, 1, 1)).total_seconds()) - 8 * 3600
    header = ["userid", "first_join_time", "last_quit_time", "total_join_count", "cumulative_time"]
    path = text(tmp_path / "a.csv", [header, ["沈青山", begin, begin + 5400, 2, 3600]])
    reading = read_meeting(path, WHOLE)
    assert minutes(reading) == {"沈青山": 60}
    assert reading.platform is MeetingPlatform.WECOM


def test_dingtalk_like_tables_are_read_by_their_words(tmp_path: Path) -> None:
    rows = [
        ["钉钉直播观看数据"],
        ["昵称", "部门", "开始观看时间", "结束观看时间", "观看时长"],
        ["秦川", "财务部", "10-11 09:00:00", "10-11 10:30:00", "65 分钟"],
    ]
    reading = read_meeting(xlsx(tmp_path / "a.xlsx", rows), WHOLE)
    assert minutes(reading) == {"秦川": 65}
    assert (reading.participants[0].unit, reading.platform) == ("财务部", MeetingPlatform.DINGTALK)


def test_teams_has_sections_in_utf16_and_its_activities_win(tmp_path: Path) -> None:
    rows = [
        ["1. Summary"], ["Meeting title", "学习会"], ["Attended participants", "1"],
        ["Start time", "10/13/26, 8:59:00 AM"], [], ["2. Participants"],
        ["Name", "First Join", "Last Leave", "In-Meeting Duration", "Email"],
        ["林小禾", "10/13/26, 9:00:00 AM", "10/13/26, 11:00:00 AM", "1h 30m 5s", ""],
        [], ["3. In-Meeting Activities"], ["Name", "Join Time", "Leave Time", "Duration"],
        ["林小禾", "10/13/26, 9:00:00 AM", "10/13/26, 10:00:00 AM", "1h"],
        ["林小禾", "10/13/26, 10:30:00 AM", "10/13/26, 11:00:00 AM", "30m"],
    ]  # fmt: skip
    path = text(tmp_path / "a.csv", rows, encoding="utf-16", separator="\t")
    reading = read_meeting(path)
    assert minutes(reading) == {"林小禾": 90}
    assert (reading.topic, reading.platform) == ("学习会", MeetingPlatform.TEAMS)
    assert reading.start == datetime(2026, 10, 13, 8, 59)


def test_any_table_in_gb18030_with_times_of_day_only(tmp_path: Path) -> None:
    header = ["姓　名", "签到时间", "签退时间"]
    path = text(
        tmp_path / "a.csv", [header, ["曲悠", "9:05", "10：35"]], encoding="gb18030", separator="\t"
    )
    assert minutes(read_meeting(path, WHOLE)) == {"曲悠": 90}


def test_times_of_day_past_midnight_are_of_the_next_day(tmp_path: Path) -> None:
    rows = [
        ["林小禾", "22:30", "00:20"],
        ["林小禾", "00:30", "01:30"],
        ["方一舟", "00:10", "00:50"],
    ]
    path = text(tmp_path / "a.csv", [["姓名", "入会时间", "退会时间"], *rows])
    wish = MeetingWish(start=at("23:00:00"), end=at("01:00:00", "2026-10-12"))
    assert minutes(read_meeting(path, wish)) == {"林小禾": 110, "方一舟": 40}


def test_tabs_part_cells_that_all_have_commas(tmp_path: Path) -> None:
    times = [f"10/11/26, {clock}:00\u202fAM" for clock in ("9:00", "10:00")]
    rows = [["1. Summary"], ["Meeting title", "学习会"], [], ["Name", "Join Time", "Leave Time"]]
    path = text(tmp_path / "a.csv", [*rows, ["林小禾", *times]], encoding="utf-16", separator="\t")
    assert minutes(read_meeting(path, WHOLE)) == {"林小禾": 60}


def test_a_web_table_saved_as_a_workbook(tmp_path: Path) -> None:
    cells = "<tr><td>{}</td><td>{}</td></tr>"
    rows = cells.format("姓名", "在线时长(秒)") + cells.format("温雅", "3900")
    (tmp_path / "a.xls").write_text(f"<html><table>{rows}</table></html>", encoding="utf-8")
    assert minutes(read_meeting(tmp_path / "a.xls")) == {"温雅": 65}


def test_serials_and_parts_of_a_day_are_times(tmp_path: Path) -> None:
    begin, end = serial(at("09:00:00")), serial(at("09:45:00"))
    rows = [["姓名", "入会时间", "退会时间"], ["石磊", begin, end]]
    rows += [["江帆", clock_of("09:10"), clock_of("09:40")]]
    path = xlsx(tmp_path / "a.xlsx", rows)
    assert minutes(read_meeting(path, WHOLE)) == {"石磊": 45, "江帆": 30}


def test_the_unit_of_bare_numbers_follows_from_the_times_beside_them(tmp_path: Path) -> None:
    header = ["姓名", "入会时间", "退会时间", "参会时长"]
    rows = [
        ["石磊", "2026-10-11 09:00:00", "2026-10-11 10:00:00", 3600],
        ["江帆", "2026-10-11 09:00:00", "2026-10-11 10:00:00", 1800],
    ]
    assert minutes(read_meeting(xlsx(tmp_path / "a.xlsx", [header, *rows]))) == {
        "石磊": 60,
        "江帆": 30,
    }


def test_totals_in_several_rows_are_not_added(tmp_path: Path) -> None:
    rows = [["姓名", "观看时长"], ["石磊", "40分钟"], ["石磊#2", timedelta(minutes=50)]]
    reading = read_meeting(xlsx(tmp_path / "a.xlsx", rows))
    assert minutes(reading) == {"石磊": 50}
    assert NoteCode.LONGEST_OF_SEVERAL in codes(reading)


def test_rows_that_were_not_understood_are_told_with_their_reason(tmp_path: Path) -> None:
    rows = [
        DETAIL[:3],
        ["", "2026-10-11 09:00:00", "2026-10-11 10:00:00"],
        ["甲乙", "上周", "2026-10-11 10:00:00"],
        ["丙丁", "2026-10-11 10:00:00", "2026-10-11 09:00:00"],
        ["戊己", "2026-10-11 10:00:00", "--"],
        ["庚辛", "", ""],
        ["合计：4 人", "", ""],
        ["（）", "2026-10-11 09:00:00", "2026-10-11 10:00:00"],
    ]
    reading = read_meeting(xlsx(tmp_path / "a.xlsx", rows))
    found = [(one.row, one.reason) for one in reading.unreadable]
    reasons = UnreadableReason
    assert found == [
        (2, reasons.NO_NAME),
        (3, reasons.ODD_TIME),
        (4, reasons.ENDS_BEFORE_START),
        (5, reasons.NO_LEAVE),
        (6, reasons.NO_TIME),
        (7, reasons.NOTE),
        (8, reasons.NO_NAME),
    ]
    assert reading.participants == ()


def test_a_file_of_another_day_says_that_nobody_was_there(tmp_path: Path) -> None:
    path = tencent(tmp_path / "a.xlsx", detail=stay("林小禾", "09:00:00", "10:00:00"))
    day = timedelta(days=1)
    reading = read_meeting(path, MeetingWish(start=at("09:00:00") + day, end=at("11:00:00") + day))
    assert minutes(reading) == {"林小禾": 0}
    assert NoteCode.OUTSIDE in codes(reading)

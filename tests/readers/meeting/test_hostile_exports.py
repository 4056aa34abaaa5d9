"""Ten files that were never meant well: each is refused with a sentence or read for what it is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from jz_training.domain.meeting_reading import MeetingField, NoteCode
from jz_training.errors import CannotRead
from jz_training.readers.limits import MEGABYTE, Limits
from jz_training.readers.meeting.guarded import read_meeting_guarded
from jz_training.readers.meeting.understand import MeetingWish, read_meeting
from tests.readers.meeting.exports import DETAIL, at, stay, tencent, text
from tests.readers.workbooks import ole_with, raw_row, raw_xlsx, xlsx

_HEADER = ["姓名", "入会时间", "退会时间"]
_GOOD = ["林小禾", "2026-10-11 09:00:00", "2026-10-11 10:00:00"]


def refused(path: Path, words: str, *, limits: Limits | None = None) -> None:
    with pytest.raises(CannotRead, match=words):
        read_meeting(path, limits=limits)


def test_a_cell_in_the_last_corner_ends_only_the_child(tmp_path: Path) -> None:
    corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path = raw_xlsx(tmp_path / "a.xlsx", raw_row(1, *_HEADER) + raw_row(2, *_GOOD) + corner)
    with pytest.raises(CannotRead, match="多余的单元格"):
        read_meeting_guarded(path)


def test_the_child_reads_the_same_as_this_process(tmp_path: Path) -> None:
    rows = [*stay("林小禾＆方一舟", "08:50:00", "09:30:00"), ["合计", "", ""]]
    path = tencent(tmp_path / "名 单 'x'.xlsx", detail=rows)
    wish = MeetingWish(start=at("09:00:00"), choice={("成员参会明细", 0): MeetingField.NAME})
    for asked in (MeetingWish(start=at("09:00:00"), end=at("10:00:00")), wish):
        assert read_meeting_guarded(path, asked) == read_meeting(path, asked)


def test_a_workbook_that_unpacks_to_much_too_much_is_refused(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "a.xlsx", raw_row(1, *_HEADER), {"x.bin": bytes(3 * MEGABYTE)})
    refused(path, "解压后超过", limits=Limits(unpacked_bytes=2 * MEGABYTE))


def test_a_workbook_with_entities_in_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    laughs = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", laughs)
    refused(path, "已损坏")


def test_a_file_cut_off_in_the_middle_is_refused(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [DETAIL, *stay("林小禾", "09:00:00", "10:00:00")])
    path.write_bytes(path.read_bytes()[:-700])
    refused(path, "不完整|已损坏")


def test_a_locked_workbook_asks_for_its_password_to_be_taken_off(tmp_path: Path) -> None:
    refused(ole_with(tmp_path / "a.xlsx", "EncryptedPackage"), "密码")


def test_a_picture_under_the_name_of_a_table_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    refused(tmp_path / "a.csv", "图片")


def test_more_rows_than_anybody_has_are_refused(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", [_HEADER, *[_GOOD] * 30])
    refused(path, "超过 20 行", limits=Limits(rows=20))


def test_a_quote_that_is_never_closed_swallows_nobody(tmp_path: Path) -> None:
    lines = [",".join(_HEADER), '"张三,x', ",".join(_GOOD)]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    reading = read_meeting(tmp_path / "a.csv")
    assert [one.name for one in reading.participants] == ["林小禾"]
    assert reading.unreadable


def test_bytes_of_no_encoding_are_told(tmp_path: Path) -> None:
    good = ",".join(_HEADER) + "\n" + ",".join(_GOOD) + "\n"
    (tmp_path / "a.csv").write_bytes(good.encode("gb18030") + b"\xff\xff\x81,x\n")
    codes = {note.code for note in read_meeting(tmp_path / "a.csv").notes}
    assert NoteCode.GUESSED_ENCODING in codes


def test_monstrous_cells_are_read_for_what_they_are(tmp_path: Path) -> None:
    name = "=cmd|' /C calc'!A0" + "（" * 5000
    odd = ["<img src=//x/y>\x00\ud800".encode("utf-8", "ignore").decode(), *_GOOD[1:]]
    huge = ["9" * 5000, "99999999999999999999", "-1e308"]
    path = text(tmp_path / "a.csv", [_HEADER, [name, *_GOOD[1:]], odd, huge, _GOOD])
    reading = read_meeting(path)
    assert reading.participants[-1].name == "林小禾"
    assert all(len(one.name) < 200 for one in reading.participants)
    assert [one.row for one in reading.unreadable] == [4]


def test_no_header_is_a_refusal_that_offers_the_columns(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", [_GOOD, _GOOD])
    refused(path, "手工指定各列")
    offered = read_meeting(path, MeetingWish(offer_columns=True))
    assert offered.columns_unknown
    assert [column.samples[0] for column in offered.columns] == _GOOD
    fields = (MeetingField.NAME, MeetingField.JOIN, MeetingField.LEAVE)
    assert tuple(column.field for column in offered.columns) == fields
    choice = {("", column.index): column.field for column in offered.columns}
    found = read_meeting(path, MeetingWish(choice=choice)).participants
    assert [(one.name, one.minutes) for one in found] == [("林小禾", 60)]


def test_times_that_no_calendar_has_spoil_only_their_row(tmp_path: Path) -> None:
    odd = [["甲乙", "9999-12-31 23:59:59", "00:00:01"], ["丙丁", "0001-01-01 00:00:00Z", "--"]]
    reading = read_meeting(text(tmp_path / "a.csv", [_HEADER, *odd, _GOOD]))
    assert [one.name for one in reading.participants] == ["林小禾"]
    assert [one.row for one in reading.unreadable] == [2, 3]


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n", b"PK\x05\x06" + bytes(18)])
def test_a_refusal_speaks_of_what_was_to_be_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    refused(tmp_path / "a.xlsx", "参会记录")


def test_a_name_that_no_system_has_is_a_missing_file() -> None:
    refused(Path("a\0.csv"), "不存在")

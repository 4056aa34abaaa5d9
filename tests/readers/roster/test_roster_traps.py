"""The traps of real rosters (domain.md §5), one claim each."""

from __future__ import annotations

from pathlib import Path

import pytest

from jz_training.domain.roster_reading import (
    RosterField,
    RosterReading,
    RosterWarning,
    SkipReason,
    WarningCode,
)
from jz_training.readers.roster.understand import read_roster
from tests.readers.workbooks import HEADER, PEOPLE, xlsx, xlsx_sheets


def names(reading: RosterReading) -> list[str]:
    return [person.name for person in reading.people]


def units(reading: RosterReading) -> list[str]:
    return [person.unit for person in reading.people]


def reasons(reading: RosterReading) -> dict[int, SkipReason]:
    return {one.row: one.reason for one in reading.skipped}


def warning(reading: RosterReading, code: WarningCode) -> RosterWarning:
    return next(one for one in reading.warnings if one.code is code)


def codes(reading: RosterReading) -> set[WarningCode]:
    return {one.code for one in reading.warnings}


def test_a_plain_roster_is_read_whole(tmp_path: Path) -> None:
    reading = read_roster(xlsx(tmp_path / "名单.xlsx", [HEADER, *PEOPLE]))
    assert names(reading) == ["林小禾", "方一舟", "石磊"]
    first = reading.people[0]
    assert (first.unit, first.post, first.phone, first.row) == (
        "示例机械厂", "工会主席", "13800138001", 2,
    )  # fmt: skip
    assert reading.skipped == ()
    assert reading.warnings == ()


@pytest.mark.parametrize("above", [0, 1, 7, 29])
def test_the_header_may_stand_anywhere_in_the_first_thirty_rows(tmp_path: Path, above: int) -> None:
    title = [["示例工会花名册"], *[[]] * (above - 1)] if above else []
    reading = read_roster(xlsx(tmp_path / "a.xlsx", [*title, HEADER, *PEOPLE]))
    assert [person.row for person in reading.people] == [above + 2, above + 3, above + 4]


def test_titles_are_skipped_with_the_reason(tmp_path: Path) -> None:
    rows = [["职工花名册"], ["填报日期：2025年1月"], HEADER, *PEOPLE]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows, merged=["A1:E1"]))
    assert reasons(reading) == {1: SkipReason.TITLE, 2: SkipReason.TITLE}


def test_a_table_that_starts_elsewhere_keeps_excels_row_and_column_numbers(tmp_path: Path) -> None:
    reading = read_roster(xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE], start=(5, 3)))
    assert reading.people[0].row == 6
    assert [c.index for c in reading.columns if c.field is RosterField.NAME] == [3]


def test_a_header_of_two_rows_with_merged_groups_is_understood(tmp_path: Path) -> None:
    rows = [
        ["序号", "姓名", "单位", "联系方式", ""],
        ["", "", "", "手机", "邮箱"],
        [1, "林小禾", "示例机械厂", "13800138001", "a@example.org"],
    ]
    merged = ["A1:A2", "B1:B2", "C1:C2", "D1:E1"]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows, merged=merged))
    assert (names(reading), reading.people[0].phone) == (["林小禾"], "13800138001")


def test_a_header_whose_names_stand_in_its_second_row_is_understood(tmp_path: Path) -> None:
    rows = [
        ["序号", "基本信息", "", "所在单位"],
        ["", "姓名", "性别", ""],
        [1, "林小禾", "女", "示例机械厂"],
    ]
    merged = ["A1:A2", "B1:C1", "D1:D2"]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows, merged=merged))
    assert (names(reading), units(reading)) == (["林小禾"], ["示例机械厂"])


def test_units_merged_downwards_are_filled_down(tmp_path: Path) -> None:
    rows = [
        ["单位", "姓名"],
        ["示例机械厂", "林小禾"],
        ["", "方一舟"],
        ["示例纺织厂", "石磊"],
    ]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows, merged=["A2:A3"]))
    assert units(reading) == ["示例机械厂", "示例机械厂", "示例纺织厂"]
    assert WarningCode.UNIT_FILLED_DOWN not in codes(reading)


def test_blanks_below_a_unit_are_filled_and_told(tmp_path: Path) -> None:
    rows = [
        ["单位", "姓名"], ["示例机械厂", "林小禾"], ["", "方一舟"],
        ["示例纺织厂", "石磊"], ["", "温雅"],
    ]  # fmt: skip
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert units(reading) == ["示例机械厂", "示例机械厂", "示例纺织厂", "示例纺织厂"]
    assert warning(reading, WarningCode.UNIT_FILLED_DOWN).examples == ("3", "5")


def test_a_unit_forgotten_once_is_not_guessed(tmp_path: Path) -> None:
    rows = [
        ["单位", "姓名"], ["示例机械厂", "林小禾"], ["示例机械厂", "方一舟"],
        ["", "石磊"], ["示例纺织厂", "温雅"],
    ]  # fmt: skip
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert units(reading)[2] == ""
    assert warning(reading, WarningCode.UNIT_MISSING).examples == ("4",)


def test_ditto_marks_repeat_every_field_and_blanks_stay_blank(tmp_path: Path) -> None:
    rows = [
        ["姓名", "部门", "职务"], ["林小禾", "一车间", "干事"],
        ["方一舟", "同上", ""], ["石磊", "〃", "〃"],
    ]  # fmt: skip
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert [person.department for person in reading.people] == ["一车间"] * 3
    assert [person.post for person in reading.people] == ["干事", "", ""]


def test_a_unit_that_is_an_unsaved_formula_is_not_guessed(tmp_path: Path) -> None:
    rows = [["姓名", "单位"], ["林小禾", "示例机械厂"], ["方一舟", '=CONCATENATE("示例","厂")']]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert units(reading) == ["示例机械厂", ""]
    assert {WarningCode.EMPTY_FORMULAS, WarningCode.UNIT_MISSING} <= codes(reading)


def test_ditto_marks_repeat_the_unit_above(tmp_path: Path) -> None:
    rows = [["姓名", "单位"], ["林小禾", "示例机械厂"], ["方一舟", "〃"], ["石磊", "同上"]]
    assert units(read_roster(xlsx(tmp_path / "a.xlsx", rows))) == ["示例机械厂"] * 3


def test_the_header_of_later_pages_and_its_title_are_skipped(tmp_path: Path) -> None:
    rows = [["职工花名册"], HEADER, *PEOPLE, ["职工花名册"], HEADER, (4, "温雅", "示例纺织厂")]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert len(reading.people) == 4
    assert reasons(reading)[6] is SkipReason.TITLE
    assert reasons(reading)[7] is SkipReason.REPEATED_HEADER


@pytest.mark.parametrize(
    "row",
    [
        ["小计", "", "3人"],
        ["", "合计", 3],
        ["", "", "机械厂小计", 3],
        ["总计：3人"],
        ["合计", "叁人"],
    ],
)
def test_subtotals_are_no_people(tmp_path: Path, row: list[str | int]) -> None:
    reading = read_roster(xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE, row]))
    assert len(reading.people) == 3
    assert reasons(reading) == {5: SkipReason.SUBTOTAL}


@pytest.mark.parametrize(
    "row",
    [
        ["填表人：", "林小禾", "", "审核人："],
        ["", "制表：林小禾"],
        ["备注：本表一式三份"],
        ["", "本表一式两份，工会留存一份"],
        ["单位（盖章）：", "", "联系电话：0391-1234567"],
        ["", "2025年 1月 20日"],
        ["", "", "", "年　月　日"],
        ["应到：2人", "", "实到：　人"],
        ["", "实到：　人"],
        ["", "应到 2 人"],
        ["", "带队领导：林小禾"],
        ["", "以下空白"],
        ["示例", "林小禾", "某某厂"],
    ],
)
def test_notes_at_the_bottom_are_no_people(tmp_path: Path, row: list[str]) -> None:
    reading = read_roster(xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE, [], row]))
    assert len(reading.people) == 3
    assert set(reasons(reading)) == {6}


def test_what_follows_a_note_is_a_note_too(tmp_path: Path) -> None:
    rows = [HEADER, *PEOPLE, ["说明：请核对"], ["", "", "逾期不再受理"]]
    assert reasons(read_roster(xlsx(tmp_path / "a.xlsx", rows)))[6] is SkipReason.NOTE


def test_empty_rows_in_the_middle_are_passed_over(tmp_path: Path) -> None:
    reading = read_roster(xlsx(tmp_path / "a.xlsx", [HEADER, PEOPLE[0], [], [], PEOPLE[1]]))
    assert [person.row for person in reading.people] == [2, 5]
    assert reading.skipped == ()


def test_a_row_without_a_name_is_skipped_with_what_stood_there(tmp_path: Path) -> None:
    reading = read_roster(xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE, (4, "", "示例纺织厂")]))
    assert [(one.row, one.reason, one.text) for one in reading.skipped] == [
        (5, SkipReason.NO_NAME, "4 示例纺织厂")
    ]


def test_people_in_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    reading = read_roster(xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE], hidden_rows=[3]))
    assert len(reading.people) == 3
    assert warning(reading, WarningCode.HIDDEN_ROWS_READ).examples == ("3",)


def test_hidden_columns_are_read_and_told(tmp_path: Path) -> None:
    reading = read_roster(xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE], hidden_columns=["C"]))
    assert units(reading)[0] == "示例机械厂"
    assert warning(reading, WarningCode.HIDDEN_COLUMNS_READ).examples == ("单位",)


def test_a_hidden_sheet_is_read_and_told(tmp_path: Path) -> None:
    reading = read_roster(xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE], hidden=True))
    assert len(reading.people) == 3
    assert warning(reading, WarningCode.HIDDEN_SHEET_READ).sheet == "Sheet1"


def test_sheets_with_different_columns_are_all_read(tmp_path: Path) -> None:
    sheets = {
        "正式": [["姓名", "单位"], ["林小禾", "示例机械厂"]],
        "派遣": [["单位", "部门", "姓名"], ["示例纺织厂", "一车间", "石磊"]],
        "说明": [["本工作簿由工会填写"]],
    }
    reading = read_roster(xlsx_sheets(tmp_path / "a.xlsx", sheets))
    assert [(p.sheet, p.name, p.department) for p in reading.people] == [
        ("正式", "林小禾", ""), ("派遣", "石磊", "一车间"),
    ]  # fmt: skip
    assert warning(reading, WarningCode.SHEET_WITHOUT_PEOPLE).sheet == "说明"


def test_two_blocks_side_by_side_are_read_left_then_right_page_by_page(tmp_path: Path) -> None:
    head = ["序号", "姓名", "单位"] * 2
    rows = [
        head,
        [1, "林小禾", "甲厂", 3, "石磊", "乙厂"],
        [2, "方一舟", "甲厂", 4, "温雅", "乙厂"],
        head,
        [5, "江帆", "甲厂", 6, "秦川", "乙厂"],
    ]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert names(reading) == ["林小禾", "方一舟", "石磊", "温雅", "江帆", "秦川"]
    assert units(reading)[2] == "乙厂"
    assert WarningCode.SIDE_BY_SIDE in codes(reading)


def test_the_names_of_relatives_are_no_second_block(tmp_path: Path) -> None:
    rows = [
        ["姓名", "单位", "职务", "姓名", "关系", "电话"],
        ["林小禾", "甲厂", "干事", "林大树", "父亲", "13800138009"],
    ]
    assert names(read_roster(xlsx(tmp_path / "a.xlsx", rows))) == ["林小禾"]


def test_names_are_cleaned_and_told(tmp_path: Path) -> None:
    rows = [["姓名"], ["方　舟"], ["石\u200b磊"], ["阿依•古丽"], ["林小禾 "]]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert names(reading) == ["方舟", "石磊", "阿依·古丽", "林小禾"]
    assert warning(reading, WarningCode.CLEANED_NAME).count == 3


def test_rare_characters_are_kept_and_told(tmp_path: Path) -> None:
    rows = [["姓名"], ["𠮷小禾"], ["石\ue863"], ["林小禾"]]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert names(reading) == ["𠮷小禾", "石\ue863", "林小禾"]
    assert warning(reading, WarningCode.RARE_CHARACTER).examples == ("𠮷小禾", "石\ue863")


def test_a_tag_as_a_name_is_kept_as_plain_text(tmp_path: Path) -> None:
    reading = read_roster(xlsx(tmp_path / "a.xlsx", [["姓名"], ["<img src=x>"], ["林小禾"]]))
    assert names(reading) == ["<img src=x>", "林小禾"]


def test_a_name_of_fifty_characters_is_kept_and_of_two_hundred_skipped(tmp_path: Path) -> None:
    rows = [["姓名"], ["林" * 50], ["林" * 200]]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert names(reading) == ["林" * 50]
    assert reasons(reading) == {3: SkipReason.NAME_TOO_LONG}


@pytest.mark.parametrize(
    "text",
    [12, "——", "待定", "电话", "职 务", "XXX", "乙", "B", "请各单位核对后于周五前报送，谢谢。"],
)
def test_what_is_no_name_is_skipped(tmp_path: Path, text: str | int) -> None:
    reading = read_roster(xlsx(tmp_path / "a.xlsx", [["姓名", "单位"], ["林小禾", ""], [text, ""]]))
    assert reasons(reading) == {3: SkipReason.NOT_A_NAME}


@pytest.mark.parametrize("joint", ["、", "，", " / ", "\n", ";"])
def test_several_names_in_one_cell_are_no_name(tmp_path: Path, joint: str) -> None:
    rows = [["单位", "姓名"], ["示例一中", f"林小禾{joint}石磊"], ["示例二中", "温雅"]]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert names(reading) == ["温雅"]
    assert reasons(reading) == {2: SkipReason.SEVERAL_NAMES}


def test_id_cards_are_recognised_by_heading_and_never_imported(tmp_path: Path) -> None:
    rows = [["姓名", "身份证号码"], ["林小禾", "410800199001011234"], ["", "410800199001011235"]]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert "4108001990" not in repr(reading)
    assert WarningCode.ID_COLUMN_LEFT_OUT in codes(reading)


def test_id_cards_are_recognised_by_their_looks(tmp_path: Path) -> None:
    rows = [["姓名", "编号"], ["林小禾", 410800199001011234], ["石磊", "41080019900101123X"]]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert "4108001990" not in repr(reading)
    assert warning(reading, WarningCode.ID_COLUMN_LEFT_OUT).examples == ("编号",)


def test_the_user_cannot_choose_an_id_card(tmp_path: Path) -> None:
    rows = [["姓名", "身份证号"], ["林小禾", "410800199001011234"]]
    choice = {("Sheet1", 1): RosterField.NUMBER}
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows), choice=choice)
    assert reading.people[0].number == ""


def test_formulas_without_a_result_are_told(tmp_path: Path) -> None:
    rows = [["姓名", "单位"], ["林小禾", '=CONCATENATE("示例","厂")'], ["石磊", "示例纺织厂"]]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert warning(reading, WarningCode.EMPTY_FORMULAS).examples == ("B2",)


def test_the_same_name_twice_in_a_unit_is_told_and_kept(tmp_path: Path) -> None:
    rows = [["姓名", "单位"], ["林小禾", "甲厂"], ["林 小禾", "甲厂"], ["林小禾", "乙厂"]]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert len(reading.people) == 3
    assert warning(reading, WarningCode.SAME_NAME_SAME_UNIT).examples == ("林小禾（甲厂）",)


def test_the_title_gives_the_unit_when_no_column_does(tmp_path: Path) -> None:
    rows = [["示例机械有限公司工会会员花名册"], ["姓名", "职务"], ["林小禾", "主席"]]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows))
    assert units(reading) == ["示例机械有限公司工会"]
    assert WarningCode.UNIT_FROM_TITLE in codes(reading)


def test_the_sheets_name_gives_the_unit_when_the_title_does_not(tmp_path: Path) -> None:
    sheets = {"示例纺织厂": [["姓名"], ["石磊"]], "Sheet2": [["姓名"], ["林小禾"]]}
    reading = read_roster(xlsx_sheets(tmp_path / "a.xlsx", sheets))
    assert units(reading) == ["示例纺织厂", ""]
    assert warning(reading, WarningCode.UNIT_FROM_SHEET_NAME).examples == ("示例纺织厂",)


def test_a_column_of_units_goes_before_the_title(tmp_path: Path) -> None:
    rows = [["单位：示例市总工会"], ["姓名", "单位"], ["林小禾", "示例机械厂"]]
    assert units(read_roster(xlsx(tmp_path / "a.xlsx", rows))) == ["示例机械厂"]


def test_names_merged_as_wide_as_their_heading_are_names(tmp_path: Path) -> None:
    rows = [["序号", "姓名", "", "", "单位"], [1, "林小禾", "", "", "示例机械厂"]]
    path = xlsx(tmp_path / "a.xlsx", rows, merged=["B1:D1", "B2:D2"])
    assert names(read_roster(path)) == ["林小禾"]


def test_names_merged_over_the_table_are_lines_of_text(tmp_path: Path) -> None:
    rows = [["姓名", "单位", "职务"], ["机关第一党支部"], ["林小禾", "甲厂", "干事"]]
    reading = read_roster(xlsx(tmp_path / "a.xlsx", rows, merged=["A2:C2"]))
    assert reasons(reading) == {2: SkipReason.NOT_A_NAME}

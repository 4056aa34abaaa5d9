"""The words of reading a roster: its columns, rows left out, warnings, likeness."""

from __future__ import annotations

from jz_training.domain.roster_reading import (
    Likeness,
    RosterField,
    RosterWarning,
    SkipReason,
    WarningCode,
)

ROSTER_FIELDS: dict[RosterField, str] = {
    RosterField.NAME: "姓名",
    RosterField.UNIT: "单位",
    RosterField.DEPARTMENT: "部门",
    RosterField.POST: "职务",
    RosterField.LAYER: "层级",
    RosterField.CATEGORY: "类别",
    RosterField.SEX: "性别",
    RosterField.NUMBER: "编号",
    RosterField.PHONE: "联系电话",
    RosterField.SHIFT: "班次",
    RosterField.ORDINAL: "序号",
    RosterField.IGNORED: "不导入",
}

SKIP_REASONS: dict[SkipReason, str] = {
    SkipReason.NO_NAME: "没有姓名",
    SkipReason.REPEATED_HEADER: "重复的表头",
    SkipReason.SUBTOTAL: "小计或合计",
    SkipReason.NOTE: "表尾的说明",
    SkipReason.TITLE: "表头以上的标题",
    SkipReason.NAME_TOO_LONG: "姓名过长，不像人名",
    SkipReason.NOT_A_NAME: "不像人名",
    SkipReason.SEVERAL_NAMES: "一格里有几个姓名，请每人一行",
}

#: {count} how many, {examples} the first rows, names or headings of them.
WARNINGS: dict[WarningCode, str] = {
    WarningCode.HIDDEN_ROWS_READ: "隐藏的行里有 {count} 人，也已读入（第 {examples} 行）。",
    WarningCode.HIDDEN_COLUMNS_READ: "隐藏的列也已读入：{examples}。",
    WarningCode.HIDDEN_SHEET_READ: "这张工作表是隐藏的，也已读入。",
    WarningCode.EMPTY_FORMULAS: (
        "{count} 个公式没有保存结果，按空白处理（{examples}）。"
        "请用 Excel 或 WPS 打开并保存一次，再重新导入。"
    ),
    WarningCode.PHONE_UNSURE: (
        "{count} 个联系电话不完整或不像电话，请核对（第 {examples} 行）。"
        "被 Excel 写成 1.38E+10 样子的号码没有导入。"
    ),
    WarningCode.TWO_PHONES: "{count} 格里写了两个电话，只取第一个（第 {examples} 行）。",
    WarningCode.SAME_NAME_SAME_UNIT: "同一单位里有 {count} 组同名：{examples}。请确认是否同一人。",
    WarningCode.RARE_CHARACTER: "{count} 个姓名里有生僻字，打印前请留意：{examples}。",
    WarningCode.CLEANED_NAME: "{count} 个姓名去掉了空格或统一了间隔号：{examples}。",
    WarningCode.UNIT_FILLED_DOWN: "{count} 人的单位是空的，按上一行补上（第 {examples} 行）。",
    WarningCode.UNIT_FROM_TITLE: "没有单位一列，按标题记为“{examples}”。",
    WarningCode.UNIT_FROM_SHEET_NAME: "没有单位一列，按工作表的名称记为“{examples}”。",
    WarningCode.UNIT_MISSING: "{count} 人没有写单位（第 {examples} 行）。",
    WarningCode.SHEET_WITHOUT_PEOPLE: "这张工作表里没有找到名单，没有读入。",
    WarningCode.SIDE_BY_SIDE: "表格左右并排 {count} 栏，已按先左后右的顺序读入。",
    WarningCode.SEVERAL_TABLES: "从第 {examples} 行起是列名不同的另一张表，已按那里的列名读入。",
    WarningCode.ID_COLUMN_LEFT_OUT: "身份证号不导入（{examples}）。",
    WarningCode.MANY_ROWS: "名单有 {count} 人，请确认选对了文件。",
    WarningCode.GUESSED_ENCODING: (
        "文件的文字编码不能确定，按 {examples} 读取，个别字可能有误，请核对姓名。"
    ),
}

LIKENESS: dict[Likeness, str] = {
    Likeness.NEW: "新增",
    Likeness.SAME: "相同",
    Likeness.CHANGED: "有变化",
    Likeness.DOUBTFUL: "待确认",
}


def warning_words(warning: RosterWarning) -> str:
    """Return a warning about a roster as a sentence; the sheet is named when it has a name."""
    examples = "、".join(warning.examples)
    if warning.count > len(warning.examples) > 1:
        examples += " 等"
    words = WARNINGS[warning.code].replace("{count}", str(warning.count))
    words = words.replace("{examples}", examples)
    return f"工作表“{warning.sheet}”：{words}" if warning.sheet else words

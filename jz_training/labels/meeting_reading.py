"""The words about exports of online meetings."""

from __future__ import annotations

from jz_training.domain.meeting_reading import (
    MeetingField,
    MeetingNote,
    MeetingPlatform,
    NoteCode,
    UnreadableReason,
)
from jz_training.domain.name_matching import MatchReason
from jz_training.domain.near_names import NearReason

PLATFORMS: dict[MeetingPlatform, str] = {
    MeetingPlatform.TENCENT: "腾讯会议",
    MeetingPlatform.ZOOM: "Zoom",
    MeetingPlatform.FEISHU: "飞书",
    MeetingPlatform.WECOM: "企业微信",
    MeetingPlatform.DINGTALK: "钉钉",
    MeetingPlatform.TEAMS: "Teams",
    MeetingPlatform.OTHER: "其他表格",
}

MEETING_FIELDS: dict[MeetingField, str] = {
    MeetingField.NAME: "姓名或昵称",
    MeetingField.ALIAS: "另一个名称",
    MeetingField.JOIN: "入会时间",
    MeetingField.LEAVE: "退会时间",
    MeetingField.DURATION: "参会时长",
    MeetingField.UNIT: "单位或部门",
    MeetingField.IGNORED: "不使用",
}

UNREADABLE_REASONS: dict[str, str] = {
    UnreadableReason.NO_NAME: "没有姓名",
    UnreadableReason.NO_TIME: "没有时间，也没有时长",
    UnreadableReason.NO_LEAVE: "没有退会时间，也没有时长",
    UnreadableReason.ODD_TIME: "时间无法识别",
    UnreadableReason.DAY_OR_MONTH: "日期中的日和月分不清",
    UnreadableReason.ENDS_BEFORE_START: "退会时间早于入会时间",
    UnreadableReason.NOTE: "是合计或说明，不是参会人",
}

#: {count} how many, {examples} the first names of them.
MEETING_NOTES: dict[NoteCode, str] = {
    NoteCode.GUESSED_ENCODING: "文件的文字编码不能确定，按 {examples} 读取，请核对姓名。",
    NoteCode.MONTH_FIRST: "日期像 10/11 这样的，按“月/日”理解，请核对。",
    NoteCode.DAY_FIRST: "日期像 10/11 这样的，按“日/月”理解，请核对。",
    NoteCode.ONLY_TOTALS: (
        "{count} 人只有累计时长，没有每次进出的时间，场次以外的部分不能准确扣除：{examples}。"
    ),
    NoteCode.LONGEST_OF_SEVERAL: (
        "{count} 人有几行时长、没有进出时间，按最长的一行计，没有相加：{examples}。"
    ),
    NoteCode.ONLY_IN_OVERVIEW: "{count} 人只在概况表中，明细表中没有，按概况表计：{examples}。",
    NoteCode.OVERVIEW_DIFFERS: "{count} 人的概况与明细不一致，按明细计：{examples}。",
    NoteCode.OUTSIDE: "场次时间内没有人在线，请检查是否选对了文件或场次。",
}

MATCH_REASONS: dict[MatchReason, str] = {
    MatchReason.NAME: "姓名相同",
    MatchReason.NICKNAME: "以前确认过的昵称",
    MatchReason.PREFIX: "去掉单位或编号后相同",
    MatchReason.BY_HAND: "手工确认",
}

NEAR_REASONS: dict[NearReason, str] = {
    NearReason.CONTAINED: "名称里有这个姓名",
    NearReason.PINYIN: "读音相同",
    NearReason.ONE_CHARACTER: "只差一个字",
    NearReason.PART_OF_NAME: "是姓名的一部分",
}


def meeting_note_words(note: MeetingNote) -> str:
    """Return a note about an export as a sentence."""
    examples = "、".join(note.examples)
    if note.count > len(note.examples) > 0:
        examples += " 等"
    words = MEETING_NOTES[note.code].replace("{count}", str(note.count))
    return words.replace("{examples}", examples)

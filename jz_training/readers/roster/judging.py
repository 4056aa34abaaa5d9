"""Which rows below a header are not people: subtotals, notes, repeated headers, odd names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jz_training.domain.person_name import (
    LONGEST_NAME,
    clean_name,
    has_forbidden_characters,
    is_plausible_name,
)
from jz_training.domain.roster_reading import SkipReason
from jz_training.readers.grids.grid import Cell, Row
from jz_training.readers.roster.columns import HEADING_WORDS, is_name_heading, plain_heading
from jz_training.readers.roster.values import cell_text, clean_text, is_id_card

_SUBTOTAL = re.compile(
    r"(本页|本表|以上|单位|部门)?(小计|合计|总计|共计|累计|总人数|人数合计)(\s*[:：(（\d共].*)?"
    r"|.{2,30}(小计|合计|总计)(\s*[:：]?\s*\d*\s*人?)?|共\s*\d+\s*人"
)
_NOTE = re.compile(
    r"(填表|填报|制表|审核|审批|经办|联系|负责|单位负责|统计|录入|校对|签到负责|报送|复核|主管领导|记录)"
    r"(人|人员|单位|日期|时间|人签字|人签名|领导)?\s*(\(.*\)|（.*）)?\s*([:：].*)?"
    r"|(联系电话|电话|备注|说明|注|附注|注意事项|日期|时间|盖章|单位盖章|附|附件|填表说明|填写说明|要求)"
    r"\s*\d*\s*([:：].*|\d?[、.．].*)|(备注|说明|注|附注|填表说明|盖章|单位盖章)"
    r"|[（(]?(单位)?盖章[）)]?.*|[（(【\[]?注[：:\d].*|(本表|此表|以上人员|以上名单).{2,}"
    r"|.*(一式[一二三四两\d]份).*|\d{0,4}\s*年\s*\d{0,2}\s*月(\s*\d{0,2}\s*[日号])?"
    r"|第\s*\d+\s*页.*|(应到|实到|到会|缺席|请假)(人数|人员)?\s*[:：]?[\s_\d]*人?"
    r"|[\W_]*(以下空白|以下为空|以下无正文|以下无内容)[\W_]*"
    r"|(例|示例|样例|范例|(填写|填表)(示例|样例|范例))\s*\d*\s*[:：]?",
    re.DOTALL,
)
_LABEL = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff ]{0,9}[:：]")
_NO_NAMES = frozenset(
    re.findall(
        r"\w+", "无 空 空缺 缺 暂缺 待定 无此人 同上 略 暂无 未定 待补 空岗 缺额 某某 某某某 xx xxx"
    )
)
#: The columns' own numbers, written below the headings: 甲 乙 1 2, or A B C D.
_COLUMN_NUMBER = re.compile("[甲乙丙丁戊己庚辛壬癸a-z]", re.IGNORECASE)
_HAN_NAME = r"(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]+·[\u3400-\u9fff·]+)"
_SEVERAL_NAMES = re.compile(rf"{_HAN_NAME}(\s*[、，,;；/]\s*{_HAN_NAME})+[、，,;；/。]?")
_NAMES_BELOW = re.compile(rf"\s*{_HAN_NAME}(\s*[\r\n]+\s*{_HAN_NAME})+\s*")
_SENTENCE = re.compile("[。；！？]|.{8,}，|，.{8,}")
_SHOWN = 60


def subtotal_or_note(text: str) -> SkipReason | None:
    """Return why a cell shows that its row is not a person, or None."""
    if not text or len(text) > 4 * _SHOWN:
        return None
    if _SUBTOTAL.fullmatch(text):
        return SkipReason.SUBTOTAL
    return SkipReason.NOTE if _NOTE.fullmatch(text) else None


def reason_against(name: str) -> SkipReason | None:
    """Return why a cleaned, non-empty text in the column of names is not a name, or None."""
    if reason := subtotal_or_note(name):
        return reason
    if is_name_heading(name):
        return SkipReason.REPEATED_HEADER
    if _LABEL.match(name):
        return SkipReason.NOTE
    if len(name) > LONGEST_NAME and not has_forbidden_characters(name):
        return SkipReason.NAME_TOO_LONG
    if _SEVERAL_NAMES.fullmatch(name):
        return SkipReason.SEVERAL_NAMES
    odd = (
        name.casefold() in _NO_NAMES
        or _COLUMN_NUMBER.fullmatch(name)
        or plain_heading(name) in HEADING_WORDS
    )
    odd = odd or _SENTENCE.search(name) is not None or is_id_card(name)
    return SkipReason.NOT_A_NAME if odd or not is_plausible_name(name) else None


#: Chinese names of the usual length without any character of the words above need no second look.
_PLAIN_NAME = re.compile("[\u3400-\u9fff]{2,4}")
TELLING = frozenset(
    "计总表填审注名说盖附年月间期无空缺待同略员单第本此以校录统报要电办系责核管复项主应实到缺假例未补岗额某"
)


def _is_plain_name(text: str) -> bool:
    return (
        _PLAIN_NAME.fullmatch(text) is not None
        and TELLING.isdisjoint(text)
        and text not in HEADING_WORDS
    )


class Names(dict[Cell, str]):
    """Cell → cleaned name, or "" when its row has to be looked at; remembers what it cleaned."""

    def __init__(self) -> None:
        super().__init__()
        self.cleaned: dict[Cell, str] = {}

    def __missing__(self, cell: Cell) -> str:
        if isinstance(cell, str) and _is_plain_name(cell):
            self[cell] = cell
            return cell
        text = cell_text(cell)
        name = clean_name(text)
        if name and (reason_against(name) or _NAMES_BELOW.fullmatch(text)):
            name = ""
        if name and name != text.strip():
            self.cleaned[cell] = name
        self[cell] = name
        return name


class NameHeadings(dict[Cell, bool]):
    """Cell → whether it is the heading of names."""

    def __missing__(self, cell: Cell) -> bool:
        found = self[cell] = isinstance(cell, str) and is_name_heading(clean_text(cell))
        return found


class Oddities(dict[Cell, bool]):
    """Cell → whether it shows that its row is no person (合计 in the column of units)."""

    def __missing__(self, cell: Cell) -> bool:
        wordy = isinstance(cell, str) and not cell.isdecimal()
        odd = self[cell] = wordy and subtotal_or_note(clean_text(cell)) is not None
        return odd


def judge(
    row: Row, name: Cell, header_rows: Sequence[Sequence[str]], titles: frozenset[str]
) -> SkipReason | None:
    """Return why a row with something in it is not a person, or None when it is one.

    `header_rows` are the texts of the header, `titles` the lines above it: both are printed again
    on later pages.
    """
    texts = [clean_text(cell) for cell in row]
    filled = [text for text in texts if text]
    if texts in header_rows:
        return SkipReason.REPEATED_HEADER
    if len(filled) == 1 and filled[0] in titles:
        return SkipReason.TITLE
    for text in filled[:2]:
        if reason := subtotal_or_note(text):
            return reason
    text = cell_text(name)
    if _NAMES_BELOW.fullmatch(text):
        return SkipReason.SEVERAL_NAMES
    cleaned = clean_name(text)
    return reason_against(cleaned) if cleaned else SkipReason.NO_NAME


def shown(row: Row) -> str:
    """Return what stood in a row, shortened, without ID cards."""
    texts = (clean_text(cell) for cell in row)
    return " ".join("…" if is_id_card(text) else text for text in texts if text)[:_SHOWN]

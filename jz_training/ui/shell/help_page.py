"""F1: the keys, the words of the attendance line, and the arithmetic behind every figure."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jz_training.labels import MARK_HELP
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.card import Card, scrolled

KEYS = (
    ("Ctrl+K", "搜索人员、场次、通知，可用拼音首字母"),
    ("Ctrl+1 … Ctrl+9", "打开左侧第几个页面"),
    ("Alt+←  Alt+→", "回到上一个页面，再往前"),
    ("Ctrl+N", "新建"),
    ("Ctrl+F", "筛选"),
    ("Ctrl+P", "打印"),
    ("Ctrl+Z", "撤销上一步"),
    ("Ctrl+C", "把选中的行复制成表格，可粘贴到 Excel"),
    ("M  W  L  T", "日程：看月、周、列表，回到今天"),
    ("F2", "修改"),
    ("Ctrl+D", "考勤页：会场点名"),
    ("Alt+0  Alt+1", "考勤页：登记全部课次，或第 1 个课次"),
    ("Del", "移除"),
    ("F5", "重新读取"),
    ("F1", "本页"),
)

ARITHMETIC = (
    ("应到、实到", "场次关闭后：应到＝实到＋请假＋缺席；关闭之前还要加上未记录。"
     "迟到、早退和达标的线上参会都算在实到里。"),
    ("谁算应到", "每人每场只算一次。列席、工作人员、授课人和临时参会的人不算应到，另行列出。"),
    ("到会率", "到会率＝实到÷应到，保留一位小数，四舍五入。应到为 0 时写“—”，不写 0%。"
     "还有人未记录时，会写明有几场未记录。"),
    ("代会", "代会算单位到会，不算本人到会；可在“设置”里更改。"),
    ("人次和人数", "人次是各场相加，人数是不同的人；两个数都列出，不混用。"
     "一个人有几种身份时，合计里只算一次。"),
    ("学时", "填在每个场次里；小结里的学时是各场次相加，已取消的场次不计。"),
    ("数字的来历", "每个数字都能点开，看到它数的是哪些人、哪些场次。"),
)  # fmt: skip


class HelpPage(Page):
    """Arithmetic at the left; the words of the attendance line and the keys at the right."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="帮助")
        line = QHBoxLayout()
        line.setSpacing(theme().sizes.gap)
        line.addWidget(_arithmetic_card(), 3)
        right = QVBoxLayout()
        right.setSpacing(theme().sizes.gap)
        right.addWidget(_marks_card())
        right.addWidget(_keys_card(), 1)
        line.addLayout(right, 4)
        self.body.addLayout(line, 1)


def _keys_card() -> Card:
    card = Card("按键")
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for row, (keys, words) in enumerate(KEYS):
        grid.addWidget(plain_label(keys, "strong"), row, 0)
        grid.addWidget(plain_label(words, "secondary", wrap=True), row, 1)
    grid.setColumnStretch(1, 1)
    card.add(grid)
    card.body.addStretch(1)
    return card


def _marks_card() -> Card:
    card = Card("录入考勤时可以写什么", note="字母不分大小写，不用切换输入法")
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for column, word in enumerate(("考勤", "可以写", "字母", "例子")):
        grid.addWidget(plain_label(word, "small"), 0, column)
    for row, (meant, *others) in enumerate(MARK_HELP, 1):
        grid.addWidget(plain_label(meant, "strong"), row, 0)
        for column, words in enumerate(others, 1):
            grid.addWidget(plain_label(words, "secondary", wrap=column == 1), row, column)
    grid.setColumnStretch(1, 1)
    card.add(grid)
    return card


def _arithmetic_card() -> Card:
    card = Card("数字怎么算")
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(4)
    for title, words in ARITHMETIC:
        column.addWidget(plain_label(title, "strong"))
        column.addWidget(plain_label(words, "secondary", wrap=True))
        column.addSpacing(8)
    column.addStretch(1)
    card.add(scrolled(inner), 1)
    return card

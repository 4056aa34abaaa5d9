"""详情 of a paper: role → face, missing characters with their places, texts that were cut."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from jz_training.ui.paper.report_words import font_lines, places_words
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.card import scrolled
from jz_training.ui.widgets.dialog import PlainDialog

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport

_FONTS = "装上原来的字体以后会自动使用；内容不受影响。"
_MISSING = "这台电脑的字体里没有这些字，纸上印作〓，请手写补上，或换用同音、简化的写法。"
_CUT = "缩到最小的字号仍放不下，纸上以…结尾。请把原文写短一些。"


class ReportDialog(PlainDialog):
    """Shows each part only when it has something to tell; its texts can be selected."""

    def __init__(self, parent: QWidget, report: PaperReport) -> None:
        super().__init__(parent, title="字体和缺字", verb="知道了", cancel="", width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._add("代替的字体", _FONTS, font_lines(report))
        self._add(
            "没有字形的字",
            _MISSING,
            [(f"{one.character}　{one.code_point}", places_words(one)) for one in report.missing],
        )
        self._add("截短的文字", _CUT, [("", text) for text in report.cut])
        self._column.addStretch(1)
        area = scrolled(holder)
        self.body.addWidget(area, 1)
        holder.adjustSize()
        area.setMinimumHeight(min(holder.sizeHint().height(), theme().sizes.of(440)))

    def _add(self, title: str, advice: str, lines: Iterable[tuple[str, str]]) -> None:
        told = list(lines)
        if not told:
            return
        if self._column.count():
            self._column.addSpacing(8)
        self._column.addWidget(plain_label(title, "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (left, right) in enumerate(told):
            if left:
                grid.addWidget(_selectable(left), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_selectable(right, "secondary", wrap=True), row, 1)
        self._column.addLayout(grid)
        self._column.addWidget(plain_label(advice, "small", wrap=True))


def _selectable(text: str, kind: str = "", *, wrap: bool = False) -> QLabel:
    label = plain_label(text, kind, wrap=wrap)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label

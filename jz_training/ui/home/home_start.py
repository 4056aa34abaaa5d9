"""How to begin when nothing was entered yet: a few steps, each with its button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, dress, plain_label
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.badge import Badge
from jz_training.ui.widgets.card import Card, hairline

_STEPS = (
    ("organiser", "填写工会名称", "印在签到表、小结和名册上，以后可在设置里修改。", "填写"),
    (
        "import",
        "导入人员名册",
        "Excel、WPS 表格和 CSV 都可以。先预览，确认后才写入，写入后可以撤销。",
        "导入名册",
    ),
    (
        "notice",
        "导入上级通知（可以以后再做）",
        "读出通知里的每项要求，以后随时看到办了什么、还差什么。",
        "导入通知",
    ),
    (
        "training",
        "新建第一个场次",
        "定好时间地点，确定应到名单，打印签到表，会后照着纸面登记。",
        "新建场次",
    ),
)


class StartCard(Card):
    """The first steps.

    Signals: asked(str): organiser, import, notice, training or take_over.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("从这里开始", note="资料只保存在这台电脑上")
        self.setMaximumWidth(theme().sizes.of(760))
        self._done = Badge("已填写", Tone.GREEN)
        self._buttons: dict[str, QPushButton] = {}
        for number, (key, title, words, verb) in enumerate(_STEPS, 1):
            self.add(hairline())
            self.add(self._step(number, key, title, words, verb))
        self.add(hairline())
        self.add(self._make_last_line())

    def show_organiser(self, organiser: str) -> None:
        """Show whether the first step is done; the button of the next one stands out."""
        self._done.setVisible(bool(organiser))
        self._buttons["organiser"].setText("修改" if organiser else "填写")
        for key, made in self._buttons.items():
            is_next = key == ("import" if organiser else "organiser")
            dress(made, "primary" if is_next else "")

    def _make_last_line(self) -> QWidget:
        """Return the quiet line for those who go on with somebody else's work."""
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(8 + theme().sizes.of(20) + 16, 8, 8, 0)  # below the words
        line.addWidget(plain_label("以前有人用本程序做过？", "secondary"))
        self.take_over = button("接手别人移交的数据…", "link")
        self.take_over.clicked.connect(lambda: self.asked.emit("take_over"))
        line.addWidget(self.take_over)
        line.addStretch(1)
        return made

    def _step(self, number: int, key: str, title: str, words: str, verb: str) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(8, 12, 8, 12)
        line.setSpacing(16)
        figure = plain_label(str(number), "figure_faint")
        figure.setFixedWidth(theme().sizes.of(20))
        line.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._words(key, title, words), 1)
        act = button(verb)
        self._buttons[key] = act
        act.clicked.connect(lambda: self.asked.emit(key))
        line.addWidget(act)
        return made

    def _words(self, key: str, title: str, words: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(title, "strong"))
        if key == "organiser":
            head.addWidget(self._done)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(plain_label(words, "secondary", wrap=True))
        return column

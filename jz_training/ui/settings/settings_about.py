"""What this program is, where the data lies, and under which licences its parts stand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from jz_training import __version__, labels
from jz_training.paths import resources
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import open_in_system
from jz_training.ui.settings.settings_parts import button_line
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import Card

#: The libraries the program runs on, with their licences.
PARTS = (
    ("Qt、PySide6", "LGPL 3.0"),
    ("SQLAlchemy、Alembic", "MIT"),
    ("SQLite", "公有领域"),
    ("openpyxl、python-calamine", "MIT"),
    ("XlsxWriter、xlrd", "BSD"),
    ("reportlab", "BSD"),
    ("pypdfium2、PDFium", "Apache 2.0、BSD"),
    ("Lucide 图标", "ISC"),
    ("思源黑体、思源宋体、霞鹜文楷", "SIL OFL 1.1"),
)


class AboutTab(QWidget):
    """Program and data at the left, licences at the right."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(_program_card(ctx.desk.folder), 1)
        line.addWidget(self._make_licences(), 1)

    def _make_licences(self) -> Card:
        card = Card("开源许可")
        for name, licence in PARTS:
            line = QHBoxLayout()
            line.addWidget(plain_label(name))
            line.addStretch(1)
            line.addWidget(plain_label(licence, "secondary"))
            card.add(line)
        self.licence = QPlainTextEdit()
        self.licence.setReadOnly(True)
        self.licence.hide()
        fold = button("查看字体与图标的许可全文", "link")
        fold.clicked.connect(self._unfold)
        card.add(button_line(fold))
        card.add(self.licence, 1)
        card.body.addStretch(0)
        return card

    def _unfold(self) -> None:
        if not self.licence.toPlainText():
            self.licence.setPlainText(_licence_texts())
        self.licence.setVisible(self.licence.isHidden())


def _program_card(folder: Path) -> Card:
    card = Card(labels.PROGRAM)
    card.add(plain_label(f"版本 {__version__}", "secondary"))
    card.body.addSpacing(8)
    card.add(
        plain_label("数据只保存在这台电脑的这个文件夹里，不上传、不联网：", "secondary", wrap=True)
    )
    card.add(plain_label(str(folder), wrap=True))
    opener = button("打开工作区文件夹")
    opener.clicked.connect(lambda: open_in_system(folder))
    card.add(button_line(opener))
    card.body.addStretch(1)
    return card


def _licence_texts() -> str:
    found = [*resources().glob("*/LICENSE*"), *resources().glob("*/OFL*")]
    return "\n\n".join(
        f"———— {path.name} ————\n\n{path.read_text(encoding='utf-8')}" for path in sorted(found)
    )

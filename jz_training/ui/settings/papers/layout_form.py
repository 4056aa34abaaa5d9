"""What may be adjusted of one kind of list: title, columns, places to sign, footer, logo."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jz_training.domain.paper_style import PaperLayout
from jz_training.ui.context import Context
from jz_training.ui.settings.papers.column_list import ColumnList
from jz_training.ui.settings.papers.logo_field import LogoField
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_tip
from jz_training.ui.widgets.chips import ChipField
from jz_training.ui.widgets.form import Form

#: What stands in the field of the title where the paper has its own.
OUR_TITLE_SHOWN = "{原标题}"
_OUR_TITLE = "{title}"


class LayoutForm(QWidget):
    """Shows a layout written out. Signals: changed() after each step of the user."""

    changed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ours = PaperLayout()
        self._showing = False
        self.form = form = Form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)  # beside the bar that scrolls
        column.addWidget(form)
        self.title = form.add(
            "title", "标题", QLineEdit(),
            hint=f"{OUR_TITLE_SHOWN}前后可以加字，也可以整个换掉。",
        )  # fmt: skip
        self.columns = ColumnList()
        form.add(
            "columns", "栏目", self._make_columns(),
            hint="勾选要印的栏；双击改名，删空恢复原名；拖动或按 Alt+↑、Alt+↓ 换位置。",
        )  # fmt: skip
        self.signatures = form.add(
            "signatures", "签名处", ChipField("如：分管领导"), hint="全部去掉就不留签名处。"
        )
        self.footer = form.add("footer", "页脚", QLineEdit(), hint="印在每页最下方，如：内部资料。")
        self.logo = form.add(
            "logo", "标识", LogoField(ctx), hint="印在标题左侧；也可以把图片拖到这里。"
        )
        form.stretch()
        self._connect()

    def show_layout(self, layout: PaperLayout, ours: PaperLayout) -> None:
        """Show what an office adjusted, and ours where it did not."""
        self._ours, self._showing = ours, True
        self.form.clear_errors()
        title = (layout.title or ours.title).replace(_OUR_TITLE, OUR_TITLE_SHOWN)
        if not self.title.hasFocus() or self.title.text() == "":
            self.title.setText(title)
        self.columns.show_layout(layout, ours)
        signers = ours.signatures if layout.signatures is None else layout.signatures
        if self.signatures.value() != (signers or ()):
            self.signatures.set_value(signers or ())
        if not self.footer.hasFocus():
            self.footer.setText(layout.footer)
        self.logo.set_value(layout.logo)
        self._showing = False

    def value(self) -> PaperLayout:
        """Return what is shown, without what is as we make it."""
        shown = PaperLayout(
            title=self.title.text().strip().replace(OUR_TITLE_SHOWN, _OUR_TITLE),
            columns=self.columns.value(),
            signatures=self.signatures.value(),
            footer=self.footer.text().strip(),
            logo=self.logo.value(),
        )
        return shown.differing(self._ours)

    def _make_columns(self) -> QWidget:
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.columns.setMinimumHeight(theme().sizes.of(232))
        line.addWidget(self.columns, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        self.up, self.down, self.rename = button("上移"), button("下移"), button("改名")
        for made, name, tip in (
            (self.up, "arrow-up", "上移一栏（Alt+↑）"),
            (self.down, "arrow-down", "下移一栏（Alt+↓）"),
            (self.rename, "pencil", "修改栏名（F2）"),
        ):
            set_icon(made, name)
            plain_tip(made, tip)
            buttons.addWidget(made)
        buttons.addStretch(1)
        line.addLayout(buttons)
        whole.setFocusProxy(self.columns)
        return whole

    def _connect(self) -> None:
        self.up.clicked.connect(lambda: self.columns.shift(-1))
        self.down.clicked.connect(lambda: self.columns.shift(1))
        self.rename.clicked.connect(self.columns.rename)
        self.title.editingFinished.connect(self._tell)
        self.columns.arranged.connect(self._tell)
        self.signatures.value_changed.connect(self._tell)
        self.footer.editingFinished.connect(self._tell)
        self.logo.changed.connect(self._tell)

    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit()

"""What may be adjusted of one kind of list: title, columns, places to sign, footer, logo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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

_HINTS = {
    "title": f"{OUR_TITLE_SHOWN}前后可以加字，也可以整个换掉。",
    "columns": "勾选要印的栏；双击改名，删空恢复原名；拖动或按 Alt+↑、Alt+↓ 换位置。",
    "signatures": "全部去掉就不留签名处。",
    "footer": "印在每页最下方，如：内部资料。",
    "logo": "印在标题左侧；也可以把图片拖到这里。",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLayout:
    """A kind of paper as we make it, and what of it may be adjusted (fields of PaperLayout).

    `needed` are the columns that cannot be left out; None: all can, and be named and moved.
    `hints` stand below a field instead of the usual ones.
    """

    ours: PaperLayout = field(default_factory=PaperLayout)
    parts: frozenset[str] = frozenset()
    needed: frozenset[str] | None = None
    hints: Mapping[str, str] = field(default_factory=dict)


class LayoutForm(QWidget):
    """Shows a layout written out. Signals: changed() after each step of the user."""

    changed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._known = KnownLayout()
        self._showing = False
        self.form = form = Form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)  # beside the bar that scrolls
        column.addWidget(form)
        self.title = form.add("title", "标题", QLineEdit(), hint=_HINTS["title"])
        self.columns = ColumnList()
        form.add("columns", "栏目", self._make_columns(), hint=_HINTS["columns"])
        signatures = ChipField("如：分管领导")
        self.signatures = form.add("signatures", "签名处", signatures, hint=_HINTS["signatures"])
        self.footer = form.add("footer", "页脚", QLineEdit(), hint=_HINTS["footer"])
        self.logo = form.add("logo", "标识", LogoField(ctx), hint=_HINTS["logo"])
        form.stretch()
        self._connect()

    def show_layout(self, layout: PaperLayout, known: KnownLayout) -> None:
        """Show what an office adjusted, and ours where it did not; nothing a paper has not."""
        ours = known.ours
        self._known, self._showing = known, True
        self.form.clear_errors()
        for name in ("title", "columns", "signatures", "footer", "logo"):
            self.form.set_hint(name, known.hints.get(name, _HINTS[name]))
            self.form.show_field(name, shown=name in known.parts)
        for made in (self.up, self.down, self.rename):
            made.setVisible(known.needed is None)
        title = (layout.title or ours.title).replace(_OUR_TITLE, OUR_TITLE_SHOWN)
        if not self.title.hasFocus() or self.title.text() == "":
            self.title.setText(title)
        self.columns.show_layout(layout, ours, needed=known.needed)
        signers = ours.signatures if layout.signatures is None else layout.signatures
        if self.signatures.value() != (signers or ()):
            self.signatures.set_value(signers or ())
        if not self.footer.hasFocus():
            self.footer.setText(layout.footer)
        self.logo.set_value(layout.logo)
        self._showing = False

    def value(self) -> PaperLayout:
        """Return what is shown, without what is as we make it."""
        signed = "signatures" in self._known.parts
        shown = PaperLayout(
            title=self.title.text().strip().replace(OUR_TITLE_SHOWN, _OUR_TITLE),
            columns=self.columns.value(),
            signatures=self.signatures.value() if signed else None,
            footer=self.footer.text().strip(),
            logo=self.logo.value(),
        )
        return shown.differing(self._known.ours)

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

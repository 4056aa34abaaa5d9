"""The layouts of papers (版式): the office's defaults, and each list with its preview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import PaperLayout
from jz_training.errors import JzError, Refused
from jz_training.labels.papers import PAPER_KINDS
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.paper.pdf_view import Fit, PdfView
from jz_training.ui.paper.zoom_line import ZoomLine
from jz_training.ui.settings.papers.kinds_known import known_layouts
from jz_training.ui.settings.papers.layout_form import KnownLayout, LayoutForm
from jz_training.ui.settings.papers.office_form import OfficeForm
from jz_training.ui.settings.settings_parts import button_line
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.card import Card, scrolled
from jz_training.ui.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from jz_training.services.settings import Settings

OFFICE = "all"
#: What the office's defaults are shown on.
_EXAMPLE = PaperKind.MEETING_NOTICE
#: What stands upright is shown whole: what is adjusted is at its head and at its foot.
_LYING = {PaperKind.CERTIFICATE, PaperKind.MONTH, PaperKind.PLAN, PaperKind.TASKS,
          PaperKind.TASK_BOOK, PaperKind.LEDGER, PaperKind.STATISTICS, PaperKind.OUTREACH,
          PaperKind.ABSENTEES, PaperKind.CERTIFICATE_REGISTER}  # fmt: skip
_WHOLE = {OFFICE, *(kind.value for kind in PaperKind if kind not in _LYING)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What was read: the office's settings, and of each list the office's layout and ours."""

    settings: Settings
    layouts: Mapping[PaperKind, tuple[PaperLayout, KnownLayout]]

    def is_adjusted(self, key: str) -> bool:
        return key != OFFICE and self.layouts[PaperKind(key)][0] != PaperLayout()


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    words: str
    adjusted: bool


class PapersTab(QWidget):
    """Kinds at the left, a form in the middle, the paper itself at the right."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._known: _Known | None = None
        self._key = OFFICE
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self._make_kinds())
        line.addWidget(self._make_forms())
        line.addWidget(self._make_preview(), 1)
        self.setEnabled(False)
        self.preview.fit(Fit.PAGE)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read settings and layouts again."""
        desk = self._ctx.desk

        def read() -> _Known:
            kept = desk.paper_styles.layout
            layouts = {kind: (kept(kind), known) for kind, known in known_layouts().items()}
            return _Known(settings=desk.settings.get(), layouts=layouts)

        self._ctx.work.read(read, self._show, owner=self, key="layouts")

    def choose(self, key: str) -> None:
        """Show the office's defaults (“all”) or one kind of list."""
        self.kinds.select(key)

    # --- construction --------------------------------------------------------------------------

    def _make_kinds(self) -> QWidget:
        card = Card(padding=1)
        self.kinds: Table[_Entry] = Table("paper_kinds", _columns(), label="文件")
        card.add(self.kinds, 1)
        card.setFixedWidth(theme().sizes.of(216))
        return card

    def _make_forms(self) -> QWidget:
        self.card = Card("通用")
        self.office, self.layout_form = OfficeForm(), LayoutForm(self._ctx)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(self.office))
        self._stack.addWidget(scrolled(self.layout_form))
        self.card.add(self._stack, 1)
        self.reset = button("恢复默认", tip="这种文件的标题、页脚等都恢复原样")
        self._foot = button_line(self.reset)
        self.card.add(self._foot)
        self.card.setFixedWidth(theme().sizes.of(368))
        return self.card

    def _make_preview(self) -> Card:
        card = Card("预览", note="内容为示例")
        self.preview = PdfView()
        self.zoom = ZoomLine(self.preview)
        card.add(self.zoom)
        card.add(self.preview, 1)
        return card

    def _connect(self) -> None:
        self.kinds.selection_changed.connect(self._choose)
        self.office.changed.connect(self._keep_setting)
        self.layout_form.changed.connect(self._keep_layout)
        self.reset.clicked.connect(self._reset)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, known: _Known) -> None:
        self._known = known
        entries = [_Entry(OFFICE, "通用", adjusted=False)]
        entries += [
            _Entry(kind.value, PAPER_KINDS[kind], known.is_adjusted(kind.value))
            for kind in known.layouts
        ]
        self.kinds.show_rows(entries, [entry.id for entry in entries])
        if not self.kinds.selected_ids():
            self.kinds.select(self._key)
        self.setEnabled(not self._ctx.desk.read_only)
        self._show_chosen()

    def _choose(self) -> None:
        chosen = self.kinds.selected_ids()
        if chosen and chosen[0] != self._key:
            self._key = chosen[0]
            self.preview.fit(Fit.PAGE if self._key in _WHOLE else Fit.WIDTH)
            self._show_chosen()

    def _show_chosen(self) -> None:
        known, office = self._known, self._key == OFFICE
        if known is None:
            return
        self._stack.setCurrentIndex(0 if office else 1)
        self._foot.setVisible(not office)
        self.reset.setEnabled(known.is_adjusted(self._key))
        if office:
            self.card.set_title("通用")
            self.office.show_settings(known.settings)
        else:
            kind = PaperKind(self._key)
            self.card.set_title(PAPER_KINDS[kind])
            self.layout_form.show_layout(*known.layouts[kind])
        self._draw()

    def _draw(self) -> None:
        """Make the paper as it is kept, with invented content."""
        styles, office = self._ctx.desk.paper_styles, self._key == OFFICE
        kind = _EXAMPLE if office else PaperKind(self._key)
        settings = self._known.settings if self._known else None
        organiser = (settings.organiser if settings else "") or "本单位工会"

        def make() -> bytes:
            from jz_training.sample.papers import sample_pdf

            return sample_pdf(kind, styles.of(kind), organiser=organiser)

        self._ctx.work.read(make, self.preview.show_pdf, owner=self, key="preview")

    # --- saving --------------------------------------------------------------------------------

    def _keep_setting(self, name: str, value: str | bool) -> None:
        settings = self._ctx.desk.settings
        self._ctx.work.change(
            lambda: settings.change(**{name: value}),
            owner=self,
            kinds={kinds.SETTINGS},
            failed=self._refused,
        )

    def _keep_layout(self) -> None:
        known = self._known
        if known is None or self._key == OFFICE:
            return
        kind, layout = PaperKind(self._key), self.layout_form.value()
        kept, made = known.layouts[kind]
        if layout == kept:
            self.layout_form.show_layout(kept, made)
            return
        styles = self._ctx.desk.paper_styles
        self._ctx.work.change(
            lambda: styles.keep(kind, layout, ours=made.ours),
            owner=self,
            kinds={kinds.REPORTS},
            failed=self._refused,
        )

    def _reset(self) -> None:
        kind, styles = PaperKind(self._key), self._ctx.desk.paper_styles
        self._ctx.work.change(
            lambda: styles.reset(kind),
            lambda _: self._ctx.toast(f"“{PAPER_KINDS[kind]}”已恢复默认版式。", undo=True),
            owner=self,
            kinds={kinds.REPORTS},
        )

    def _refused(self, error: JzError) -> bool:
        form = self.office.form if self._key == OFFICE else self.layout_form.form
        return isinstance(error, Refused) and form.set_error(error.field, str(error))


def _columns() -> tuple[Column[_Entry], ...]:
    return (
        Column(key="kind", title="文件", width=120, stretch=True, cell=lambda one: one.words),
        Column(key="state", title="", width=72,
               cell=lambda one: Cell("已调整", tone=Tone.ACCENT) if one.adjusted else ""),
    )  # fmt: skip

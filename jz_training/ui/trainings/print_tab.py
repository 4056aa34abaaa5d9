"""The tab 打印: the sign-in sheet as it will be printed, what was printed, and the summaries."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jz_training.domain.sheet import SheetOptions
from jz_training.domain.training import TrainingView
from jz_training.errors import JzError, ListNotFrozen
from jz_training.services.sheets import PrintedSheet
from jz_training.ui import kinds
from jz_training.ui.certificates.certificate_acts import issue_certificates
from jz_training.ui.context import Context
from jz_training.ui.paper.preview_pane import PreviewPane
from jz_training.ui.paper.sheet_drawing import DrawnSheet, draw_sheet, sheet_offer
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button
from jz_training.ui.trainings.blank_form_dialog import BlankFormDialog
from jz_training.ui.trainings.event.room_box import RoomBox
from jz_training.ui.trainings.sheet_choices import SheetChoices
from jz_training.ui.trainings.training_exports import save_attendance, show_summary
from jz_training.ui.trainings.training_jobs import print_training
from jz_training.ui.trainings.training_tab import TrainingTab
from jz_training.ui.widgets.card import Card, scrolled
from jz_training.ui.widgets.empty_state import EmptyState
from jz_training.ui.widgets.table import Column, Table


class PrintTab(TrainingTab):
    """Options at the left, the PDF itself at the right."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._training_id: UUID | None = None
        self._drawn: DrawnSheet | None = None
        self.pane = PreviewPane(ctx)
        self.room = RoomBox()
        self.choices = SheetChoices()
        self._make_printed()
        self._lay_out()
        self._connect()

    def show_training(self, training_id: UUID) -> None:
        """Show the sheet of a training as it would be printed now."""
        if training_id != self._training_id:
            self._training_id, self._drawn = training_id, None
            self.room.show_rooms(())
            self._read_options()
        self.refresh()

    def refresh(self) -> None:
        """Draw the sheet again if anything on it changed; read what was printed."""
        self._draw()
        self._read_printed()
        self._read_rooms()

    # --- construction --------------------------------------------------------------------------

    def _make_printed(self) -> None:
        self.printed: Table[PrintedSheet] = Table("printed", printed_columns())
        self.printed.set_empty("还没有打印过。")
        self.together = button(
            "打印一组文件…", tip="通知、议程、签到表、席卡等一次打印，或存为一个 PDF"
        )
        self.summary = button("单场小结")
        self.workbook = button("导出考勤表")
        self.certificates = button("发放证书", tip="给到会的人发培训证书，场次关闭以后可以发")
        set_icon(self.together, "printer")
        set_icon(self.summary, "file-text")
        set_icon(self.workbook, "file-spreadsheet")
        set_icon(self.certificates, "check")

    def _lay_out(self) -> None:
        self._empty = EmptyState(None, icon="printer")
        self._empty.set_words(
            "还没有名单。确定应到人员以后，这里就是要打印的签到表。",
            verb="打印空白签到表…",
            act=lambda: self._with_training(_ask_blank_form),
        )
        paper = Card(padding=12)
        paper.add(self.pane, 1)
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().sizes.gap)
        line.addWidget(self._make_side())
        line.addWidget(paper, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _make_side(self) -> QWidget:
        cards = QWidget()
        side = QVBoxLayout(cards)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme().sizes.gap)
        for card in (self._make_option_card(), self._make_other_card(), self._make_printed_card()):
            side.addWidget(card)
        side.setStretch(2, 1)
        area = scrolled(cards)
        area.setFixedWidth(theme().sizes.of(272))
        return area

    def _make_option_card(self) -> Card:
        card = Card("签到表")
        card.add(self.room)
        card.add(self.choices)
        return card

    def _make_other_card(self) -> Card:
        card = Card("更多文件")
        card.add(self.together)
        card.add(self.summary)
        card.add(self.workbook)
        card.add(self.certificates)
        return card

    def _make_printed_card(self) -> Card:
        card = Card("打印过的签到表")
        card.add(self.printed, 1)
        return card

    def _connect(self) -> None:
        self.room.chosen.connect(self._draw)
        self.choices.changed.connect(self._draw)
        self.pane.sent.connect(self._keep)
        self.together.clicked.connect(self._print_together)
        self.summary.clicked.connect(lambda: self._with_training(show_summary))
        self.workbook.clicked.connect(lambda: self._with_training(save_attendance))
        self.certificates.clicked.connect(self._issue_certificates)

    # --- drawing -------------------------------------------------------------------------------

    def _draw(self) -> None:
        training_id, desk = self._training_id, self._ctx.desk
        if training_id is None:
            return
        options, drawn, room = self.choices.value(), self._drawn, self.room.value()
        self._ctx.work.read(
            lambda: draw_sheet(desk, training_id, options, drawn, viewpoint_id=room),
            self._show,
            owner=self,
            key="sheet",
            failed=self._has_no_list,
        )

    def _show(self, drawn: DrawnSheet) -> None:
        self._stack.setCurrentIndex(0)
        if drawn.sheet.training_id != self._training_id or drawn is self._drawn:
            return
        self._drawn = drawn
        self.choices.show_parts(len(drawn.sheet.parts))
        self.pane.show_paper(sheet_offer(drawn.sheet, drawn.made.pdf, drawn.style), drawn.made)

    def _has_no_list(self, error: JzError) -> bool:
        if isinstance(error, ListNotFrozen):
            self._drawn = None
            self._stack.setCurrentIndex(1)
            return True
        return False

    def _read_options(self) -> None:
        desk = self._ctx.desk
        self._ctx.work.read(desk.sheets.options, self._show_options, owner=self, key="options")

    def _show_options(self, options: SheetOptions) -> None:
        self.choices.show_options(options)
        self._draw()

    def _read_rooms(self) -> None:
        training_id, desk = self._training_id, self._ctx.desk
        if training_id is not None:
            self._ctx.work.read(
                lambda: desk.viewpoints.of_training(training_id),
                self.room.show_rooms,
                owner=self,
                key="rooms",
            )

    def _print_together(self) -> None:
        if self._training_id is not None:
            print_training(self._ctx, self, self._training_id, options=self.choices.value())

    # --- keeping -------------------------------------------------------------------------------

    def _keep(self) -> None:
        """Record that the sheet shown went to paper or to a file."""
        drawn, desk = self._drawn, self._ctx.desk
        if drawn is not None and not desk.read_only:
            self._ctx.work.change(
                lambda: desk.sheets.keep(drawn.sheet, drawn.geometry),
                owner=self,
                kinds=(kinds.SHEETS, kinds.TRAININGS),
            )

    def _read_printed(self) -> None:
        training_id, desk = self._training_id, self._ctx.desk
        if training_id is not None:
            self._ctx.work.read(
                lambda: desk.sheets.printed(training_id),
                self.printed.show_rows,
                owner=self,
                key="printed",
            )

    def _issue_certificates(self) -> None:
        if self._training_id is not None and not self._ctx.desk.read_only:
            issue_certificates(self._ctx, self, training_id=self._training_id)

    def _with_training(self, act: Callable[[Context, QWidget, TrainingView], None]) -> None:
        training_id, desk = self._training_id, self._ctx.desk
        if training_id is not None:
            self._ctx.work.read(
                lambda: desk.trainings.get(training_id),
                lambda training: act(self._ctx, self, training),
                owner=self,
                key="training",
            )


def _ask_blank_form(ctx: Context, owner: QWidget, training: TrainingView) -> None:
    BlankFormDialog(ctx, owner, title=training.draft.title).open()


def printed_columns() -> tuple[Column[PrintedSheet], ...]:
    """Return version, time and length of printed sheets."""

    def when(sheet: PrintedSheet) -> str:
        at = sheet.printed_at
        return f"{at.month}月{at.day}日 {at:%H:%M} {sheet.viewpoint}".strip()

    return (
        Column(
            key="version", title="版", cell=lambda sheet: f"第{sheet.sheet_version}版", width=64
        ),
        Column(key="at", title="时间", cell=when, stretch=True),
        Column(key="people", title="人数", cell=lambda s: str(s.people), width=56, number=True),
    )

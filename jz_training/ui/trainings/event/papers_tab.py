"""The tab 会前材料: notice, agenda, cards, plan of seats, sign, list at the door, calendar file."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from jz_training.domain.agenda import AgendaItem
from jz_training.domain.paper_kind import FileForm
from jz_training.domain.training import TrainingState, TrainingView
from jz_training.ui.context import Context
from jz_training.ui.paper.offer import MadePaper, PaperOffer, make_paper, save_paper
from jz_training.ui.paper.preview_pane import PreviewPane
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button
from jz_training.ui.trainings.event.agenda_dialog import AgendaDialog
from jz_training.ui.trainings.event.paper_files import event_offer, save_calendar
from jz_training.ui.trainings.event.paper_options import PaperOptions
from jz_training.ui.trainings.event.paper_wish import PAPERS, PaperKind
from jz_training.ui.trainings.training_jobs import print_training
from jz_training.ui.trainings.training_tab import TrainingTab
from jz_training.ui.widgets.card import Card, scrolled

#: A pause in typing after which the paper is drawn again.
_PAUSE_MS = 400


class PapersTab(TrainingTab):
    """The papers with their options at the left, the chosen one as printed at the right."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._training: TrainingView | None = None
        self._training_id: UUID | None = None
        self.kind = PaperKind.NOTICE
        self.pane = PreviewPane(ctx)
        self.options = PaperOptions()
        self.boxes = {kind: QRadioButton(word) for kind, word in PAPERS.items()}
        self.boxes[self.kind].setChecked(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    def show_training(self, training_id: UUID) -> None:
        """Show the papers of a training."""
        if training_id != self._training_id:
            self._training_id, self._training = training_id, None
            self.pane.worn.forget()
        self.refresh()

    def refresh(self) -> None:
        """Read the training and draw the paper again."""
        training_id, desk = self._training_id, self._ctx.desk
        if training_id is not None:
            self._ctx.work.read(
                lambda: desk.trainings.get(training_id), self._show, owner=self, key="training"
            )

    def choose(self, kind: PaperKind) -> None:
        """Choose a paper, as the user would."""
        self.boxes[kind].setChecked(True)
        self._take(kind)

    # --- construction --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        papers, options = Card("会前材料"), Card("内容和样式")
        self.together = button("打印一组文件…", tip="几种材料一次打印，或存为一个 PDF")
        set_icon(self.together, "printer")
        self._options_card = options
        for box in self.boxes.values():
            papers.add(box)
        papers.add(self.together)
        options.add(self.options)
        cards = QWidget()
        side = QVBoxLayout(cards)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme().sizes.gap)
        side.addWidget(papers)
        side.addWidget(options)
        side.addStretch(1)
        area = scrolled(cards)
        area.setFixedWidth(theme().sizes.of(296))
        paper = Card(padding=12)
        paper.add(self.pane, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().sizes.gap)
        line.addWidget(area)
        line.addWidget(paper, 1)

    def _connect(self) -> None:
        for kind, box in self.boxes.items():
            box.clicked.connect(lambda _=False, kind=kind: self._take(kind))
        self._pause.timeout.connect(self.draw)
        self.together.clicked.connect(self._print_together)
        self.options.chosen.connect(self._pause.start)
        self.options.agenda_asked.connect(self._edit_agenda)
        self.options.docx_asked.connect(self._save_notice)
        self.options.ics_asked.connect(self._save_calendar)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, training: TrainingView) -> None:
        if training.id == self._training_id:
            self._training = training
            writes = training.state is TrainingState.PLANNED and not self._ctx.desk.read_only
            self.options.agenda.setEnabled(writes)
            self._take(self.kind)

    def _take(self, kind: PaperKind) -> None:
        self.kind = kind
        self.options.show_kind(kind)
        self._options_card.setVisible(kind is not PaperKind.SIGN)
        self.draw()

    def draw(self) -> None:
        """Draw the chosen paper as things stand."""
        self._pause.stop()
        training, desk, wish = self._training, self._ctx.desk, self.options.wish()
        if training is None:
            return
        if wish.kind is PaperKind.CALENDAR:
            self.pane.clear("日历文件没有预览，存好以后用日历程序打开。")
            return
        offer = self.pane.worn.dressed(event_offer(desk, training, wish))
        self._ctx.work.read(
            lambda: make_paper(desk, offer),
            lambda made: self._show_paper(offer, made, wish.kind),
            owner=self,
            key="paper",
        )

    def _show_paper(self, offer: PaperOffer, made: MadePaper, kind: PaperKind) -> None:
        if kind is self.kind:
            self.pane.show_paper(offer, made)

    # --- doing ---------------------------------------------------------------------------------

    def _edit_agenda(self) -> None:
        training, agendas = self._training, self._ctx.desk.agendas
        if training is None:
            return

        def show(items: tuple[AgendaItem, ...]) -> None:
            AgendaDialog(self._ctx, self, training, items).open()

        self._ctx.work.read(lambda: agendas.get(training.id), show, owner=self, key="agenda")

    def _print_together(self) -> None:
        if self._training_id is not None:
            wish, dress = self.options.wish(), self.pane.worn.dresser()
            print_training(self._ctx, self, self._training_id, wish=wish, dress=dress)

    def _save_notice(self) -> None:
        if self._training is not None:
            offer = event_offer(self._ctx.desk, self._training, self.options.wish())
            save_paper(self._ctx, self, self.pane.worn.dressed(offer), FileForm.WORD)

    def _save_calendar(self) -> None:
        if self._training is not None:
            save_calendar(self._ctx, self, self._training)

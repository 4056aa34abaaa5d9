"""打印一组文件: which papers with how many copies each, then printed or saved as one PDF."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from jz_training.ui.paper.job.job_papers import JobOffer, JobPaper, JobWish
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, button_words, plain_label, plain_tip
from jz_training.ui.widgets.card import hairline, scrolled
from jz_training.ui.widgets.dialog import PlainDialog

_MOST_COPIES = 999


class JobDialog(PlainDialog):
    """A line for each paper; what cannot be made now says why.

    Signals: save_asked(): the job shall become a file at once, without being looked at.
    """

    save_asked = Signal()

    def __init__(self, parent: QWidget, job: JobOffer, *, both_sides: bool = False) -> None:
        super().__init__(parent, title="打印一组文件", verb="预览和打印", width=520)
        self._job = job
        self.ticks: list[QCheckBox] = []
        self.copies: list[QSpinBox] = []
        self.body.addWidget(plain_label(job.name, "secondary", wrap=True))
        self.body.addWidget(self._make_lines())
        if job.note:
            self.body.addWidget(plain_label(job.note, "small", wrap=True))
        self.body.addWidget(hairline())
        self.body.addLayout(self._make_choices(both_sides=both_sides))
        self.saver = button("存为一个 PDF…")
        set_icon(self.saver, "save")
        self.saver.clicked.connect(self._save)
        self.extra.addWidget(self.saver)
        self._show_sum()

    def wish(self) -> JobWish:
        """Return what is ticked, with its copies."""
        return JobWish(
            papers=tuple(
                (paper, copies.value())
                for paper, tick, copies in zip(
                    self._job.papers, self.ticks, self.copies, strict=True
                )
                if tick.isChecked()
            ),
            both_sides=self.both_sides.isChecked(),
        )

    # --- construction --------------------------------------------------------------------------

    def _make_lines(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, paper in enumerate(self._job.papers):
            self._add_line(grid, row, paper)
        area = scrolled(holder)
        holder.adjustSize()
        area.setMinimumHeight(min(holder.sizeHint().height(), theme().sizes.of(420)))
        return area

    def _add_line(self, grid: QGridLayout, row: int, paper: JobPaper) -> None:
        tick = QCheckBox(button_words(paper.title))
        copies = QSpinBox()
        copies.setRange(1, _MOST_COPIES)
        copies.setSuffix(" 份")
        copies.lineEdit().setTextMargins(10, 0, 10, 0)
        copies.setAccessibleName(f"{paper.title}的份数")
        tick.setChecked(paper.wanted and not paper.trouble)
        tick.setEnabled(not paper.trouble)
        plain_tip(copies, "改份数就会选上这份文件")
        tick.toggled.connect(lambda _: self._show_sum())
        copies.valueChanged.connect(lambda _: tick.setChecked(True))
        copies.valueChanged.connect(lambda _: self._show_sum())
        grid.addWidget(tick, row, 0)
        if paper.trouble:
            why = plain_label(paper.trouble, "small")
            grid.addWidget(why, row, 1, 1, 1, Qt.AlignmentFlag.AlignRight)
            copies.hide()
        else:
            grid.addWidget(copies, row, 1)
        grid.setRowMinimumHeight(row, theme().sizes.control)
        self.ticks.append(tick)
        self.copies.append(copies)

    def _make_choices(self, *, both_sides: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        self.both_sides = QCheckBox("双面打印，每份文件从新的一张纸开始")
        self.both_sides.setChecked(both_sides)
        self.sum = plain_label("", "small")
        column.addWidget(self.both_sides)
        column.addWidget(self.sum)
        return column

    # --- answering -----------------------------------------------------------------------------

    def _show_sum(self) -> None:
        wish = self.wish()
        count = sum(copies * paper.weight for paper, copies in wish.papers)
        words = f"共 {count} 份文件" if wish.papers else "还没有选文件。"
        self.sum.setText(words)
        self.verb.setEnabled(bool(wish.papers))
        self.saver.setEnabled(bool(wish.papers))

    def _save(self) -> None:
        self.save_asked.emit()

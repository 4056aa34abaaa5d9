"""设置填写内容: the form as it looks, with what is tied, beside what may be tied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from jz_training.documents.forms.figures import figures
from jz_training.documents.forms.sources import form_lists
from jz_training.documents.forms.vocabulary import vocabulary
from jz_training.domain.cell_area import cell_name
from jz_training.domain.form_proposals import proposals
from jz_training.domain.pinyin import PinyinTable
from jz_training.domain.superior_form import (
    CellTie,
    FormFile,
    FormSheet,
    FormTies,
    SuperiorFormRow,
    Whose,
)
from jz_training.errors import JzError
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.superior_forms.chips import chips_of, figure_words
from jz_training.ui.superior_forms.first_place import first_place
from jz_training.ui.superior_forms.form_grid import FormGrid
from jz_training.ui.superior_forms.mapping import Mapping, Spot, ready_rows
from jz_training.ui.superior_forms.tie_panel import FIGURE, LIST, TiePanel
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.tabs import TabLine

SIZE = (1280, 800)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRead:
    """What the dialog is made of: the form's row, its file as read, and whose figures there are."""

    row: SuperiorFormRow
    file: FormFile
    groups: Sequence[Whose]
    today: date
    pinyin: PinyinTable


class MapperDialog(PlainDialog):
    """Ties figures to cells and lists to columns; the verb saves them.

    A form without any tie begins with what its own words propose; what is proposed is drawn in
    another colour and is not saved before it was taken.
    """

    def __init__(self, ctx: Context, parent: QWidget, read: FormRead) -> None:
        super().__init__(parent, title=f"设置填写内容：{read.row.name}", verb="保存设置")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._read = ctx, read
        self._figures, self._lists = figures(), form_lists(read.today)
        self._saving = False
        self.ties = Mapping(read.row.ties)
        self.spot = Spot(read.file.sheets[0].name, 1, 1)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.resize(theme().sizes.of(SIZE[0]), theme().sizes.of(SIZE[1]))
        self.ready = self._save
        if not self.ties.ties.count:
            self.propose()
        self._show_sheet(self.spot.sheet)

    # --- for the user ------------------------------------------------------------------------

    def propose(self) -> None:
        """Propose what the words of the form say, where nothing is tied yet."""
        words = vocabulary(self._read.groups, today=self._read.today)
        self.ties.propose(proposals(self._read.file, words))
        self._renew()

    def take_all(self) -> None:
        """Take everything that is proposed."""
        self.ties.take_all()
        self._renew()

    def choose(self, row: int, column: int) -> None:
        """Choose a cell of the sheet shown."""
        self.grid.choose(row, column)

    # --- construction ------------------------------------------------------------------------

    def _make_parts(self) -> None:
        sheets = self._read.file.sheets
        self.tabs = TabLine(tuple((one.name, _tab_words(one)) for one in sheets))
        self.tabs.setVisible(len(sheets) > 1)
        self.grid = FormGrid()
        self.panel = TiePanel(
            tuple(self._figures.values()),
            tuple(self._lists.values()),
            self._read.groups,
            self._ctx.memory,
            self._read.pinyin,
        )
        self.hint = plain_label("", "secondary", wrap=True)
        self.proposing = button("按表格文字匹配", tip="表格里的文字和本程序的名称相同的，提出建议")
        self.taking = button("全部采用")
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        if self._ctx.desk.read_only:
            self.verb.setEnabled(False)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.hint, 1)
        head.addWidget(self.proposing)
        head.addWidget(self.taking)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.tabs)
        left.addWidget(self.grid, 1)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addLayout(left, 1)
        line.addWidget(self.panel)
        self.body.addLayout(head)
        self.body.addLayout(line, 1)
        self.body.addWidget(self.trouble)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show_sheet)
        self.grid.chosen.connect(self._choose)
        self.grid.activated.connect(lambda: self.panel.search.setFocus())
        self.proposing.clicked.connect(self.propose)
        self.taking.clicked.connect(self.take_all)
        self.panel.figure_chosen.connect(self._tie_figure)
        self.panel.column_chosen.connect(self._tie_column)
        self.panel.taken.connect(lambda: self._do(lambda: self.ties.take(self.spot)))
        self.panel.cleared.connect(lambda: self._do(lambda: self.ties.clear(self.spot)))
        self.panel.rows_changed.connect(self._set_rows)
        self.panel.over_formula.connect(self._let_over)

    # --- showing -----------------------------------------------------------------------------

    def _sheet(self) -> FormSheet:
        return next(one for one in self._read.file.sheets if one.name == self.spot.sheet)

    def _show_sheet(self, name: str) -> None:
        self.spot = Spot(name, 1, 1)
        self.grid.show_sheet(self._sheet())
        self._renew()
        self.grid.choose(*first_place(self._sheet(), self.ties))

    def _choose(self, row: int, column: int) -> None:
        self.spot = Spot(self.spot.sheet, row, column)
        tie = self.ties.list_at(self.spot) or self.ties.list_at(self.spot, proposed=True)
        if tie is not None:
            self.panel.show_kind(LIST)
            self.panel.show_source(tie.source)
            self.panel.show_rows(tie.first, tie.last)
        else:
            if self.ties.cells_at(self.spot):
                self.panel.show_kind(FIGURE)
            self.panel.show_rows(row, ready_rows(self._sheet(), self.spot))
        self._show_place()

    def _show_place(self) -> None:
        cell = self._sheet().by_place().get((self.spot.row, self.spot.column))
        self.panel.show_place(
            cell_name(self.spot.row, self.spot.column),
            cell,
            tied=self._words(proposed=False),
            proposed=self._words(proposed=True),
        )
        tie = self.ties.list_at(self.spot)
        allowed = any(one.over_formula for one in self.ties.cells_at(self.spot))
        self.panel.show_over_formula(allowed or (tie is not None and tie.over_formulas))

    def _words(self, *, proposed: bool) -> str:
        """Return what is tied to the place, or proposed for it."""
        cells = (self.ties.proposed_at if proposed else self.ties.cells_at)(self.spot)
        said = [
            f"{one.after}{figure_words(one, self._figures)}" if one.after
            else figure_words(one, self._figures)
            for one in cells
        ]  # fmt: skip
        tie = self.ties.list_at(self.spot, proposed=proposed)
        if tie is not None:
            known = self._lists[tie.source]
            headings = {one.key: one.heading for one in known.columns}
            said += [
                f"{known.label}的“{headings.get(key, key)}”（第 {tie.first}–{tie.last} 行）"
                for column, key in tie.columns
                if column == self.spot.column
            ]
        return "；".join(said)

    def _renew(self) -> None:
        chips = chips_of(self.ties, self.spot.sheet, self._figures, self._lists)
        self.grid.show_chips(chips)
        count, more = self.ties.ties.count, self.ties.proposed.count
        words = [f"已指定 {count} 项。" if count else "点一个单元格，再在右边双击要填的内容。"]
        if more:
            words.append(f"按表格文字建议 {more} 项（橙色），请核对后采用。")
        if self._read.file.cut:
            words.append("表格很大，这里只显示开头部分。")
        self.hint.setText("".join(words))
        self.taking.setVisible(bool(more))
        self.verb.setText(f"采用 {more} 项建议并保存" if more and not count else "保存设置")
        self._show_place()

    # --- tying -------------------------------------------------------------------------------

    def _do(self, act: Callable[[], None]) -> None:
        act()
        self._renew()

    def _tie_figure(self, key: str) -> None:
        figure, panel = self._figures[key], self.panel
        tie = CellTie(
            sheet=self.spot.sheet,
            row=self.spot.row,
            column=self.spot.column,
            figure=key,
            whose=panel.whose if figure.grouped else None,
            after=panel.after,
            points=self._has_own_per_cent(),
        )
        if not tie.after:
            self.ties.clear(self.spot)
        self._do(lambda: self.ties.tie_cell(tie))

    def _tie_column(self, key: str) -> None:
        panel = self.panel
        first, last = panel.first.value(), max(panel.first.value(), panel.last.value())
        for cell in self.ties.cells_at(self.spot):
            self.ties.ties = self.ties.ties.without_cell(cell)
        self._do(lambda: self.ties.tie_column(self.spot, panel.source, key, first=first, last=last))

    def _set_rows(self, first: int, last: int) -> None:
        tie = self.ties.list_at(self.spot)
        if tie is not None:
            self._do(lambda: self.ties.set_rows(tie, first, last))

    def _let_over(self, allowed: bool) -> None:
        self._do(lambda: self.ties.let_over_formulas(self.spot, allowed=allowed))

    def _has_own_per_cent(self) -> bool:
        """Tell whether the words left of or above the place have their own %."""
        places = self._sheet().by_place()
        beside = (places.get((self.spot.row, self.spot.column - 1)),
                  places.get((self.spot.row - 1, self.spot.column)))  # fmt: skip
        return any(cell is not None and ("%" in cell.text or "％" in cell.text) for cell in beside)

    # --- saving ------------------------------------------------------------------------------

    def _save(self) -> bool:
        """Save in the background; the dialog closes when that has succeeded."""
        if not self._saving:
            self._saving = True
            if not self.ties.ties.count:
                self.take_all()  # as the verb says
            self.verb.setEnabled(False)
            forms, row, ties = self._ctx.desk.superior_forms, self._read.row, self.ties.ties
            self._ctx.work.change(
                lambda: forms.tie(row.id, ties, version=row.version),
                lambda _: self._close(ties),
                owner=self,
                kinds=(kinds.REPORTS,),
                failed=self._show_fault,
            )
        return False

    def _close(self, ties: FormTies) -> None:
        self._ctx.toast(f"“{self._read.row.name}”会填写 {ties.count} 项。", undo=True)
        self.done(QDialog.DialogCode.Accepted)

    def _show_fault(self, error: JzError) -> bool:
        self._saving = False
        self.verb.setEnabled(True)
        self.trouble.setText(str(error))
        self.trouble.show()
        return True


def _tab_words(sheet: FormSheet) -> str:
    return f"{sheet.name}（隐藏）" if sheet.hidden else sheet.name

"""空白签到表: a form without a list, for a training that begins before anybody knows who comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.domain.sheet import BlankForm, SheetColumns
from jz_training.ui.context import Context
from jz_training.ui.paper.offer import PaperOffer, show_paper
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk

_COLUMNS = (("one", "一栏"), ("two", "双栏"))
_MOST_ROWS, _USUAL_ROWS = 400, 40
_WORD = "空白签到表"


class BlankFormDialog(PlainDialog):
    """Asks what stands on the form, and opens it as it will be printed."""

    def __init__(self, ctx: Context, owner: QWidget, *, title: str = "") -> None:
        super().__init__(owner, title=_WORD, verb="生成")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._owner = ctx, owner
        self.form = Form()
        self.title = self.form.add("title", "主题", QLineEdit(title))
        self.title.setPlaceholderText("不填即留空，现场手写")
        self.rows = self.form.add("rows", "行数", QSpinBox(), hint="印满整页，可能多出几行")
        self.rows.setRange(1, _MOST_ROWS)
        self.rows.setValue(_USUAL_ROWS)
        self.rows.setSuffix(" 行")
        self.rows.lineEdit().setTextMargins(10, 0, 10, 0)
        self.columns = self.form.add("columns", "栏数", Segmented(_COLUMNS))
        self.body.addWidget(self.form)
        self.accepted.connect(self._show)
        self.form.submitted.connect(self.accept)

    def _show(self) -> None:
        wanted = BlankForm(
            title=self.title.text().strip(),
            rows=self.rows.value(),
            columns=SheetColumns(self.columns.value()),
        )
        show_paper(self._ctx, self._owner, blank_form_offer(self._ctx.desk, wanted))


def blank_form_offer(desk: Desk, form: BlankForm) -> PaperOffer:
    """Return a form without a list as it is offered; the organiser is the office's."""

    def named() -> BlankForm:
        return BlankForm(
            title=form.title,
            organiser=desk.settings.get().organiser,
            rows=form.rows,
            columns=form.columns,
        )

    def style() -> PaperStyle:
        return desk.paper_styles.of(PaperKind.SIGN_IN_SHEET)

    def pdf(report: PaperReport) -> bytes:
        from jz_training.documents.sheet.blank_form import blank_form_pdf

        return blank_form_pdf(named(), style=style(), report=report)

    def xlsx(report: PaperReport) -> bytes:
        from jz_training.documents.sheet.sign_in_xlsx import blank_form_xlsx

        return blank_form_xlsx(named(), style=style())

    return PaperOffer(
        name=form.title,
        kind=PaperKind.SIGN_IN_SHEET,
        word=_WORD,
        forms={FileForm.PDF: pdf, FileForm.EXCEL: xlsx},
    )

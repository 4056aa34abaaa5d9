"""打印: which printer, how many copies, which pages, one side or both."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from jz_training.domain.page_ranges import NotPages, pages_of
from jz_training.ui.paper.printing import PrintWish
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form

_MOST_COPIES = 999
_NO_PRINTER = "没有找到打印机。可以先“另存为 PDF”，拷到能打印的电脑上。"


class PrintDialog(PlainDialog):
    """Asks how a paper is printed; `wish()` and `printer()` are the answer.

    Signals: system_asked(): the settings of the printer's own dialog are wanted.
    """

    system_asked = Signal()

    def __init__(self, parent: QWidget, *, title: str, pages: int, both_sides: bool) -> None:
        super().__init__(parent, title=f"打印“{title}”", verb="打印", width=420)
        self._pages = pages
        self.form = Form()
        self._add_printers()
        self._add_choices(both_sides=both_sides)
        self.body.addWidget(self.form)
        self.body.addWidget(self.both_sides)
        self.body.addWidget(self.sides_hint)
        self.body.addStretch(1)
        self.body.setSpacing(8)
        self.more = button("更多打印设置…", "link")
        self.more.clicked.connect(self._ask_system)
        self.extra.addWidget(self.more)
        self._connect()
        self._show_sum()
        self.ready = self._is_ready

    def wish(self) -> PrintWish | None:
        """Return what was chosen; None while the pages cannot be read."""
        try:
            pages = pages_of(self.range.text(), self._pages)
        except NotPages:
            return None
        return PrintWish(
            pages=pages, copies=self.copies.value(), both_sides=self.both_sides.isChecked()
        )

    def printer(self) -> QPrinter:
        """Return the chosen printer, or the system's own choice when there is none."""
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self.printers.isEnabled():
            made.setPrinterName(self.printers.currentText())
        return made

    # --- construction --------------------------------------------------------------------------

    def _add_printers(self) -> None:
        names = QPrinterInfo.availablePrinterNames()
        self.printers = self.form.add("printer", "打印机", QComboBox())
        self.printers.addItems(names or ["（没有打印机）"])
        self.printers.setEnabled(bool(names))
        self.verb.setEnabled(bool(names))
        usual = QPrinterInfo.defaultPrinterName()
        if usual in names:
            self.printers.setCurrentText(usual)
        if not names:
            self.form.set_error("printer", _NO_PRINTER)

    def _add_choices(self, *, both_sides: bool) -> None:
        self.copies = self.form.add("copies", "份数", QSpinBox())
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.lineEdit().setTextMargins(10, 0, 10, 0)
        self.range = self.form.add("range", "页码", QLineEdit(), hint=" ")
        self.range.setPlaceholderText(f"全部 {self._pages} 页，或如 1,3-5")
        self.both_sides = QCheckBox("双面打印")
        self.both_sides.setChecked(both_sides)
        self.sides_hint = plain_label(
            "沿长边翻页；有装订边的文件，装订边随正反面左右交替。", "small", wrap=True
        )

    def _connect(self) -> None:
        self.range.textChanged.connect(lambda _: self._show_sum())
        self.range.editingFinished.connect(self._is_ready)
        self.copies.valueChanged.connect(lambda _: self._show_sum())
        self.both_sides.toggled.connect(lambda _: self._show_sum())

    # --- answering -----------------------------------------------------------------------------

    def _show_sum(self) -> None:
        """Say how many sheets of paper will be used."""
        self.form.clear_errors()
        wish = self.wish()
        if not self.printers.isEnabled():
            self.form.set_error("printer", _NO_PRINTER)
        self.form.set_hint("range", sheets_words(wish) if wish is not None else " ")

    def _is_ready(self) -> bool:
        try:
            pages_of(self.range.text(), self._pages)
        except NotPages as error:
            self.form.set_error("range", range_trouble(error, self._pages))
            return False
        return True

    def _ask_system(self) -> None:
        if self._is_ready():
            self.system_asked.emit()


def sheets_words(wish: PrintWish) -> str:
    """Return how much paper a wish takes."""
    pages = len(wish.pages)
    sheets = ((pages + 1) // 2 if wish.both_sides else pages) * wish.copies
    return f"{pages} 页 × {wish.copies} 份，用纸 {sheets} 张"


def range_trouble(error: NotPages, count: int) -> str:
    """Return what is wrong with pages that were typed, and how to write them."""
    if count == 1:
        return f"“{error.part}”不是这份文件的页码，它只有 1 页。"
    return f"“{error.part}”不是这份文件的页码。请写 1 到 {count} 之间的页码，例如 1,3-5。"

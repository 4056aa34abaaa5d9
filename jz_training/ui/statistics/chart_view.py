"""A chart on the screen: the drawing that paper has, made in the background at its width."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jz_training.domain.statistics import By, StatisticsRow
from jz_training.ui.context import Context
from jz_training.ui.style.look import the_look, theme
from jz_training.ui.style.theme import Roles

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

#: Pixels to a point of the drawing at 100 %: its 10 points are read as 13 pixels.
_PIXELS = 1.3
#: Wait for the end of a resize before drawing anew.
_REST_MS = 120


class ChartView(QWidget):
    """Shows the chart of one grouping, as wide as it is itself; higher than it: put it in a scroll.

    It says nothing that the table does not say in words, so it takes no focus.
    """

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._by = By.UNIT
        self._rows: tuple[StatisticsRow, ...] = ()
        self._picture = QImage()
        self._turn = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._draw)
        self.setAccessibleName("统计图")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        look = the_look()
        if look is not None:
            look.changed.connect(self._rest.start)

    def show_rows(self, by: By, rows: tuple[StatisticsRow, ...]) -> None:
        """Show the rows of a grouping in the order of its table."""
        self._by, self._rows = by, rows
        self.setAccessibleDescription(f"{len(rows)} 项的应到、实到人次，数字见表格")
        self._rest.start()

    @property
    def is_waiting(self) -> bool:
        """Tell whether another picture is about to be drawn."""
        return self._rest.isActive()

    def sizeHint(self) -> QSize:
        ratio = self._picture.devicePixelRatio() or 1.0
        return QSize(theme().sizes.of(280), round(self._picture.height() / ratio))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._picture.isNull() and self._rows:
            QPainter(self).drawImage(0, 0, self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._rest.start()

    def _draw(self) -> None:
        if not self._rows or not self.isVisible():
            return
        self._turn += 1
        turn, by, rows = self._turn, self._by, self._rows
        scale = _PIXELS * theme().sizes.text_scale
        width, ratio, roles = self.width(), self.devicePixelRatioF(), theme().roles

        def draw(_: object) -> QImage:
            return _picture(
                _chart(by, rows, width / scale, roles), width, ratio=ratio, ground=roles.paper
            )

        def show(picture: QImage) -> None:
            if turn == self._turn:
                self._picture = picture
                self.setMinimumHeight(self.sizeHint().height())
                self.update()

        self._ctx.work.long("绘制统计图", draw, show, owner=self)


def _chart(
    by: By, rows: tuple[StatisticsRow, ...], width: float, roles: Roles
) -> Callable[[], Drawing]:
    def make() -> Drawing:
        from reportlab.lib.colors import HexColor

        from jz_training.documents.drawing.charts import ChartInk
        from jz_training.documents.fonts import FontRole, system_fonts
        from jz_training.documents.statistics.statistics_chart import statistics_chart

        ink = ChartInk(
            text=HexColor(roles.secondary),
            line=HexColor(roles.outline),
            expected=HexColor(roles.field),
            present=HexColor(roles.accent_fill),
        )
        return statistics_chart(
            by, rows, width=width, fonts=system_fonts(), ink=ink, role=FontRole.UI
        )

    return make


def _picture(make: Callable[[], Drawing], width: int, *, ratio: float, ground: str) -> QImage:
    """Render a drawing through the same PDF that paper is printed from."""
    from reportlab.graphics import renderPDF
    from reportlab.graphics.shapes import Rect
    from reportlab.lib.colors import HexColor

    from jz_training.ui.paper.pdf_pages import PdfPages

    drawing = make()
    colour = HexColor(ground)
    back = Rect(-1, -1, drawing.width + 2, drawing.height + 2)
    back.fillColor = back.strokeColor = colour
    drawing.contents.insert(0, back)
    content: Any = renderPDF.drawToString(drawing)  # bytes, whatever its stub says
    pages = PdfPages(content)
    try:
        across = round(width * ratio)
        high = round(across * drawing.height / drawing.width)
        picture = pages.render(0, width=across, height=high, top=0, rows=high)
    finally:
        pages.close()
    picture.setDevicePixelRatio(ratio)
    return picture

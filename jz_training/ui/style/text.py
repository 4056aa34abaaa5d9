"""Text from outside is plain text where it is drawn: the only doors to labels and tooltips.

Qt guesses at rich text, so that a name such as `<img src=…>` would fetch a file; a test reads the
sources and refuses any QLabel or setToolTip outside this module.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyle, QStyleOption, QWidget


def dress(widget: QWidget, kind: str, **properties: str | bool) -> None:
    """Give a widget its dress of the style sheet, now and when it changes later."""
    widget.setProperty("kind", kind)
    for name, value in properties.items():
        widget.setProperty(name, str(value).lower())
    redress(widget)


def redress(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def plain_label(text: str = "", kind: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label that shows its text literally.

    Kinds: page_title, card_title, strong, secondary, small, field, error, warning, key.
    """
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if kind:
        label.setProperty("kind", kind)
    return label


def plain_tip(target: QWidget | QAction, text: str) -> None:
    """Set a tooltip that is shown literally."""
    target.setToolTip(literal_tip(text))


def literal_tip(text: str) -> str:
    """Return a text that Qt's tooltip shows literally, whatever it holds."""
    return f"<span>{escape(text)}</span>" if "<" in text else text


def button_words(text: str) -> str:
    """Return a text for a button or menu entry without hidden shortcuts (& stays &)."""
    return text.replace("&", "&&")


def button(text: str, kind: str = "", *, tip: str = "") -> QPushButton:
    """Return a push button; kinds: primary, danger, quiet, link, crumb or plain."""
    made = QPushButton(button_words(text))
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if tip:
        plain_tip(made, tip)
    return made


class ElidedLabel(QLabel):
    """A label of one line that is cut by … when there is no room; the tooltip has the whole.

    It is cut at its end or, with `middle`, in the middle: titles differ at both ends.
    """

    def __init__(self, text: str = "", kind: str = "", *, middle: bool = False) -> None:
        super().__init__()
        mode = Qt.TextElideMode
        self._cut = mode.ElideMiddle if middle else mode.ElideRight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.setAccessibleName(text)
        plain_tip(self, "")

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 4, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        style = self.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._cut, area.width())
        painter.drawText(area, int(self.alignment()) | Qt.TextFlag.TextSingleLine, shown)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
            plain_tip(self, self.text() if cut else "")
        return super().event(event)

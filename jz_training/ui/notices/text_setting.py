"""Setting a notice in type: a serif, paragraphs indented by two letters, the title centred."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from jz_training.domain.notice import NoticeView
from jz_training.ui.notices.text_shape import Shape, shapes_of
from jz_training.ui.style.fonts import serif_font
from jz_training.ui.style.look import theme

_LINE_HEIGHT = 130.0  # per cent of the face's own, which is generous in Chinese faces
_SIDES = {
    Shape.HEAD: Qt.AlignmentFlag.AlignHCenter,
    Shape.TITLE: Qt.AlignmentFlag.AlignHCenter,
    Shape.SIGNED: Qt.AlignmentFlag.AlignRight,
}


def set_notice(document: QTextDocument, notice: NoticeView) -> None:
    """Fill a document with a notice's text, one block a line, in the sizes in force."""
    size = theme().sizes.of(15)
    document.setDefaultFont(serif_font(size))
    document.setPlainText(notice.text)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # laid out once, not once a paragraph
    for number, shape in enumerate(shapes_of(notice)):
        cursor.setPosition(document.findBlockByNumber(number).position())
        cursor.setBlockFormat(_block_format(shape, size))
        if shape in (Shape.TITLE, Shape.HEADING):
            end = QTextCursor.MoveOperation.EndOfBlock
            cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_bold(theme().sizes.of(18 if shape is Shape.TITLE else 15)))
    cursor.endEditBlock()


def _block_format(shape: Shape, size: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setAlignment(_SIDES.get(shape, Qt.AlignmentFlag.AlignLeft))
    if shape is Shape.BODY:
        made.setTextIndent(2 * size)
    if shape is Shape.HEADING:
        made.setTextIndent(2 * size)
        made.setTopMargin(size / 2)
    if shape is Shape.TITLE:
        made.setBottomMargin(size)
    return made


def _bold(size: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold)
    made.setProperty(QTextCharFormat.Property.FontPixelSize, size)
    return made

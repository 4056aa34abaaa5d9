"""Pictures of documents, small and in the middle of their place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QImageReader, QPainter, QPixmap

#: Pixels of a thumbnail at 100 %.
THUMBNAIL = QSize(96, 72)


def thumbnail(path: Path, size: QSize) -> QImage:
    """Return a picture small enough for its place; a null one when it cannot be shown."""
    from jz_training.readers.photos.bare import is_bare

    if not is_bare(path):
        return QImage()  # not made by us: nothing outside a child process unpacks it
    reader = QImageReader(str(path))
    small = reader.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    reader.setScaledSize(small)
    return _centred(reader.read(), size)


def _centred(image: QImage, size: QSize) -> QImage:
    """Return a picture in the middle of its place, so that all of them stand in line."""
    if image.isNull():
        return image
    made = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawImage(
        (size.width() - image.width()) // 2, (size.height() - image.height()) // 2, image
    )
    painter.end()
    return made


def untinted(pixmap: QPixmap) -> QIcon:
    """Return a picture that looks the same when its row is selected."""
    made = QIcon(pixmap)
    made.addPixmap(pixmap, QIcon.Mode.Selected)
    return made

"""The office's picture at the head of a paper: shown, chosen, taken away."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.file_drop import take_file

PICTURES = "图片 (*.png *.jpg *.jpeg *.bmp)"


class LogoField(QWidget):
    """A small picture with its two buttons; a picture may be dropped here too.

    Signals: changed() when the user chose another or none.
    """

    changed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._logo: bytes | None = None
        self.picture = plain_label("没有标识", "secondary")
        self.choose = button("选择图片…")
        self.drop = button("移除", "link")
        self.choose.clicked.connect(self._ask)
        self.drop.clicked.connect(lambda: self._take(None))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in (self.picture, self.choose, self.drop):
            line.addWidget(widget)
        line.addStretch(1)
        self.setFocusProxy(self.choose)
        take_file(self, self.read)
        self.set_value(None)

    def value(self) -> bytes | None:
        """Return the picture, None for none."""
        return self._logo

    def set_value(self, logo: bytes | None) -> None:
        """Show a picture that is kept, or none."""
        self._logo = logo
        shown = QPixmap()
        if logo is not None and shown.loadFromData(logo):
            self.picture.setPixmap(self._small(shown))
        else:
            self.picture.setText("没有标识")
        self.drop.setVisible(logo is not None)

    def read(self, path: Path) -> None:
        """Read a picture in a process of its own, made small and bare of everything else."""

        def run(_: object) -> bytes:
            from jz_training.readers.photos.guarded import shrink_photo_guarded

            with TemporaryDirectory(prefix="jz-", ignore_cleanup_errors=True) as folder:
                return shrink_photo_guarded(path, target=Path(folder) / "0").path.read_bytes()

        self._ctx.work.long("读取图片", run, self._take, owner=self)

    def _take(self, logo: bytes | None) -> None:
        self.set_value(logo)
        self.changed.emit()

    def _ask(self) -> None:
        path = self._ctx.ask.open_file("选择标识图片", kinds=PICTURES)
        if path is not None:
            self.read(path)

    def _small(self, picture: QPixmap) -> QPixmap:
        of, ratio = theme().sizes.of, self.devicePixelRatioF()
        small = picture.scaled(
            round(of(112) * ratio),
            round(of(32) * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(ratio)
        return small

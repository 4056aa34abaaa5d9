"""The pages of a PDF as pictures, rendered by PDFium: one place for its rules.

PDFium may be used by one thread at a time in a whole process; every call here holds the lock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QImage

from jz_training.documents.pdfium import PDFIUM

POINTS_PER_INCH = 72

#: BGRx of 32 bits: the layout of QImage.Format_RGB32 on all our systems.
_FORMAT = QImage.Format.Format_RGB32
_BYTES = 4


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size of a page in points."""

    width: float
    height: float


class PdfPages:
    """An open PDF. Close it when done; use it off the main thread (a page takes some 10 ms)."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        with PDFIUM:
            self._document: Any = pypdfium2.PdfDocument(data)
            self.sizes = tuple(
                PageSize(*self._document.get_page_size(at)) for at in range(len(self._document))
            )

    def render(self, page: int, *, width: int, height: int, top: int, rows: int) -> QImage:
        """Render rows `top` … `top + rows` of a page drawn `width` × `height` pixels large.

        Bands of one page fit together without a seam, at any size.
        """
        import pypdfium2.raw as raw
        from pypdfium2 import PdfBitmap

        with PDFIUM:
            bitmap = PdfBitmap.new_native(width, rows, raw.FPDFBitmap_BGRx)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, rows)
            source = self._document[page]
            raw.FPDF_RenderPageBitmap(
                bitmap, source, 0, -top, width, height, 0, raw.FPDF_ANNOT | raw.FPDF_PRINTING
            )
            picture = QImage(bytes(bitmap.buffer), width, rows, bitmap.stride, _FORMAT).copy()
            source.close()
            bitmap.close()
        return picture

    def close(self) -> None:
        """Give the document back."""
        with PDFIUM:
            self._document.close()

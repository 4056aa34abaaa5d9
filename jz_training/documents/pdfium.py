"""PDFium may be used by one thread at a time in a whole process: whoever calls it holds this."""

from __future__ import annotations

from threading import Lock

PDFIUM = Lock()

"""Makes a filed PDF ready to be bound: pages only, on A4, and nothing in them that acts."""

from __future__ import annotations

import io
import logging
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, RectangleObject

from jz_training.readers.limits import MEGABYTE, Limits
from jz_training.readers.opening import head_of
from jz_training.readers.papers import refusals

PAPER_LIMITS = Limits(file_bytes=200 * MEGABYTE, seconds=30.0)

MOST_PAGES = 500

#: Bytes of what draws one page; maps have some millions.
_MOST_DRAWING = 20 * MEGABYTE

#: The sides of A4 in points, and how far off a page may be and still be bound as it is.
SHORT, LONG = 595.276, 841.89
CLOSE = 8.0

#: Left free around a page that is brought to A4.
MARGIN = 20.0


def bound(path: Path, limits: Limits) -> bytes:
    """Return the pages of a PDF on A4. Raises CannotRead."""
    head_of(path, limits, refusals)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it mends what it can and says so
    try:
        reader = _opened(path)
        if len(reader.pages) > MOST_PAGES:
            raise refusals.too_many_pages(path, MOST_PAGES)
        writer = PdfWriter()
        for page in reader.pages:
            _quiet(page)
            _prove(path, page)
            _on_a4(writer.add_page(page))  # pypdf scales only what belongs to a writer
        if not reader.pages:
            raise refusals.is_broken(path, "no pages")
        made = io.BytesIO()
        writer.write(made)
        return made.getvalue()
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise refusals.is_broken(path, repr(error)) from error  # pypdf on damaged objects


def _opened(path: Path) -> PdfReader:
    reader = PdfReader(path)
    if not reader.is_encrypted:
        return reader
    return PdfReader(io.BytesIO(_unlocked(path)))


def _unlocked(path: Path) -> bytes:
    """Return a PDF that only forbids changes without its lock. Raises CannotRead."""
    try:
        with pypdfium2.PdfDocument(path) as document:
            made = io.BytesIO()
            document.save(made, flags=pypdfium2.raw.FPDF_REMOVE_SECURITY)
            return made.getvalue()
    except pypdfium2.PdfiumError as error:
        raise refusals.has_password(path) from error


def _quiet(page: PageObject) -> None:
    """Take out what a page would do by itself or at a click; stamps and signatures stay."""
    page.pop("/AA", None)
    notes: Any = page.get("/Annots")
    if notes is None:
        return
    kept, found = ArrayObject(), notes.get_object()
    for note in found if isinstance(found, ArrayObject) else ():
        inner = note.get_object()
        if isinstance(inner, DictionaryObject) and inner.get("/Subtype") != "/Link":
            for key in ("/A", "/AA"):
                inner.pop(key, None)
            kept.append(note)
    page[_name("/Annots")] = kept


def _name(text: str) -> Any:
    from pypdf.generic import NameObject

    return NameObject(text)


def _on_a4(page: PageObject) -> None:
    """Bring a page to A4, upright or on its side as it is; A4 itself stays as it is."""
    if page.rotation:
        page.transfer_rotation_to_content()
    box = _shown(page)
    width, height = float(box.width), float(box.height)
    if width <= 0 or height <= 0:
        raise ValueError("a page without an area")
    wide = width > height
    paper = (LONG, SHORT) if wide else (SHORT, LONG)
    if abs(width - paper[0]) > CLOSE or abs(height - paper[1]) > CLOSE:
        part = min((paper[0] - 2 * MARGIN) / width, (paper[1] - 2 * MARGIN) / height)
        page.scale_by(part)
    _centre(page, *paper)


def _shown(page: PageObject) -> RectangleObject:
    """Return what is shown of a page, its corners in order, as viewers take it."""
    media, crop = (_upright(box) for box in (page.mediabox, page.cropbox))
    page.mediabox = media
    page.cropbox = crop if crop.width > 0 and crop.height > 0 else media
    shown: RectangleObject = page.cropbox
    return shown


def _upright(box: RectangleObject) -> RectangleObject:
    across = sorted((float(box.left), float(box.right)))
    up = sorted((float(box.bottom), float(box.top)))
    return RectangleObject((across[0], up[0], across[1], up[1]))


def _prove(path: Path, page: PageObject) -> None:
    """Raise CannotRead for a page that nobody could draw: whoever binds it unpacks it again."""
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > _MOST_DRAWING:
        raise refusals.took_too_much_memory(path, "what draws one page is too large")


def _centre(page: PageObject, width: float, height: float) -> None:
    """Put sheets of exactly A4 around what is shown of a page."""
    box = page.cropbox
    left = float(box.left) - (width - float(box.width)) / 2
    bottom = float(box.bottom) - (height - float(box.height)) / 2
    sheet = RectangleObject((left, bottom, left + width, bottom + height))
    for name in ("mediabox", "cropbox", "trimbox", "bleedbox", "artbox"):
        setattr(page, name, sheet)

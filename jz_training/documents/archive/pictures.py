"""Pages of others as pictures, where what they are made of cannot be kept in the archive."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
from pypdf import PageObject, PdfWriter
from pypdf.generic import DictionaryObject, FloatObject, NameObject, NumberObject, StreamObject

from jz_training.documents.pdfium import PDFIUM

#: Dots per inch: small print stays readable, a page takes about 0.5 MB.
_DENSITY = 200
_QUALITY = 85

#: Of a page, what a picture of it has no longer.
_GONE = (
    "/Annots", "/ArtBox", "/BleedBox", "/CropBox", "/Group", "/Metadata", "/PieceInfo", "/Rotate",
    "/StructParents", "/Tabs", "/Thumb", "/TrimBox", "/UserUnit",
)  # fmt: skip


def with_pictures(data: bytes, pages: Sequence[int]) -> bytes:
    """Return a PDF with these pages, counted from 1, replaced by pictures of themselves.

    They look and print as before, at 200 dots per inch; their text can no longer be searched.
    """
    writer = PdfWriter(clone_from=io.BytesIO(data))
    for number in pages:
        image, size = _drawn(data, number)
        _replace(writer, writer.pages[number - 1], image, size=size)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _drawn(data: bytes, number: int) -> tuple[StreamObject, tuple[float, float]]:
    """Return a page as a picture, and its size in points. The preview may draw in between."""
    with PDFIUM, pypdfium2.PdfDocument(data) as document:
        page = document[number - 1]
        bitmap = page.render(scale=_DENSITY / 72)
        picture = bitmap.to_pil().convert("RGB")
        size = page.get_size()
        bitmap.close()
        page.close()
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=_QUALITY)
    return _image(packed.getvalue(), picture.size), size


def _replace(
    writer: PdfWriter, page: PageObject, image: StreamObject, *, size: tuple[float, float]
) -> None:
    """Put a picture in place of what a page shows; bookmarks go on leading to it."""
    for name in _GONE:
        page.pop(name, None)
    width, height = size
    content = StreamObject()
    content.set_data(f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Picture Do Q".encode())
    held = DictionaryObject({NameObject("/Picture"): writer._add_object(image)})
    page[NameObject("/Contents")] = writer._add_object(content)
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): held})
    page.mediabox.lower_left = (0, 0)
    page.mediabox.upper_right = (FloatObject(width), FloatObject(height))


def _image(data: bytes, size: tuple[int, int]) -> StreamObject:
    image = StreamObject()
    image.set_data(data)
    facts = {
        "/Type": NameObject("/XObject"),
        "/Subtype": NameObject("/Image"),
        "/Width": NumberObject(size[0]),
        "/Height": NumberObject(size[1]),
        "/ColorSpace": NameObject("/DeviceRGB"),
        "/BitsPerComponent": NumberObject(8),
        "/Filter": NameObject("/DCTDecode"),
    }
    image.update({NameObject(name): value for name, value in facts.items()})
    return image

"""Filed PDFs as other programs write them, and as nobody should."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import NameObject, NumberObject, RectangleObject, StreamObject

from jz_training.errors import CannotRead
from jz_training.readers.papers.binding import PAPER_LIMITS, bound


def paper(path: Path, **entries: object) -> Path:
    """Return a PDF of one page that says this of itself."""
    writer = PdfWriter()
    page: PageObject = writer.add_blank_page(300, 500)
    for name, value in entries.items():
        page[NameObject(f"/{name}")] = value
    writer.write(path)
    return path


@pytest.mark.parametrize(
    "entries",
    [
        {"MediaBox": RectangleObject((300, 500, 0, 0))},
        {"CropBox": RectangleObject((10, 10, 10, 10))},
        {"Annots": NumberObject(5)},
    ],
)
def test_what_viewers_overlook_is_overlooked(tmp_path: Path, entries: dict[str, object]) -> None:
    made = bound(paper(tmp_path / "a.pdf", **entries), PAPER_LIMITS)
    (page,) = PdfReader(io.BytesIO(made)).pages
    assert [round(side) for side in page.mediabox[2:]] != [300, 500]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_a_page_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    drawing = StreamObject()
    drawing.set_data(b" " * (21 * 2**20))
    with pytest.raises(CannotRead, match="异常"):
        bound(paper(tmp_path / "a.pdf", Contents=drawing.flate_encode()), PAPER_LIMITS)


def test_what_is_drawn_on_a_page_of_another_size_or_on_its_side_stays(tmp_path: Path) -> None:
    for rotate in (0, 90):
        drawing = StreamObject()
        drawing.set_data(b"1 0 0 rg 0 0 300 500 re f")
        path = paper(tmp_path / "a.pdf", Contents=drawing, Rotate=NumberObject(rotate))
        (page,) = PdfReader(io.BytesIO(bound(path, PAPER_LIMITS))).pages
        assert b"300 500 re" in page.get_contents().get_data()  # type: ignore[union-attr]
        assert page.mediabox.width == pytest.approx(841.89 if rotate else 595.276, abs=0.01)

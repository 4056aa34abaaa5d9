"""PostScript faces in a document: embedded as TrueType, only what is shown, the same each time."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from struct import unpack

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.fonts.outlines import Outlines
from tests.documents.fonts.small_fonts import saved, small_font
from tests.documents.pdf_reading import chars


@pytest.fixture
def face(tmp_path: Path) -> Path:
    return saved(small_font("张三一", family="FangSong", cff=True), tmp_path / "a.otf")


def _paper(folder: Path, text: str = "三张三") -> bytes:
    fonts = Fonts(folders=[folder])
    canvas, buffer = new_canvas(title="", author="", subject="", fonts=fonts)
    pen = Pen(canvas, fonts=fonts, report=PaperReport())
    with pen.writing():
        pen.put(pen.line(text, FontRole.BODY), x=100, y=700, size=16)
    return finish(canvas, buffer)


def test_a_postscript_face_is_embedded_and_its_text_comes_back(face: Path) -> None:
    found = chars(_paper(face.parent))
    assert [sign["text"] for sign in found] == list("三张三")
    assert [round(sign["x0"]) for sign in found] == [100, 116, 132]
    assert all(sign["fontname"].startswith("AAAAAA+FangSong") for sign in found)


def test_the_same_text_gives_the_same_bytes(face: Path) -> None:
    assert _paper(face.parent) == _paper(face.parent)


def test_only_what_is_shown_is_embedded(face: Path) -> None:
    reader = PdfReader(BytesIO(_paper(face.parent, "三")))
    fonts = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    (used,) = (one.get_object() for one in fonts.values() if "FangSong" in one["/BaseFont"])
    embedded = TTFont(BytesIO(used["/FontDescriptor"]["/FontFile2"].get_data()))
    assert len(embedded.getGlyphOrder()) == 3  # the missing character, the space, 三
    assert embedded["cmap"].tables[0].cmap[1] != embedded["cmap"].tables[0].cmap[32]
    assert embedded["hmtx"].metrics[embedded["cmap"].tables[0].cmap[1]] == (1000, 100)


def test_shapes_stay_within_a_thousandth_of_the_size(face: Path) -> None:
    outlines = Outlines(face, number=0)
    with TTFont(face) as source:
        for place, name in enumerate(source.getGlyphOrder()):
            pen = BoundsPen(None)
            source.getGlyphSet()[name].draw(pen)
            data = outlines.shape(place).data
            if pen.bounds is None:
                assert data == b""
            else:
                box = unpack(">2x4h", data[:10])
                assert box == pytest.approx(pen.bounds, abs=1)


def test_a_font_cut_off_is_refused(face: Path) -> None:
    face.write_bytes(face.read_bytes()[:700])
    assert Fonts(folders=[face.parent]).is_substitute(FontRole.BODY)

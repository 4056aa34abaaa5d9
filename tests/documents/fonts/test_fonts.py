"""Faces by role, characters from wherever they are to be had, and nothing missing unsaid."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, visible
from jz_training.documents.fonts.face import open_face, to_unicode_map
from jz_training.documents.fonts.files import (
    BUNDLED,
    SANS,
    SERIF,
    WENKAI,
    FontRole,
    bundled_file,
)
from jz_training.documents.fonts.finding import own_faces
from jz_training.documents.fonts.names import faces_in
from jz_training.errors import FontMissing
from jz_training.paths import resources


def _faces(fonts: Fonts, text: str, role: FontRole = FontRole.BODY) -> list[tuple[str, str]]:
    """Return the runs of a text, each with the name of its face's file."""
    return [(run.face.split("-", 2)[2], run.text) for run in fonts.line(text, role).runs]


def test_a_common_name_is_one_run_of_the_roles_face(fonts: Fonts) -> None:
    assert _faces(fonts, "张三") == [(SERIF, "张三")]
    assert fonts.line("张三", FontRole.BODY).em == pytest.approx(2.0)


def test_a_rare_character_comes_from_another_face(fonts: Fonts) -> None:
    assert _faces(fonts, "李𠮷龙") == [
        (SERIF, "李"),
        (WENKAI, "𠮷"),
        (SERIF, "龙"),
    ]
    assert fonts.line("李𠮷龙", FontRole.BODY).em == pytest.approx(3.0)


@pytest.mark.parametrize("sign", "𠮷㐂䶮𬭚龘喆堃赟·〇")
def test_characters_of_real_names_are_not_missing(fonts: Fonts, sign: str) -> None:
    for role in FontRole:
        assert fonts.line(sign, role).missing == ()


@pytest.mark.parametrize("sign", ["\U0001f600", "\ue000", "\ud800", "ש", "\U00031000"])
def test_a_character_no_face_has_is_marked_and_named(fonts: Fonts, sign: str) -> None:
    report = PaperReport()
    line = fonts.line(f"张{sign}三", FontRole.BODY)
    report.note_missing(line, f"张{sign}三")
    assert line.text == "张〓三"
    assert [missing.character for missing in report.missing] == [sign]
    assert report.missing[0].code_point == f"U+{ord(sign):04X}"
    assert report.missing[0].places == (f"张{sign}三",)


def test_every_bundled_face_has_the_mark_for_missing_characters() -> None:
    for name in (SERIF, SANS, WENKAI):
        assert open_face(bundled_file(name)).covers("〓…（）—")


def test_what_has_no_shape_is_dropped_and_breaks_become_blanks() -> None:
    assert visible("张\u200b三\ufe0f\u202e四\U000e0101") == "张三四"
    assert visible("张三\n李四\t王五") == "张三 李四 王五"
    assert visible("张　三，（A·B）") == "张　三，（A·B）"


def test_a_face_is_read_once() -> None:
    assert open_face(bundled_file(SERIF)) is open_face(bundled_file(SERIF))


def test_roles_without_their_own_face_say_so(fonts: Fonts) -> None:
    report = PaperReport()
    for role in (FontRole.BODY, FontRole.TITLE):
        report.note_role(role, fonts)
    assert [(use.role, use.face, use.substitute) for use in report.fonts] == [
        (FontRole.BODY, "Noto Serif SC", True),
        (FontRole.TITLE, "Noto Serif SC", True),
    ]
    assert fonts.needs_weight(FontRole.TITLE)
    assert not fonts.needs_weight(FontRole.BODY)


def test_the_users_own_face_comes_first_whatever_the_case_of_its_name(tmp_path: Path) -> None:
    own = tmp_path / "deep" / "SimKai.TTF"
    own.parent.mkdir()
    own.write_bytes(gzip.decompress(bundled_file(WENKAI).read_bytes()))
    fonts = Fonts(folders=[tmp_path])
    assert [face.path for face in own_faces(FontRole.KAI, (tmp_path,))] == [own]
    assert not fonts.is_substitute(FontRole.KAI)
    assert fonts.is_substitute(FontRole.BODY)
    assert "SimKai" in fonts.face(FontRole.KAI).fontName


def test_a_broken_face_of_the_users_gives_way_to_the_bundled_one(tmp_path: Path) -> None:
    whole = bundled_file(SANS).read_bytes()
    (tmp_path / "simhei.ttf").write_bytes(whole[:4000])
    assert Fonts(folders=[tmp_path]).is_substitute(FontRole.HEI)


@pytest.mark.parametrize("content", [b"", b"ttcf" + b"\xff" * 9, b"\0\1\0\0", b"not a font"])
def test_files_that_are_no_fonts_are_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "simsun.ttc"
    path.write_bytes(content)
    assert faces_in(path) == ()
    assert Fonts(folders=[tmp_path]).is_substitute(FontRole.SONG)


def test_lost_bundled_fonts_are_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FontMissing, match="请重新安装本程序"):
        open_face(tmp_path / "gone.ttf")


def test_the_bundle_is_truetype_under_40_mb_each_with_its_licence() -> None:
    folder = resources() / "fonts"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 40_000_000
    assert {path.name for path in folder.glob("*.ttf*")} == set(BUNDLED.values())
    for path in folder.glob("*.ttf"):
        assert faces_in(path)[0].outlines == b"glyf"
    licences = [path.read_text(encoding="utf-8") for path in folder.glob("OFL-*.txt")]
    assert len(licences) == 3
    assert all("SIL OPEN FONT LICENSE Version 1.1" in text for text in licences)


def test_the_way_back_to_text_knows_characters_beyond_the_bmp() -> None:
    lines = to_unicode_map("X", [0, ord("张"), ord("𠮷")]).splitlines()
    assert lines[lines.index("3 beginbfchar") + 1 :][:3] == [
        "<00> <0000>",
        "<01> <5F20>",
        "<02> <D842DFB7>",
    ]


def test_reportlab_still_writes_it_wrong() -> None:
    """When this fails, `Face.addObjects` is no longer needed."""
    from reportlab.pdfbase.ttfonts import makeToUnicodeCMap

    assert "<20BB7>" in makeToUnicodeCMap("X", [ord("𠮷")])
    assert issubclass(type(open_face(bundled_file(SERIF))), TTFont)


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    shutil.rmtree(tmp_path)
    assert Fonts(folders=[tmp_path]).is_substitute(FontRole.SONG)


@pytest.mark.parametrize("name", [SANS, SERIF])
def test_two_files_of_one_name_are_two_faces(tmp_path: Path, name: str) -> None:
    other = tmp_path / SERIF
    shutil.copy(bundled_file(name), other)
    faces = open_face(bundled_file(SERIF)), open_face(other)
    assert [pdfmetrics.getFont(face.fontName) for face in faces] == list(faces)
    assert faces[0].face.name != faces[1].face.name

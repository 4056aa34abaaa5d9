"""The user's own faces: found by file or by name, taken in order, refused with a reason."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copy
from threading import Barrier, Thread

import pytest
from fontTools.pens.ttGlyphPen import TTGlyphPen

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, RefusedFace
from jz_training.documents.fonts.face import open_face, parts_of
from jz_training.documents.fonts.files import SANS, FontRole, bundled_file
from jz_training.documents.fonts.finding import SMALLEST, faces_by_name
from jz_training.documents.fonts.folders import configured_folders, font_folders
from jz_training.documents.fonts.names import faces_in, may_be_embedded
from jz_training.documents.fonts.wanted import OWN
from jz_training.domain.font_trouble import FontTrouble
from tests.documents.fonts.small_fonts import collection, saved, small_font


def served_name(folder: Path, role: FontRole) -> tuple[str, bool]:
    """Return the face of a role and whether it stands in."""
    fonts = Fonts(folders=[folder])
    return fonts.served(role).name, fonts.is_substitute(role)


@pytest.mark.parametrize(
    ("role", "family", "chinese"),
    [
        (FontRole.BODY, "FangSong_GB2312", "仿宋_GB2312"),
        (FontRole.BODY, "CESI_FS_GB2312", "CESI仿宋-GB2312"),
        (FontRole.TITLE, "FZXiaoBiaoSong-B05S", "方正小标宋简体"),
        (FontRole.TITLE, "Unnamed", "方正小标宋_GBK"),
        (FontRole.KAI, "STKaiti", "华文楷体"),
    ],
)
def test_a_face_is_known_by_its_names_whatever_its_file_is_called(
    tmp_path: Path, role: FontRole, family: str, chinese: str
) -> None:
    saved(small_font(family=family, chinese=chinese), tmp_path / "a1.ttf")
    assert served_name(tmp_path, role) == (chinese, False)


def test_a_postscript_face_serves_by_its_english_name(tmp_path: Path) -> None:
    saved(small_font(family="FandolFang R", cff=True), tmp_path / "x.otf")
    assert served_name(tmp_path, FontRole.BODY) == ("FandolFang R", False)


def test_names_are_not_read_where_a_known_file_serves(tmp_path: Path) -> None:
    small_font(family="FangSong").save(tmp_path / "SIMFANG.TTF")
    faces_by_name.cache_clear()
    assert not Fonts(folders=[tmp_path]).is_substitute(FontRole.BODY)
    assert faces_by_name.cache_info().currsize == 0


def test_small_files_are_not_opened_for_their_names(tmp_path: Path) -> None:
    small_font(family="FangSong_GB2312").save(tmp_path / "a.ttf")
    assert (tmp_path / "a.ttf").stat().st_size < SMALLEST
    assert Fonts(folders=[tmp_path]).is_substitute(FontRole.BODY)


def test_of_a_collection_the_named_family_and_its_text_weight_are_taken(tmp_path: Path) -> None:
    heavy = small_font(family="Songti SC", weight=900)
    other = small_font(family="Songti TC", weight=400)
    text = small_font(family="Songti SC", weight=400)
    path = collection(tmp_path / "Songti.ttc", heavy, other, text)
    assert [face.weight for face in faces_in(path)] == [900, 400, 400]
    assert Fonts(folders=[tmp_path]).face(FontRole.SONG).face.subfontNameX == b"-2"


def test_a_bold_song_stands_in_for_the_title_and_is_not_thickened(tmp_path: Path) -> None:
    for weight in (400, 700, 900):
        font = small_font(family="Noto Serif CJK SC", weight=weight, cff=True)
        saved(font, tmp_path / f"{weight}.otf")
    fonts = Fonts(folders=[tmp_path])
    assert fonts.is_substitute(FontRole.TITLE)
    assert not fonts.needs_weight(FontRole.TITLE)
    assert "700.otf" in fonts.face(FontRole.TITLE).fontName
    assert "NotoSerifSC" in fonts.face(FontRole.SONG).fontName


def test_a_light_song_is_no_title(tmp_path: Path) -> None:
    saved(small_font(family="Noto Serif CJK SC", weight=400), tmp_path / "a.ttf")
    assert Fonts(folders=[tmp_path]).needs_weight(FontRole.TITLE)


@pytest.mark.parametrize(
    ("bits", "allowed"), [(0, True), (2, False), (4, True), (8, True), (0x100, False), (10, True)]
)
def test_licence_bits_tell_whether_a_face_may_be_embedded(bits: int, allowed: bool) -> None:
    assert may_be_embedded(bits) is allowed


def test_a_face_that_may_not_be_embedded_gives_way_and_is_named(tmp_path: Path) -> None:
    small_font(family="KaiTi", chinese="楷体", licence=2).save(tmp_path / "simkai.ttf")
    saved(small_font(family="STKaiti", chinese="华文楷体"), tmp_path / "b.ttf")
    report = PaperReport()
    report.note_role(FontRole.KAI, Fonts(folders=[tmp_path]))
    (use,) = report.fonts
    assert (use.face, use.substitute, use.trouble) == ("华文楷体", False, None)
    refused = RefusedFace(name="楷体", trouble=FontTrouble.MAY_NOT_BE_EMBEDDED)
    assert use.refused == (refused,)


@pytest.mark.parametrize(
    ("licence", "whole", "trouble"),
    [
        (2, True, FontTrouble.MAY_NOT_BE_EMBEDDED),
        (0, False, FontTrouble.BROKEN),
    ],
)
def test_why_another_face_stands_in_is_said(
    tmp_path: Path, licence: int, whole: bool, trouble: FontTrouble
) -> None:
    path = tmp_path / "simhei.ttf"
    small_font(licence=licence).save(path)
    if not whole:
        path.write_bytes(path.read_bytes()[:300])
    report = PaperReport()
    fonts = Fonts(folders=[tmp_path])
    report.note_role(FontRole.HEI, fonts)
    report.note_role(FontRole.KAI, fonts)
    assert all(use.substitute for use in report.fonts)
    assert [(use.face, use.trouble) for use in report.fonts] == [
        ("Noto Sans SC", trouble),
        ("LXGW WenKai", FontTrouble.NOT_INSTALLED),
    ]


@pytest.mark.parametrize("cff", [False, True])
def test_a_character_the_users_face_lacks_comes_from_another(tmp_path: Path, cff: bool) -> None:
    font = small_font("一张三㎡", family="FangSong", cff=cff, empty="㎡")
    saved(font, tmp_path / "a.ttf")
    line = Fonts(folders=[tmp_path]).line("张㎡𠮷三 ", FontRole.BODY)
    assert [run.text for run in line.runs] == ["张", "㎡", "𠮷", "三 "]
    assert "a.ttf" in line.runs[0].face
    assert "NotoSerifSC" in line.runs[1].face
    assert line.missing == ()


def test_a_box_drawn_for_a_character_counts_as_missing(tmp_path: Path) -> None:
    font = small_font("一张三", family="FangSong")
    font["glyf"][f"u{ord('三'):04X}"] = font["glyf"][".notdef"]
    saved(font, tmp_path / "a.ttf")
    line = Fonts(folders=[tmp_path]).line("张三", FontRole.BODY)
    assert [run.text for run in line.runs] == ["张", "三"]


@pytest.mark.parametrize("cff", [False, True])
def test_a_face_with_chinese_names_only_is_taken(tmp_path: Path, cff: bool) -> None:
    font = small_font(family="方正小标宋简体", cff=cff)
    for record in font["name"].names:
        record.langID = 0x804
    saved(font, tmp_path / "a.ttf")
    assert served_name(tmp_path, FontRole.TITLE) == ("方正小标宋简体", False)


def test_a_face_without_chinese_characters_is_refused(tmp_path: Path) -> None:
    small_font("AB", family="KaiTi").save(tmp_path / "simkai.ttf")
    fonts = Fonts(folders=[tmp_path])
    assert fonts.is_substitute(FontRole.KAI)
    assert fonts.served(FontRole.KAI).refused[0].trouble is FontTrouble.BROKEN


def test_every_role_knows_faces_by_file_and_by_name() -> None:
    assert set(OWN) == set(FontRole)
    for wanted in OWN.values():
        assert wanted.files
        assert wanted.families
        assert all(name == name.lower() for name in wanted.files)


def test_each_system_has_its_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINDIR", "W")
    monkeypatch.setenv("LOCALAPPDATA", "L")
    assert Path("W/Fonts") in font_folders("win32")
    assert Path.home() / "Library/Fonts" == font_folders("darwin")[0]
    assert Path("/opt/kingsoft/wps-office/office6/fonts") in font_folders("linux")


def test_folders_of_fontconfig_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    file = tmp_path / "fonts.conf"
    file.write_text(
        "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'urn:fontconfig:fonts.dtd'>"
        "<fontconfig><dir>/a/fonts</dir><dir prefix='xdg'>own</dir><dir>../b</dir></fontconfig>"
    )
    assert list(configured_folders(file)) == [Path("/a/fonts"), tmp_path / "own"]
    file.write_text("<fontconfig>")
    assert list(configured_folders(file)) == []


def test_two_workers_that_open_a_face_at_once_get_the_same(tmp_path):
    path = tmp_path / SANS
    copy(bundled_file(SANS), path)
    together, found = Barrier(2), []

    def open_it() -> None:
        together.wait()
        found.append(open_face(path))

    workers = [Thread(target=open_it) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert found[0] is found[1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on Windows")
def test_what_is_no_file_is_no_face(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "simfang.ttf")
    (tmp_path / "simkai.ttf").symlink_to("simkai.ttf")
    fonts = Fonts(folders=[tmp_path])
    for role, name in ((FontRole.BODY, "simfang.ttf"), (FontRole.KAI, "simkai.ttf")):
        refused = RefusedFace(name=name, trouble=FontTrouble.BROKEN)
        assert fonts.served(role).refused == (refused,)


def test_a_face_without_its_table_of_shapes_is_broken(tmp_path: Path) -> None:
    path = saved(small_font(family="FangSong"), tmp_path / "simfang.ttf")
    path.write_bytes(path.read_bytes().replace(b"glyf", b"glyX", 1))
    served = Fonts(folders=[tmp_path]).served(FontRole.BODY)
    assert [one.trouble for one in served.refused] == [FontTrouble.BROKEN]


def test_a_glyph_put_together_from_what_is_not_there_is_taken_from_another_face(
    tmp_path: Path,
) -> None:
    font = small_font("一张", family="FangSong")
    pen = TTGlyphPen({"u4E00": None})
    pen.addComponent("u4E00", (1, 0, 0, 1, 0, 0))
    font["glyf"]["u5F20"] = pen.glyph()
    path = saved(font, tmp_path / "simfang.ttf")
    face = open_face(path)
    assert face.covers("张")
    (part,) = parts_of(face._shape(face.face.charToGlyph[ord("张")]))
    begins = face.face.get_table_pos("glyf")[0] + face.face.glyphPos[3]
    data = bytearray(path.read_bytes())
    assert data[begins + 12 : begins + 14] == bytes((0, part))
    data[begins + 12] = 255
    copy = tmp_path / "copy.ttf"
    copy.write_bytes(data)
    assert not open_face(copy).covers("张")
    assert open_face(copy).covers("一")

"""Papers for the archive: PDF/A-2b for every kind of drawing we do, refusals for the rest."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import page as validator
import pytest
from PIL import Image, ImageCms
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from jz_training.documents.archive import archived
from jz_training.documents.archive.srgb import srgb_profile
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.ledger_paper import ledger_pdf
from jz_training.documents.meeting.meeting_notice import meeting_notice_pdf
from jz_training.documents.meeting.month_paper import month_pdf
from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf
from jz_training.documents.summary.period_summary import period_summary_pdf
from jz_training.domain.paper_style import PaperLayout, PaperStyle
from jz_training.errors import CannotArchive
from tests.documents.archive.clauses import broken_clauses
from tests.documents.fonts.small_fonts import saved, small_font
from tests.documents.meeting.views import entry, month, notice
from tests.documents.pdf_reading import texts
from tests.factories import ledger, period_summary, sheet

DAY = date(2026, 11, 23)

PAPERS: dict[str, Callable[[Fonts], bytes]] = {
    "签到表": lambda fonts: sign_in_sheet_pdf(sheet(3), fonts=fonts)[0],
    "会议通知": lambda fonts: meeting_notice_pdf(notice(), fonts=fonts),
    "情况报告": lambda fonts: period_summary_pdf(period_summary(), fonts=fonts),
    "月历": lambda fonts: month_pdf(month(entry(3)), fonts=fonts),
}


def kept(data: bytes, *, title: str = "题名", author: str = "某工会") -> bytes:
    """Return a paper as it goes into the archive."""
    return archived(data, title=title, author=author, made_on=DAY)


def faults_found(data: bytes) -> list[str]:
    """Return what the validator and our own look at the clauses find."""
    report = validator.validate_pdf_bytes(data, profile="2b")
    return [f"{one.rule_id}: {one.message}" for one in report.failures] + broken_clauses(data)


@pytest.fixture(scope="module")
def papers(fonts: Fonts) -> dict[str, bytes]:
    """Return one paper of each way of drawing."""
    return {name: make(fonts) for name, make in PAPERS.items()}


@pytest.mark.parametrize("name", PAPERS)
def test_our_papers_become_pdf_a_and_keep_their_text(papers: dict[str, bytes], name: str) -> None:
    data = papers[name]
    made = kept(data, title=f"{name} & <b>", author="")
    assert faults_found(data)
    assert faults_found(made) == []
    assert texts(made) == texts(data)


def test_a_converted_face_and_a_rare_character_are_kept_too(tmp_path: Path) -> None:
    saved(small_font("一会议通知", family="FZXiaoBiaoSong-B05S", cff=True), tmp_path / "a.otf")
    data = meeting_notice_pdf(notice(title="会议通知𠮷"), fonts=Fonts(folders=[tmp_path]))
    made = kept(data)
    assert faults_found(made) == []
    assert "会议通知𠮷" in texts(made)[0]


def test_the_same_paper_gives_the_same_bytes(papers: dict[str, bytes]) -> None:
    data = papers["会议通知"]
    assert kept(data) == kept(data)
    assert kept(data) != kept(data, title="另一题名")


def test_properties_say_what_was_asked_and_no_other_day(papers: dict[str, bytes]) -> None:
    odd = "月\ud800历\u200b\uffff"
    dated = PdfReader(io.BytesIO(kept(papers["月历"], title=odd))).metadata
    assert dated is not None
    assert (dated.title, dated.author) == ("月?历", "某工会")
    assert dated["/CreationDate"] == "D:20261123000000+08'00'"
    undated = archived(papers["月历"], title="甲", author="乙", made_on=None)
    assert b"2000" not in undated[-2000:]
    assert "/CreationDate" not in (PdfReader(io.BytesIO(undated)).metadata or {})


def test_the_archives_paper_can_be_archived_again(papers: dict[str, bytes]) -> None:
    assert faults_found(kept(kept(papers["会议通知"]), title="再存")) == []


def test_scripts_and_attachments_of_others_are_left_out(papers: dict[str, bytes]) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(papers["会议通知"]))
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")}
    )
    writer.add_attachment("表.xls", b"x")
    made = io.BytesIO()
    writer.write(made)
    again = kept(made.getvalue())
    assert faults_found(again) == []
    assert PdfReader(io.BytesIO(again)).attachments == {}


def test_a_stream_that_ends_like_a_line_gets_an_end_of_its_own() -> None:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    content = StreamObject()
    content.set_data(b"0 g 10 10 50 50 re f\r")
    page[NameObject("/Contents")] = writer._add_object(content)
    data = _bytes(writer)
    assert b"f\r\nendstream" in data
    made = kept(data)
    assert b"~>\nendstream" in made
    assert faults_found(made) == []
    kept_content = PdfReader(io.BytesIO(made)).pages[0].get_contents()
    assert kept_content is not None
    assert b"10 10 50 50 re f" in kept_content.get_data()


def _with_latin(folder: Path) -> bytes:
    canvas = Canvas(str(folder / "a.pdf"))
    for text in ("", "Helvetica is not embedded"):
        canvas.drawString(100, 700, text)
        canvas.showPage()
    canvas.save()
    return (folder / "a.pdf").read_bytes()


def _with_inks(folder: Path) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    content = StreamObject()
    content.set_data(b"0 0.5 1 0 k 10 10 50 50 re f")
    page[NameObject("/Contents")] = content
    return _bytes(writer)


def _with_a_note(folder: Path) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_annotation(0, FreeText(text="批注", rect=(10, 10, 60, 60)))
    return _bytes(writer)


def _locked(folder: Path) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    return _bytes(writer)


def _with_a_film(folder: Path) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    film = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Movie"),
            NameObject("/Rect"): ArrayObject(),
            NameObject("/AP"): DictionaryObject(),
            NameObject("/T"): TextStringObject("film"),
        }
    )
    page[NameObject("/Annots")] = ArrayObject([film])
    return _bytes(writer)


def _bytes(writer: PdfWriter) -> bytes:
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_with_latin, "第 1、2 页没有嵌入字体"),
        (_with_inks, "第 1 页用的是四色印刷的颜色"),
        (_with_a_note, "第 1 页有没有固定外观的表单或批注"),
        (_with_a_film, "第 1 页带有声音、视频或附件"),
        (_locked, "文件有密码"),
        (lambda folder: b"%PDF-1.4 cut off", "文件读不出来"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_pages(
    tmp_path: Path, make: Callable[[Path], bytes], words: str
) -> None:
    with pytest.raises(CannotArchive, match=words):
        kept(make(tmp_path))


@pytest.mark.parametrize("make", [_with_latin, _with_inks, _with_a_note, _with_a_film])
def test_pages_of_others_can_be_kept_as_pictures(
    tmp_path: Path, make: Callable[[Path], bytes]
) -> None:
    data = make(tmp_path)
    made = archived(data, title="甲", author="乙", made_on=DAY, as_pictures=True)
    assert faults_found(made) == []
    before, after = (PdfReader(io.BytesIO(one)).pages for one in (data, made))
    for one, other in zip(before, after, strict=True):
        assert other.mediabox == pytest.approx(one.mediabox, abs=0.001)
    assert all(page.extract_text() == "" and len(page.images) == 1 for page in after)


def test_texts_that_look_like_inks_are_no_fault() -> None:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    content = StreamObject()
    content.set_data(b"BT (0 0.5 1 0 k ) Tj ET 0 g")
    page[NameObject("/Contents")] = content
    assert faults_found(kept(_bytes(writer))) == []


def test_the_profile_is_srgb() -> None:
    profile = ImageCms.getOpenProfile(io.BytesIO(srgb_profile()))
    colours = Image.new("RGB", (4, 1))
    values = [(255, 0, 0), (12, 200, 90), (128, 128, 128), (1, 2, 250)]
    colours.putdata(values)
    own = ImageCms.createProfile("sRGB")
    seen = ImageCms.profileToProfile(colours, profile, own)
    assert seen is not None
    for place, value in enumerate(values):
        assert seen.getpixel((place, 0)) == pytest.approx(value, abs=1)


def test_a_logo_in_the_colours_of_a_press_is_no_obstacle(fonts: Fonts) -> None:
    made = io.BytesIO()
    Image.new("CMYK", (40, 40), (0, 255, 0, 0)).save(made, "JPEG")
    style = PaperStyle(layout=PaperLayout(logo=made.getvalue()))
    assert faults_found(kept(ledger_pdf(ledger(1), style=style, fonts=fonts))) == []

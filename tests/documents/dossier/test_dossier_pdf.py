"""The dossier on paper: everything in order, numbered and bookmarked; what is odd is said."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from jz_training.documents.dossier.dossier_pdf import BoundDossier, dossier_pdf
from jz_training.documents.dossier.dossier_zip import write_dossier_zip
from jz_training.documents.fonts import Fonts
from jz_training.domain.agenda import AgendaItem, timed
from jz_training.domain.dossier import DossierPart, OwnPaper, PartState
from jz_training.domain.dossier_paper import (
    DossierDocument,
    DossierPaper,
    DossierSection,
    zip_names,
)
from jz_training.domain.meeting_papers import AgendaPaper
from jz_training.errors import Stopped
from jz_training.labels.dossier import DOSSIER_FOLDERS
from jz_training.readers.dossier_files import made_ready
from tests.documents.pdf_reading import texts
from tests.factories import AS_OF, ORGANISER, START, training_summary

END = datetime(2026, 11, 20, 16, 30)
TITLE = "代表大会精神专题学习会"


def document(number: int, name: str, path: Path | None, **changes: Any) -> DossierDocument:
    """Return a filed document."""
    suffix = path.suffix if path else ""
    facts: dict[str, Any] = {"id": UUID(int=number), "name": name, "suffix": suffix, "path": path}
    return DossierDocument(**(facts | changes))


def dossier(filed: dict[DossierPart, tuple[DossierDocument, ...]], **changes: Any) -> DossierPaper:
    """Return the dossier of a training with an agenda and a summary of our own."""
    own = {DossierPart.AGENDA: OwnPaper.AGENDA, DossierPart.SHEET: OwnPaper.SHEET}
    head = {"title": TITLE, "organiser": ORGANISER, "start": START, "end": END, "venue": "礼堂"}
    agenda = timed((AgendaItem(what="领学报告", minutes=30),), START)
    facts: dict[str, Any] = {
        **head,
        "as_of": AS_OF,
        "sections": tuple(
            DossierSection(
                part=part,
                state=PartState.HERE if part in filed or part in own else PartState.MISSING,
                own=own.get(part),
                documents=filed.get(part, ()),
            )
            for part in DossierPart
        ),
        "agenda": AgendaPaper(**head, items=agenda),
        "summary": training_summary(8),
    }
    return DossierPaper(**(facts | changes))


def a_pdf(path: Path, pages: int = 1, size: tuple[float, float] = (595.0, 842.0)) -> Path:
    """Return a PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(*size)
    writer.write(path)
    return path


def a_photo(path: Path, colour: str = "teal", size: tuple[int, int] = (320, 240)) -> Path:
    """Return a picture of one colour."""
    Image.new("RGB", size, colour).save(path)
    return path


@pytest.fixture
def files(tmp_path: Path) -> dict[DossierPart, tuple[DossierDocument, ...]]:
    """Return documents of every medium, made by other programs."""
    docx = tmp_path / "课件.docx"
    docx.write_bytes(b"PK invented")
    photos = [a_photo(tmp_path / f"{number}.jpg", "teal") for number in range(3)]
    return {
        DossierPart.NOTICE: (document(1, "通知", a_pdf(tmp_path / "n.pdf", 2)),),
        DossierPart.MATERIAL: (document(2, "课件", docx),),
        DossierPart.SHEET: (document(3, "签到表扫描", a_photo(tmp_path / "s.png")),),
        DossierPart.RECORD: (document(4, "记录原件", None),),
        DossierPart.PHOTO: tuple(
            document(10 + number, f"照片{number}", photo, caption=f"第{number}张")
            for number, photo in enumerate(photos)
        ),
    }


def bind(paper: DossierPaper, folder: Path, fonts: Fonts) -> BoundDossier:
    """Make everything ready and bind it."""
    folder.mkdir(exist_ok=True)
    return dossier_pdf(made_ready(paper, folder), fonts=fonts)


def outline(data: bytes) -> list[str]:
    """Return the bookmarks with their pages, those of documents indented."""
    reader = PdfReader(io.BytesIO(data))

    def lines(items: Any, depth: int = 0) -> list[str]:
        found = []
        for item in items:
            if isinstance(item, list):
                found += lines(item, depth + 1)
            else:
                page = reader.get_destination_page_number(item)
                found.append(f"{' ' * depth}{item.title} {0 if page is None else page + 1}")
        return found

    return lines(reader.outline)


def test_everything_is_bound_in_order_with_bookmarks_and_numbers(
    files: dict[DossierPart, tuple[DossierDocument, ...]], tmp_path: Path, fonts: Fonts
) -> None:
    made = bind(dossier(files), tmp_path / "ready", fonts)
    assert outline(made.content) == [
        "学习档案（一会一档） 1",
        "档案清单 2",
        "方案、通知 3", " 通知 3",
        "议程 5", " 议程 5",
        "学习材料 6", " 课件 6",
        "签到表 7", " 考勤表 7", " 签到表扫描 8",
        "学习记录 9", " 记录原件 9",
        "照片 10", " 第0张、第1张 10", " 第2张 11",
    ]  # fmt: skip
    pages = texts(made.content)
    assert len(pages) == 11
    assert TITLE in pages[0]
    assert "档案第" not in pages[0]
    assert all(
        f"档案第{number}页共11页" in page.replace(" ", "").replace("　", "")
        for number, page in enumerate(pages[1:], start=2)
    )
    listed = pages[1].replace(" ", "")
    assert "不适用" not in listed
    assert "签到表扫描8" in listed
    assert "03学习材料/课件.docx" in pages[5]
    assert "只登记了纸质件" in pages[8]
    assert "2026年11月20日　礼堂　第2张" in pages[10]
    assert [name for name, _ in made.left_out] == ["课件"]
    again = bind(dossier(files), tmp_path / "ready2", fonts)
    assert again.content == made.content


def test_odd_pages_come_out_on_a4(tmp_path: Path, fonts: Fonts) -> None:
    sizes = [(300.0, 300.0), (1190.0, 842.0), (842.0, 595.0)]
    filed = tuple(
        document(number, f"第{number}份", a_pdf(tmp_path / f"{number}.pdf", size=size))
        for number, size in enumerate(sizes)
    )
    made = bind(dossier({DossierPart.NOTICE: filed}), tmp_path / "ready", fonts)
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(made.content)).pages][2:5]
    found = [(round(float(box.width)), round(float(box.height))) for box in boxes]
    assert found == [(595, 842), (842, 595), (842, 595)]


def test_damaged_and_locked_papers_are_said_on_a_page_and_in_the_list(
    tmp_path: Path, fonts: Fonts
) -> None:
    broken = tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.7 invented")
    cut = a_photo(tmp_path / "c.jpg")
    cut.write_bytes(cut.read_bytes()[:300])
    locked = PdfWriter()
    locked.add_blank_page(595, 842)
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(tmp_path / "l.pdf")
    filed = (
        document(1, "坏的", broken),
        document(2, "锁的", tmp_path / "l.pdf"),
        document(3, "断的", cut),
        document(4, "没的", None, suffix=".pdf", fault="文件已不在。"),
    )
    made = bind(dossier({DossierPart.NOTICE: filed}), tmp_path / "ready", fonts)
    reasons = dict(made.left_out)
    assert list(reasons) == ["坏的", "锁的", "断的", "没的"]
    assert "已损坏" in reasons["坏的"]
    assert "打开密码" in reasons["锁的"]
    assert "不完整" in reasons["断的"]
    assert "文件已不在" in texts(made.content)[5]


def test_a_text_is_set_on_pages_and_what_is_no_text_is_named(tmp_path: Path, fonts: Fonts) -> None:
    old, odd = tmp_path / "old.txt", tmp_path / "odd.txt"
    old.write_bytes("关于学习的通知\r\n请按时参加。".encode("gb18030"))
    odd.write_bytes(b"\x00\x01" * 40)
    filed = (document(1, "旧通知", old), document(2, "怪文件", odd))
    made = bind(dossier({DossierPart.NOTICE: filed}), tmp_path / "ready", fonts)
    assert "请按时参加" in texts(made.content)[2]
    assert [name for name, _ in made.left_out] == ["怪文件"]


def test_leaves_and_markup_are_printed_as_they_are(tmp_path: Path, fonts: Fonts) -> None:
    name = "<b>甲</b>&<img src='/etc/passwd'>"
    filed = (document(1, name, None),)
    made = bind(dossier({DossierPart.SPEECH: filed}, title=name), tmp_path / "ready", fonts)
    assert "<b>甲</b>&" in texts(made.content)[0]


def test_making_it_can_be_stopped(tmp_path: Path, fonts: Fonts) -> None:
    def stop(_: int, __: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        dossier_pdf(dossier({}), fonts=fonts, step=stop)


# --- the zip ---------------------------------------------------------------------------------


def test_the_zip_holds_the_originals_under_legal_names_that_are_there_once(
    files: dict[DossierPart, tuple[DossierDocument, ...]], tmp_path: Path
) -> None:
    twins = tuple(
        replace(files[DossierPart.MATERIAL][0], id=UUID(int=20 + number), name=name)
        for number, name in enumerate(("a:b", "A:B", "con", "课" * 90))
    )
    paper = dossier(files | {DossierPart.MATERIAL: twins}, phase="第1期")
    ready = made_ready(paper, tmp_path)
    target = tmp_path / "d.zip"
    assert write_dossier_zip(ready, target) == ()
    with ZipFile(target) as packed:
        names = packed.namelist()
        assert packed.testzip() is None
    root = f"2026-11-20_{TITLE}_第1期"
    assert names[:4] == [
        f"{root}/01通知/通知.pdf",
        f"{root}/03学习材料/a_b.docx",
        f"{root}/03学习材料/A_B（2）.docx",
        f"{root}/03学习材料/_con.docx",
    ]
    assert max(len(name) for name in names) < 180
    first = target.read_bytes()
    write_dossier_zip(ready, target)
    assert target.read_bytes() == first


def test_pictures_leave_without_their_place_unless_the_original_is_wished(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "PLANTED"
    photo = tmp_path / "p.jpg"
    Image.new("RGB", (60, 40)).save(photo, exif=exif)
    filed = (document(1, "照片", photo, original=photo),)
    ready = made_ready(dossier({DossierPart.PHOTO: filed}), tmp_path / ".")
    target = tmp_path / "d.zip"
    write_dossier_zip(ready, target)
    assert b"PLANTED" not in target.read_bytes()
    write_dossier_zip(ready, target, with_originals=True)
    with ZipFile(target) as packed:
        small, original = packed.namelist()
        assert original.endswith("照片（原图）.jpg")
        assert b"PLANTED" not in packed.read(small)
        assert b"PLANTED" in packed.read(original)


def test_every_document_with_a_file_has_its_place(
    files: dict[DossierPart, tuple[DossierDocument, ...]],
) -> None:
    names = zip_names(dossier(files), DOSSIER_FOLDERS)
    assert len(names) == 6
    assert len(set(names.values())) == 6


def test_a_name_that_a_camera_gave_is_not_on_the_list(tmp_path: Path, fonts: Fonts) -> None:
    photo = a_photo(tmp_path / "p.jpg", "teal")
    photos = (document(1, "IMG_2041", photo), document(2, "会场", photo))
    made = bind(dossier({DossierPart.PHOTO: photos}), tmp_path / "ready", fonts)
    assert any(line.startswith(" 照片、会场") for line in outline(made.content))
    assert not any("IMG_2041" in page for page in texts(made.content))


def test_pictures_that_get_one_ending_keep_a_name_each(tmp_path: Path) -> None:
    paths = a_photo(tmp_path / "a.bmp"), a_photo(tmp_path / "a.jpg")
    filed = tuple(document(number, "合影", path) for number, path in enumerate(paths))
    (tmp_path / "ready").mkdir()
    paper = made_ready(dossier({DossierPart.PHOTO: filed}), tmp_path / "ready")
    assert write_dossier_zip(paper, tmp_path / "a.zip") == ()
    with ZipFile(tmp_path / "a.zip") as packed:
        assert len(set(packed.namelist())) == 2

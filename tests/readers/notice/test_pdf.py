"""The text of PDFs, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from jz_training.errors import CannotRead
from jz_training.readers.notice.limits import MOST_PAGES
from jz_training.readers.notice.pdf import read_pdf
from tests.readers.notice.papers import NOTICE, pdf, scanned_pdf


def sentence(path: Path) -> str:
    with pytest.raises(CannotRead) as refusal:
        read_pdf(path)
    return refusal.value.sentence


def test_lines_come_page_by_page_with_an_empty_line_between(tmp_path: Path) -> None:
    raw = read_pdf(pdf(tmp_path / "a.pdf", [NOTICE[:6], NOTICE[6:]]))
    assert raw.lines == (*NOTICE[:6], "", *NOTICE[6:])
    assert (raw.whole_paragraphs, raw.pages_without_text, raw.cut) == (False, 0, False)


@pytest.mark.parametrize(
    "numbers", ["— {} —", "- {} -", "第{}页", "第 {} 页 共 2 页", "{}/2", "{}"]
)
def test_numbers_of_pages_are_left_out_wherever_the_file_holds_them(
    tmp_path: Path, numbers: str
) -> None:
    path = pdf(tmp_path / "a.pdf", [NOTICE[:6], NOTICE[6:]], numbers=numbers)
    assert read_pdf(path).lines == (*NOTICE[:6], "", *NOTICE[6:])


def test_numbers_that_are_not_the_pages_stay(tmp_path: Path) -> None:
    lines = ("2026", "— 12 —", "正文第一行", "35")
    assert read_pdf(pdf(tmp_path / "a.pdf", [lines, ["5", "正文"]])).lines == (
        *lines,
        "",
        "5",
        "正文",
    )


def test_lines_are_read_from_top_to_bottom(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for height, text in [(500, "third"), (700, "first"), (600, "second")]:
        canvas.drawString(80, height, text)
    canvas.save()
    assert read_pdf(tmp_path / "a.pdf").lines == ("first", "second", "third")


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    words = [f"{side} {n}" for side in ("left", "right") for n in range(6)]
    for at, text in enumerate(words):
        canvas.drawString(80 if at < 6 else 320, 700 - at % 6 * 20, text)
    canvas.save()
    assert list(read_pdf(tmp_path / "a.pdf").lines) == words


def test_a_scan_without_text_says_what_to_do(tmp_path: Path) -> None:
    words = sentence(scanned_pdf(tmp_path / "a.pdf"))
    assert "扫描" in words
    assert "粘贴文字" in words


def test_the_name_of_a_scanning_program_is_no_text(tmp_path: Path) -> None:
    assert "扫描" in sentence(scanned_pdf(tmp_path / "a.pdf", ["by ScanBoss", "by ScanBoss"]))


def test_pages_that_are_pictures_are_counted(tmp_path: Path) -> None:
    text = "The words of this page were recognised under the picture."
    raw = read_pdf(scanned_pdf(tmp_path / "a.pdf", [text, "", ""]))
    assert raw.pages_without_text == 2
    assert text in raw.lines


def test_letters_drawn_as_shapes_are_a_picture(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for n in range(40):
        canvas.bezier(80 + n, 700, 90 + n, 720, 100 + n, 690, 110 + n, 700)
    canvas.save()
    assert "粘贴文字" in sentence(tmp_path / "a.pdf")


def test_blank_pages_are_no_pictures(tmp_path: Path) -> None:
    assert read_pdf(pdf(tmp_path / "a.pdf", [NOTICE, []])).pages_without_text == 0
    assert "没有文字" in sentence(pdf(tmp_path / "b.pdf", [[]]))


def test_a_password_is_told(tmp_path: Path) -> None:
    assert "密码" in sentence(pdf(tmp_path / "a.pdf", [NOTICE], password="x"))


@pytest.mark.parametrize("share", [0.02, 0.3])
def test_a_pdf_cut_off_is_refused_or_read(tmp_path: Path, share: float) -> None:
    data = pdf(tmp_path / "a.pdf", [NOTICE]).read_bytes()
    (tmp_path / "a.pdf").write_bytes(data[: int(len(data) * share)])
    assert "不完整" in sentence(tmp_path / "a.pdf")


def test_more_pages_than_a_notice_has_are_cut(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for n in range(MOST_PAGES + 1):
        canvas.drawString(80, 700, f"page text {n}")
        canvas.showPage()
    canvas.save()
    raw = read_pdf(tmp_path / "a.pdf")
    assert raw.cut
    assert raw.lines[-1] == f"page text {MOST_PAGES - 1}"

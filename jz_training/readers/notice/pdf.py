"""The text of a PDF: page by page, in the order one reads it, without the numbers of pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from jz_training.readers.notice import refusals
from jz_training.readers.notice.limits import MOST_PAGES
from jz_training.readers.notice.pdf_lines import lines_of_page
from jz_training.readers.notice.raw_lines import Enough, Lines, cleaned
from jz_training.readers.notice.raw_text import RawText

_NUMBER = re.compile(
    r"[-—–－―·•\s]+\d{1,4}[-—–－―·•\s]+"
    r"|第\s*[\d一二三四五六七八九十]{1,4}\s*页(?:\s*[/，,（(]?\s*共\s*[\d一二三四五六七八九十]{1,4}\s*页\s*[）)]?)?"
    r"|\d{1,4}\s*/\s*\d{1,4}"
)
#: A page with fewer characters than this and a picture over half of it is a scan: programs that
#: scan write their own name on it.
_FEW = 16

#: More than this share of characters that no font can draw: the text is not what one sees.
_ODD_SHARE = 0.3
_ODD = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")


def read_pdf(path: Path) -> RawText:
    """Return the text of a PDF; raise CannotRead when it has a password, is broken or a scan."""
    document = _opened(path)
    try:
        return _text_of(path, document)
    except pypdfium2.PdfiumError as error:
        raise refusals.is_broken(path, repr(error)) from error
    finally:
        document.close()


def _opened(path: Path) -> Any:
    try:
        document = pypdfium2.PdfDocument(path.read_bytes())
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise refusals.has_password(path) from error
        raise refusals.is_broken(path, repr(error)) from error
    if not len(document):
        raise refusals.is_broken(path, "no pages")
    return document


def _text_of(path: Path, document: Any) -> RawText:
    lines, pictures, cut = Lines(), 0, len(document) > MOST_PAGES
    odd = 0
    for at in range(min(len(document), MOST_PAGES)):
        page = document[at]
        texts = lines_of_page(page)
        odd += sum(len(_ODD.findall(text)) for text in texts)
        scanned = _is_scanned(page, texts)
        page.close()
        pictures += scanned
        try:
            _add_page(lines, [] if scanned else texts, at)
        except Enough:
            cut = True
            break
    _check(path, lines, pictures, odd)
    return RawText(lines=tuple(lines.lines), pages_without_text=pictures, cut=cut)


def _check(path: Path, lines: Lines, pictures: int, odd: int) -> None:
    if odd > _ODD_SHARE * (odd + sum(map(len, lines.lines))):
        raise refusals.has_no_real_text(path)
    if not lines.have_text:
        raise refusals.is_scanned(path) if pictures else refusals.is_empty(path)


def _add_page(lines: Lines, texts: list[str], at: int) -> None:
    """Put the lines of page `at` (from 0) after an empty line between pages."""
    clean = [line for text in texts for line in cleaned(text) if line.strip()]
    if clean and _is_page_number(clean[-1], at):
        clean.pop()
    if clean and _is_page_number(clean[0], at):
        del clean[0]
    if at:
        lines.add("")
    for line in clean:
        lines.add(line)


def _is_page_number(line: str, at: int) -> bool:
    """Tell whether a line is a page's number; a bare one must be that of the page itself."""
    line = line.strip()
    return line == str(at + 1) or _NUMBER.fullmatch(line) is not None


def _is_scanned(page: Any, texts: list[str]) -> bool:
    """Tell whether the page is a picture, or letters drawn as shapes; an empty page is not."""
    characters = sum(len("".join(text.split())) for text in texts)
    if characters >= _FEW:
        return False
    width, height = page.get_size()
    kinds = [pdfium.FPDF_PAGEOBJ_IMAGE]
    areas = [_area(one) for one in page.get_objects(filter=kinds, max_depth=3)]
    drawn = bool(areas) or pdfium.FPDFPage_CountObjects(page) > _FEW
    return (not characters and drawn) or sum(areas) > width * height / 2


def _area(picture: Any) -> float:
    left, bottom, right, top = picture.get_bounds()
    return float((right - left) * (top - bottom))

"""An empty Word document with the page and the named styles of GB/T 9704.

There is no document grid: office programs read one differently, while fixed line spacing and
characters set a hair closer come out as 22 × 28 in all of them.
"""

from __future__ import annotations

from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from jz_training.documents.official.gb9704 import PAGE_NUMBER_DASH, PAGE_NUMBER_INSET
from jz_training.documents.word.docx_styles import PAGE_NUMBER, add_styles

#: The dash stands 7 mm below the text, whose bottom is 35 mm above the edge (7.5).
_FOOTER_FROM_EDGE = 25.0

#: The behaviour of Word 2013 and later; without it the title bar says 兼容模式.
_COMPATIBILITY = "15"


def new_document(*, duplex: bool = False) -> Document:
    """Return an empty document of A4 pages with the styles of an official paper.

    With `duplex` the binding edge is the right one on even pages.
    """
    document = bare_document()
    _page(document.sections[0])
    _settings(document, duplex=duplex)
    _page_numbers(document)
    return document


def bare_document() -> Document:
    """Return an empty document that has the named styles; its page is the caller's."""
    document = docx.Document()
    add_styles(document)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _COMPATIBILITY)
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    drop_grid(document.sections[0])
    return document


def drop_grid(section: Section) -> None:
    """Take the document grid out of a section."""
    grid: Any = section._sectPr.find(qn("w:docGrid"))
    if grid is not None:
        section._sectPr.remove(grid)


def field(instruction: str) -> Any:
    """Return a field the office program fills: PAGE, NUMPAGES."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    element.append(run)
    return element


def _page(section: Section) -> None:
    """Set 5.1 and 5.2: A4, 天头 37 mm, 订口 28 mm, 22 lines of 28 characters."""
    section.orientation = WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(_FOOTER_FROM_EDGE)


def _settings(document: Document, *, duplex: bool) -> None:
    document.settings.odd_and_even_pages_header_footer = True
    if duplex:
        zoom: Any = document.settings.element.find(qn("w:zoom"))
        zoom.addnext(OxmlElement("w:mirrorMargins"))


def _page_numbers(document: Document) -> None:
    """Number pages outside: right on odd pages, left on even ones, one character in (7.5)."""
    section = document.sections[0]
    for footer, align in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles[PAGE_NUMBER]
        paragraph.alignment = align
        _number(paragraph)


def _number(paragraph: Paragraph) -> None:
    inset = Pt(PAGE_NUMBER_INSET)
    paragraph.paragraph_format.left_indent = inset
    paragraph.paragraph_format.right_indent = inset
    paragraph.add_run(f"{PAGE_NUMBER_DASH} ")
    paragraph._p.append(field("PAGE"))
    paragraph.add_run(f" {PAGE_NUMBER_DASH}")

"""An empty Word document with the page and the named styles of GB/T 9704.

There is no document grid: office programs read one differently, while fixed line spacing and
characters set a hair closer come out as 22 × 28 in all of them.
"""

from __future__ import annotations

from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section, _Footer
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from jz_training.documents.official.figures import LOGO_ABOVE, LOGO_HEIGHT, LOGO_WIDTH
from jz_training.documents.official.gb9704 import PAGE_NUMBER_DASH, PAGE_NUMBER_INSET, TEXT_WIDTH
from jz_training.documents.official.pages import FOOTER_SIZE
from jz_training.documents.word.docx_file import plain_text
from jz_training.documents.word.docx_styles import PAGE_NUMBER, PICTURE, add_styles
from jz_training.documents.word.pictures import put_picture
from jz_training.domain.paper_style import PaperSkin, PaperStyle

#: The dash stands 7 mm below the text, whose bottom is 35 mm above the edge (7.5).
_FOOTER_FROM_EDGE = 25.0

#: The behaviour of Word 2013 and later; without it the title bar says 兼容模式.
_COMPATIBILITY = "15"


def new_document(style: PaperStyle) -> Document:
    """Return an empty document of A4 pages with the styles of an official paper.

    With `duplex` the binding edge is the right one on even pages. Raises OSError when the logo
    cannot be read.
    """
    document = bare_document()
    section = document.sections[0]
    _page(section)
    _settings(document, duplex=style.duplex)
    footer, logo = plain_text(style.layout.footer).strip(), style.layout.logo
    _page_numbers(section, footer)
    if logo is not None and style.skin is not PaperSkin.DOCUMENT:
        _put_logo(section, logo)
        _odd(section.first_page_footer, footer)
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


def _page_numbers(section: Section, footer: str) -> None:
    """Number pages outside: right on odd pages, left on even ones, one character in (7.5).

    What the office prints at the foot stands on the side the number leaves free.
    """
    _odd(section.footer, footer)
    even = _foot(section.even_page_footer)
    even.paragraph_format.left_indent = Pt(PAGE_NUMBER_INSET)
    _number(even)
    even.add_run(f"\t{footer}").font.size = Pt(FOOTER_SIZE)
    even.paragraph_format.tab_stops.add_tab_stop(Pt(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _odd(part: _Footer, footer: str) -> None:
    """Write the foot of a page with an odd number."""
    odd = _foot(part)
    right = Pt(TEXT_WIDTH - PAGE_NUMBER_INSET)
    odd.paragraph_format.tab_stops.add_tab_stop(right, WD_TAB_ALIGNMENT.RIGHT)
    odd.add_run(f"{footer}\t").font.size = Pt(FOOTER_SIZE)
    _number(odd)


def _foot(footer: _Footer) -> Paragraph:
    footer.is_linked_to_previous = False
    paragraph: Paragraph = footer.paragraphs[0]
    paragraph.style = PAGE_NUMBER
    return paragraph


def _number(paragraph: Paragraph) -> None:
    paragraph.add_run(f"{PAGE_NUMBER_DASH} ")
    paragraph._p.append(field("PAGE"))
    paragraph.add_run(f" {PAGE_NUMBER_DASH}")


def _put_logo(section: Section, logo: bytes) -> None:
    """Put the office's picture above the left edge of the first page's text."""
    section.different_first_page_header_footer = True
    section.header_distance = Mm(37) - Pt(LOGO_ABOVE + LOGO_HEIGHT)
    header = section.first_page_header
    header.is_linked_to_previous = False
    line = header.paragraphs[0]
    line.style = PICTURE
    line.alignment = WD_ALIGN_PARAGRAPH.LEFT
    shape = put_picture(line, logo, caption="", width=LOGO_WIDTH, height=LOGO_HEIGHT)
    line.paragraph_format.space_before = Pt(LOGO_HEIGHT) - shape.height

"""An empty Word document with the page and the named styles of GB/T 9704.

The measures are those of documents/official/gb9704; lines stand 28.95 pt apart, the value under
which office programs keep 22 of them in the 225 mm of the text (domain.md §1, geometry note).
There is no document grid: office programs read one differently, while fixed line spacing and
characters set a hair closer come out as 22 × 28 in all of them.
"""

from __future__ import annotations

from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from jz_training.documents.official.gb9704 import (
    ADVANCE,
    BODY_SIZE,
    INDENT,
    PAGE_NUMBER_DASH,
    PAGE_NUMBER_INSET,
    PAGE_NUMBER_SIZE,
    TITLE_SIZE,
)

LINE_SPACING = 28.95

#: Faces as Windows and WPS name them; docx_file tells what may stand in for each.
FANG_SONG, HEI, XIAO_BIAO_SONG, SONG = "仿宋", "黑体", "方正小标宋简体", "宋体"

#: The names under which the styles are found in the office program.
TITLE, ADDRESSEES, HEADING, BODY, ENDING = (
    "公文标题", "公文主送机关", "公文一级标题", "公文正文", "公文落款",
)  # fmt: skip
PAGE_NUMBER = "公文页码"

#: The dash stands 7 mm below the text, whose bottom is 35 mm above the edge (7.5).
_FOOTER_FROM_EDGE = 25.0

#: How much closer than their size characters of the text stand, in twentieths of a point.
_TIGHTER = round((ADVANCE - BODY_SIZE) * 20)


def new_document() -> Document:
    """Return an empty document of A4 pages with the styles of an official paper."""
    document = docx.Document()
    _page(document)
    _defaults(document)
    _styles(document)
    _page_numbers(document)
    return document


def _page(document: Document) -> None:
    """Set 5.1 and 5.2: A4, 天头 37 mm, 订口 28 mm, 22 lines of 28 characters."""
    section = document.sections[0]
    section.orientation = WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(_FOOTER_FROM_EDGE)
    grid: Any = section._sectPr.find(qn("w:docGrid"))
    section._sectPr.remove(grid)


def _defaults(document: Document) -> None:
    """Make Chinese the language: it decides which marks may begin a line."""
    defaults: Any = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _set_face(normal, FANG_SONG, BODY_SIZE)
    _set_lines(normal)


def _styles(document: Document) -> None:
    """Add the named styles (7.3.1 to 7.3.5)."""
    title = _style(document, TITLE, XIAO_BIAO_SONG, TITLE_SIZE)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.keep_with_next = True
    title.paragraph_format.space_after = Pt(LINE_SPACING)
    _style(document, ADDRESSEES, FANG_SONG, BODY_SIZE)
    indent = Pt(INDENT * ADVANCE)
    body = _style(document, BODY, FANG_SONG, BODY_SIZE)
    body.paragraph_format.first_line_indent = indent
    heading = _style(document, HEADING, HEI, BODY_SIZE)
    heading.paragraph_format.first_line_indent = indent
    heading.paragraph_format.keep_with_next = True
    heading.next_paragraph_style = body
    ending = _style(document, ENDING, FANG_SONG, BODY_SIZE)
    ending.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _style(document, PAGE_NUMBER, SONG, PAGE_NUMBER_SIZE)


def _style(document: Document, name: str, face: str, size: float) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _set_face(style, face, size)
    _set_lines(style)
    if size == BODY_SIZE:
        _set_closer(style)
    return style


def _set_face(style: ParagraphStyle, face: str, size: float) -> None:
    """Name the face for Chinese and for digits; python-docx itself names only the latter."""
    style.font.name = face
    style.font.size = Pt(size)
    style.font.bold = False
    fonts: Any = style.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(slot), None)
    fonts.set(qn("w:eastAsia"), face)
    fonts.set(qn("w:cs"), face)


def _set_lines(style: ParagraphStyle) -> None:
    spacing = style.paragraph_format
    spacing.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    spacing.line_spacing = Pt(LINE_SPACING)
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.widow_control = False
    properties: Any = style.element.get_or_add_pPr()
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):  # no blanks slipped in beside digits
        switch = OxmlElement(name)
        switch.set(qn("w:val"), "0")
        properties.find(qn("w:spacing")).addprevious(switch)


def _set_closer(style: ParagraphStyle) -> None:
    """Set characters 15.8 pt apart, so that 28 of them fill a line."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(_TIGHTER))
    size: Any = style.element.get_or_add_rPr().find(qn("w:sz"))
    size.addprevious(spacing)


def _page_numbers(document: Document) -> None:
    """Number pages outside: right on odd pages, left on even ones, one character in (7.5)."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    inset = Pt(PAGE_NUMBER_INSET)
    for footer, align in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles[PAGE_NUMBER]
        paragraph.alignment = align
        paragraph.paragraph_format.left_indent = inset
        paragraph.paragraph_format.right_indent = inset
        paragraph.add_run(f"{PAGE_NUMBER_DASH} ")
        paragraph._p.append(_page_field())
        paragraph.add_run(f" {PAGE_NUMBER_DASH}")


def _page_field() -> Any:
    """Return the field that prints the number of the page it stands on."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    return field

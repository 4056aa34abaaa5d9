"""The page of a list in Word: A4 lying on its side or upright, its foot with the page's number."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.section import _Footer
from docx.shared import Pt

from jz_training.documents.listing import measures
from jz_training.documents.word import list_styles as styles
from jz_training.documents.word.docx_page import bare_document, field

#: From the lower edge of the paper to that of the foot, in points.
_FOOT_FROM_EDGE = 7 * measures.MM


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """A page and the width of what stands on it, in points."""

    wide: float
    high: float
    width: float

    @classmethod
    def lying(cls) -> ListPage:
        """Return A4 lying on its side."""
        return cls(wide=measures.PAGE_WIDTH, high=measures.PAGE_HEIGHT, width=measures.WIDTH)

    @classmethod
    def upright(cls) -> ListPage:
        """Return A4 upright, with the same margins."""
        beside = measures.PAGE_WIDTH - measures.WIDTH
        wide, high = measures.PAGE_HEIGHT, measures.PAGE_WIDTH
        return cls(wide=wide, high=high, width=wide - beside)

    @property
    def landscape(self) -> bool:
        """Tell whether it lies on its side."""
        return self.wide > self.high


def new_list(page: ListPage, *, title: str, footer: str) -> Document:
    """Return an empty document whose foot has the page's number, and from the second page on the
    title. `footer` is the office's own line below."""
    document = bare_document()
    styles.add_list_styles(document)
    section = document.sections[0]
    section.orientation = WD_ORIENTATION.LANDSCAPE if page.landscape else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Pt(page.wide), Pt(page.high)
    section.left_margin = section.right_margin = Pt((page.wide - page.width) / 2)
    section.top_margin = Pt(measures.PAGE_HEIGHT - measures.TOP)
    section.bottom_margin = Pt(measures.BOTTOM)
    section.header_distance = section.footer_distance = Pt(_FOOT_FROM_EDGE)
    section.different_first_page_header_footer = True
    _foot(section.first_page_footer, "", footer, page.width)
    _foot(section.footer, title, footer, page.width)
    return document


def _foot(part: _Footer, title: str, footer: str, width: float) -> None:
    """Write the title at the left, 第 x 页　共 y 页 at the right, the office's own line below."""
    part.is_linked_to_previous = False
    line = part.paragraphs[0]
    line.style = styles.FOOT
    line.paragraph_format.tab_stops.add_tab_stop(Pt(width), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{title}\t第 ")
    line._p.append(field("PAGE"))
    line.add_run(" 页　共 ")
    line._p.append(field("NUMPAGES"))
    line.add_run(" 页")
    if footer:
        below = part.add_paragraph(footer, style=styles.FOOT)
        below.alignment = WD_ALIGN_PARAGRAPH.CENTER

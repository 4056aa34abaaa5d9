"""The named styles of an official paper (GB/T 9704, 7.2 to 7.5), as an office program lists them.

Lines stand 28.95 pt apart, the value under which office programs keep 22 of them in the 225 mm of
the text (domain.md §1, geometry note). Characters stand 15.75 pt apart, a hair less than the
grid's 15.79: the 28th never falls over the edge by rounding. Lines are not justified, which would
take the characters off their step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from jz_training.documents.official.figures import CAPTION_HEIGHT, FIGURE_GAP
from jz_training.documents.official.gb9704 import (
    ADVANCE,
    BODY_SIZE,
    IMPRINT_LINE,
    IMPRINT_SIZE,
    INDENT,
    MARK_LARGEST,
    MARK_LEADING,
    PAGE_NUMBER_SIZE,
    TITLE_SIZE,
)
from jz_training.documents.official.ruled_table import CAPTION_SIZE, CELL_SIZE
from jz_training.documents.word.faces import FANG_SONG, HEI, KAI, SONG, XIAO_BIAO_SONG, set_face

LINE_SPACING = 28.95

#: Lines of a cell stand this much farther apart than they are high.
CELL_LEADING = 1.2

#: The names under which the styles are found in the office program.
TITLE, NOTE, ADDRESSEES, BODY = "公文标题", "公文题下说明", "公文主送机关", "公文正文"
HEADINGS = ("公文一级标题", "公文二级标题", "公文三级标题", "公文四级标题")
ATTACHMENTS, ENDING, SIGNING, REMARK, ANNEX = (
    "公文附件说明", "公文落款", "公文签名", "公文附注", "公文附件",
)  # fmt: skip
CAPTION, PICTURE, TABLE_HEAD, TABLE_TEXT, TABLE_TOTAL, TABLE_GAP = (
    "公文图表标题", "公文图片", "公文表头", "公文表格", "公文表格合计", "公文表后间距",
)  # fmt: skip
MARK, NUMBER, SIGNERS, COPIES = "公文发文机关标志", "公文发文字号", "公文签发人", "公文版记"
ANCHOR, PAGE_NUMBER = "公文版记位置", "公文页码"

#: How much closer than their size characters of the text stand, in twentieths of a point.
_TIGHTER = -5

#: What the header and footer of python-docx's template refer to.
_KEPT = frozenset({"header", "footer"})

_RED = RGBColor(0xFF, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleSpec:
    """What one style says. `indent` is of the first line, in characters; `level` is that of a
    heading in the outline, from 1."""

    name: str
    face: str = FANG_SONG
    size: float = BODY_SIZE
    line: float | None = LINE_SPACING
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
    indent: float = 0
    after: float = 0.0
    level: int = 0
    keep_next: bool = False
    page_break: bool = False
    red: bool = False


_CENTRE = WD_ALIGN_PARAGRAPH.CENTER


def _cell(name: str, face: str) -> StyleSpec:
    return StyleSpec(name=name, face=face, size=CELL_SIZE, line=CELL_SIZE * CELL_LEADING)


def _heading(level: int) -> StyleSpec:
    """Return a heading (7.3.3): 黑体, 楷体, then as the text; it stays with what it heads."""
    face = (HEI, KAI, FANG_SONG, FANG_SONG)[level - 1]
    return StyleSpec(
        name=HEADINGS[level - 1], face=face, indent=INDENT, level=level, keep_next=True
    )


def _specs() -> tuple[StyleSpec, ...]:
    return (
        StyleSpec(
            name=TITLE, face=XIAO_BIAO_SONG, size=TITLE_SIZE, align=_CENTRE,
            after=LINE_SPACING, keep_next=True,
        ),
        StyleSpec(name=NOTE, face=KAI, align=_CENTRE, after=LINE_SPACING, keep_next=True),
        StyleSpec(name=ADDRESSEES),
        StyleSpec(name=BODY, indent=INDENT),
        *(_heading(level) for level in range(1, len(HEADINGS) + 1)),
        StyleSpec(name=ATTACHMENTS),
        StyleSpec(name=ENDING),
        StyleSpec(name=SIGNING),
        StyleSpec(name=REMARK, indent=INDENT),
        StyleSpec(name=ANNEX, face=HEI, level=1, keep_next=True, page_break=True),
        StyleSpec(name=CAPTION, face=HEI, size=CAPTION_SIZE, line=CAPTION_HEIGHT, align=_CENTRE),
        StyleSpec(name=PICTURE, line=None, align=_CENTRE),
        _cell(TABLE_HEAD, HEI),
        _cell(TABLE_TEXT, SONG),
        _cell(TABLE_TOTAL, HEI),
        StyleSpec(name=TABLE_GAP, size=CELL_SIZE, line=FIGURE_GAP),
        StyleSpec(
            name=MARK, face=XIAO_BIAO_SONG, size=MARK_LARGEST, line=MARK_LARGEST * MARK_LEADING,
            align=_CENTRE, red=True,
        ),
        StyleSpec(name=NUMBER, align=_CENTRE),
        StyleSpec(name=SIGNERS),
        StyleSpec(name=COPIES, size=IMPRINT_SIZE, line=IMPRINT_LINE),
        StyleSpec(name=ANCHOR, size=1.0, line=1.0),
        StyleSpec(name=PAGE_NUMBER, face=SONG, size=PAGE_NUMBER_SIZE),
    )  # fmt: skip


def add_styles(document: Document) -> None:
    """Add the named styles to a document and make 仿宋 3号 its plain text (5.2.2)."""
    defaults: Any = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):  # it decides which marks may begin a line
        language.set(qn("w:eastAsia"), "zh-CN")
    _drop_others(document)
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _apply(normal, StyleSpec(name="Normal"))
    for spec in _specs():
        add_style(document, spec)
    for name in HEADINGS:
        heading = document.styles[name]
        assert isinstance(heading, ParagraphStyle)
        heading.next_paragraph_style = document.styles[BODY]


def _drop_others(document: Document) -> None:
    """Take out the styles of python-docx's template: a user is to find ours, and finding one in
    hundreds takes most of the time a paper needs."""
    styles: Any = document.styles.element
    for style in list(styles.style_lst):
        if style.get(qn("w:default")) != "1" and style.name_val not in _KEPT:
            styles.remove(style)


def add_style(document: Document, spec: StyleSpec) -> None:
    """Add a style that stands in the list of styles a user picks from."""
    style = document.styles.add_style(spec.name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _apply(style, spec)


def _apply(style: ParagraphStyle, spec: StyleSpec) -> None:
    set_face(style, spec.face)
    style.font.size = Pt(spec.size)
    style.font.bold = False
    if spec.red:
        style.font.color.rgb = _RED
    _set_lines(style, spec.line)
    if spec.size == BODY_SIZE and spec.line is not None:
        _set_closer(style)
    layout = style.paragraph_format
    layout.alignment = spec.align
    layout.first_line_indent = Pt(spec.indent * ADVANCE)
    layout.space_after = Pt(spec.after)
    layout.keep_with_next = spec.keep_next
    layout.page_break_before = spec.page_break
    if spec.level:
        _set_outline_level(style, spec.level)


def _set_lines(style: ParagraphStyle, line: float | None) -> None:
    """Set lines so many points apart; None leaves a line as high as what stands on it."""
    spacing = style.paragraph_format
    if line is None:
        spacing.line_spacing_rule = WD_LINE_SPACING.SINGLE
    else:
        spacing.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        spacing.line_spacing = Pt(line)
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.widow_control = False
    properties: Any = style.element.get_or_add_pPr()
    for name in ("w:overflowPunct", "w:autoSpaceDE", "w:autoSpaceDN"):
        switch = OxmlElement(name)  # nothing outside the text, no blanks slipped in beside digits
        switch.set(qn("w:val"), "0")
        properties.find(qn("w:spacing")).addprevious(switch)


def _set_closer(style: ParagraphStyle) -> None:
    """Set characters closer, so that 28 of them fill a line."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(_TIGHTER))
    size: Any = style.element.get_or_add_rPr().find(qn("w:sz"))
    size.addprevious(spacing)


def _set_outline_level(style: ParagraphStyle, level: int) -> None:
    """Let the heading stand in the outline of the office program."""
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level - 1))
    style.element.get_or_add_pPr().append(outline)

"""The named styles of a list on paper, in the sizes of documents/listing."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from jz_training.documents.listing.measures import (
    CELL_LINE,
    CELL_SIZE,
    FACT_LINE,
    FACT_SIZE,
    FOOT_SIZE,
    SIGNATURES_HEIGHT,
    TITLE_HEIGHT,
    TITLE_SIZE,
)
from jz_training.documents.word.docx_styles import StyleSpec, add_style
from jz_training.documents.word.faces import HEI, SONG, XIAO_BIAO_SONG

#: The names under which the styles are found in the office program.
TITLE, FACTS, HEAD, TEXT, TOTAL, SIGNATURES, FOOT = (
    "表格标题", "表格说明", "表格表头", "表格内容", "表格合计", "表格签名", "表格页脚",
)  # fmt: skip

_LEFT = WD_ALIGN_PARAGRAPH.LEFT


def add_list_styles(document: Document) -> None:
    """Add the named styles of a list to a document."""
    for spec in _specs():
        add_style(document, spec)


def _specs() -> tuple[StyleSpec, ...]:
    return (
        StyleSpec(
            name=TITLE, face=XIAO_BIAO_SONG, size=TITLE_SIZE, line=TITLE_HEIGHT, keep_next=True,
            align=WD_ALIGN_PARAGRAPH.CENTER,
        ),
        StyleSpec(
            name=FACTS, face=SONG, size=FACT_SIZE, line=FACT_LINE, align=_LEFT, keep_next=True
        ),
        StyleSpec(name=HEAD, face=HEI, size=CELL_SIZE, line=CELL_LINE, align=_LEFT),
        StyleSpec(name=TEXT, face=SONG, size=CELL_SIZE, line=CELL_LINE, align=_LEFT),
        StyleSpec(name=TOTAL, face=HEI, size=CELL_SIZE, line=CELL_LINE, align=_LEFT),
        StyleSpec(
            name=SIGNATURES, face=SONG, size=FACT_SIZE, line=SIGNATURES_HEIGHT, align=_LEFT
        ),
        StyleSpec(name=FOOT, face=SONG, size=FOOT_SIZE, line=FACT_LINE, align=_LEFT),
    )  # fmt: skip

"""The faces a Word document names, and what an office program may take where one is lacking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.text.run import Run

#: Faces as Windows and WPS name them.
FANG_SONG, HEI, XIAO_BIAO_SONG, SONG, KAI = "仿宋", "黑体", "方正小标宋简体", "宋体", "楷体"

#: What an office program takes where a face is not installed: Windows' own, then the open ones.
STAND_INS: Mapping[str, str] = {
    FANG_SONG: "FangSong,仿宋_GB2312,FZFangSong-Z02,Noto Serif CJK SC",
    HEI: "SimHei,Noto Sans CJK SC",
    XIAO_BIAO_SONG: "方正小标宋_GBK,FZXiaoBiaoSong-B05S,宋体,SimSun,Noto Serif CJK SC",
    SONG: "SimSun,Noto Serif CJK SC",
    KAI: "KaiTi,楷体_GB2312,FZKai-Z03,LXGW WenKai,Noto Serif CJK SC",
}

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def font_table() -> str:
    """Return the faces of a document, each with what may stand in (ISO 29500-1, 17.8.3.1)."""
    faces = "".join(
        f'<w:font w:name="{escape(face)}"><w:altName w:val="{escape(others)}"/>'
        '<w:charset w:val="86"/></w:font>'
        for face, others in STAND_INS.items()
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<w:fonts xmlns:w="{_WORD}">{faces}</w:fonts>'


def set_face(part: Run | ParagraphStyle, face: str) -> None:
    """Name the face for Chinese and for digits; python-docx itself names only the latter."""
    part.font.name = face
    fonts: Any = part.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(slot), None)
    fonts.set(qn("w:eastAsia"), face)
    fonts.set(qn("w:cs"), face)

"""The body of a Word document as one reads it: no deleted, hidden or doubled text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jz_training.readers.notice.limits import MOST_CHARACTERS, MOST_LINES
from jz_training.readers.notice.numbering import Numbering
from jz_training.readers.notice.raw_lines import Enough, Lines
from jz_training.readers.notice.word_xml import WordHandler

#: Deleted text, former properties, codes of fields, readings above characters.
_LEFT_OUT = frozenset(
    {
        "del", "moveFrom", "pPrChange", "rPrChange", "sectPr", "sectPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "tblPrExChange", "tblGrid", "numberingChange", "instrText",
        "delText", "delInstrText", "rt", "sdtPr",
    }
)  # fmt: skip
_PARTS = ("txbxContent", "tc", "body")
_LEVELS = tuple("012345678")
_LINE_END = re.compile("[\\n\\f]+")
_DRAWN_AS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)  # text boxes anchored ahead of any word
    after: list[str] = field(default_factory=list)
    style: str = ""
    list_id: str = ""
    level: int | None = None
    goes_on: bool = False  # its mark is deleted: the next paragraph belongs to it

    @property
    def text(self) -> str:
        return "".join(self.pieces)


class BodyHandler(WordHandler):
    """Puts the paragraphs and rows of tables into `lines`; raises Enough when they are too many."""

    def __init__(self, lines: Lines, numbering: Numbering) -> None:
        super().__init__()
        self._lines = lines
        self._numbering = numbering
        self._paragraphs: list[_Paragraph] = []  # the innermost last
        self._boxes: list[list[str]] = []  # text boxes and cells, the innermost last
        self._rows: list[list[list[str]]] = []
        self._chosen: list[bool] = []
        self._fields: list[bool] = []  # for each open field: has its result begun
        self._run_hidden = False
        self._carried = ""
        self._characters = self._count = 0

    def start(self, name: str) -> None:
        if name in _LEFT_OUT:
            self._leave_out(name)
        elif name == "p":
            self._count_one()
            self._paragraphs.append(_Paragraph())
        elif name in ("txbxContent", "tc"):
            self._boxes.append([])
        elif name == "tr":
            self._rows.append([])
        elif name.startswith("mc:"):
            self._choose(name)
        elif self._paragraphs:
            self._start_inside(name, self._paragraphs[-1])

    def text(self, content: str) -> None:
        if self.within[-1] == "t":
            self._put(content)

    def end(self, name: str) -> None:
        if name == "r":
            self._run_hidden = False
        elif name == "p":
            self._end_paragraph()
        elif name in _PARTS:
            self._end_part(name)
        elif name == "tr":
            self._end_row()
        elif name == "mc:AlternateContent":
            self._chosen.pop()

    def _end_part(self, name: str) -> None:
        """End what ends a paragraph even if that one's mark is deleted."""
        if self._carried:
            self._emit([self._carried])
            self._carried = ""
        if name == "txbxContent":
            self._end_text_box()
        elif name == "tc":
            self._end_cell()

    # --- beginnings ----------------------------------------------------------------------------

    def _leave_out(self, name: str) -> None:
        if name == "del" and self.within[-3:-1] == ["pPr", "rPr"] and self._paragraphs:
            self._paragraphs[-1].goes_on = True
        self.skip()

    def _choose(self, name: str) -> None:
        """Take one of several ways to write the same: the first, which is the newest."""
        if name == "mc:AlternateContent":
            self._chosen.append(False)
        elif self._chosen and name in ("mc:Choice", "mc:Fallback"):
            if self._chosen[-1]:
                self.skip()
            self._chosen[-1] = True

    def _start_inside(self, name: str, paragraph: _Paragraph) -> None:
        parent = self.within[-2]
        if parent == "r":
            self._start_in_run(name)
        elif name == "pStyle" and parent == "pPr":
            paragraph.style = self.attribute("val")
        elif name == "numId" and parent == "numPr":
            paragraph.list_id = self.attribute("val")
        elif name == "ilvl" and parent == "numPr":
            level = self.attribute("val")
            paragraph.level = int(level) if level in _LEVELS else None
        elif name == "vanish" and self.within[-3:-1] == ["r", "rPr"]:
            self._run_hidden = self.is_on

    def _start_in_run(self, name: str) -> None:
        if name == "br":
            self._put("\f" if self.attribute("type") == "page" else "\n")
        elif name in _DRAWN_AS:
            self._put(_DRAWN_AS[name])
        elif name == "fldChar":
            self._turn_field(self.attribute("fldCharType"))

    def _turn_field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _put(self, text: str) -> None:
        if self._paragraphs and not self._run_hidden and all(self._fields):
            self._characters += len(text)
            if self._characters > 2 * MOST_CHARACTERS:  # held in a table that never ends
                raise Enough
            self._paragraphs[-1].pieces.append(text)

    def _count_one(self) -> None:
        self._count += 1
        if self._count > 2 * MOST_LINES:
            raise Enough

    # --- ends ----------------------------------------------------------------------------------

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        self._fields = [True] * len(self._fields)  # one never ended must not hide the rest
        text = paragraph.text
        self._emit(paragraph.before)
        if paragraph.goes_on:
            self._carried += text
        else:
            text, self._carried = self._carried + text, ""
            number = self._number_of(paragraph)
            self._emit([number + text if text.strip() else text])
        self._emit(paragraph.after)

    def _number_of(self, paragraph: _Paragraph) -> str:
        return self._numbering.next(
            style=paragraph.style, list_id=paragraph.list_id, level=paragraph.level
        )

    def _end_text_box(self) -> None:
        box = self._boxes.pop()
        if not self._paragraphs:
            self._emit(box)
        elif self._paragraphs[-1].text.strip():
            self._paragraphs[-1].after.extend(box)
        else:
            self._paragraphs[-1].before.extend(box)

    def _end_cell(self) -> None:
        cell = self._boxes.pop()
        if self._rows:
            self._rows[-1].append(cell)
        else:
            self._emit(cell)

    def _end_row(self) -> None:
        """Put a row as one line; a row of one cell is a frame around paragraphs of their own."""
        cells = self._rows.pop()
        if len(cells) == 1:
            self._emit(cells[0])
            return
        texts = [_LINE_END.sub(" ", " ".join(cell)).strip() for cell in cells]
        if any(texts):
            self._emit(["\t".join(texts)])

    def _emit(self, lines: list[str]) -> None:
        if self._boxes:
            self._boxes[-1].extend(lines)
            return
        for line in lines:
            self._lines.add(line)

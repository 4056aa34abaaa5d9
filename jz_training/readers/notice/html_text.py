"""The text of a web page as one sees it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from jz_training.readers.grids.text_encoding import decode
from jz_training.readers.notice import refusals
from jz_training.readers.notice.raw_lines import lines_of
from jz_training.readers.notice.raw_text import RawText

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "select", "rt"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
        "table", "tr", "ul",
    }
)  # fmt: skip
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    }
)  # fmt: skip
_BLANKS = re.compile(r"[ \t\r\n\f]+")
#: A line end of the source between two characters that are written without blanks.
_BETWEEN = re.compile(
    "(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*\r?\n[ \t\r\n]*(?=[\u2e80-\u9fff\uff00-\uffef])"
)
_MANY_LINE_ENDS = re.compile("\n{3,}")
_Attributes = list[tuple[str, str | None]]


def read_html(path: Path) -> RawText:
    """Return what is seen of a web page, cells of a row parted by tabs."""
    parser = _Seen()
    parser.feed(decode(path.read_bytes()).text)
    parser.close()
    raw = lines_of(parser.text)
    if not any(raw.lines):
        raise refusals.is_empty(path)
    return raw


class _Seen(HTMLParser):
    """Gathers visible text; blocks are lines of their own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._hidden = ""  # the tag of the element that is not seen
        self._depth = 0  # of elements of that tag within it
        self._cells = 0  # of the row so far

    @property
    def text(self) -> str:
        """Return the text so far, with at most one empty line between others."""
        lines = "".join(self._pieces).split("\n")
        return _MANY_LINE_ENDS.sub("\n\n", "\n".join(line.strip(" ") for line in lines)).strip("\n")

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        if self._hidden:
            self._depth += tag == self._hidden
        elif tag == "br":
            self._pieces.append("\n")
        elif tag not in _VOID and (tag in _UNSEEN or _is_hidden(attrs)):
            self._hidden, self._depth = tag, 1
        else:
            self._part(tag)

    def handle_startendtag(self, tag: str, attrs: _Attributes) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._depth -= tag == self._hidden
            if not self._depth or tag in ("html", "body"):
                self._hidden = ""
        elif tag in _BLOCKS:
            self._part(tag)

    def handle_data(self, data: str) -> None:
        begins = not self._pieces or self._pieces[-1][-1:] in ("\n", "\t")
        if not self._hidden and (data.strip() or not begins):
            self._pieces.append(_BLANKS.sub(" ", _BETWEEN.sub("", data)))

    def _part(self, tag: str) -> None:
        """Begin a line, or a cell beside the one before it, whose paragraphs end with it."""
        if tag == "tr":
            self._cells = 0
        if tag in ("td", "th"):
            if self._cells:
                while self._pieces and not self._pieces[-1].strip(" \n"):
                    self._pieces.pop()
                self._pieces.append("\t")
            self._cells += 1
        elif tag in _BLOCKS and self._pieces and self._pieces[-1][-1:] not in ("\n", "\t"):
            self._pieces.append("\n")


def _is_hidden(attrs: _Attributes) -> bool:
    about = dict(attrs)
    return "hidden" in about or _HIDDEN.search(about.get("style") or "") is not None

"""Streams the parts of a Word document as XML: no entities, no tree, bounded depth."""

from __future__ import annotations

import xml.sax.handler
from typing import IO
from xml.sax.xmlreader import AttributesImpl, InputSource

from defusedxml.expatreader import DefusedExpatParser

_WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",  # the strict kind
    }
)
_CHOICES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATHS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_DEEPEST = 2000

#: What switches on and off in Word is on without a value too.
_OFF = ("0", "false", "off")


class TooDeep(ValueError):
    """Elements are nested as no writer of documents nests them."""


class WordHandler(xml.sax.handler.ContentHandler):
    """Calls `start` and `end` with short names ("p", "mc:Choice"); other elements are "".

    A handler that calls `skip` in `start` hears nothing of that element, its end included.
    """

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        self._skipped_at = 0  # depth of the element that is skipped, 0 for none
        self._attributes: AttributesImpl[str] = AttributesImpl({})
        self._spaces: dict[str, str] = {}
        self._shorts: dict[str, str] = {}  # by the names of the file, prefixes and all

    def start(self, name: str) -> None:
        """Take the beginning of an element; its attributes are in `attribute`."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, content: str) -> None:
        """Take a piece of text."""

    def skip(self) -> None:
        """Leave out the element that has just begun, with all that is in it."""
        self._skipped_at = len(self._names)

    def attribute(self, name: str) -> str:
        """Return an attribute of the element that has just begun by its name without prefix."""
        for known, value in self._attributes.items():
            if known.rpartition(":")[2] == name:
                return value
        return ""

    @property
    def within(self) -> list[str]:
        """Return the names of the open elements, the innermost last."""
        return self._names

    @property
    def is_on(self) -> bool:
        """Tell what the switch that has just begun says."""
        return self.attribute("val") not in _OFF

    # --- what the parser calls -----------------------------------------------------------------

    def startElement(self, name: str, attrs: AttributesImpl[str]) -> None:  # noqa: N802
        self._learn_spaces(attrs)
        short = self._shorts.get(name)
        if short is None:
            short = self._shorts[name] = _short(name, self._spaces)
        self._names.append(short)
        if len(self._names) > _DEEPEST:
            raise TooDeep
        if short and not self._skipped_at:
            self._attributes = attrs
            self.start(short)

    def endElement(self, name: str) -> None:  # noqa: N802
        short = self._names.pop()
        if self._skipped_at:
            if len(self._names) < self._skipped_at:
                self._skipped_at = 0
        elif short:
            self.end(short)

    def _learn_spaces(self, attrs: AttributesImpl[str]) -> None:
        """Note prefixes here: the parser's own way with them is slower."""
        for name, value in attrs.items():
            if name.startswith("xmlns"):
                self._spaces[name[6:]] = value
                self._shorts.clear()

    def characters(self, content: str) -> None:
        if not self._skipped_at:
            self.text(content)


def _short(name: str, spaces: dict[str, str]) -> str:
    prefix, _, local = name.rpartition(":")
    space = spaces.get(prefix)
    if space in _WORD:
        return local
    if space == _CHOICES:
        return f"mc:{local}"
    return "t" if space in _MATHS and local == "t" else ""


def parse(part: IO[bytes], handler: WordHandler) -> None:
    """Feed a part to a handler; raises what defusedxml, expat or the handler raise."""
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(handler)
    source = InputSource()
    source.setByteStream(part)
    parser.parse(source)

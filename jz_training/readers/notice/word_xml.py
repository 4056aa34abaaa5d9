"""Streams the parts of a Word document as XML: no entities, no tree, bounded depth."""

from __future__ import annotations

import xml.sax.handler
from typing import IO
from xml.sax.xmlreader import AttributesNSImpl, InputSource

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
        self.attributes: dict[str, str] = {}

    def start(self, name: str) -> None:
        """Take the beginning of an element; its attributes are in `attributes`."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, content: str) -> None:
        """Take a piece of text."""

    def skip(self) -> None:
        """Leave out the element that has just begun, with all that is in it."""
        self._skipped_at = len(self._names)

    @property
    def within(self) -> list[str]:
        """Return the names of the open elements, the innermost last."""
        return self._names

    @property
    def is_on(self) -> bool:
        """Tell what the switch that has just begun says."""
        return self.attributes.get("val", "") not in _OFF

    # --- what the parser calls -----------------------------------------------------------------

    def startElementNS(  # noqa: N802
        self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        short = _short(*name)
        self._names.append(short)
        if len(self._names) > _DEEPEST:
            raise TooDeep
        if not self._skipped_at:
            self.attributes = {local: value for (_, local), value in attrs.items()}
            self.start(short)

    def endElementNS(  # noqa: N802
        self, name: tuple[str | None, str], qname: str | None
    ) -> None:
        short = self._names.pop()
        if not self._skipped_at:
            self.end(short)
        elif len(self._names) < self._skipped_at:
            self._skipped_at = 0

    def characters(self, content: str) -> None:
        if not self._skipped_at:
            self.text(content)


def _short(space: str | None, local: str) -> str:
    if space in _WORD:
        return local
    if space == _CHOICES:
        return f"mc:{local}"
    return "t" if space in _MATHS and local == "t" else ""


def parse(part: IO[bytes], handler: WordHandler) -> None:
    """Feed a part to a handler; raises what defusedxml, expat or the handler raise."""
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setFeature(xml.sax.handler.feature_namespaces, True)
    parser.setContentHandler(handler)
    source = InputSource()
    source.setByteStream(part)
    parser.parse(source)

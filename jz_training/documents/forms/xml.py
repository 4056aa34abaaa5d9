"""Reads and writes the XML parts of an office file so that what is not touched stays as it was.

lxml keeps prefixes and declarations that nothing seems to use; without them Excel refuses a part.
"""

from __future__ import annotations

from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it comes with python-docx

from jz_training.errors import CannotFill

#: The namespaces of parts.
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parsed(content: bytes) -> Any:
    """Return the root of a part; nothing outside of it is ever loaded. Raises CannotFill."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise CannotFill("broken", details=repr(error)) from error
    if root.getroottree().docinfo.doctype:
        raise CannotFill("broken", details="a part with a document type")
    return root


def written(root: Any) -> bytes:
    """Return a part as bytes."""
    content: bytes = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return content


def new(tag: str, **attributes: str) -> Any:
    """Return an element that stands nowhere yet."""
    return etree.Element(tag, attributes)


def local(element: Any) -> str:
    """Return the name of an element without its namespace; nothing for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""

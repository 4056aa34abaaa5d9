"""A Word document as a file: no clock in it, no picture of another document, faces with stand-ins.

python-docx begins every document from a template of its own, with a preview of that template and
the time of day in each part; the same view has to give the same bytes.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from jz_training.documents.excel.table import NO_DATE
from jz_training.documents.fonts import visible
from jz_training.documents.word.faces import font_table
from jz_training.domain.person_name import printable

_FONT_TABLE = "word/fontTable.xml"

_UNUSED = frozenset(
    {
        RELATIONSHIP_TYPE.THUMBNAIL,
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.CUSTOM_XML,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    }
)

#: The core properties of a Word file hold no longer text.
_LONGEST_PROPERTY = 255


def plain_text(text: str) -> str:
    """Return a text that XML can hold: what cannot be seen is left out, what is forbidden �."""
    return printable(visible(text))


def docx_bytes(
    document: Document, *, title: str, author: str, made_on: date | None, subject: str = ""
) -> bytes:
    """Return a document as a file; it says of itself only what the view says."""
    _name(document, title=title, author=author, subject=subject, made_on=made_on)
    _drop_unused(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return _packed(buffer)


def _name(
    document: Document, *, title: str, author: str, subject: str, made_on: date | None
) -> None:
    moment = datetime.combine(made_on, time()) if made_on else NO_DATE
    properties = document.core_properties
    properties.title = plain_text(title)[:_LONGEST_PROPERTY]
    properties.subject = plain_text(subject)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = plain_text(author)[:_LONGEST_PROPERTY]
    properties.created = properties.modified = moment
    properties.comments = properties.keywords = ""
    properties.language = "zh-CN"
    properties.revision = 1


def _drop_unused(document: Document) -> None:
    """Take out the template's preview, its lists, and its styles in the manner of Word 2010."""
    for rels in (document.part.package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype in _UNUSED]:
            del rels[key]


def _packed(source: io.BytesIO) -> bytes:
    """Pack the parts again, all with one date, and with our own table of faces."""
    target = io.BytesIO()
    with ZipFile(source) as parts, ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name in parts.namelist():
            info = ZipInfo(name, date_time=NO_DATE.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            packed.writestr(info, font_table() if name == _FONT_TABLE else parts.read(name))
    return target.getvalue()

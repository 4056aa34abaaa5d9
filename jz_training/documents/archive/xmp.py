"""What a paper says of itself, as XMP (ISO 16684-1) and, in the same words, in its properties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

#: The day is the office's; midnight there.
_ZONE = "+08:00"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """The properties of a paper; empty ones are left out."""

    title: str
    author: str
    subject: str = ""
    creator: str = ""
    producer: str = ""
    made_on: date | None = None

    def info(self) -> dict[str, str]:
        """Return them as a PDF's own properties (ISO 32000-1, 14.3.3)."""
        day = f"D:{self.made_on:%Y%m%d}000000+08'00'" if self.made_on else ""
        values = {
            "/Title": self.title,
            "/Author": self.author,
            "/Subject": self.subject,
            "/Creator": self.creator,
            "/Producer": self.producer,
            "/CreationDate": day,
            "/ModDate": day,
        }
        return {name: value for name, value in values.items() if value}

    def xmp(self) -> bytes:
        """Return them as an XMP packet that also says PDF/A-2b (ISO 19005-2, 6.6)."""
        day = f"{self.made_on:%Y-%m-%d}T00:00:00{_ZONE}" if self.made_on else ""
        lines = (
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>B</pdfaid:conformance>",
            "<dc:format>application/pdf</dc:format>",
            _element("dc:title", self.title, inside="Alt"),
            _element("dc:creator", self.author, inside="Seq"),
            _element("dc:description", self.subject, inside="Alt"),
            _element("xmp:CreatorTool", self.creator),
            _element("pdf:Producer", self.producer),
            _element("xmp:CreateDate", day),
            _element("xmp:ModifyDate", day),
        )
        return _PACKET.format(properties="\n".join(filter(None, lines))).encode()


def _element(name: str, value: str, *, inside: str = "") -> str:
    if not value:
        return ""
    text = escape(value)
    if inside:
        language = ' xml:lang="x-default"' if inside == "Alt" else ""
        text = f"<rdf:{inside}><rdf:li{language}>{text}</rdf:li></rdf:{inside}>"
    return f"<{name}>{text}</{name}>"

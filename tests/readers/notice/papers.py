"""Makes the notices that the tests read. All words are invented."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from jz_training.documents.fonts.face import open_face
from jz_training.documents.fonts.files import SERIF, bundled_file

ROOT = Path(__file__).resolve().parents[3]
FILES = Path(__file__).parent / "files"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)

#: A notice of one page, as paragraphs; the numbers of its sections are typed.
NOTICE = (
    "示例市总工会文件",
    "示工发〔2026〕12号",
    "关于开展“书香工会”学习活动的通知",
    "各县（区）总工会，各基层工会：",
    "为丰富职工学习生活，现就有关事项通知如下：",
    "一、制定计划",
    "各单位于5月10日前制定学习计划，明确专人负责。",
    "二、组织学习",
    "全年举办辅导讲座不少于3场，报告会不少于2场。",
    "示例市总工会",
    "2026年4月20日",
)


def docx(
    path: Path,
    body: str | Iterable[str],
    *,
    lists: str = "",
    styles: str = "",
    extra: dict[str, bytes] | None = None,
) -> Path:
    """Write a document around hand-written XML of its body; streamed, so it may be enormous."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _relations("officeDocument", "word/document.xml"))
        archive.writestr(
            "word/_rels/document.xml.rels",
            _relations("numbering", "numbering.xml", "styles", "styles.xml"),
        )
        archive.writestr("word/numbering.xml", f"<w:numbering {_SPACES}>{lists}</w:numbering>")
        archive.writestr("word/styles.xml", f"<w:styles {_SPACES}>{styles}</w:styles>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(f"<w:document {_SPACES}><w:body>".encode())
            for piece in [body] if isinstance(body, str) else body:
                part.write(piece.encode())
            part.write(b"</w:body></w:document>")
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return path


def _relations(*pairs: str) -> str:
    one = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{pairs[n]}" Target="{pairs[n + 1]}"/>'
        for n in range(0, len(pairs), 2)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{one}</Relationships>'


def p(inside: str, properties: str = "") -> str:
    """Return a paragraph around runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of text, each piece of it parted by a tab or line end as Word writes them."""
    pieces = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{pieces}</w:t></w:r>'


def numbered(text: str, level: int = 0, list_id: int = 1) -> str:
    """Return an automatically numbered paragraph."""
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
    return p(r(text), f"<w:numPr>{place}</w:numPr>")


def level(at: int, form: str, text: str, inside: str = "") -> str:
    """Return the rules of one level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{inside}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def listed(*levels: str, overrides: str = "") -> str:
    """Return a list with these levels, number 1."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{overrides}</w:num>'
    )


def table(*rows: Sequence[str]) -> str:
    """Return a table of texts."""
    return "<w:tbl>{}</w:tbl>".format(
        "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    )


def _cell(text: str) -> str:
    return "<w:tc>{}</w:tc>".format("".join(p(r(one)) for one in text.split("\n")))


def typed(lines: Iterable[str]) -> str:
    """Return paragraphs of plain text."""
    return "".join(p(r(line)) for line in lines)


def pdf(
    path: Path,
    pages: Iterable[Iterable[str]],
    *,
    numbers: str = "",
    password: str = "",
    size: float = 14,
) -> Path:
    """Write pages of lines; `numbers` is drawn below each ({} is its number), before the text."""
    font = open_face(bundled_file(SERIF)).fontName
    encrypt = StandardEncryption(password, canPrint=1) if password else None
    canvas = Canvas(str(path), pagesize=(595, 842), encrypt=encrypt, invariant=True)
    for n, lines in enumerate(pages, 1):
        canvas.setFont(font, size)
        if numbers:
            canvas.drawCentredString(297, 40, numbers.format(n))
        for at, line in enumerate(lines):
            canvas.drawString(80, 770 - at * size * 2, line)
        canvas.showPage()
    canvas.save()
    return path


def scanned_pdf(path: Path, texts: Sequence[str] = ("",)) -> Path:
    """Write a page for each text with a picture over all of it."""
    picture = path.with_suffix(".png")
    from PIL import Image

    Image.new("L", (60, 80), 200).save(picture)
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    for text in texts:
        canvas.drawImage(str(picture), 0, 0, 595, 842)
        canvas.drawString(80, 20, text)
        canvas.showPage()
    canvas.save()
    return path


def by_office(source: Path, kind: str) -> Path:
    """Have LibreOffice save a file as another kind, beside it; so the files in `files` were made.

    >>> by_office(docx(Path("通知.docx"), typed(NOTICE)), "doc")  # doctest: +SKIP
    """
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(source.parent)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    return source.with_suffix(f".{kind}")


def sample(path: Path) -> Path:
    """Write the document that the files in `files` were made from."""
    lists = listed(level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"))
    changed = r("全年") + f"<w:del>{r('不定期')}</w:del>" + r("（内部）", "<w:vanish/>")
    body = (
        typed(NOTICE[:5])
        + numbered("制定计划")
        + numbered("明确专人", 1)
        + numbered("落实经费", 1)
        + numbered("组织学习")
        + p(changed + r("举办讲座\n不少于3场。"))
        + table(["时间", "5月10日\n上午"], ["地点", "示例礼堂"], ["", "备注"])
        + typed(["一个冷僻字：𠮷", *NOTICE[9:]])
    )
    return docx(path, body, lists=lists)


def styled(path: Path) -> Path:
    """Write a document whose headings are numbered by their styles, one of them begun anew."""
    levels = [("h1", "chineseCounting", "%1、"), ("h2", "chineseCounting", "（%2）")]
    lists = listed(
        *(
            level(at, form, text, f'<w:pStyle w:val="{name}"/>')
            for at, (name, form, text) in enumerate(levels)
        )
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="My {name}"/><w:pPr>'
        f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for at, (name, _, _) in enumerate(levels)
    )
    steps = [("h1", "总则"), ("h2", "目的"), ("h2", "依据"), ("h1", "学习"), ("h2", "形式")]
    body = "".join(p(r(text), f'<w:pStyle w:val="{name}"/>') for name, text in steps)
    return docx(path, body + p(r("落款")), lists=lists, styles=styles)

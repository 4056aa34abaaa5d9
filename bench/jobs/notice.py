"""A notice of thirty pages read as the window reads it, beside python-docx opening it."""

from __future__ import annotations

from pathlib import Path

from bench.clock import Stopwatch
from bench.job import Job, Line, Measures

#: Characters of a page after GB/T 9704.
PAGE = 22 * 28


def prepare(folder: Path, size: int) -> None:
    """Write a notice of so many pages, the sample's clauses again and again."""
    from docx import Document

    from jz_training.paths import resources

    lines = (resources() / "sample" / "通知.txt").read_text(encoding="utf-8").splitlines()
    document = Document()
    written = 0
    while written < size * PAGE:
        for line in filter(None, lines):
            document.add_paragraph(line)
            written += len(line)
    document.save(str(folder / "notice.docx"))


def ours(folder: Path, size: int) -> Measures:
    """Read and understand the notice, the child process included."""
    from jz_training.readers.notice.guarded import read_notice_guarded

    watch = Stopwatch()
    reading = read_notice_guarded(folder / "notice.docx")
    return {"whole": watch.whole(), "duties": len(reading.obligations)}


def floor(folder: Path, size: int) -> Measures:
    """Take the text of each paragraph."""
    watch = Stopwatch()
    from docx import Document

    text = "\n".join(one.text for one in Document(str(folder / "notice.docx")).paragraphs)
    assert text
    return {"whole": watch.whole()}


JOB = Job(
    about="notice",
    sides={"ours": ours, "floor": floor},
    lines=(
        Line(name="a notice of {size:,} pages read and understood", ours="ours.whole", target=1000),
        Line(name="  beside python-docx alone", ours="ours.whole", floor="floor.whole", target=5),
    ),
    size=30,
    full=30,
    prepare=prepare,
)

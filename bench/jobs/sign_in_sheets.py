"""Sign-in sheets of many trainings in one PDF, beside a PDF written by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.clock import Stopwatch
from bench.job import Job, Line, Measures
from bench.sheets import FACTS, PEOPLE, lists, sign_in_sheets, titles


def ours(folder: Path, size: int) -> Measures:
    """Print the sheets of so many trainings."""
    watch = Stopwatch()
    from jz_training.documents.fonts import Fonts
    from jz_training.documents.sheet.sign_in_sheet import sign_in_sheets_pdf

    sheets = watch.apart(sign_in_sheets(size, PEOPLE))
    with _counting_fonts() as reads:
        data, geometries = sign_in_sheets_pdf(sheets, fonts=Fonts(bundled_only=True))
    (folder / "ours.pdf").write_bytes(data)
    whole = watch.whole()
    if len(geometries) != size:
        raise AssertionError("not every sheet was printed")
    return {"whole": whole, "reads": max(reads.values(), default=0), "file": len(data) / 2**20}


@contextmanager
def _counting_fonts() -> Iterator[Counter[str]]:
    """Count how often each font file is read inside the block."""
    from reportlab.pdfbase.ttfonts import TTFont

    counted: Counter[str] = Counter()
    read = TTFont.__init__

    def count(font: TTFont, name: str, *rest: object, **more: object) -> None:
        counted[name] += 1
        read(font, name, *rest, **more)

    TTFont.__init__ = count  # type: ignore[method-assign]
    try:
        yield counted
    finally:
        TTFont.__init__ = read  # type: ignore[method-assign]


def ours_one(folder: Path, size: int) -> Measures:
    """Print the sheet of one training."""
    return ours(folder, 1)


def floor(folder: Path, size: int) -> Measures:
    """Write the same sheets by hand."""
    watch = Stopwatch()
    from bench.hand_pdf import HandPdf
    from jz_training.documents.fonts.files import SERIF, bundled_file

    pdf = HandPdf(bundled_file(SERIF))
    for title, persons in zip(titles(size), watch.apart(lists(size, PEOPLE)), strict=True):
        pdf.sheet(f"{title}签到表", FACTS, persons)
    data = pdf.finish()
    (folder / "floor.pdf").write_bytes(data)
    return {"whole": watch.whole(), "file": len(data) / 2**20}


JOB = Job(
    about="sign-in sheets",
    sides={"ours": ours, "floor": floor, "ours_one": ours_one},
    lines=(
        Line(
            name="sign-in sheets, {size:,} trainings of 200",
            ours="ours.whole",
            floor="floor.whole",
            target=3,
        ),
        Line(
            name="  peak beside that of one training",
            ours="ours.peak",
            floor="ours_one.peak",
            target=2,
            unit="MB",
        ),
        Line(name="  times a font is read", ours="ours.reads", target=1, unit=""),
    ),
    size=500,
    full=500,
    rounds=3,
)

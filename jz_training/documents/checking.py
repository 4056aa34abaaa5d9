"""What a finished paper tells that its data does not: （待补） left in it, fonts, characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Writing
from jz_training.documents.official.read_back import said_in
from jz_training.documents.summary.period_summary import period_summary_writing
from jz_training.documents.summary.words import GAP
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.presubmission import Concern, ConcernKind
from jz_training.domain.summary import PeriodSummary


def report_concerns(summary: PeriodSummary, *, style: PaperStyle = AS_MADE) -> tuple[Concern, ...]:
    """Return what is the matter with the report of a period; it is drawn once to see."""
    writing, report = period_summary_writing(summary), PaperReport()
    official_pdf(writing, style=style, report=report)
    return paper_concerns(writing, report)


def paper_concerns(writing: Writing, report: PaperReport) -> tuple[Concern, ...]:
    """Return what is the matter with a paper that was drawn with a report."""
    return (*_gaps(writing), *_signs(report), *_cuts(report), *_fonts(report))


def _gaps(writing: Writing) -> Iterator[Concern]:
    """Yield each section that still has （待补）, with how many of them."""
    left = Counter[str]()
    for said in said_in(writing):
        left[said.heading] += said.text.count(GAP)
    for heading, count in left.items():
        if count:
            yield Concern(kind=ConcernKind.GAP_LEFT, about=heading, number=count)


def _signs(report: PaperReport) -> Iterator[Concern]:
    for sign in report.missing:
        yield Concern(
            kind=ConcernKind.MISSING_SIGN,
            about=f"{sign.character}（{sign.code_point}）",
            detail=sign.places,
        )


def _cuts(report: PaperReport) -> Iterator[Concern]:
    for text in report.cut:
        yield Concern(kind=ConcernKind.CUT, about=text)


def _fonts(report: PaperReport) -> Iterator[Concern]:
    """Yield one concern for all faces that stand in: they are installed together or not at all."""
    uses = [use for use in report.fonts if use.substitute]
    if uses:
        roles = "、".join(dict.fromkeys(use.role.value for use in uses))
        faces = tuple(dict.fromkeys(use.face for use in uses))
        yield Concern(kind=ConcernKind.FONT, about=roles, detail=faces)

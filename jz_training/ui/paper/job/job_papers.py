"""A print job: which papers, how many of each, and how they become one PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jz_training.domain.paper_kind import FileForm
from jz_training.ui.paper.offer import MadePaper, PaperOffer

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.services.desk import Desk
    from jz_training.services.sheets import SheetMade

#: What the file of a job is called besides what it is about.
_WORD = "打印文件"

#: Called while papers are made; raises Stopped once the user stopped the job.
Step = Callable[[int, int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How one paper of a job is to be made; `sheets` takes what must be kept of sign-in sheets.

    `step` is told how far it is, `check` only lets it be stopped; both raise Stopped.
    """

    copies: int
    both_sides: bool
    report: PaperReport
    sheets: list[SheetMade]
    step: Step
    check: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPaper:
    """A paper that a job may hold.

    `trouble` says why it cannot be made now. `make` returns the PDF of one copy; with
    `many_copies` it makes the copies itself. `weight` is how many documents it holds.
    """

    title: str
    make: Callable[[Making], bytes]
    wanted: bool = True
    trouble: str = ""
    many_copies: bool = False
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOffer:
    """Papers that can be printed together; `name`, `day` and `organiser` as in a PaperOffer."""

    name: str
    papers: tuple[JobPaper, ...]
    day: date | None = None
    organiser: str = ""
    note: str = ""

    def as_paper(self, pdf: bytes = b"") -> PaperOffer:
        """Return the job as one paper."""
        return PaperOffer(
            name=self.name,
            word=_WORD,
            forms={FileForm.PDF: lambda _: pdf},
            day=self.day,
            organiser=self.organiser,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class JobWish:
    """What is wanted of a job: its papers with the copies of each, in order."""

    papers: tuple[tuple[JobPaper, int], ...]
    both_sides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeJob:
    """A job as one paper, and the sign-in sheets to be kept once it really went out."""

    offer: PaperOffer
    made: MadePaper
    sheets: tuple[SheetMade, ...]


def make_job(desk: Desk, job: JobOffer, wish: JobWish, progress: Step) -> MadeJob:
    """Make all papers of a job as one PDF; on a worker. Raises Stopped when it is stopped."""
    from jz_training.documents.drawing.paper_report import PaperReport

    report = PaperReport()
    sheets: list[SheetMade] = []
    pdf = _pdf(job, wish, report, sheets, progress)
    offer = job.as_paper(pdf)
    name = offer.file_name(desk.settings.get())
    made = MadePaper(pdf=pdf, file_name=name, report=report, both_sides=wish.both_sides)
    return MadeJob(offer=offer, made=made, sheets=unique_sheets(sheets))


def _pdf(
    job: JobOffer, wish: JobWish, report: PaperReport, sheets: list[SheetMade], progress: Step
) -> bytes:
    from jz_training.documents.joined_pdf import JoinedPart, joined_pdf

    total = sum(paper.weight for paper, _ in wish.papers) + 1
    done, parts = 0, list[JoinedPart]()
    for paper, copies in wish.papers:
        making = Making(
            copies=copies,
            both_sides=wish.both_sides,
            report=report,
            sheets=sheets,
            step=_shifted(progress, done, total),
            check=_still(progress, done + paper.weight, total),
        )
        progress(done, total)
        content = paper.make(making)
        once = 1 if paper.many_copies else copies
        parts.append(JoinedPart(title=paper.title, content=content, copies=once))
        done += paper.weight
    if len(parts) == 1 and parts[0].copies == 1:
        return parts[0].content  # it has its bookmarks already
    return joined_pdf(
        parts, title=job.name, both_sides=wish.both_sides, step=_still(progress, done, total)
    )


def _shifted(progress: Step, begin: int, total: int) -> Step:
    return lambda done, _: progress(begin + done, total)


def _still(progress: Step, done: int, total: int) -> Callable[[], object]:
    return lambda: progress(done, total)


def unique_sheets(sheets: Sequence[SheetMade]) -> tuple[SheetMade, ...]:
    """Return each sheet once, however many copies were made of it."""
    return tuple({(one.training_id, one.sheet_version): one for one in sheets}.values())

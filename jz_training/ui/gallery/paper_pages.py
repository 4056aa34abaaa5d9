"""Every paper of the sample union, page by page, in the faces that the program brings along.

Those who add a document add a line to `all_papers`. Faces of the machine are left aside, so that
the same pictures come out everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.certificate import CertificateKind
from jz_training.domain.meeting_papers import NameTentSize, PaperPerson
from jz_training.domain.paper_style import Letterhead, PaperSkin, PaperStyle
from jz_training.domain.sheet import BlankForm, SheetOptions
from jz_training.domain.statistics import StatisticsFilter
from jz_training.sample import Lived, Sample, live_through, the_sample
from jz_training.sample.certificates import told_chance
from jz_training.services.certificate_list import CertificateQuery
from jz_training.ui.gallery import list_pages
from jz_training.ui.paper.pdf_pages import PdfPages

if TYPE_CHECKING:
    from jz_training.documents.fonts import Fonts
    from jz_training.services.desk import Desk

FOLDER = "pages"

#: Pixels per point: a page of A4 is 893 pixels wide.
SCALE = 1.5

_LETTERHEAD = Letterhead(
    mark="清河市纺织公司工会委员会文件",
    number="清纺工〔2026〕12号",
    signer="周建业",
    attachments=("参加人员名单", "学习材料目录"),
    copies_to="公司党委，各车间分工会",
    printed_by="清河市纺织公司工会办公室",
    printed_on=date(2026, 11, 22),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the papers are drawn from: the desk after the sample story, and what it left there."""

    desk: Desk
    lived: Lived
    sample: Sample
    fonts: Fonts

    @property
    def training(self) -> UUID:
        """Return the first training that was held."""
        return self.lived.trainings[0]


@dataclass(frozen=True, slots=True)
class PaperPages:
    """A paper: the name of its pictures, and how it is drawn."""

    name: str
    draw: Callable[[Told], bytes]


def draw_papers(directory: Path, *, only: Callable[[str], bool] = lambda name: True) -> list[Path]:
    """Live the sample story and draw the pages of its papers; return the pictures."""
    from jz_training.documents.fonts import Fonts
    from jz_training.services.desk import open_desk

    target = directory / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    sample = the_sample()
    with TemporaryDirectory(prefix="jz-training-") as folder:
        desk = open_desk(
            Path(folder) / "workspace", clock=lambda: sample.as_of, chance=told_chance()
        )
        try:
            lived = live_through(desk, sample)
            told = Told(desk, lived, sample, Fonts(bundled_only=True))
            chosen = [paper for paper in all_papers() if only(paper.name)]
            return [page for paper in chosen for page in _pages(paper, told, target)]
        finally:
            desk.close()


def _pages(paper: PaperPages, told: Told, target: Path) -> Iterator[Path]:
    pages = PdfPages(paper.draw(told))
    try:
        for place, size in enumerate(pages.sizes):
            path = target / f"{paper.name}-{place + 1}.png"
            wide, high = round(size.width * SCALE), round(size.height * SCALE)
            picture = pages.render(place, width=wide, height=high, top=0, rows=high)
            if not picture.save(str(path)):
                raise OSError(f"cannot write {path}")
            yield path
    finally:
        pages.close()


def all_papers() -> tuple[PaperPages, ...]:
    """Return every paper in the order of the work; official ones in each of the three skins."""
    return (
        *_in_every_skin("meeting-notice", _meeting_notice),
        *_in_every_skin("record", _record),
        *_in_every_skin("training-summary", _training_summary),
        *_in_every_skin("period-summary", _period_summary),
        PaperPages("agenda", list_pages.agenda),
        PaperPages("sheet", list_pages.sheet),
        PaperPages("sheet-of-parts", list_pages.sheet_of_parts),
        PaperPages("plan", list_pages.plan),
        PaperPages("tasks", list_pages.tasks),
        PaperPages("task-book", list_pages.task_book),
        PaperPages("ledger", list_pages.ledger),
        PaperPages("statistics", list_pages.statistics),
        PaperPages("outreach", list_pages.outreach),
        PaperPages("month", list_pages.month),
        PaperPages("door-sign", list_pages.door_sign),
        PaperPages("door-roster", list_pages.door_roster),
        PaperPages("rostrum", list_pages.rostrum),
        *_in_every_skin("person-file", _person_file),
        PaperPages("sheet-by-unit", _sheet_by_unit),
        PaperPages("sheet-lying", _lying_sheet),
        PaperPages("blank-form", _blank_form),
        PaperPages("absentees", _absentees),
        *(
            PaperPages(f"name-tent-{size.value}", partial(_name_tent, size))
            for size in NameTentSize
        ),
        PaperPages("certificate", _certificate),
        PaperPages("hours-proof", _hours_proof),
        PaperPages("certificate-register", _register),
    )


def _in_every_skin(name: str, draw: Callable[[Told, PaperStyle], bytes]) -> Iterator[PaperPages]:
    for skin in PaperSkin:
        style = PaperStyle(skin=skin, letterhead=_LETTERHEAD)
        yield PaperPages(f"{name}-{skin.value}", partial(_dressed, draw, style))


def _dressed(draw: Callable[[Told, PaperStyle], bytes], style: PaperStyle, told: Told) -> bytes:
    return draw(told, style)


def _meeting_notice(told: Told, style: PaperStyle) -> bytes:
    from jz_training.documents.meeting.meeting_notice import meeting_notice_pdf

    notice = told.desk.papers.notice(told.lived.courses[1])
    return meeting_notice_pdf(notice, style=style, fonts=told.fonts)


def _record(told: Told, style: PaperStyle) -> bytes:
    from jz_training.documents.record.record_paper import record_pdf

    return record_pdf(told.desk.records.get(told.training), style=style, fonts=told.fonts)


def _training_summary(told: Told, style: PaperStyle) -> bytes:
    from jz_training.documents.summary.training_summary import training_summary_pdf

    summary = told.desk.summaries.of_training(told.training)
    return training_summary_pdf(summary, style=style, fonts=told.fonts)


def _person_file(told: Told, style: PaperStyle) -> bytes:
    from jz_training.documents.person_file.person_file_paper import person_file_pdf

    person = told.desk.attendance.sheet(told.training).rows[0].person_id
    assert person is not None
    file = told.desk.person_files.of(person, told.sample.as_of.year)
    return person_file_pdf(file, style=style, fonts=told.fonts)


def _sheet_by_unit(told: Told) -> bytes:
    return _sheet(told, told.training, SheetOptions(by_unit=True))


def _lying_sheet(told: Told) -> bytes:
    return _sheet(told, told.lived.courses[0], SheetOptions(lying=True))


def _sheet(told: Told, training: UUID, options: SheetOptions) -> bytes:
    from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf

    sheet = told.desk.sheets.prepare(training, options)
    return sign_in_sheet_pdf(sheet, fonts=told.fonts)[0]


def _blank_form(told: Told) -> bytes:
    from jz_training.documents.sheet.blank_form import blank_form_pdf

    form = BlankForm(organiser=told.desk.settings.get().organiser)
    return blank_form_pdf(form, fonts=told.fonts)


def _absentees(told: Told) -> bytes:
    from jz_training.documents.statistics.absentee_list import absentees_pdf

    chosen = StatisticsFilter(start=told.sample.start, end=told.sample.end)
    return absentees_pdf(told.desk.absentees.of(chosen), fonts=told.fonts)


def _name_tent(size: NameTentSize, told: Told) -> bytes:
    from jz_training.documents.meeting.name_tents import name_tents_pdf

    row = told.desk.attendance.sheet(told.training).rows[0]
    person = PaperPerson(name=row.name, unit=row.unit, post=row.post)
    return name_tents_pdf([person], size, fonts=told.fonts)


def _period_summary(told: Told, style: PaperStyle) -> bytes:
    from jz_training.documents.summary.period_summary import period_summary_pdf

    summary = told.desk.summaries.of_period(told.sample.start, told.sample.end)
    return period_summary_pdf(summary, style=style, fonts=told.fonts)


def _certificate(told: Told) -> bytes:
    from jz_training.documents.certificate.certificate_paper import certificate_pdf

    issued = told.desk.certificates.list(CertificateQuery(kind=CertificateKind.TRAINING))
    return certificate_pdf(issued[:1], fonts=told.fonts)


def _hours_proof(told: Told) -> bytes:
    from jz_training.documents.certificate.hours_proof import hours_proof_pdf

    issued = told.desk.certificates.list(CertificateQuery(kind=CertificateKind.HOURS))
    return hours_proof_pdf(issued[:1], fonts=told.fonts)


def _register(told: Told) -> bytes:
    from jz_training.documents.certificate.register import register_pdf

    return register_pdf(told.desk.certificates.register(), fonts=told.fonts)

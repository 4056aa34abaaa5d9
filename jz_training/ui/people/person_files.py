"""人员学习档案: of which year, then the files of one or several persons as they will be printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.domain.person_file import PersonFile
from jz_training.ui.context import Context
from jz_training.ui.paper.dressing import dressed_offer
from jz_training.ui.paper.offer import MadePaper, PaperOffer, make_paper, show_paper
from jz_training.ui.shell.progress import Progress
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk

#: More files than these nobody looks through in one preview; a unit at a time is the way.
MOST_PERSONS = 300


def ask_person_files(
    ctx: Context, owner: QWidget, person_ids: Sequence[UUID], *, name: str = ""
) -> None:
    """Ask for the year, then open the files; `name` is that of the only person."""
    if len(person_ids) > MOST_PERSONS:
        ctx.ask.tell(
            f"一次最多生成 {MOST_PERSONS} 人的学习档案，现在选了 {len(person_ids)} 人。"
            "可以先按单位筛选，再分批生成。"
        )
        return
    files = ctx.desk.person_files

    def show(years: Sequence[int]) -> None:
        PersonFilesDialog(ctx, owner, person_ids, years=years, name=name).open()

    ctx.work.read(lambda: files.years(person_ids), show, owner=owner, key="file_years")


class PersonFilesDialog(PlainDialog):
    """Asks of which year the files are; the latest with any training stands there already."""

    def __init__(
        self,
        ctx: Context,
        owner: QWidget,
        person_ids: Sequence[UUID],
        *,
        years: Sequence[int],
        name: str = "",
    ) -> None:
        super().__init__(owner, title="学习档案", verb="生成", width=400)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._owner, self._ids, self._name = ctx, owner, tuple(person_ids), name
        who = f"“{name}”" if name else f"所选 {len(self._ids)} 人，每人单独成页"
        self.body.addWidget(plain_label(who, "secondary", wrap=True))
        self.form = Form()
        self.year = self.form.add(
            "year", "年份", QComboBox(), hint="只印本人的考勤，不含电话和编号"
        )
        for year in years or (ctx.desk.now().year,):
            self.year.addItem(f"{year} 年", year)
        self.body.addWidget(self.form)
        self.accepted.connect(self._show)

    def _show(self) -> None:
        year: int = self.year.currentData()
        if len(self._ids) == 1:
            offer = person_file_offer(self._ctx.desk, self._ids[0], year, name=self._name)
            show_paper(self._ctx, self._owner, offer)
        else:
            show_person_files(self._ctx, self._owner, self._ids, year)


def person_file_offer(desk: Desk, person_id: UUID, year: int, *, name: str) -> PaperOffer:
    """Return the file of one person as it is offered."""

    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.person_file.person_file_paper import person_file_pdf

        return person_file_pdf(desk.person_files.of(person_id, year), style=style, report=report)

    def docx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.person_file.person_file_paper import person_file_docx

        return person_file_docx(desk.person_files.of(person_id, year), style=style, report=report)

    return dressed_offer(
        desk,
        PaperKind.PERSON_FILE,
        {FileForm.PDF: pdf, FileForm.WORD: docx},
        name=name,
        day=date(year, 1, 1),
        until=date(year, 12, 31),
    )


def show_person_files(ctx: Context, owner: QWidget, person_ids: Sequence[UUID], year: int) -> None:
    """Make the files of several persons, which can be stopped, and open them together."""
    desk = ctx.desk

    def make(progress: Progress) -> tuple[PaperOffer, MadePaper]:
        files = desk.person_files.of_people(person_ids, year)
        offer = _offer_of_many(desk, files, year, progress)
        return offer, make_paper(desk, offer)

    def show(found: tuple[PaperOffer, MadePaper]) -> None:
        from jz_training.ui.paper.preview_dialog import PreviewDialog

        offer, made = found
        PreviewDialog(ctx, owner, offer=offer, made=made).show()

    ctx.work.long("生成学习档案", make, show, owner=owner, on_desk=True)


def _offer_of_many(
    desk: Desk, files: Sequence[PersonFile], year: int, progress: Progress
) -> PaperOffer:
    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.person_file.person_files_pdf import person_files_pdf

        return person_files_pdf(
            files,
            style=style,
            report=report,
            progress=partial(progress, words="生成学习档案"),
            stop=lambda: progress.stopped,
        )

    return dressed_offer(
        desk,
        PaperKind.PERSON_FILE,
        {FileForm.PDF: pdf},
        name=f"{len(files)}人",
        day=date(year, 1, 1),
        until=date(year, 12, 31),
        alone=False,
    )

"""A paper as every page offers it: what it is called and how it is made in each form.

`show_paper` opens it as it will be printed, with 另存为 in each of its forms; `save_paper` saves
one form without showing it first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jz_training.domain.file_name import NameFacts, named, title_of
from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.errors import JzError
from jz_training.labels.papers import PAPER_KINDS
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import file_actions
from jz_training.ui.paper.exports import with_ending

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk
    from jz_training.services.settings import Settings

#: Makes a paper in one form and tells the report what could not be set as asked for.
Making = Callable[["PaperReport"], bytes]

#: Dresses one paper otherwise than the office set it.
Restyle = Callable[["PaperStyle"], "PaperStyle"]

_FILTERS: Mapping[FileForm, str] = {
    FileForm.PDF: "PDF 文件 (*.pdf)",
    FileForm.WORD: "Word 文件 (*.docx)",
    FileForm.EXCEL: "Excel 工作簿 (*.xlsx)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOffer:
    """A paper with the ways to make it; what makes it runs on a worker.

    `name` is what it is about, such as the title of a training, without day and kind: those go
    into the file's name by the office's pattern (domain.file_name), `word` instead of the kind's
    own word. `on_desk` says that making it reads the desk. `sided` makes the PDF for printing on
    one side (False) or both (True), where the binding edge changes sides. A paper that can be
    dressed by itself tells its `style` and is `restyled`: the same paper, all its forms in another
    dress than the office's.
    """

    name: str
    kind: PaperKind | None = None
    forms: Mapping[FileForm, Making]
    on_desk: bool = True
    word: str = ""
    day: date | None = None
    until: date | None = None
    organiser: str = ""
    version: int = 0
    sided: Callable[[bool, PaperReport], bytes] | None = None
    style: Callable[[], PaperStyle] | None = None
    restyled: Callable[[Restyle], PaperOffer] | None = None

    def facts(self) -> NameFacts:
        """Return what its file's name is made of."""
        return NameFacts(
            name=self.name,
            word=self.word or (PAPER_KINDS[self.kind] if self.kind else ""),
            day=self.day,
            until=self.until,
            organiser=self.organiser,
            version=self.version,
        )

    @property
    def title(self) -> str:
        """Return what it is called on the screen."""
        return title_of(self.facts())

    def file_name(self, settings: Settings) -> str:
        """Return what its file is called by the office's pattern, without the ending."""
        facts = replace(self.facts(), organiser=self.organiser or settings.organiser)
        return named(settings.file_name_pattern, facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePaper:
    """A paper as PDF, what its file is called, and what could not be set as asked for.

    `both_sides` says that it was made to be printed on both sides, `style` how it is dressed if it
    can be dressed by itself.
    """

    pdf: bytes
    file_name: str
    report: PaperReport
    both_sides: bool = False
    style: PaperStyle | None = None


def make_paper(desk: Desk, offer: PaperOffer) -> MadePaper:
    """Make the PDF of an offer; on a worker."""
    from jz_training.documents.drawing.paper_report import PaperReport

    report, settings = PaperReport(), desk.settings.get()
    return MadePaper(
        pdf=offer.forms[FileForm.PDF](report),
        file_name=offer.file_name(settings),
        report=report,
        both_sides=settings.paper_duplex,
        style=offer.style() if offer.style is not None else None,
    )


def show_paper(
    ctx: Context, owner: QWidget, offer: PaperOffer, *, sent: Callable[[], object] | None = None
) -> None:
    """Make a paper in the background and open it as it will be printed.

    It is dressed as the last one of its kind was. `sent` is called once it went to a printer or
    into a PDF.
    """
    from jz_training.ui.paper.worn import as_usual

    desk, offer = ctx.desk, as_usual(ctx, offer)

    def show(made: MadePaper) -> None:
        from jz_training.ui.paper.preview_dialog import PreviewDialog

        dialog = PreviewDialog(ctx, owner, offer=offer, made=made)
        if sent is not None:
            dialog.pane.sent.connect(sent)
        dialog.show()

    ctx.work.long(
        f"生成{offer.title}",
        lambda _: make_paper(desk, offer),
        show,
        owner=owner,
        on_desk=offer.on_desk,
    )


def save_paper(ctx: Context, owner: QWidget, offer: PaperOffer, form: FileForm) -> None:
    """Ask where to save a paper in one of its forms, make it in the background and save it."""
    desk = ctx.desk
    ctx.work.read(
        lambda: offer.file_name(desk.settings.get()),
        lambda name: save_named(ctx, owner, offer, form, name=name),
        owner=owner,
    )


def save_named(
    ctx: Context,
    owner: QWidget,
    offer: PaperOffer,
    form: FileForm,
    *,
    name: str,
    failed: Callable[[JzError], bool] | None = None,
) -> None:
    """Save a form of a paper as by `save_paper`; what its file is called is known."""
    target = ask_target(ctx, form, name=name)
    if target is None:
        return

    def run(_: object) -> Path:
        from jz_training.documents.drawing.paper_report import PaperReport

        save_whole(target, offer.forms[form](PaperReport()))
        return target

    ctx.work.long(
        "导出",
        run,
        lambda saved: ctx.toast(f"已导出“{saved.name}”。", actions=file_actions(saved)),
        owner=owner,
        on_desk=offer.on_desk,
        failed=failed,
    )


def ask_target(ctx: Context, form: FileForm, *, name: str) -> Path | None:
    """Ask where a file of a form shall be saved; None when the user thinks better."""
    ending = f".{form.value}"
    path = ctx.ask.save_file("另存为", name=f"{name}{ending}", kinds=_FILTERS[form])
    return with_ending(path, ending)


def save_archived(desk: Desk, offer: PaperOffer, made: MadePaper, target: Path) -> None:
    """Save a paper as PDF/A-2b; on a worker. Raises CannotArchive or what saving raises."""
    from jz_training.documents.archive.pdf_a import archived

    settings, day = desk.settings.get(), desk.now().date()
    author = offer.organiser or settings.organiser
    save_whole(target, archived(made.pdf, title=offer.title, author=author, made_on=day))


def save_whole(target: Path, content: bytes) -> None:
    """Save a paper whole or not at all, judged by the ending of its file; on a worker."""
    from jz_training import safe_files

    checks = {
        FileForm.PDF: safe_files.is_pdf,
        FileForm.WORD: safe_files.is_word_file,
        FileForm.EXCEL: safe_files.is_workbook,
    }
    safe_files.save(target, content, check=checks[FileForm(target.suffix.lower()[1:])])

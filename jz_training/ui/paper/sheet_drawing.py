"""Drawing a sign-in sheet for the preview; runs on the worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.sheet import SheetGeometry, SheetOptions, SignInSheet
from jz_training.domain.viewpoint import Rooms
from jz_training.ui.paper.offer import MadePaper, PaperOffer

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSheet:
    """A sheet as it will be printed, and where everything stands on it."""

    sheet: SignInSheet
    made: MadePaper
    geometry: SheetGeometry
    style: PaperStyle = AS_MADE

    def shows(self, sheet: SignInSheet, style: PaperStyle) -> bool:
        """Tell whether another sheet would look the same but for its version and date."""
        if style != self.style:
            return False
        same = replace(sheet, sheet_version=self.sheet.sheet_version, made_on=self.sheet.made_on)
        return same == self.sheet


def draw_sheet(
    desk: Desk,
    training_id: UUID,
    options: SheetOptions,
    drawn: DrawnSheet | None,
    *,
    viewpoint_id: UUID | Rooms | None = Rooms.ALL,
) -> DrawnSheet:
    """Draw the sheet to be printed next; what is drawn already is kept. Raises ListNotFrozen.

    A sheet that was printed and has not changed keeps its version, so that printing it again
    gives the same paper. `viewpoint_id` asks for the sheet of one room, None for the main hall.
    """
    sheet = desk.sheets.prepare(training_id, options, viewpoint_id=viewpoint_id)
    style = desk.paper_styles.of(PaperKind.SIGN_IN_SHEET)
    if drawn is not None and drawn.shows(sheet, style):
        return drawn
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf

    report, settings = PaperReport(), desk.settings.get()
    pdf, geometry = sign_in_sheet_pdf(sheet, style=style, report=report)
    name = sheet_offer(sheet, pdf, style).file_name(settings)
    made = MadePaper(pdf=pdf, file_name=name, report=report, both_sides=settings.paper_duplex)
    return DrawnSheet(sheet=sheet, made=made, geometry=geometry, style=style)


def sheet_offer(sheet: SignInSheet, pdf: bytes, style: PaperStyle = AS_MADE) -> PaperOffer:
    """Return a sheet that is drawn, as it is offered."""
    return PaperOffer(
        name=" ".join(filter(None, (sheet.title, sheet.viewpoint))),
        kind=PaperKind.SIGN_IN_SHEET,
        forms={FileForm.PDF: lambda _: pdf, FileForm.EXCEL: lambda _: _workbook(sheet, style)},
        day=sheet.start.date(),
        organiser=sheet.organiser,
        version=sheet.sheet_version,
    )


def _workbook(sheet: SignInSheet, style: PaperStyle) -> bytes:
    from jz_training.documents.sheet.sign_in_xlsx import sign_in_sheet_xlsx

    return sign_in_sheet_xlsx(sheet, style=style)

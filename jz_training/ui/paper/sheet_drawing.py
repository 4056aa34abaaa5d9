"""Drawing a sign-in sheet for the preview; runs on the worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.attendance import UNRECORDED
from jz_training.domain.sheet import SheetGeometry, SheetOptions, SignInSheet
from jz_training.domain.viewpoint import Rooms

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSheet:
    """A sheet with its PDF, where everything stands on it, and what its reader should know."""

    sheet: SignInSheet
    pdf: bytes
    geometry: SheetGeometry
    notes: tuple[str, ...] = ()

    def shows(self, sheet: SignInSheet) -> bool:
        """Tell whether another sheet would look the same but for its version and date."""
        same = replace(sheet, sheet_version=self.sheet.sheet_version, made_on=self.sheet.made_on)
        return _unmarked(same) == _unmarked(self.sheet)


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
    if drawn is not None and drawn.shows(sheet):
        return drawn
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf

    report = PaperReport()
    pdf, geometry = sign_in_sheet_pdf(sheet, report=report)
    return DrawnSheet(sheet=sheet, pdf=pdf, geometry=geometry, notes=_notes(report))


def _unmarked(sheet: SignInSheet) -> SignInSheet:
    """Return a sheet without the marks: paper shows none."""
    return replace(sheet, rows=tuple(replace(row, mark=UNRECORDED) for row in sheet.rows))


def _notes(report: PaperReport) -> tuple[str, ...]:
    return tuple(
        f"字体里没有“{each.character}”（{each.code_point}），已印作〓：{'、'.join(each.places)}"
        for each in report.missing
    )

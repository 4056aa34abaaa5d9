"""A whole sign-in sheet laid out: its paper, and where everything on it stands."""

from __future__ import annotations

from collections.abc import Set

from jz_training.domain.sheet import SheetGeometry, SignInSheet
from jz_training.domain.sheet_geometry import SheetField, lay_out_sheet
from jz_training.domain.sheet_paper import SheetPaper, sheet_paper


def paper_of(sheet: SignInSheet) -> SheetPaper:
    """Return the paper a sheet is printed on."""
    return sheet_paper(len(sheet.parts), lying=sheet.options.lying)


def geometry_of(sheet: SignInSheet, *, left_out: Set[SheetField] = frozenset()) -> SheetGeometry:
    """Return where everything stands on a sheet, its groups one after the other.

    `left_out` are columns that are not printed.
    """
    groups = sheet.groups
    return lay_out_sheet(
        people=len(sheet.rows),
        options=sheet.options,
        training_id=sheet.training_id,
        sheet_version=sheet.sheet_version,
        numbers=[row.number for _, rows in groups for row in rows],
        parts=[part.id for part in sheet.parts],
        groups=[len(rows) for _, rows in groups] if len(groups) > 1 else (),
        left_out=left_out,
    )

"""The sign-in sheet (签到表) as PDF, one sheet or a batch in one file.

Everything stands where `domain.sheet_geometry` puts it; the table is ruled once per layout and
the head written once per sheet (form XObjects), so that a page costs one text object.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.sheet.dress import SheetDress
from jz_training.documents.sheet.foot import draw_foot, draw_totals
from jz_training.documents.sheet.frame import Frame, draw_frame
from jz_training.documents.sheet.head import AS_PRINTED, draw_head
from jz_training.documents.sheet.lines import draw_line
from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.sheet import RowPlace, SheetGeometry, SignInSheet
from jz_training.domain.sheet_geometry import sheet_columns
from jz_training.domain.sheet_layout import geometry_of, paper_of
from jz_training.domain.sheet_paper import UPRIGHT, SheetPaper
from jz_training.errors import Stopped


def sign_in_sheet_pdf(
    sheet: SignInSheet,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> tuple[bytes, SheetGeometry]:
    """Return the sheet as PDF and where everything on it stands.

    `report` collects fonts replaced, characters no font has and texts that had to be cut.
    """
    data, geometries = sign_in_sheets_pdf([sheet], style=style, fonts=fonts, report=report)
    return data, geometries[0]


def sign_in_sheets_pdf(
    sheets: Iterable[SignInSheet],
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
    progress: Callable[[int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> tuple[bytes, tuple[SheetGeometry, ...]]:
    """Return many sheets in one PDF, in order, with the geometry of each.

    `progress` is told the number of sheets done; when `stop` says so, Stopped is raised and
    nothing is kept. Raises ValueError when there is no sheet at all.
    """
    geometries: list[SheetGeometry] = []

    def printed(_: SignInSheet, geometry: SheetGeometry) -> None:
        if stop is not None and stop():
            raise Stopped
        geometries.append(geometry)
        if progress is not None:
            progress(len(geometries))

    data = print_sheets(sheets, printed=printed, style=style, fonts=fonts, report=report)
    return data, tuple(geometries)


def print_sheets(
    sheets: Iterable[SignInSheet],
    *,
    printed: Callable[[SignInSheet, SheetGeometry], None],
    both_sides: bool = False,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
    step: Callable[[], object] | None = None,
) -> bytes:
    """Return many sheets in one PDF; `printed` is told of each and may raise to stop it all.

    Several sheets have a bookmark each. For printing on both sides each begins on a fresh sheet
    of paper. Nothing of a sheet is kept but its pages. `step` is called again and again while the
    file is put together, and may raise too. Raises ValueError for no sheet at all.
    """
    press: _Press | None = None
    dress = SheetDress(style.layout)
    for sheet in sheets:
        if press is None:
            press = _Press(sheet, dress, fonts or system_fonts(), report or PaperReport())
        elif both_sides:
            press.turn_over()
        printed(sheet, press.print_sheet(sheet, both_sides=both_sides))
    if press is None:
        raise ValueError("no sheet to print")
    return press.finish(step)


class _Press:
    """Prints sheets into one document."""

    def __init__(
        self, first: SignInSheet, dress: SheetDress, fonts: Fonts, report: PaperReport
    ) -> None:
        title = dress.title(f"{first.title}签到表")
        self._dress = dress
        self._canvas, self._buffer = new_canvas(
            title=title, author=first.organiser, subject="签到表", fonts=fonts
        )
        self._pen = Pen(self._canvas, fonts=fonts, report=report)
        self._frames: set[Frame] = set()
        self._sheets = 0
        self._titles: list[tuple[str, str]] = []  # a place in the file and what begins there
        self._last: SignInSheet | None = None
        self._width = UPRIGHT.width

    def print_sheet(self, sheet: SignInSheet, *, both_sides: bool) -> SheetGeometry:
        """Print all pages of a sheet; for both sides a unit's begin on a fresh sheet of paper."""
        self._sheets += 1
        geometry = geometry_of(sheet, left_out=self._dress.left_out)
        paper = paper_of(sheet)
        self._take(paper)
        place = f"sheet-{self._sheets}"
        self._canvas.bookmarkPage(place)
        if sheet is not self._last:  # copies go without a bookmark of their own
            self._titles.append((place, f"{sheet.title} {sheet.viewpoint}".strip()))
        self._last = sheet
        for group, (unit, _) in enumerate(sheet.groups):
            self._begin_form(self._head(group), paper)
            draw_head(self._pen, sheet, unit, dress=self._dress)
            self._canvas.endForm()
        people = {row.number: row for row in sheet.rows}
        for page, places in groupby(geometry.rows, key=lambda place: place.page):
            filled = [(place, people[place.number]) for place in places if place.number]
            if both_sides and page > 1 and geometry.group(page) != geometry.group(page - 1):
                self.turn_over()
            self._print_page(sheet, geometry, page, filled)
        return geometry

    def turn_over(self) -> None:
        """Leave the back of the last sheet of paper empty, if it is."""
        if self._canvas.getPageNumber() % 2 == 0:
            self._canvas.showPage()

    def _head(self, group: int) -> str:
        """Return the name of the form with the head of a group's pages."""
        return f"head-{self._sheets}-{group}" if group else f"head-{self._sheets}"

    def finish(self, step: Callable[[], object] | None = None) -> bytes:
        """Close the document and return the file."""
        if len(self._titles) > 1:
            for place, title in self._titles:
                self._canvas.addOutlineEntry(title, place)
        return finish(self._canvas, self._buffer, step)

    def _print_page(
        self,
        sheet: SignInSheet,
        geometry: SheetGeometry,
        page: int,
        filled: Sequence[tuple[RowPlace, AttendeeRow]],
    ) -> None:
        frame, dress = frame_of(sheet, geometry, page, dress=self._dress), self._dress
        if frame.paper.height != UPRIGHT.height:  # places are measured on a page upright
            self._canvas.translate(0, (frame.paper.height - UPRIGHT.height) * MM)
        group = geometry.group(page)
        self._canvas.doForm(self._head(group))
        self._show_frame(frame)
        with self._pen.writing():
            for place, person in filled:
                draw_line(self._pen, place, person, frame)
            if frame.last:
                expected = len(sheet.groups[group][1])
                draw_totals(self._pen, frame, expected=expected, dress=dress)
            draw_foot(
                self._pen, sheet, geometry, frame, page=page, expected=len(filled), dress=dress
            )
        self._canvas.showPage()

    def _take(self, paper: SheetPaper) -> None:
        """Go on with paper of this size."""
        if paper.width != self._width:
            self._canvas.setPageSize((paper.width * MM, paper.height * MM))
            self._width = paper.width

    def _begin_form(self, name: str, paper: SheetPaper) -> None:
        """Begin a form as large as a page; one that lies is measured from an upright one's top."""
        if paper.height == UPRIGHT.height:
            self._canvas.beginForm(name)
            return
        bottom, top = (UPRIGHT.height - paper.height) * MM, UPRIGHT.height * MM
        self._canvas.beginForm(name, 0, int(bottom), math.ceil(paper.width * MM), math.ceil(top))

    def _show_frame(self, frame: Frame) -> None:
        if frame not in self._frames:
            self._begin_form(frame.name, frame.paper)
            draw_frame(self._pen, frame)
            self._canvas.endForm()
            self._frames.add(frame)
        self._canvas.doForm(frame.name)


def frame_of(
    sheet: SignInSheet, geometry: SheetGeometry, page: int, *, dress: SheetDress = AS_PRINTED
) -> Frame:
    """Return what is ruled on a page: of many parts those that are signed there."""
    signed = geometry.page_parts[page - 1] if geometry.page_parts else ()
    longest = max(len(rows) for _, rows in sheet.groups)
    return Frame(
        sheet_columns(people=longest, options=sheet.options, parts=len(sheet.parts)),
        sheet.options.with_phone,
        geometry.is_last(page),
        paper_of(sheet),
        tuple(part for part in sheet.parts if part.id in signed),
        dress.left_out,
    )

"""签到表.xlsx: what the printed sheet has, worksheet by worksheet, each unit and each set of parts.

It carries no page code: a page that somebody changed could not be found again by it. What is
printed from the program itself is kept, this is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby, pairwise

from jz_training.documents.excel.table import NO_DATE
from jz_training.documents.sheet.blank_form import NAME, page_count
from jz_training.documents.sheet.dress import SheetDress
from jz_training.documents.sheet.foot import (
    CAME,
    COUNTS,
    expected_words,
    page_signed_by,
    signed_by,
)
from jz_training.documents.sheet.frame import HEADS, Frame
from jz_training.documents.sheet.head import (
    BY_STROKES,
    Facts,
    blank_facts,
    blank_heading,
    facts_of,
    heading,
)
from jz_training.documents.sheet.lines import cell_texts
from jz_training.documents.sheet.sheet_book import Cell, SheetBook, SheetColumn, SheetPages
from jz_training.documents.sheet.sign_in_sheet import frame_of
from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.parts import TrainingPart
from jz_training.domain.roster import masked_phone
from jz_training.domain.sheet import BlankForm, SheetGeometry, SignInSheet
from jz_training.domain.sheet_geometry import SheetCell, SheetField
from jz_training.domain.sheet_layout import geometry_of
from jz_training.domain.sheet_paper import UPRIGHT
from jz_training.domain.training import SheetOrder
from jz_training.labels.days import clock_words

#: The right half of the head begins at the column nearest to where the printed one does, in mm.
_NEAR = 10.0

_CENTRED = (SheetField.NUMBER, SheetField.NAME, SheetField.PHONE)
_SIZES = {SheetField.NAME: 12.0, SheetField.UNIT_AND_POST: 9.0, SheetField.UNIT: 9.0,
          SheetField.POST: 9.0}  # fmt: skip


def sign_in_sheet_xlsx(sheet: SignInSheet, *, style: PaperStyle = AS_MADE) -> bytes:
    """Return the sheet as a workbook; units and further sets of parts have worksheets."""
    dress = SheetDress(style.layout)
    made_at = datetime.fromisoformat(sheet.made_on) if sheet.made_on else NO_DATE
    title = dress.title(f"{sheet.title}签到表")
    book = SheetBook(title=title, maker=sheet.organiser, made_at=made_at)
    geometry = geometry_of(sheet, left_out=dress.left_out)
    for pages in _stretches(geometry):
        book.add(_worksheet(sheet, geometry, pages, dress))
    return book.finish()


def blank_form_xlsx(form: BlankForm, *, style: PaperStyle = AS_MADE) -> bytes:
    """Return a form without a list as a workbook."""
    dress = SheetDress(style.layout)
    frame = Frame(form.columns, False, True, left_out=dress.left_out)
    count = page_count(form)
    pages, first = [], 1
    for page in range(1, count + 1):
        rows, lists = UPRIGHT.rows(last=page == count), len(frame.lists)
        pages.append(tuple(_blank_line(frame, first + row, rows) for row in range(rows)))
        first += rows * lists
    book = SheetBook(title=NAME, maker=form.organiser, made_at=NO_DATE)
    book.add(
        SheetPages(
            name="签到表",
            heading=blank_heading(form, dress=dress),
            note="",
            facts=_halves(blank_facts(form)),
            lists=_columns(frame),
            pages=tuple(pages),
            totals=_counts(frame, expected_words(None)),
            signed="　　　　".join(signed_by(dress)),
            footer=_footer("", dress),
            logo=style.layout.logo,
            half=_half(frame),
        )
    )
    return book.finish()


def _stretches(geometry: SheetGeometry) -> Iterator[range]:
    """Return the pages that belong together: each stretch ends with totals."""
    ends = [page for page in range(1, geometry.pages + 1) if geometry.is_last(page)]
    for before, last in pairwise([0, *ends]):
        yield range(before + 1, last + 1)


def _worksheet(
    sheet: SignInSheet, geometry: SheetGeometry, pages: range, dress: SheetDress
) -> SheetPages:
    unit, rows = sheet.groups[geometry.group(pages[0])]
    frame = frame_of(sheet, geometry, pages[-1], dress=dress)
    people = {row.number: row for row in rows}
    return SheetPages(
        name=unit or sheet.viewpoint or "签到表",
        heading=heading(sheet, unit, dress=dress),
        note=BY_STROKES if sheet.order is SheetOrder.STROKES else "",
        facts=_halves(facts_of(sheet)),
        lists=_columns(frame),
        pages=tuple(tuple(_lines(geometry, page, people, frame)) for page in pages),
        totals=_counts(frame, expected_words(len(rows))),
        signed="　　　　".join(signed_by(dress)),
        footer=_footer(f"制表：{sheet.made_on}" if sheet.made_on else "", dress),
        logo=dress.layout.logo,
        lying=frame.paper.width > UPRIGHT.width,
        half=_half(frame),
    )


def _lines(
    geometry: SheetGeometry, page: int, people: dict[int, AttendeeRow], frame: Frame
) -> Iterator[tuple[Cell, ...]]:
    """Return the lines of a page from top to bottom, those of two lists side by side."""
    places = sorted(
        (place for place in geometry.rows if place.page == page),
        key=lambda place: (place.line.y, place.line.x),
    )
    for _, beside in groupby(places, key=lambda place: place.line.y):
        cells: list[Cell] = []
        for place, fields in zip(beside, frame.lists, strict=True):
            person = people.get(place.number)
            cells += [_cell(person, cell.field, frame) for cell in fields]
        yield tuple(cells)


def _cell(person: AttendeeRow | None, field: SheetField, frame: Frame) -> Cell:
    if person is None:
        return None
    if field is SheetField.NUMBER:
        return person.number
    texts = [*cell_texts(person, field)]
    if field is SheetField.NAME and frame.phone_below_name:
        texts.append(masked_phone(person.phone))
    return "\n".join(filter(None, texts))


def _blank_line(frame: Frame, number: int, rows: int) -> tuple[Cell, ...]:
    """Return a line of a form: the number in each list, the rest for the pen."""
    cells: list[Cell] = []
    for place, fields in enumerate(frame.lists):
        cells += [number + place * rows, *[None] * (len(fields) - 1)]
    return tuple(cells)


def _columns(frame: Frame) -> tuple[tuple[SheetColumn, ...], ...]:
    return tuple(tuple(_list_columns(cells, frame)) for cells in frame.lists)


def _list_columns(cells: Sequence[SheetCell], frame: Frame) -> Iterator[SheetColumn]:
    told = iter(frame.parts)
    sizes = _SIZES | ({SheetField.NAME: 9.0} if frame.phone_below_name else {})
    for cell in cells:
        part = next(told, None) if cell.field is SheetField.SIGNATURE else None
        yield SheetColumn(
            heading=HEADS[cell.field] if part is None else _part_heading(part),
            width=cell.width,
            centred=cell.field in _CENTRED,
            size=sizes.get(cell.field, 10.5),
        )


def _part_heading(part: TrainingPart) -> str:
    day = f"{part.start.month}月{part.start.day}日"
    return f"{part.name}\n{day}\n{clock_words(part.start, part.end)}"


def _halves(facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the facts of the head in two lines of two halves."""
    time, venue, organiser, chair, speaker = ("".join(fact) for fact in facts)
    return ((time, venue), (organiser, f"{chair}　　　　{speaker}"))


def _half(frame: Frame) -> int:
    """Return the column at which the right half of the head begins."""
    if len(frame.lists) == 2:
        return len(frame.lists[0])
    cells, begins = frame.lists[0], frame.paper.facts[0] - _NEAR
    found = next((at for at, cell in enumerate(cells) if cell.x >= begins), len(cells))
    return min(found, len(cells) - (1 if frame.left_out else 2))


def _counts(frame: Frame, expected: str) -> tuple[tuple[int, str], ...]:
    """Return the counts of the last line, each with the column at which it begins.

    Who came differs from part to part, and is counted below the column of each.
    """
    if not frame.parts:
        return ((0, "　　　".join((expected, *COUNTS))),)
    signed = [at for at, cell in enumerate(frame.lists[0]) if cell.field is SheetField.SIGNATURE]
    beside = ((signed[-1] + 1, ""),) if signed[-1] + 1 < len(frame.lists[0]) else ()
    return ((0, expected), *((at, CAME) for at in signed), *beside)


def _footer(made: str, dress: SheetDress) -> str:
    """Return the foot in Excel's own signs: the office's line and the day, pages, who signs."""
    left = "　".join(filter(None, (dress.footer.replace("&", "&&"), made)))
    signer = "".join(page_signed_by(dress)).replace("&", "&&")
    return f"&L{left}&C第&P页 共&N页" + (f"&R{signer}" if signer else "")

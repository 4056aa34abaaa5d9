"""The head of every page of a sign-in sheet: title, order of names, when, where and by whom."""

from __future__ import annotations

from datetime import datetime

from jz_training.documents.dates import weekday_words
from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.sheet.dress import SheetDress, draw_logo, title_edges
from jz_training.documents.sheet.frame import from_top
from jz_training.domain.sheet import BlankForm, SignInSheet
from jz_training.domain.sheet_layout import paper_of
from jz_training.domain.sheet_paper import LEFT, SheetPaper
from jz_training.domain.training import SheetOrder

TITLE_SIZE = 20.0
FACT_SIZE = 10.5

BY_STROKES = "（按姓氏笔画为序）"
#: Where the pen writes the name of the training, and when it is.
BLANK_TITLE = "＿＿＿＿＿＿＿＿＿＿"
BLANK_TIME = "　　　年　　月　　日　　时"

Facts = tuple[tuple[str, str], ...]

#: Over the pages of those who belong to no unit.
NO_UNIT = "未分单位"

_INSIDE_MARKS = 4.0

#: A sheet as we make it.
AS_PRINTED = SheetDress()


def draw_head(
    pen: Pen, sheet: SignInSheet, unit: str | None = None, *, dress: SheetDress = AS_PRINTED
) -> None:
    """Write title, order and facts; `unit` has pages of its own, an empty one is of no unit."""
    by_strokes = sheet.order is SheetOrder.STROKES
    paper = paper_of(sheet)
    logo = draw_logo(pen, dress.layout.logo)
    bottom = 27.0 if by_strokes else 30.0
    with pen.writing():
        _title(pen, heading(sheet, unit, dress=dress), paper, bottom=bottom, logo=logo)
        if by_strokes:
            _centred(pen, BY_STROKES, paper, middle=29.8)
        _facts(pen, facts_of(sheet), paper)


def draw_blank_head(
    pen: Pen, form: BlankForm, paper: SheetPaper, *, dress: SheetDress = AS_PRINTED
) -> None:
    """Write the head of a form without a list: the labels, and what is known already."""
    logo = draw_logo(pen, dress.layout.logo)
    with pen.writing():
        _title(pen, blank_heading(form, dress=dress), paper, bottom=30.0, logo=logo)
        _facts(pen, blank_facts(form), paper)


def facts_of(sheet: SignInSheet) -> Facts:
    """Return when, where, by whom: each label with what is said, in the order of the paper."""
    chair = ("负责人：", sheet.responsible) if sheet.viewpoint else ("主持：", sheet.chair)
    return (
        ("时间：", held_at(sheet.start, sheet.end)),
        ("地点：", sheet.venue),
        ("主办单位：", sheet.organiser),
        chair,
        ("主讲：", sheet.speaker),
    )


def blank_facts(form: BlankForm) -> Facts:
    """Return the same of a form without a list: all but the organiser is left to the pen."""
    return (
        ("时间：", BLANK_TIME),
        ("地点：", ""),
        ("主办单位：", form.organiser),
        ("主持：", ""),
        ("主讲：", ""),
    )


def _facts(pen: Pen, facts: Facts, paper: SheetPaper) -> None:
    """Write two facts above three."""
    second, third = paper.facts
    left, middle = second - LEFT - 2, third - second - 2
    time, venue, organiser, chair, speaker = facts
    _fact(pen, *time, x=LEFT, width=left, middle=36.6)
    _fact(pen, *venue, x=second, width=paper.right - second, middle=36.6)
    _fact(pen, *organiser, x=LEFT, width=left, middle=42.8)
    _fact(pen, *chair, x=second, width=middle, middle=42.8)
    _fact(pen, *speaker, x=third, width=paper.right - third, middle=42.8)


def blank_heading(form: BlankForm, *, dress: SheetDress = AS_PRINTED) -> str:
    """Return the title of a form without a list; the pen writes what is not known."""
    return dress.title(f"{form.title or BLANK_TITLE}签到表")


def heading(sheet: SignInSheet, unit: str | None = None, *, dress: SheetDress = AS_PRINTED) -> str:
    """Return the title; the sheet of a viewing point, or the page of a unit, says which one."""
    whose = [sheet.viewpoint, "" if unit is None else unit or NO_UNIT]
    said = "　".join(filter(None, whose))
    return dress.title(f"{sheet.title}签到表") + (f"（{said}）" if said else "")


def held_at(start: datetime, end: datetime) -> str:
    """Return when a training is held, as the sheet says it: 2025年2月18日（星期二）14:30—16:30."""
    day = weekday_words(start)
    if end.date() == start.date():
        return f"{day}{start:%H:%M}—{end:%H:%M}"
    return f"{day}{start:%H:%M}—{end.month}月{end.day}日{end:%H:%M}"


def _title(pen: Pen, text: str, paper: SheetPaper, *, bottom: float, logo: float = 0.0) -> None:
    top = 11.0
    left, right = title_edges(paper, inside=_INSIDE_MARKS, logo=logo)
    box = Box(width=(right - left) * MM, height=(bottom - top) * MM, size=TITLE_SIZE)
    with pen.thickened(FontRole.TITLE, TITLE_SIZE):
        pen.write(
            text,
            role=FontRole.TITLE,
            box=box,
            x=left * MM,
            middle=from_top((top + bottom) / 2),
            align=0.5,
        )


def _centred(pen: Pen, text: str, paper: SheetPaper, *, middle: float) -> None:
    line = pen.line(text, FontRole.SONG)
    x = ((LEFT + paper.right) * MM - line.em * FACT_SIZE) / 2
    pen.put_middle(line, x=x, middle=from_top(middle), size=FACT_SIZE)


def _fact(pen: Pen, label: str, value: str, *, x: float, width: float, middle: float) -> None:
    head = pen.line(label, FontRole.HEI)
    pen.put_middle(head, x=x * MM, middle=from_top(middle), size=FACT_SIZE)
    taken = head.em * FACT_SIZE
    box = Box(width=width * MM - taken, height=6.2 * MM, size=FACT_SIZE)
    pen.write(value, role=FontRole.SONG, box=box, x=x * MM + taken, middle=from_top(middle))

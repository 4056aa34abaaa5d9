"""The leave slip (请假条): filled in as far as it is known, with places for signatures."""

from __future__ import annotations

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.sheet.head import held_at
from jz_training.domain.leave import LeaveSlip
from jz_training.labels.leaves import LEAVE_KINDS

TITLE_SIZE, ORGANISER_SIZE, TEXT_SIZE = 22.0, 14.0, 12.0
TITLE = "请　假　条"
SIGNED = "签名：＿＿＿＿＿＿＿＿　　　　　　年　　　月　　　日"

_LEFT, _WIDTH, _TOP = 25 * MM, 160 * MM, 238 * MM
_LABEL = 28 * MM
_PAD = 3 * MM


def slip_pdf(
    slip: LeaveSlip, *, fonts: Fonts | None = None, report: PaperReport | None = None
) -> bytes:
    """Return the slip on an upright A4; `report` collects what no font has and what was cut."""
    fonts = fonts or system_fonts()
    canvas, buffer = new_canvas(
        title=f"请假条 {slip.name}", author=slip.organiser, subject="请假条", fonts=fonts
    )
    _Form(Pen(canvas, fonts=fonts, report=report or PaperReport())).draw(slip)
    canvas.showPage()
    return finish(canvas, buffer)


class _Form:
    """Draws the rows of the form one below the other."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._top = _TOP

    def draw(self, slip: LeaveSlip) -> None:
        self._pen.canvas.setLineWidth(0.6)
        self._title(slip.organiser)
        self._pair(("姓　　名", slip.name), ("单　　位", slip.unit))
        self._pair(("职　　务", slip.post), ("请假类别", LEAVE_KINDS[slip.draft.reason]))
        self._row("请假范围", *_covered(slip), height=30)
        self._row("请假说明", *slip.draft.note.splitlines(), height=52)
        self._sign("申 请 人", "", height=30)
        approver = f"批准人：{slip.draft.approver}" if slip.draft.approver else ""
        self._sign("批准意见", approver, height=44)
        note = "请假条请交会议组织者，与签到表一起归档。"
        self._write(note, x=_LEFT, middle=self._top - 6 * MM, width=_WIDTH, size=10.5, height=6)

    def _title(self, organiser: str) -> None:
        self._write(
            organiser, x=_LEFT, middle=_TOP + 27 * MM, width=_WIDTH, height=10,
            size=ORGANISER_SIZE, align=0.5,
        )  # fmt: skip
        with self._pen.writing(), self._pen.thickened(FontRole.TITLE, TITLE_SIZE):
            box = Box(width=_WIDTH, height=12 * MM, size=TITLE_SIZE)
            middle = _TOP + 13 * MM
            self._pen.write(TITLE, role=FontRole.TITLE, box=box, x=_LEFT, middle=middle, align=0.5)

    def _pair(self, *fields: tuple[str, str]) -> None:
        """Draw two short fields side by side."""
        half = _WIDTH / 2
        for at, (word, value) in enumerate(fields):
            self._cell(word, (value,), x=_LEFT + at * half, width=half, height=13)
        self._top -= 13 * MM

    def _row(self, word: str, *values: str, height: float) -> None:
        self._cell(word, values, x=_LEFT, width=_WIDTH, height=height)
        self._top -= height * MM

    def _sign(self, word: str, said: str, *, height: float) -> None:
        """Draw a row with what is known above and the place to sign below."""
        self._cell(word, (), x=_LEFT, width=_WIDTH, height=height)
        inner = _WIDTH - _LABEL - 2 * _PAD
        bottom = self._top - height * MM
        x = _LEFT + _LABEL + _PAD
        self._write(said, x=x, middle=self._top - 8 * MM, width=inner, height=8)
        self._write(SIGNED, x=x, middle=bottom + 8 * MM, width=inner, height=8, align=1.0)
        self._top = bottom

    def _cell(
        self, word: str, values: tuple[str, ...], *, x: float, width: float, height: float
    ) -> None:
        """Draw a label and its box; `height` in millimetres."""
        canvas, bottom = self._pen.canvas, self._top - height * MM
        canvas.rect(x, bottom, _LABEL, height * MM, stroke=1, fill=0)
        canvas.rect(x + _LABEL, bottom, width - _LABEL, height * MM, stroke=1, fill=0)
        middle = bottom + height * MM / 2
        self._write(
            word, x=x, middle=middle, width=_LABEL, height=height, role=FontRole.HEI, align=0.5
        )
        inner = width - _LABEL - 2 * _PAD
        self._write(*values, x=x + _LABEL + _PAD, middle=middle, width=inner, height=height - 2)

    def _write(
        self,
        *texts: str,
        x: float,
        middle: float,
        width: float,
        height: float,
        size: float = TEXT_SIZE,
        role: FontRole = FontRole.SONG,
        align: float = 0.0,
    ) -> None:
        if any(text.strip() for text in texts):
            box = Box(width=width, height=height * MM, size=size)
            with self._pen.writing():
                self._pen.write(*texts, role=role, box=box, x=x, middle=middle, align=align)


def _covered(slip: LeaveSlip) -> tuple[str, ...]:
    """Return the training or the days in as many lines as they need."""
    if slip.start is not None and slip.end is not None:
        when = f"时间：{held_at(slip.start, slip.end)}"
        place = f"地点：{slip.venue}" if slip.venue else ""
        return tuple(filter(None, (slip.training, when, place)))
    first, last = slip.draft.first, slip.draft.last
    days = day_words(first) if first == last else f"{day_words(first)} 至 {day_words(last)}"
    return (f"{days}期间的学习培训", f"共 {(last - first).days + 1} 天")

"""The papers around one training, with invented content: sheet, agenda, record, photos, month."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from PIL import Image

from jz_training.domain.agenda import AgendaItem, timed
from jz_training.domain.attendance import PRESENT, AttendeeRow
from jz_training.domain.dossier import DossierPart, PartState
from jz_training.domain.dossier_paper import DossierDocument, DossierPaper, DossierSection
from jz_training.domain.meeting_papers import AgendaPaper, MonthEntry, MonthPaper
from jz_training.domain.paper_style import PaperStyle
from jz_training.domain.sheet import SheetOptions, SignInSheet
from jz_training.domain.summary import GroupRow, TrainingSummary
from jz_training.domain.tally import Rate, Tally
from jz_training.domain.training import (
    SheetOrder,
    TrainingDraft,
    TrainingForm,
    TrainingState,
    TrainingView,
)
from jz_training.domain.training_record import PointKind, RecordDraft, RecordPoint, TrainingRecord
from jz_training.domain.working_calendar import WorkingCalendar

_TITLE, _VENUE = "冬季职工学习会", "职工之家二楼"
_START = datetime(2026, 11, 26, 14, 30)
_END = _START + timedelta(minutes=90)
_NOBODY = UUID(int=0)
_CHAIR, _SPEAKER, _RECORDER = "乔远", "叶静", "秦晓峰"
_UNITS = ("细纱车间", "织造车间", "印染车间", "机关")
_FAMILY, _GIVEN = "孟白温秦叶乔方程", ("阳", "洁", "岚")


def sheet(style: PaperStyle, organiser: str) -> bytes:
    """Return a sign-in sheet of one page."""

    from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf

    view = SignInSheet(
        training_id=_NOBODY, sheet_version=1, title=_TITLE, form=TrainingForm.STUDY.value,
        start=_START, end=_END, venue=_VENUE, organiser=organiser, chair=_CHAIR, speaker=_SPEAKER,
        order=SheetOrder.UNIT, rows=_rows(), options=SheetOptions(blank_rows=2),
        made_on="2026-11-20",
    )  # fmt: skip
    return sign_in_sheet_pdf(view, style=style)[0]


def agenda(style: PaperStyle, organiser: str) -> bytes:
    """Return an agenda."""

    from jz_training.documents.meeting.agenda_paper import agenda_pdf

    items = (
        AgendaItem(what="领学", who=_SPEAKER, minutes=40),
        AgendaItem(what="交流发言", who="各分工会", minutes=35),
        AgendaItem(what="小结", who=_CHAIR, minutes=15),
    )
    paper = AgendaPaper(
        title=_TITLE, organiser=organiser, start=_START, end=_END, venue=_VENUE, chair=_CHAIR,
        items=timed(items, _START),
    )  # fmt: skip
    return agenda_pdf(paper, style=style)


def record(style: PaperStyle, organiser: str) -> bytes:
    """Return the record of a study session."""

    from jz_training.documents.record.record_paper import record_pdf

    points = (
        RecordPoint(kind=PointKind.AGENDA, heading="领学", who=_SPEAKER, text="通读学习材料。"),
        RecordPoint(
            kind=PointKind.DECISION, heading="议定事项", text="各分工会于月底前组织班组学习。"
        ),
    )
    found = TrainingRecord(
        training=_training(), organiser=organiser, present=_rows(), missed=(), others=(),
        draft=RecordDraft(chair=_CHAIR, recorder=_RECORDER, points=points),
        tally=Tally(expected=18, present=18),
    )  # fmt: skip
    return record_pdf(found, style=style)


def training_summary(style: PaperStyle, organiser: str) -> bytes:
    """Return the summary of one training."""

    from jz_training.documents.summary.training_summary import training_summary_pdf

    came = Tally(expected=18, present=18)
    unit = GroupRow(name=_UNITS[0], tally=came, persons=Rate(18, 18))
    found = TrainingSummary(
        training=_training(), organiser=organiser, as_of=_END, tally=came, by_unit=(unit,),
        by_layer=(), by_category=(), rows=_rows(),
    )  # fmt: skip
    return training_summary_pdf(found, style=style)


def photos(style: PaperStyle, organiser: str) -> bytes:
    """Return a page of two grey pictures with their captions."""

    from jz_training.documents.dossier.photo_pages import photo_pages_pdf

    with TemporaryDirectory(prefix="jz-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "0.jpg"
        path.write_bytes(_grey())
        shown = tuple(
            DossierDocument(id=UUID(int=at), name=f"{words}.jpg", caption=words, suffix=".jpg",
                            path=path, ready=path)
            for at, words in enumerate(("会场", "领学"))
        )  # fmt: skip
        section = DossierSection(part=DossierPart.PHOTO, state=PartState.HERE, documents=shown)
        paper = DossierPaper(
            title=_TITLE, organiser=organiser, start=_START, end=_END, venue=_VENUE, as_of=_END,
            sections=(section,),
        )  # fmt: skip
        return photo_pages_pdf(paper, style=style)


def month(style: PaperStyle, organiser: str) -> bytes:
    """Return a month with three trainings."""

    from jz_training.documents.meeting.month_paper import month_pdf

    entries = tuple(
        MonthEntry(title=title, start=datetime.combine(day, _START.time()),
                   end=datetime.combine(day, _END.time()), venue=_VENUE)
        for title, day in (
            ("班组长座谈", date(2026, 11, 5)), ("工会业务课", date(2026, 11, 12)),
            (_TITLE, _START.date()),
        )
    )  # fmt: skip
    paper = MonthPaper(
        year=2026, month=11, organiser=organiser, calendar=WorkingCalendar(), entries=entries
    )
    return month_pdf(paper, style=style)


def _training() -> TrainingView:
    draft = TrainingDraft(
        title=_TITLE, form=TrainingForm.STUDY, start=_START, end=_END, venue=_VENUE, chair=_CHAIR,
        speaker=_SPEAKER, recorder=_RECORDER, topics=("劳动法律法规",), hours=Decimal(2),
    )  # fmt: skip
    return TrainingView(
        id=_NOBODY, version=1, draft=draft, state=TrainingState.CLOSED, list_frozen_at=_START,
        order=SheetOrder.UNIT, closed_at=_END,
    )  # fmt: skip


def _rows() -> tuple[AttendeeRow, ...]:
    return tuple(
        AttendeeRow(
            id=UUID(int=at + 1), person_id=UUID(int=at + 1), number=at + 1,
            name=_FAMILY[at % len(_FAMILY)] + _GIVEN[at % len(_GIVEN)],
            unit=_UNITS[at * len(_UNITS) // 18], post=("分工会主席", "班组长", "职工代表")[at % 3],
            layer="一线职工", category="职工代表", mark=PRESENT,
        )
        for at in range(18)
    )  # fmt: skip


def _grey() -> bytes:
    made = BytesIO()
    Image.new("RGB", (900, 600), (214, 218, 224)).save(made, "JPEG")
    return made.getvalue()

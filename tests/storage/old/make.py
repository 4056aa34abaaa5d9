"""Makes the data file of the newest revision, to be kept: `python -m tests.storage.old.make`.

Run once when a revision is released and commit what it writes; files of released revisions are
never made again.
"""

from __future__ import annotations

import gzip
import sys
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import select

from jz_training.domain.attendance import PRESENT, AttendanceStatus, LeaveReason, Mark
from jz_training.domain.evidence import EvidenceKind
from jz_training.domain.hours import HoursRule
from jz_training.domain.library import VenueKind
from jz_training.domain.outreach import OutreachDraft, PlaceKind
from jz_training.domain.plan import PlanItemDraft
from jz_training.domain.publicity import Channel, PublicityDraft
from jz_training.domain.repetition import Pattern, Repetition, Slot
from jz_training.domain.task import TaskDraft
from jz_training.domain.training import TrainingForm
from jz_training.domain.working_calendar import HolidayTable, SpecialDay
from jz_training.services import tallies
from jz_training.services.desk import Desk, open_desk
from jz_training.services.hours_rows import hours_rule_json
from jz_training.storage import schema
from jz_training.storage.paper_tables import PaperLayoutRow, Report, SuperiorForm
from jz_training.storage.store import Work
from jz_training.storage.tables import (
    Attachment,
    Attendee,
    HoursRuleSet,
    HoursWanted,
    Leave,
    MakeUp,
    MakeUpGroup,
    Material,
    Nickname,
    Speaker,
    Training,
    TrainingMaterial,
    TrainingRecord,
    Venue,
    Viewpoint,
)
from tests.conftest import Clock
from tests.services.notices import EVENT, reading
from tests.services.stories import a_listed_training, draft
from tests.services.test_sheets import geometry_of

FOLDER = Path(__file__).parent


def main() -> None:
    """Live a short story with a row in every table and keep its file, packed."""
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(folder) / "w", clock=Clock(datetime(2026, 11, 22, 9)))
        desk.settings.change(organiser="清河市纺织公司工会", operator="周建业")
        training = a_listed_training(desk, people=6, topics=("甲", "乙"))
        sheet = desk.sheets.prepare(training)
        desk.sheets.keep(sheet, geometry_of(sheet))
        leave = Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.OFFICIAL)
        desk.attendance.mark(training, {1: leave, 2: Mark(status=AttendanceStatus.ABSENT)})
        desk.attendance.mark_rest(training, PRESENT)
        desk.attendance.add_walk_in(training, name="𠮷明")
        desk.attendance.close(training)
        _issue(desk, training)
        desk.imports.remember("a", {})
        _answer_a_notice(desk, Path(folder))
        _plan_ahead(desk)
        with desk._workspace.store.write("training.change") as db:
            _look_after(db, training)
            _hand_out_papers(db)
        desk.close()
        data = Path(folder) / "w" / "data.sqlite"
        (FOLDER / f"{schema.HEAD}.sqlite.gz").write_bytes(gzip.compress(data.read_bytes(), mtime=0))


def _issue(desk: Desk, training: UUID) -> None:
    """Give a certificate to everybody who came."""
    listed = desk.certificates.candidates(training)
    came = [row.person_id for row in listed if row.entitled and row.person_id is not None]
    desk.certificates.issue(training, came, issued_on=date(2026, 11, 22))


def _answer_a_notice(desk: Desk, folder: Path) -> None:
    """Take in a notice and leave a row in every table that hangs on it."""
    source = folder / "通知.txt"
    source.write_text("通知", encoding="utf-8")
    notice = desk.notices.add(reading(event=EVENT), source=source)
    duty = desk.obligations.of_notice(notice)[0].id
    item = PlanItemDraft(title="第一批", form=TrainingForm.STUDY, obligation_id=duty)
    desk.plans.make(title="培训计划", notice_id=notice, items=[item])
    desk.tasks.add(TaskDraft(measure="分批组织", notice_id=notice, obligation_id=duty))
    news = PublicityDraft(
        title="推送", day=date(2026, 11, 20), channel=Channel.WECHAT, notice_id=notice
    )
    chosen = desk.publicity.add(news)
    desk.obligations.count_by_hand(duty, EvidenceKind.PUBLICITY, chosen, counts=True)
    start = datetime(2026, 11, 19, 9)
    desk.outreach.record(
        OutreachDraft(
            title="进车间宣讲",
            form=TrainingForm.OUTREACH,
            start=start,
            end=start + timedelta(hours=1),
            place_kind=PlaceKind.WORKSHOP,
            head_count=30,
            notice_id=notice,
        )
    )


def _plan_ahead(desk: Desk) -> None:
    """Leave a row in every table of scheduling: libraries, a broadcast, a series, a year."""
    day = date(2027, 1, 1)
    desk.calendar.import_year(
        HolidayTable(year=2027, days=(SpecialDay(day=day, name="元旦", off=True),))
    )
    rule = Repetition(
        pattern=Pattern.WEEKLY,
        first=date(2026, 11, 6),
        slots=(Slot(start=time(15), end=time(16, 30)),),
        weekdays=(4,),
        count=2,
    )
    broadcast, _ = desk.series.create(
        draft(title="云直播", form=TrainingForm.BROADCAST, link="https://live.example/1"), rule
    )
    desk.lists.freeze(broadcast)
    with desk._workspace.store.write("training.change") as db:
        _fill_libraries(db, broadcast)


def _fill_libraries(db: Work, broadcast: UUID) -> None:
    db.add(Venue(name="职工之家二楼", kind=VenueKind.MEETING_ROOM.value, capacity=60))
    db.add(Speaker(name="秦晓峰", title="讲师", topics=["甲"]))
    material = Material(title="学习材料", attachment_id=None)
    db.add(material)
    db.flush()
    db.add(TrainingMaterial(training_id=broadcast, material_id=material.id, position=0))
    room = Viewpoint(training_id=broadcast, position=0, name="织造车间", room="会议室", units=[])
    db.add(room)
    db.flush()
    line = db.scalars(select(Attendee).where(Attendee.training_id == broadcast)).first()
    assert line is not None
    line.viewpoint_id = room.id
    db.get_one(Training, broadcast).agenda = [{"what": "集中观看", "who": "", "minutes": 60}]


def _look_after(db: Work, training: UUID) -> None:
    """Leave a row in every table of attendance in depth: leave, make-ups, record, hours."""
    query = select(Attendee).where(Attendee.training_id == training).order_by(Attendee.number)
    on_leave, absent = list(db.scalars(query))[:2]
    assert on_leave.person_id is not None
    day = date(2026, 11, 20)
    leave = Leave(person_id=on_leave.person_id, first=day, last=day, reason="official")
    group = MakeUpGroup(title="补学班", form="lesson", day=day)
    db.add_all([leave, group])
    db.flush()
    db.add(
        MakeUp(
            attendee_id=absent.id,
            training_id=training,
            person_id=absent.person_id,
            group_id=group.id,
            form="lesson",
            done_on=None,
        )
    )
    point = {"kind": "speech", "heading": "讲话", "who": "秦晓峰", "text": "要点"}
    db.add(TrainingRecord(training_id=training, points=[point]))
    db.add(Nickname(name="小周", person_id=on_leave.person_id))
    db.add(HoursRuleSet(name="45 分钟", rule=hours_rule_json(HoursRule(name="45 分钟"))))
    db.add(
        HoursWanted(name="每年", hours=Decimal(50), years=1, online=False, layers=[], categories=[])
    )
    tallies.recount(db, training)


def _hand_out_papers(db: Work) -> None:
    """Leave a row in the tables of papers: a layout, a form of a superior, a report."""
    day = date(2026, 11, 22)
    form = Attachment(kind="other", name="上级表格.xlsx", filed_on=day)
    db.add_all([form, PaperLayoutRow(kind="plan", layout={"title": "年度培训计划表"})])
    db.flush()
    db.add(SuperiorForm(name="季度统计表", attachment_id=form.id, ties={}))
    db.add(
        Report(
            kind="period_summary",
            title="情况报告",
            first=date(2026, 1, 1),
            last=day,
            as_of=datetime(2026, 11, 22, 9),
            figures={"held": 1},
        )
    )


if __name__ == "__main__":
    sys.exit(main())

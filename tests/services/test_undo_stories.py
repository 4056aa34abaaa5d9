"""Undoing any story step by step leads back to the beginning, with sound counters all the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from jz_training.domain.agenda import AgendaItem
from jz_training.domain.attendance import PRESENT, AttendanceStatus, AttendeeRole, LeaveReason, Mark
from jz_training.domain.attendance_sheet import rows_of_part
from jz_training.domain.batches import BatchBy
from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.finding import Finding
from jz_training.domain.hours import Course
from jz_training.domain.leave import LeaveDraft
from jz_training.domain.library import MaterialDraft, SpeakerDraft, VenueDraft
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm, MakeUpGroupDraft
from jz_training.domain.obligation import ObligationKind, ObligationRow
from jz_training.domain.parts import TrainingPart, whole_mark
from jz_training.domain.repetition import Pattern, Repetition, SeriesScope, Slot
from jz_training.domain.roster import PersonDraft, UnitKind
from jz_training.domain.roster_reading import Decision, Likeness, RosterField
from jz_training.domain.sheet import SheetOptions
from jz_training.domain.tally import tally
from jz_training.domain.training import AudienceRule, SheetOrder, TrainingView
from jz_training.domain.viewpoint import ViewpointDraft
from jz_training.domain.working_calendar import HolidayTable, SpecialDay
from jz_training.errors import (
    CannotUndo,
    JzError,
    StillUnrecorded,
    TrainingIsCancelled,
    TrainingIsClosed,
)
from jz_training.labels import act_words
from jz_training.services.desk import Desk
from jz_training.services.leaves import LeaveQuery
from jz_training.services.ledger import TrainingQuery
from jz_training.services.missed import MissedQuery
from jz_training.services.outreach_rows import OutreachQuery
from jz_training.services.people import PeopleQuery
from jz_training.storage import journal
from tests.duties_factories import plan_item, publicity_draft, talk_draft, task_draft
from tests.factories import identity
from tests.services.notices import EVENT, TEXT, reading
from tests.services.stories import a_listed_training, a_training, draft, reading_of, some_people
from tests.services.test_sheets import geometry_of

ABSENT = Mark(status=AttendanceStatus.ABSENT)
STAND_IN = Mark(status=AttendanceStatus.PRESENT, stand_in="李明")


def kept_rows(desk: Desk) -> dict[str, list[dict[str, Any]]]:
    """Return every kept table as plain values, without the book-keeping."""
    with desk._workspace.store.read() as db:
        return {
            name: sorted(
                (
                    {
                        column.key: journal.to_json(getattr(row, column.key))
                        for column in kind.__table__.columns  # type: ignore[attr-defined]
                        if column.key not in journal.QUIET
                    }
                    for row in db.scalars(select(kind))
                ),
                key=lambda values: values["id"],
            )
            for name, kind in journal.entities().items()
        }


# --- one step of a story each ----------------------------------------------------------------


def _people(desk: Desk) -> list[Any]:
    return desk.people.ids(PeopleQuery())


def _trainings(desk: Desk) -> list[Any]:
    return [row.training_id for row in desk.trainings.list(TrainingQuery())]


def import_some(desk: Desk, chance: Random) -> None:
    people = reading_of(chance.randint(1, 8)).people
    people = tuple(replace(one, post=chance.choice(["", "班长", "组长"])) for one in people)
    reading = reading_of(0, people=people)
    lines = desk.imports.preview(reading)
    doubtful = [n for n, line in enumerate(lines) if line.likeness is Likeness.DOUBTFUL]
    desk.imports.carry_out(reading, lines, dict.fromkeys(doubtful, Decision.ADD))
    for backup in (desk.folder / "backups").iterdir():
        backup.unlink()  # each check of the story would read all of them again


def change_person(desk: Desk, chance: Random) -> None:
    person = desk.people.get(chance.choice(_people(desk)))
    post = chance.choice(["班长", "组长", ""])
    changed = PersonDraft(name=person.name, unit_id=person.unit_id, post=post)
    desk.people.change(person.id, version=person.version, draft=changed)


def retire_some(desk: Desk, chance: Random) -> None:
    desk.people.retire(*chance.sample(_people(desk), 2))


def bring_back(desk: Desk, chance: Random) -> None:
    desk.people.bring_back(*desk.people.ids(PeopleQuery(retired=True)))


def order_units(desk: Desk, chance: Random) -> None:
    units = [unit.id for unit in desk.units.all()]
    chance.shuffle(units)
    desk.units.order(units)


def change_unit(desk: Desk, chance: Random) -> None:
    unit = chance.choice(desk.units.all())
    desk.units.change(
        unit.id, version=unit.version, name=unit.name + "甲", kind=UnitKind.TEAM,
        parent_id=None, position=unit.position,
    )  # fmt: skip


def change_settings(desk: Desk, chance: Random) -> None:
    desk.settings.change(
        stand_in_counts=chance.random() < 0.5, operator=chance.choice(["周建业", "叶静"])
    )


def schedule(desk: Desk, chance: Random) -> None:
    start = datetime(2026, 11, 1, 9) + timedelta(days=chance.randint(0, 20))
    end = start + timedelta(hours=1)
    a_training(desk, start=start, end=end, topics=("甲", "乙"), hours=Decimal("1.5"))


def change_training(desk: Desk, chance: Random) -> None:
    view = desk.trainings.get(chance.choice(_trainings(desk)))
    hours = Decimal(chance.randint(0, 4))
    changed = replace(view.draft, hours=hours, topics=("丙",), note="一\n二")
    desk.trainings.change(view.id, version=view.version, draft=changed)


def move_training(desk: Desk, chance: Random) -> None:
    view = desk.trainings.get(chance.choice(_trainings(desk)))
    start = datetime(2026, 11, chance.randint(1, 28), 9)
    end = start + timedelta(hours=2)
    desk.trainings.move(view.id, version=view.version, start=start, end=end)


def copy_training(desk: Desk, chance: Random) -> None:
    desk.trainings.copy(chance.choice(_trainings(desk)), start=datetime(2026, 12, 1, 9))


def freeze(desk: Desk, chance: Random) -> None:
    orders = (SheetOrder.UNIT, SheetOrder.PINYIN, SheetOrder.STROKES)
    desk.lists.freeze(chance.choice(_trainings(desk)), order=chance.choice(orders))


def reorder(desk: Desk, chance: Random) -> None:
    desk.lists.reorder(chance.choice(_trainings(desk)), SheetOrder.PINYIN)


def apply_changes(desk: Desk, chance: Random) -> None:
    training = chance.choice(_trainings(desk))
    found = desk.lists.changes(training)
    desk.lists.apply(
        training,
        joined=[person.id for person in found.joined],
        left=[row.id for row in found.left],
        moved=[row.id for row, _ in found.moved],
    )


def mark(desk: Desk, chance: Random) -> None:
    training = chance.choice(_trainings(desk))
    numbers = [row.number for row in desk.attendance.sheet(training).rows]
    choices = (
        ABSENT, PRESENT, STAND_IN, Mark(status=AttendanceStatus.LATE, minutes=5),
        Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.SICK),
    )  # fmt: skip
    some = chance.sample(numbers, min(3, len(numbers)))
    marks = {number: chance.choice(choices) for number in some}
    desk.attendance.mark(training, marks, part_id=_some_part(desk, training, chance))


def mark_rest(desk: Desk, chance: Random) -> None:
    training = chance.choice(_trainings(desk))
    part_id = _some_part(desk, training, chance)
    desk.attendance.mark_rest(training, chance.choice((PRESENT, STAND_IN)), part_id=part_id)


def _some_part(desk: Desk, training: Any, chance: Random) -> Any:
    parts = desk.attendance.sheet(training).parts
    return chance.choice([None, *(part.id for part in parts)])


def change_parts(desk: Desk, chance: Random) -> None:
    view = desk.trainings.get(chance.choice(_trainings(desk)))
    day, hours = view.draft.start.replace(hour=8), chance.sample((8, 10, 14, 16), 2)
    parts = tuple(
        TrainingPart(
            id=identity(hour, kind=7), name=f"{hour} 点", start=day.replace(hour=hour),
            end=day.replace(hour=hour + 1),
        )
        for hour in sorted(hours)
    )  # fmt: skip
    changed = replace(view.draft, parts=parts, hours=Decimal(chance.randint(0, 4)))
    desk.trainings.change(view.id, version=view.version, draft=changed)


def walk_in(desk: Desk, chance: Random) -> None:
    role = chance.choice((AttendeeRole.WALK_IN, AttendeeRole.SPEAKER))
    desk.attendance.add_walk_in(chance.choice(_trainings(desk)), name="赵来", role=role)


def remove_other(desk: Desk, chance: Random) -> None:
    training = chance.choice(_trainings(desk))
    others = desk.attendance.sheet(training).others
    desk.attendance.remove_other(training, chance.choice(others).id)


def close(desk: Desk, chance: Random) -> None:
    desk.attendance.close(chance.choice(_trainings(desk)))


def reopen(desk: Desk, chance: Random) -> None:
    desk.attendance.reopen(chance.choice(_trainings(desk)), reason="漏记")


def cancel(desk: Desk, chance: Random) -> None:
    desk.trainings.cancel(chance.choice(_trainings(desk)), reason="改期")


def revive(desk: Desk, chance: Random) -> None:
    desk.trainings.revive(chance.choice(_trainings(desk)))


def _notices(desk: Desk) -> list[Any]:
    return [row.id for row in desk.notices.list()]


def _obligations(desk: Desk, chance: Random) -> Sequence[ObligationRow]:
    return desk.obligations.of_notice(chance.choice(_notices(desk)))


def take_in(desk: Desk, chance: Random) -> None:
    desk.notices.add(reading(text=TEXT + str(chance.random()), event=EVENT))


def change_notice(desk: Desk, chance: Random) -> None:
    view = desk.notices.get(chance.choice(_notices(desk)))
    header = replace(view.header, issuer=chance.choice(["", "清河市总工会"]), dated=None)
    desk.notices.change(view.id, version=view.version, header=header, note="一\n二")
    desk.notices.review(view.id, chance.random() < 0.5)
    for place in view.left_to_reader:
        desk.notices.sort_out(view.id, *place)


def remove_notice(desk: Desk, chance: Random) -> None:
    desk.notices.remove(chance.choice(_notices(desk)))


def belong(desk: Desk, chance: Random) -> None:
    view = desk.trainings.get(chance.choice(_trainings(desk)))
    draft = replace(view.draft, notice_id=chance.choice(_notices(desk)), required=True)
    desk.trainings.change(view.id, version=view.version, draft=draft)


def add_obligation(desk: Desk, chance: Random) -> None:
    start = chance.randint(0, 60)
    kind = chance.choice(list(ObligationKind))
    desk.obligations.add_from_text(chance.choice(_notices(desk)), start, start + 9, kind)


def change_obligation(desk: Desk, chance: Random) -> None:
    row = chance.choice(_obligations(desk, chance))
    draft = replace(row.draft, topics=("甲",), count=chance.randint(1, 3), unit="场", start=None)
    desk.obligations.change(row.id, version=row.version, draft=replace(draft, end=None))
    desk.obligations.report(row.id, chance.choice([None, date(2026, 11, 20)]))


def move_obligation(desk: Desk, chance: Random) -> None:
    row = chance.choice(_obligations(desk, chance))
    desk.obligations.move(row.id, position=chance.randint(0, 3))


def confirm(desk: Desk, chance: Random) -> None:
    row = chance.choice(_obligations(desk, chance))
    desk.obligations.confirm(row.id, chance.choice([None, date(2026, 11, 20)]))


def count_by_hand(desk: Desk, chance: Random) -> None:
    row = chance.choice(_obligations(desk, chance))
    counted = desk.duties.candidates(row.id)
    book = desk.duties.book(row.notice_id)
    counted += next(one.evidence for one in book.duties if one.obligation.id == row.id)
    one = chance.choice(counted)
    desk.obligations.count_by_hand(row.id, one.kind, one.id, counts=chance.random() < 0.5)
    if chance.random() < 0.3:
        desk.obligations.forget_choice(row.id, one.id)


def remove_obligation(desk: Desk, chance: Random) -> None:
    desk.obligations.remove(chance.choice(_obligations(desk, chance)).id)


def file_document(desk: Desk, chance: Random) -> None:
    source = desk.folder.parent / f"{chance.randint(1, 3)}.txt"
    source.write_text(source.name, encoding="utf-8")
    row = chance.choice(_obligations(desk, chance))
    draft = FiledDraft(
        kind=chance.choice(list(DocumentKind)), name="材料", notice_id=row.notice_id,
        obligation_id=chance.choice([None, row.id]),
    )  # fmt: skip
    desk.documents.file(draft, source=chance.choice([None, source]))


def change_document(desk: Desk, chance: Random) -> None:
    row = chance.choice(desk.documents.of_notice(chance.choice(_notices(desk))))
    draft = replace(row.draft, name="改名", number="3号", obligation_id=None)
    desk.documents.change(row.id, version=row.version, draft=draft)


def remove_document(desk: Desk, chance: Random) -> None:
    desk.documents.remove(chance.choice(desk.documents.of_notice(chance.choice(_notices(desk)))).id)


def remember(desk: Desk, chance: Random) -> None:
    field = chance.choice((RosterField.UNIT, RosterField.POST))
    desk.imports.remember("a", {("Sheet1", 0): field})


def record_talk(desk: Desk, chance: Random) -> None:
    start = datetime(2026, 11, chance.randint(1, 30), 9)
    desk.outreach.record(talk_draft(start=start, head_count=chance.choice((None, 20))))


def change_talk(desk: Desk, chance: Random) -> None:
    row = chance.choice(desk.outreach.list(OutreachQuery()))
    changed = replace(row.draft, head_count=chance.choice((None, 5, 50)), groups=("青年",))
    desk.outreach.change(row.training_id, version=row.version, draft=changed)


def cancel_talk(desk: Desk, chance: Random) -> None:
    row = chance.choice(desk.outreach.list(OutreachQuery()))
    desk.outreach.cancel(row.training_id, reason="改期")


def make_plan(desk: Desk, chance: Random) -> None:
    desk.plans.make(title="计划", items=[plan_item(title=title) for title in "甲乙丙"])


def carry_out(desk: Desk, chance: Random) -> None:
    item = chance.choice(_plan_items(desk))
    desk.trainings.schedule(desk.plans.training_draft(item))


def move_item(desk: Desk, chance: Random) -> None:
    desk.plans.move_item(chance.choice(_plan_items(desk)), position=chance.randint(0, 3))


def remove_item(desk: Desk, chance: Random) -> None:
    desk.plans.remove_item(chance.choice(_plan_items(desk)))


def remove_plan(desk: Desk, chance: Random) -> None:
    desk.plans.remove(chance.choice(desk.plans.list()).id)


def _plan_items(desk: Desk) -> list[Any]:
    return [item.id for plan in desk.plans.list() for item in desk.plans.get(plan.id).items]


def add_task(desk: Desk, chance: Random) -> None:
    desk.tasks.add(task_draft(progress=chance.choice((0, 100))))


def move_task(desk: Desk, chance: Random) -> None:
    desk.tasks.move(chance.choice(desk.tasks.list().rows).id, position=0)


def publish(desk: Desk, chance: Random) -> None:
    desk.publicity.add(publicity_draft(reach=chance.randint(0, 9)))


def create_series(desk: Desk, chance: Random) -> None:
    day = date(2026, 11, 1) + timedelta(days=chance.randint(0, 20))
    slot = Slot(start=time(9), end=time(10))
    rule = Repetition(pattern=Pattern.EVERY_DAYS, first=day, slots=(slot,), every=2, count=3)
    desk.series.create(draft(topics=("甲", "新")), rule)


def create_batches(desk: Desk, chance: Random) -> None:
    found = desk.series.split_audience(AudienceRule(), BatchBy.NUMBER, size=chance.randint(1, 9))
    day = datetime(2026, 12, 1, 9)
    starts = [day + timedelta(days=batch.number) for batch in found.batches]
    desk.series.create_batches(draft(), found, starts=starts)


def _in_series(desk: Desk, chance: Random) -> TrainingView:
    views = [desk.trainings.get(training) for training in _trainings(desk)]
    return chance.choice([view for view in views if view.series_id is not None])


def copy_series(desk: Desk, chance: Random) -> None:
    series_id = _in_series(desk, chance).series_id
    assert series_id is not None
    desk.series.copy_series(series_id, first=date(2027, 1, 4))


def move_series(desk: Desk, chance: Random) -> None:
    view = _in_series(desk, chance)
    assert view.series_id is not None
    desk.series.move_series(view.series_id, by=timedelta(days=1), from_training=view.id)


def change_series(desk: Desk, chance: Random) -> None:
    view = _in_series(desk, chance)
    new = replace(view.draft, hours=Decimal(chance.randint(0, 4)), topics=("丁",), venue="丙")
    scope = chance.choice(list(SeriesScope))
    desk.series.change_following(view.id, version=view.version, draft=new, scope=scope)


def import_year(desk: Desk, chance: Random) -> None:
    day = SpecialDay(day=date(2027, 1, chance.randint(1, 9)), name="元旦", off=True)
    desk.calendar.import_year(HolidayTable(year=2027, days=(day,)))


OF_SCHEDULING = (
    create_series, create_batches, copy_series, move_series, change_series, import_year,
)  # fmt: skip


def keep_libraries(desk: Desk, chance: Random) -> None:
    desk.venues.add(VenueDraft(name=f"会议室{chance.random()}"))
    desk.speakers.add(SpeakerDraft(name="秦晓峰", unit=f"{chance.random()}"))
    desk.materials.add(MaterialDraft(title=f"读本{chance.random()}"))


def study(desk: Desk, chance: Random) -> None:
    known = [row.id for row in desk.materials.list()]
    desk.materials.attach(
        chance.choice(_trainings(desk)), chance.sample(known, chance.randint(0, len(known)))
    )


def tidy_libraries(desk: Desk, chance: Random) -> None:
    venue = chance.choice(desk.venues.list())
    renamed = replace(venue.draft, name=venue.draft.name + "甲")
    desk.venues.change(venue.id, version=venue.version, draft=renamed)
    desk.speakers.remove(chance.choice(desk.speakers.list()).id)
    desk.materials.remove(chance.choice(desk.materials.list()).id)


def set_agenda(desk: Desk, chance: Random) -> None:
    view = desk.trainings.get(chance.choice(_trainings(desk)))
    items = [AgendaItem(what="领学", minutes=chance.randint(1, 60))]
    desk.agendas.set(view.id, version=view.version, items=items)


def add_room(desk: Desk, chance: Random) -> None:
    units = tuple(unit.id for unit in desk.units.all())
    draft = ViewpointDraft(name=f"分会场{chance.random()}", units=tuple(chance.sample(units, 1)))
    desk.viewpoints.add(chance.choice(_trainings(desk)), draft)


def assign_rooms(desk: Desk, chance: Random) -> None:
    desk.viewpoints.assign(chance.choice(_trainings(desk)))


def seat_by_hand(desk: Desk, chance: Random) -> None:
    training = chance.choice(_trainings(desk))
    numbers = [row.number for row in desk.attendance.sheet(training).rows]
    rooms = [None, *(room.id for room in desk.viewpoints.of_training(training))]
    desk.viewpoints.set_of_lines(training, chance.sample(numbers, 2), chance.choice(rooms))


def close_room(desk: Desk, chance: Random) -> None:
    rooms = desk.viewpoints.of_training(chance.choice(_trainings(desk)))
    desk.viewpoints.move(chance.choice(rooms).id, position=0)
    desk.viewpoints.remove(chance.choice(rooms).id)


def ask_leave(desk: Desk, chance: Random) -> None:
    first = date(2026, 11, chance.randint(1, 20))
    draft = LeaveDraft(
        person_id=chance.choice(_people(desk)),
        reason=chance.choice(list(LeaveReason)),
        first=first,
        last=first + timedelta(days=chance.randint(0, 20)),
        training_id=chance.choice([None, *_trainings(desk)]),
    )
    desk.leaves.ask(draft)


def change_leave(desk: Desk, chance: Random) -> None:
    row = chance.choice(desk.leaves.list(LeaveQuery()))
    changed = replace(row.draft, reason=LeaveReason.OTHER, last=row.draft.first, training_id=None)
    desk.leaves.change(row.id, version=row.version, draft=changed)


def remove_leave(desk: Desk, chance: Random) -> None:
    desk.leaves.remove(chance.choice(desk.leaves.list(LeaveQuery())).id)


def link_guest(desk: Desk, chance: Random) -> None:
    visits = [visit.attendee_id for visit in chance.choice(desk.merging.walk_ins()).visits]
    if chance.random() < 0.3:
        desk.merging.make_person(visits, PersonDraft(name="赵来"))
        return
    person = chance.choice(_people(desk))
    missed = desk.merging.missed_batches(visits, person)
    desk.merging.link(visits, person, made_up=[one.attendee_id for one in missed])


def merge_people(desk: Desk, chance: Random) -> None:
    import_some(desk, chance)
    desk.merging.merge(*chance.sample(_people(desk), 2))


OF_LEAVES: tuple[Callable[[Desk, Random], None], ...] = (
    ask_leave, ask_leave, change_leave, remove_leave, link_guest, link_guest, merge_people,
    walk_in, walk_in, freeze, mark, mark_rest, close, reopen, move_training,
)  # fmt: skip


def _missed(desk: Desk, chance: Random, **query: Any) -> list[Any]:
    lines = [row.attendee_id for row in desk.make_ups.missed(MissedQuery(**query))]
    return chance.sample(lines, min(2, len(lines)))


def make_up(desk: Desk, chance: Random) -> None:
    day = chance.choice([None, desk.now().date()])
    draft = MakeUpDraft(form=chance.choice(list(MakeUpForm)), done_on=day)
    made = desk.make_ups.record(_missed(desk, chance), draft)
    filed = FiledDraft(kind=DocumentKind.MAKE_UP, name="体会", make_up_id=made[0])
    desk.documents.file(filed)


def make_up_together(desk: Desk, chance: Random) -> None:
    draft = MakeUpGroupDraft(title="补学班", form=MakeUpForm.LESSON)
    desk.make_up_groups.make_group(draft, _missed(desk, chance))


def finish_together(desk: Desk, chance: Random) -> None:
    group = chance.choice(desk.make_up_groups.list())
    came = [row.attendee_id for row in group.waiting[:1]]
    desk.make_up_groups.finish_group(group.id, desk.now().date(), came)


def tidy_make_ups(desk: Desk, chance: Random) -> None:
    made = [row.make_up_id for row in desk.make_ups.missed(MissedQuery()) if row.make_up_id]
    desk.make_ups.remove(made[:1])
    desk.make_up_groups.remove(chance.choice(desk.make_up_groups.list()).id)


STEPS: tuple[Callable[[Desk, Random], None], ...] = (
    import_some, change_person, retire_some, bring_back, order_units, change_unit,
    change_settings, schedule, change_training, copy_training, freeze, freeze, reorder,
    apply_changes, change_parts, mark, mark, mark_rest, walk_in, remove_other, close, reopen,
    cancel, revive, remember, record_talk, record_talk, change_talk, change_talk, cancel_talk,
    make_plan, carry_out, carry_out, move_item, remove_item, remove_plan, add_task, move_task,
    publish,
)  # fmt: skip
OF_NOTICES: tuple[Callable[[Desk, Random], None], ...] = (
    take_in, change_notice, remove_notice, belong, belong, add_obligation, change_obligation,
    move_obligation, confirm, count_by_hand, count_by_hand, remove_obligation, file_document,
    file_document, change_document, remove_document, schedule, freeze, mark_rest, close,
    make_plan, carry_out, add_task, publish, record_talk,
)  # fmt: skip
OF_MAKE_UPS = (make_up, make_up, make_up_together, finish_together, tidy_make_ups)
OF_ROOMS: tuple[Callable[[Desk, Random], None], ...] = (
    keep_libraries, study, tidy_libraries, set_agenda, add_room, add_room, assign_rooms,
    seat_by_hand, seat_by_hand, close_room, freeze, apply_changes, mark, copy_training, walk_in,
    close, reopen,
)  # fmt: skip
STEPS = (*STEPS, *OF_NOTICES, *OF_SCHEDULING, *OF_ROOMS, *OF_LEAVES, *OF_MAKE_UPS)


def live(desk: Desk, steps: list[int], chance: Random) -> None:
    """Let a story happen; a step that the rules refuse just then is left out."""
    for number in steps:
        try:
            STEPS[number](desk, chance)
        except (JzError, IndexError, ValueError):  # nobody there to choose from, or not now
            continue
        assert faults(desk) == []
        assert_parts_agree(desk)


def assert_parts_agree(desk: Desk) -> None:
    """Every line of a training of parts says as a whole what its parts say, and adds up."""
    for training in _trainings(desk):
        sheet, draft = desk.attendance.sheet(training), desk.trainings.get(training).draft
        course = Course(
            form=draft.form, parts=draft.parts, hours=draft.hours, rule=draft.hours_rule
        )
        for row in sheet.expected if sheet.parts else ():
            assert row.mark == whole_mark(row.part_marks)
            assert row.hours == course.earned(row.part_marks)
        for place in range(len(sheet.parts)):
            assert tally(rows_of_part(sheet.rows, place)).adds_up


def faults(desk: Desk) -> list[Finding]:
    """Return what is wrong with the workspace; a hint is no fault."""
    return [found for found in desk.check() if not found.is_hint]


def tell_and_take_back(desk: Desk, steps: list[int], seed: int) -> None:
    """Live a story and undo it act by act: each state must come back on the way."""
    while desk.history.undo_last():
        pass
    before = kept_rows(desk)
    live(desk, steps, Random(seed))
    while desk.history.undo_last():
        assert faults(desk) == []
        assert_parts_agree(desk)
    assert kept_rows(desk) == before


stories = st.lists(st.integers(0, len(STEPS) - 1), min_size=8, max_size=18)
opening = [STEPS.index(step) for step in (import_some, schedule, freeze, change_parts, mark)]


@given(steps=stories, seed=st.integers(0, 10_000))
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_story_is_undone_to_its_beginning(desk: Desk, steps: list[int], seed: int) -> None:
    tell_and_take_back(desk, opening + steps, seed)


@given(
    steps=st.lists(st.sampled_from(OF_NOTICES).map(STEPS.index), min_size=12, max_size=25),
    seed=st.integers(0, 10_000),
)
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_story_of_notices_is_undone_to_its_beginning(
    desk: Desk, steps: list[int], seed: int
) -> None:
    tell_and_take_back(desk, [*opening, STEPS.index(take_in), *steps], seed)


@given(
    steps=st.lists(st.sampled_from(OF_ROOMS).map(STEPS.index), min_size=10, max_size=20),
    seed=st.integers(0, 10_000),
)
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_story_of_rooms_and_libraries_is_undone_to_its_beginning(
    desk: Desk, steps: list[int], seed: int
) -> None:
    tell_and_take_back(desk, [*opening, STEPS.index(add_room), *steps], seed)


@given(
    steps=st.lists(st.sampled_from(OF_LEAVES).map(STEPS.index), min_size=10, max_size=20),
    seed=st.integers(0, 10_000),
)
@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_story_of_leaves_and_merging_is_undone_to_its_beginning(
    desk: Desk, steps: list[int], seed: int
) -> None:
    before = [STEPS.index(step) for step in (create_batches, walk_in, ask_leave)]
    tell_and_take_back(desk, [*opening, *before, *steps], seed)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@given(steps=st.lists(st.integers(0, len(STEPS) - 1), max_size=40), seed=st.integers(0, 10**6))
@settings(
    max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_many_long_stories_are_undone(desk: Desk, steps: list[int], seed: int) -> None:
    tell_and_take_back(desk, opening + steps, seed)


# --- what the stories taught -----------------------------------------------------------------


def newest(desk: Desk, verb: str) -> Any:
    return next(act.id for act in desk.history.acts() if act.verb == verb)


def test_undoing_a_setting_counts_the_stand_ins_anew(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    desk.attendance.mark(training, {1: STAND_IN})
    desk.settings.change(stand_in_counts=True)
    desk.history.undo_last()
    assert not desk.settings.get().stand_in_counts
    assert desk.check() == ()


def test_the_operators_name_is_read_again_after_undoing(desk: Desk) -> None:
    desk.settings.change(operator="周建业")
    desk.settings.change(operator="叶静")
    desk.history.undo_last()
    desk.people.add(PersonDraft(name="李文"))
    assert desk.settings.get().operator == "周建业"
    assert desk.history.acts()[0].operator == "周建业"


def test_undoing_again_goes_further_back_and_never_redoes(desk: Desk) -> None:
    for name in ("甲", "乙", "丙"):
        desk.people.add(PersonDraft(name=name))
    taken_back = [act.subject for _ in range(3) if (act := desk.history.undo_last())]
    assert taken_back == ["丙", "乙", "甲"]
    assert desk.history.undo_last() is None


def test_new_work_after_undoing_is_what_is_undone_next(desk: Desk) -> None:
    desk.people.add(PersonDraft(name="甲"))
    desk.people.add(PersonDraft(name="乙"))
    desk.history.undo_last()
    desk.people.add(PersonDraft(name="丙"))
    assert [desk.history.undo_last(), desk.history.undo_last()][1].subject == "甲"  # type: ignore[union-attr]


def test_undoing_cannot_be_undone_and_says_so_in_chinese(desk: Desk) -> None:
    desk.people.add(PersonDraft(name="甲"))
    desk.history.undo_last()
    with pytest.raises(CannotUndo) as refused:
        desk.history.undo(newest(desk, "undo"))
    assert str(refused.value) == "“甲”这一步不能撤销，请手工更正。"


def test_an_act_undone_already_is_said_so(desk: Desk) -> None:
    desk.people.add(PersonDraft(name="甲"))
    act = desk.history.undo_last()
    assert act is not None
    with pytest.raises(CannotUndo, match="已经撤销过"):
        desk.history.undo(act.id)
    assert act_words(act.verb, act.subject, act.count) == "新增人员“甲”"


def test_an_import_is_undone_though_its_people_were_changed_and_changed_back(desk: Desk) -> None:
    some_people(desk, 4)
    desk.people.retire(*_people(desk)[:2])
    desk.history.undo_last()
    desk.history.undo_last()
    assert desk.home().is_new


def test_an_import_whose_people_were_changed_is_not_undone(desk: Desk) -> None:
    some_people(desk, 4)
    desk.people.retire(_people(desk)[0])
    with pytest.raises(CannotUndo):
        desk.history.undo(newest(desk, "roster.import"))
    assert len(_people(desk)) == 3


def test_marks_of_a_closed_training_are_not_undone(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    desk.attendance.mark_rest(training, PRESENT)
    act = newest(desk, "attendance.mark")
    desk.attendance.close(training)
    with pytest.raises(TrainingIsClosed):
        desk.history.undo(act)
    assert desk.attendance.tally(training).present == 2


def test_marks_of_a_cancelled_training_are_not_undone(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    desk.attendance.mark_rest(training, PRESENT)
    act = newest(desk, "attendance.mark")
    desk.trainings.cancel(training, reason="改期")
    with pytest.raises(TrainingIsCancelled):
        desk.history.undo(act)


def test_a_reopening_is_not_undone_while_somebody_is_unrecorded(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    desk.attendance.reopen(training, reason="更正")
    act = newest(desk, "attendance.reopen")
    desk.attendance.mark(training, {1: Mark()})
    with pytest.raises(StillUnrecorded):
        desk.history.undo(act)


def test_a_list_that_was_printed_is_not_undone(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    sheet = desk.sheets.prepare(training, SheetOptions())
    desk.sheets.keep(sheet, geometry_of(sheet))
    with pytest.raises(CannotUndo, match="已经打印"):
        desk.history.undo(newest(desk, "list.freeze"))
    assert len(desk.attendance.sheet(training).rows) == 2


def test_a_list_somebody_walked_in_on_is_not_undone_under_them(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    desk.attendance.add_walk_in(training, name="赵来")
    with pytest.raises(CannotUndo):
        desk.history.undo(newest(desk, "list.freeze"))


def test_a_training_with_a_rule_survives_undoing_who_was_named(desk: Desk) -> None:
    person = desk.people.add(PersonDraft(name="李文"))
    rule = AudienceRule(added=(person,), everyone=False)
    desk.trainings.schedule(draft(audience=rule))
    desk.history.undo(newest(desk, "person.add"))
    assert desk.lists.audience(rule) == ()


def test_reopening_a_cancelled_training_is_refused(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    desk.trainings.cancel(training, reason="改期")
    with pytest.raises(TrainingIsCancelled):
        desk.attendance.reopen(training, reason="漏记")
    assert desk.check() == ()


def test_reviving_leaves_a_closed_training_closed(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    acts = desk.history.acts()
    desk.trainings.revive(training)
    assert desk.history.acts() == acts
    assert desk.trainings.get(training).closed_at is not None


@given(
    steps=st.lists(
        st.sampled_from((*OF_SCHEDULING, import_some, freeze, mark_rest, close, cancel)).map(
            STEPS.index
        ),
        min_size=4,
        max_size=8,
    ),
    seed=st.integers(0, 10_000),
)
@settings(
    max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_story_of_series_is_undone_to_its_beginning(
    desk: Desk, steps: list[int], seed: int
) -> None:
    opening = [STEPS.index(step) for step in (import_some, create_series, create_batches)]
    tell_and_take_back(desk, opening + steps, seed)


@given(
    steps=st.lists(
        st.sampled_from((*OF_MAKE_UPS, mark, close, reopen, apply_changes)).map(STEPS.index),
        min_size=6,
        max_size=12,
    ),
    seed=st.integers(0, 10_000),
)
@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_story_of_make_ups_is_undone_to_its_beginning(
    desk: Desk, steps: list[int], seed: int
) -> None:
    tell_and_take_back(desk, opening + steps, seed)

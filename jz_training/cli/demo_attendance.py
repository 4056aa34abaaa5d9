"""The papers of `demo` about who came: parts, leave, make-ups, online, dossier, figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.cli.dossier import write_dossier
from jz_training.cli.saving import save_pdf, save_workbook
from jz_training.domain.statistics import By, StatisticsFilter
from jz_training.sample import Lived, Sample

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def write_attendance(desk: Desk, sample: Sample, lived: Lived, out: Path) -> Iterator[Path]:
    """Write these papers and yield each as soon as it lies there."""
    yield _course(desk, lived.courses[-1], out)
    yield _leaves(desk, lived.trainings[-1], out)
    yield from _make_ups(desk, out)
    yield from _online(desk, lived.courses[0], out)
    yield _record(desk, lived.trainings[0], out)
    yield from write_dossier(desk, lived.trainings[0], out)
    yield from _statistics(desk, sample, out)


def _course(desk: Desk, course: UUID, out: Path) -> Path:
    """Write the sheet of a course: a column to sign in for each part."""
    from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf

    content, _ = sign_in_sheet_pdf(desk.sheets.prepare(course))
    return save_pdf(out / "培训班签到表.pdf", content)


def _leaves(desk: Desk, training: UUID, out: Path) -> Path:
    from jz_training.documents.leave.leave_list import leave_list_pdf

    return save_pdf(out / "请假名单.pdf", leave_list_pdf(desk.leaves.on_paper(training)))


def _make_ups(desk: Desk, out: Path) -> Iterator[Path]:
    from jz_training.documents.makeup.group_sheet import group_sheet_pdf
    from jz_training.documents.makeup.missed_xlsx import missed_xlsx
    from jz_training.services.missed import MissedQuery

    organiser = desk.settings.get().organiser
    rows = desk.make_ups.missed(MissedQuery(limit=None))
    content = missed_xlsx(rows, organiser=organiser, as_of=desk.now().date())
    yield save_workbook(out / "补学名单.xlsx", content)
    for group in desk.make_up_groups.list()[:1]:
        yield save_pdf(out / "补学签到表.pdf", group_sheet_pdf(group, organiser=organiser))
    done = sum(row.done for row in rows)
    print(f"    缺课 {len(rows)} 人次，已补学 {done} 人次（计入覆盖率，不算实到）")


def _online(desk: Desk, training: UUID, out: Path) -> Iterator[Path]:
    """Write what a meeting program would have exported, read it back and tell whom it means."""
    from jz_training.readers.meeting.guarded import read_meeting_guarded
    from jz_training.readers.meeting.understand import MeetingWish
    from jz_training.sample.online import presences, write_export

    draft = desk.trainings.get(training).draft
    rows = desk.attendance.sheet(training).expected
    path = write_export(
        out / "线上参会记录.xlsx",
        topic=draft.title,
        start=draft.spans[0].start,
        end=draft.spans[0].end,
        people=presences([(row.name, row.unit) for row in rows]),
    )
    yield path
    names = desk.meetings.match(training, read_meeting_guarded(path, MeetingWish())).names
    print(
        f"    线上记录：可直接登记 {len(names.matched)} 人，待确认 {len(names.suggested)} 人，"
        f"同名待选 {len(names.unclear)} 人，不在名单 {len(names.strangers)} 人"
    )


def _record(desk: Desk, training: UUID, out: Path) -> Path:
    from jz_training.documents.record.record_paper import record_pdf

    return save_pdf(out / "学习记录.pdf", record_pdf(desk.records.get(training)))


def _statistics(desk: Desk, sample: Sample, out: Path) -> Iterator[Path]:
    from jz_training.documents.statistics.statistics_paper import statistics_paper
    from jz_training.documents.statistics.statistics_xlsx import statistics_xlsx

    chosen = StatisticsFilter(start=sample.start, end=sample.end)
    found = desk.statistics.of(chosen, by=tuple(By))
    yield save_workbook(out / "统计.xlsx", statistics_xlsx(found))
    paper = statistics_paper(found, desk.statistics.by_layer_and_category(chosen))
    yield save_pdf(out / "培训情况统计表.pdf", paper)

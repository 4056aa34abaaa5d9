"""`demo`: the whole job on the sample union, without a window; lists what it wrote."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jz_training.cli.demo_attendance import write_attendance
from jz_training.cli.demo_duties import write_duties
from jz_training.cli.demo_meeting import write_event
from jz_training.cli.demo_papers import write_papers
from jz_training.cli.saving import save_pdf, save_workbook
from jz_training.cli.words import Verbs
from jz_training.domain.summary import TrainingSummary
from jz_training.domain.training import TrainingState
from jz_training.errors import CannotWrite, DiskFull
from jz_training.labels import rate_words
from jz_training.safe_files import is_full
from jz_training.sample import Lived, Sample, live_through, the_sample
from jz_training.sample.certificates import told_chance

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

WORKSPACE = "工作区"
#: Tells a workspace that this command made from one that somebody works in.
MARK = "示例.txt"


def add_verbs(verbs: Verbs) -> None:
    """Add the verb of the demonstration."""
    demo = verbs.add_parser(
        "demo",
        help="用示例工会走一遍：通知、计划、名册、签到表、考勤、补学、档案、小结、统计",
    )
    demo.add_argument("--out", type=Path, required=True, help="写到哪个文件夹")
    demo.add_argument("--notice", type=Path, help="用自己的通知代替示例通知")
    demo.add_argument("--roster", type=Path, help="用自己的名册代替示例名册")
    demo.set_defaults(carry_out=_demo)


def _demo(asked: argparse.Namespace) -> None:
    from jz_training.services.desk import open_desk

    sample = the_sample()
    folder = _fresh_workspace(asked.out)
    desk = open_desk(folder, clock=lambda: sample.as_of, chance=told_chance())
    try:
        lived = live_through(desk, sample, roster=asked.roster, notice=asked.notice)
        for path in _write_all(desk, sample, lived, asked.out):
            print(path)
    finally:
        desk.close()
    print(f"在窗口里查看：python3 run.py --workspace {folder}")


def _fresh_workspace(out: Path) -> Path:
    """Return an empty folder for the demonstration's data. Raises CannotWrite."""
    folder = out / WORKSPACE
    try:
        if folder.exists() and not (folder / MARK).exists():
            raise CannotWrite(folder, "workspace_there")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / MARK).write_text("示例工会的数据，可以随时删除。\n", encoding="utf-8")
    except OSError as error:
        if is_full(error):
            raise DiskFull from error
        raise CannotWrite(folder, "cannot_make", details=str(error)) from error
    return folder


def _write_all(desk: Desk, sample: Sample, lived: Lived, out: Path) -> Iterator[Path]:
    """Write every paper of the job and yield each as soon as it lies there."""
    yield from write_duties(desk, lived.notice, out)
    yield _roster(desk, out)
    for number, training in enumerate(lived.trainings, start=1):
        summary = desk.summaries.of_training(training)
        if summary.training.state is not TrainingState.CANCELLED:
            yield from _training(desk, summary, out, number)
    yield from write_event(desk, lived.scheduled, out)
    yield from write_attendance(desk, sample, lived, out)
    yield from _period(desk, sample, out)
    yield from write_papers(desk, sample, lived, out)


def _roster(desk: Desk, out: Path) -> Path:
    from jz_training.documents.excel.roster_xlsx import roster_xlsx
    from jz_training.services.people import PeopleQuery

    organiser = desk.settings.get().organiser
    roster = desk.people.roster(PeopleQuery(), title="人员名册", organiser=organiser)
    return save_workbook(out / "人员名册.xlsx", roster_xlsx(roster))


def _training(desk: Desk, summary: TrainingSummary, out: Path, number: int) -> Iterator[Path]:
    """Write the sheet of one training and, once it was held, its attendance and its summary."""
    from jz_training.documents.excel.attendance_xlsx import attendance_xlsx
    from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf
    from jz_training.documents.summary.training_summary import training_summary_pdf

    training = summary.training
    name = f"{number:02} {training.draft.start:%Y-%m-%d}"
    sheet = desk.sheets.prepare(training.id)
    content, geometry = sign_in_sheet_pdf(sheet)
    yield save_pdf(out / f"{name} 签到表.pdf", content)
    desk.sheets.keep(sheet, geometry)
    if training.draft.end <= desk.now():
        yield save_workbook(out / f"{name} 考勤表.xlsx", attendance_xlsx(summary))
        yield save_pdf(out / f"{name} 单场小结.pdf", training_summary_pdf(summary))
        print(_figures(summary))


def _figures(summary: TrainingSummary) -> str:
    tally = summary.tally
    return (
        f"    {summary.training.draft.title}：应到 {tally.expected} = 实到 {tally.present}"
        f" + 请假 {tally.leave} + 缺席 {tally.absent} + 未记录 {tally.unrecorded}，"
        f"到会率 {rate_words(tally.rate)}"
    )


def _period(desk: Desk, sample: Sample, out: Path) -> Iterator[Path]:
    from jz_training.documents.excel.ledger_xlsx import ledger_xlsx
    from jz_training.documents.summary.period_summary import period_summary_pdf

    summary = desk.summaries.of_period(sample.start, sample.end)
    yield save_workbook(out / "培训台账.xlsx", ledger_xlsx(summary.ledger))
    yield save_pdf(out / "情况报告.pdf", period_summary_pdf(summary))
    total = summary.ledger.total
    print(
        f"    合计：应到 {total.expected} 人次，{summary.persons.whole} 人；"
        f"实到 {total.present} 人次，补学 {total.made_up} 人次；"
        f"参加或补学过的 {summary.persons.part} 人"
    )

"""Several papers in one go: made as one file, kept once, stopped without a trace."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from jz_training.errors import Stopped
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.paper.job.job_acts import begin_job, preview_job
from jz_training.ui.paper.job.job_dialog import JobDialog
from jz_training.ui.paper.job.job_papers import JobOffer, JobWish, MadeJob, make_job
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.paper.print_acts import print_wish
from jz_training.ui.paper.printing import PrintWish
from jz_training.ui.trainings.training_jobs import sheets_job, training_job
from tests.services.stories import a_listed_training, a_training
from tests.ui.conftest import Answers, Said

Settle = Callable[[], None]


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def wish(job: JobOffer, *titles: str, copies: int = 1, both_sides: bool = False) -> JobWish:
    """Choose papers by the beginnings of their titles."""
    chosen = [one for one in job.papers if one.title.startswith(titles)]
    return JobWish(papers=tuple((one, copies) for one in chosen), both_sides=both_sides)


def made(desk: Desk, job: JobOffer, wanted: JobWish) -> MadeJob:
    return make_job(desk, job, wanted, lambda done, total: None)


def marks(job: MadeJob) -> list[str]:
    reader = PdfReader(BytesIO(job.made.pdf))
    return [str(one["/Title"]) for one in reader.outline if not isinstance(one, list)]


def pages(job: MadeJob) -> int:
    return len(PdfReader(BytesIO(job.made.pdf)).pages)


def test_what_cannot_be_made_yet_says_why(desk: Desk) -> None:
    job = training_job(desk, a_training(desk))
    told = {one.title: one.trouble for one in job.papers}
    assert told["签到表"] == "还没有名单"
    assert told["议程"] == "还没有议程"
    assert told["单场小结"] == "场次还没有举行"
    assert told["会议通知"] == ""


def test_three_papers_have_the_pages_of_each_and_empty_backs(desk: Desk) -> None:
    job = training_job(desk, a_listed_training(desk, people=4))
    titles = ("会议通知", "签到表", "门签")
    alone = [pages(made(desk, job, wish(job, one))) for one in titles]
    together = made(desk, job, wish(job, *titles))
    assert pages(together) == sum(alone)
    assert marks(together) == list(titles)
    both = made(desk, job, wish(job, *titles, both_sides=True))
    begins = [count + count % 2 for count in alone[:-1]]
    assert pages(both) == sum(begins) + alone[-1]
    assert both.made.both_sides


def test_copies_of_a_sheet_are_one_sheet_to_be_kept(desk: Desk) -> None:
    job = sheets_job(desk, [a_listed_training(desk, people=4) for _ in range(2)])
    done = made(desk, job, wish(job, "签到表", copies=3))
    assert pages(done) == 6
    assert len(done.sheets) == 2
    assert len(marks(done)) == 2


def test_trainings_without_a_list_are_told_of(desk: Desk) -> None:
    job = sheets_job(desk, [a_listed_training(desk, people=4), a_training(desk)])
    assert job.papers[0].title == "签到表（1 场）"
    assert job.note == "其中 1 场还没有名单，不会打印。"
    assert sheets_job(desk, [a_training(desk)]).papers[0].trouble == "还没有名单"


@pytest.mark.parametrize("at", [0, 2, 12])
def test_a_stopped_job_leaves_nothing(desk: Desk, at: int) -> None:
    trainings = [a_listed_training(desk, people=4) for _ in range(2)]
    job = sheets_job(desk, trainings)
    asked: list[int] = []

    def stop(done: int, total: int) -> None:
        asked.append(done)
        if len(asked) > at:
            raise Stopped

    with pytest.raises(Stopped):
        make_job(desk, job, wish(job, "签到表"), stop)
    assert all(desk.sheets.printed(one) == () for one in trainings)


def test_a_job_is_chosen_in_its_dialog_and_kept_once_it_went_out(
    ctx: Context, desk: Desk, owner: QWidget, answers: Answers, said: Said, settle: Settle,
    tmp_path: Path,
) -> None:  # fmt: skip
    training = a_listed_training(desk, people=4)
    begin_job(ctx, owner, lambda desk: training_job(desk, training))
    settle()
    dialog = owner.findChild(JobDialog)
    assert dialog is not None
    for tick in dialog.ticks:
        tick.setChecked(tick.text() == "签到表")
    dialog.copies[[tick.text() for tick in dialog.ticks].index("签到表")].setValue(2)
    assert dialog.sum.text() == "共 2 份文件"
    answers.paths = [tmp_path / "一组"]
    dialog.saver.click()
    settle()
    assert len(PdfReader(tmp_path / "一组.pdf").pages) == 2
    assert said.toasts == ["已保存“一组.pdf”。"]
    assert len(desk.sheets.printed(training)) == 1
    assert answers.asked[0].endswith("专题学习会 打印文件.pdf")


def test_a_job_that_is_only_looked_at_keeps_nothing(
    ctx: Context, desk: Desk, owner: QWidget, settle: Settle
) -> None:
    training = a_listed_training(desk, people=4)
    job = training_job(desk, training)
    preview_job(ctx, owner, job, wish(job, "签到表"))
    settle()
    dialog = owner.findChild(PreviewDialog)
    assert dialog is not None
    assert desk.sheets.printed(training) == ()
    dialog.pane.sent.emit()
    dialog.pane.sent.emit()
    settle()
    assert len(desk.sheets.printed(training)) == 1
    dialog.close()


@pytest.mark.parametrize("way", ["save", "print"])
def test_sheets_are_kept_though_the_preview_is_closed_while_they_go_out(
    ctx: Context, desk: Desk, owner: QWidget, answers: Answers, settle: Settle, tmp_path: Path,
    way: str,
) -> None:  # fmt: skip
    training = a_listed_training(desk, people=4)
    job = training_job(desk, training)
    preview_job(ctx, owner, job, wish(job, "签到表"))
    settle()
    dialog = owner.findChild(PreviewDialog)
    assert dialog is not None
    answers.paths = [tmp_path / "一组"]
    if way == "save":
        dialog.pane.save()
    else:
        run = dialog.pane.print_run()
        assert run is not None
        printer = QPrinter()
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        print_wish(run, printer, PrintWish(pages=(1,)))
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)
    settle()
    assert len(desk.sheets.printed(training)) == 1

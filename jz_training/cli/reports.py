"""`report` and `ledger`: the figures of one training or of a period, as files."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jz_training.cli.saving import save_document, save_pdf, save_workbook
from jz_training.cli.words import Verbs, a_day, add_workspace, looked_at, the_training_id
from jz_training.domain.paper_kind import PaperKind

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs that write figures to files."""
    report = verbs.add_parser("report", help="小结或情况报告（.pdf、.docx）：一个场次，或一段时间")
    ledger = verbs.add_parser("ledger", help="台账 Excel；加 --training 则为该场次的考勤表")
    for verb, carry_out in ((report, _report), (ledger, _ledger)):
        verb.add_argument("--training", metavar="编号", help="只写这一个场次")
        _add_period(verb)
        verb.add_argument("--out", type=Path, required=True)
        add_workspace(verb)
        verb.set_defaults(carry_out=carry_out)
    check = verbs.add_parser("report-check", help="报送前自查：列出要处理和请留意的事项")
    _add_period(check)
    add_workspace(check)
    check.set_defaults(carry_out=_check)


def _add_period(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--from", dest="start", type=a_day, help="从哪一天（默认为本年 1 月 1 日）")
    verb.add_argument(
        "--as-of", "--to", dest="end", type=a_day, help="截至哪一天，含当天（默认为今天）"
    )


def _period(asked: argparse.Namespace, today: date) -> tuple[date, date]:
    end = asked.end or today
    return asked.start or date(end.year, 1, 1), end


def _report(asked: argparse.Namespace) -> None:
    """Write a summary in the office's own layout; a file named .docx is a Word document."""
    in_word = asked.out.suffix.lower() == ".docx"
    with looked_at(asked) as desk:
        content = (_of_training if asked.training else _of_period)(asked, desk, in_word)
    print((save_document if in_word else save_pdf)(asked.out, content))


def _of_training(asked: argparse.Namespace, desk: Desk, in_word: bool) -> bytes:
    from jz_training.documents.summary.training_summary import (
        training_summary_docx,
        training_summary_pdf,
    )

    one = desk.summaries.of_training(the_training_id(desk, asked.training))
    style = desk.paper_styles.of(PaperKind.TRAINING_SUMMARY)
    return (training_summary_docx if in_word else training_summary_pdf)(one, style=style)


def _of_period(asked: argparse.Namespace, desk: Desk, in_word: bool) -> bytes:
    from jz_training.documents.summary.period_summary import (
        period_summary_docx,
        period_summary_pdf,
    )

    period = desk.summaries.of_period(*_period(asked, desk.now().date()))
    style = desk.paper_styles.of(PaperKind.PERIOD_SUMMARY)
    return (period_summary_docx if in_word else period_summary_pdf)(period, style=style)


def _check(asked: argparse.Namespace) -> None:
    from jz_training.documents.checking import report_concerns
    from jz_training.domain.presubmission import in_order
    from jz_training.labels.presubmission import CONCERNS, WEIGHTS, concern_words

    with looked_at(asked) as desk:
        start, end = _period(asked, desk.now().date())
        found = desk.presubmission.concerns(start, end)
        style = desk.paper_styles.of(PaperKind.PERIOD_SUMMARY)
        summary = desk.summaries.of_period(start, end)
        concerns = in_order((*found, *report_concerns(summary, style=style)))
    for one in concerns:
        said = (WEIGHTS[one.weight], CONCERNS[one.kind], one.about, concern_words(one))
        print("\t".join(said))
    if not concerns:
        print("没有发现问题，可以报送。")


def _ledger(asked: argparse.Namespace) -> None:
    with looked_at(asked) as desk:
        if asked.training:
            from jz_training.documents.excel.attendance_xlsx import attendance_xlsx

            one = desk.summaries.of_training(the_training_id(desk, asked.training))
            content = attendance_xlsx(one)
        else:
            from jz_training.documents.excel.ledger_xlsx import ledger_xlsx

            start, end = _period(asked, desk.now().date())
            content = ledger_xlsx(desk.summaries.ledger(start, end))
    print(save_workbook(asked.out, content))

"""`training add`, `list`, `freeze`, `sheet`, `dossier`, `cancel`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from jz_training.cli.dossier import add_dossier
from jz_training.cli.words import (
    Verbs,
    a_day,
    a_moment,
    add_json,
    add_workspace,
    looked_at,
    opened,
    print_json,
    some_hours,
    some_rows,
    the_training_id,
)
from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.sheet import SheetColumns, SheetOptions
from jz_training.domain.summary import LedgerRow
from jz_training.domain.training import SheetOrder, TrainingDraft, TrainingForm
from jz_training.labels import FORMS, STATES, rate_words
from jz_training.labels.days import clock_words


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs about trainings, their lists and their sheets."""
    training = verbs.add_parser("training", help="场次：新建、列出、定名单、签到表")
    steps = training.add_subparsers(required=True, metavar="…")
    _add_add(steps.add_parser("add", help="新建一个场次，输出它的编号"))
    listing = steps.add_parser("list", help="列出场次")
    listing.add_argument("--from", dest="start", type=a_day)
    listing.add_argument("--to", dest="end", type=a_day)
    add_json(listing)
    add_workspace(listing)
    listing.set_defaults(carry_out=_list)
    freeze = steps.add_parser("freeze", help="确定应到名单")
    freeze.add_argument("id")
    freeze.add_argument("--order", type=SheetOrder, choices=list(SheetOrder), default="unit")
    add_workspace(freeze)
    freeze.set_defaults(carry_out=_freeze)
    _add_sheet(steps.add_parser("sheet", help="生成签到表 PDF"))
    add_dossier(steps.add_parser("dossier", help="导出一会一档：PDF 和原件压缩包"))
    cancel = steps.add_parser("cancel", help="取消场次")
    cancel.add_argument("id")
    cancel.add_argument("--reason", default="")
    add_workspace(cancel)
    cancel.set_defaults(carry_out=_cancel)


def _add_add(add: argparse.ArgumentParser) -> None:
    add.add_argument("--title", required=True)
    add.add_argument("--form", type=TrainingForm, choices=list(TrainingForm), default="study")
    add.add_argument("--start", type=a_moment, required=True, help="如 2026-11-22T15:00")
    add.add_argument("--end", type=a_moment, required=True)
    for name in ("venue", "chair", "speaker", "recorder", "organiser", "note"):
        add.add_argument(f"--{name}", default="")
    add.add_argument("--hours", type=some_hours)
    add.add_argument("--topic", dest="topics", action="append", default=[])
    add_workspace(add)
    add.set_defaults(carry_out=_add)


def _add_sheet(sheet: argparse.ArgumentParser) -> None:
    sheet.add_argument("id")
    sheet.add_argument("--out", type=Path, required=True)
    sheet.add_argument("--columns", type=SheetColumns, choices=list(SheetColumns))
    sheet.add_argument("--blank", type=some_rows, default=10, help="留给临时参会人员的空行")
    sheet.add_argument("--phone", action="store_true", help="带联系电话（中间几位隐去）")
    add_workspace(sheet)
    sheet.set_defaults(carry_out=_sheet)


def _add(asked: argparse.Namespace) -> None:
    names = ("title", "form", "start", "end", "venue", "chair", "speaker", "recorder")
    rest = ("organiser", "note", "hours")
    values: dict[str, Any] = {name: getattr(asked, name) for name in (*names, *rest)}
    with opened(asked) as desk:
        print(desk.trainings.schedule(TrainingDraft(**values, topics=tuple(asked.topics))))


def _list(asked: argparse.Namespace) -> None:
    from jz_training.services.ledger import TrainingQuery

    with looked_at(asked) as desk:
        query = TrainingQuery(start=asked.start, end=asked.end, newest_first=False)
        rows = desk.trainings.list(query)
    if asked.json:
        print_json([_as_json(row) for row in rows])
        return
    for row in rows:
        figures = f"应到 {row.tally.expected} 实到 {row.tally.present}"
        rate = rate_words(row.tally.rate)
        words = (row.training_id.hex[:12], _when(row), FORMS[row.form])
        print(*words, row.title, STATES[row.state], figures, rate, sep="  ")


def _when(row: LedgerRow) -> str:
    """Return when a training begins; of one of several parts until when, too."""
    if not row.parts:
        return f"{row.start:%Y-%m-%d %H:%M}"
    return f"{row.start:%Y-%m-%d} {clock_words(row.start, row.end, parts=row.parts)}"


def _as_json(row: LedgerRow) -> dict[str, Any]:
    return {
        "id": str(row.training_id),
        "title": row.title,
        "form": row.form.value,
        "start": row.start.isoformat(),
        "end": row.end.isoformat(),
        "venue": row.venue or None,
        "speaker": row.speaker or None,
        "state": row.state.value,
        "parts": row.parts,
        "hours": None if row.hours is None else float(row.hours),
        "expected": row.tally.expected,
        "present": row.tally.present,
        "leave": row.tally.leave,
        "absent": row.tally.absent,
        "unrecorded": row.tally.unrecorded,
        "rate": None if row.tally.rate.percent is None else float(row.tally.rate.percent),
    }


def _freeze(asked: argparse.Namespace) -> None:
    with opened(asked) as desk:
        count = desk.lists.freeze(the_training_id(desk, asked.id), order=asked.order)
    print(f"应到 {count} 人")


def _sheet(asked: argparse.Namespace) -> None:
    from jz_training.cli.saving import save_pdf
    from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf

    options = SheetOptions(columns=asked.columns, blank_rows=asked.blank, with_phone=asked.phone)
    with opened(asked) as desk:
        sheet = desk.sheets.prepare(the_training_id(desk, asked.id), options)
        style = desk.paper_styles.of(PaperKind.SIGN_IN_SHEET)
        content, geometry = sign_in_sheet_pdf(sheet, style=style)
        print(save_pdf(asked.out, content))
        desk.sheets.keep(sheet, geometry)


def _cancel(asked: argparse.Namespace) -> None:
    with opened(asked) as desk:
        desk.trainings.cancel(the_training_id(desk, asked.id), reason=asked.reason)
    print("已取消")

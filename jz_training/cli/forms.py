"""`form list` and `form fill`: the superior's own forms, filled with the figures of a period."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jz_training.cli.saving import save_form
from jz_training.cli.words import Verbs, a_day, add_workspace, looked_at, the_training_id
from jz_training.domain.superior_form import FormChoice, Need, SuperiorFormRow
from jz_training.errors import NotFound
from jz_training.labels.superior_forms import FORM_KINDS, GAPS

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs about forms of a superior."""
    form = verbs.add_parser("form", help="上级表格：列出，或用一段时间的数字填写")
    steps = form.add_subparsers(required=True, metavar="…")
    listing = steps.add_parser("list", help="列出上级表格")
    add_workspace(listing)
    listing.set_defaults(carry_out=_list)
    fill = steps.add_parser("fill", help="填写一份上级表格，另存为文件")
    fill.add_argument("name", help="表格名称")
    fill.add_argument("--from", dest="start", type=a_day, help="从哪一天（默认为本年 1 月 1 日）")
    fill.add_argument("--to", dest="end", type=a_day, help="截至哪一天，含当天（默认为今天）")
    fill.add_argument("--training", metavar="编号", help="要填某个场次的表格，说明是哪一场")
    fill.add_argument("--out", type=Path, required=True)
    add_workspace(fill)
    fill.set_defaults(carry_out=_fill)


def _list(asked: argparse.Namespace) -> None:
    with looked_at(asked) as desk:
        for row in desk.superior_forms.list():
            words = (row.name, row.superior, FORM_KINDS[row.kind], f"{row.ties.count} 项")
            print("  ".join(filter(None, words)))


def _fill(asked: argparse.Namespace) -> None:
    from jz_training.documents.forms.filling import filled_form

    with looked_at(asked) as desk:
        row = _the_form(desk, asked.name)
        view = desk.superior_forms.values(row.id, _choice(desk, row, asked))
        filled = filled_form(desk.superior_forms.template(row.id), row.kind, row.ties, view)
    print(save_form(asked.out, filled.content))
    for gap in filled.gaps:
        where = f"{gap.sheet} 第 {gap.row} 行第 {gap.column} 列"
        print(f"没有填写：{where}  {gap.what}（{GAPS[gap.gap.value]}）", file=sys.stderr)


def _the_form(desk: Desk, name: str) -> SuperiorFormRow:
    found = next((row for row in desk.superior_forms.list() if row.name == name), None)
    if found is None:
        raise NotFound("superior_form")
    return found


def _choice(desk: Desk, row: SuperiorFormRow, asked: argparse.Namespace) -> FormChoice:
    """Return what was asked for; the newest plan where the form needs one."""
    end = asked.end or desk.now().date()
    plans = desk.plans.list() if Need.PLAN in row.ties.needs else ()
    return FormChoice(
        start=asked.start or date(end.year, 1, 1),
        end=end,
        training_id=the_training_id(desk, asked.training) if asked.training else None,
        plan_id=plans[0].id if plans else None,
    )

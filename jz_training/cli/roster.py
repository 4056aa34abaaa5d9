"""`roster read`, `roster import`, `roster export`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from jz_training.cli.roster_json import roster_json
from jz_training.cli.words import Verbs, add_json, add_workspace, looked_at, opened, print_json
from jz_training.domain.roster_reading import Decision, Likeness, RosterReading, WarningCode
from jz_training.errors import Refused
from jz_training.labels import LIKENESS, ROSTER_FIELDS, SKIP_REASONS, warning_words


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs about rosters."""
    roster = verbs.add_parser("roster", help="名册：读取、导入、导出")
    steps = roster.add_subparsers(required=True, metavar="…")
    read = steps.add_parser("read", help="读一份名册，看看读懂了什么；什么也不保存")
    read.add_argument("file", type=Path)
    add_json(read)
    read.set_defaults(carry_out=_read)
    take = steps.add_parser("import", help="把一份名册导入工作区")
    take.add_argument("file", type=Path)
    take.add_argument(
        "--doubtful",
        choices=[Decision.ADD.value, Decision.SKIP.value],
        help="同单位同名、无法判断的人：add 新增，skip 跳过；不写则先列出来，不导入",
    )
    take.add_argument("--many", action="store_true", help="人数很多的名册，确认导入")
    add_workspace(take)
    take.set_defaults(carry_out=_import)
    export = steps.add_parser("export", help="把人员导出为 Excel 名册")
    export.add_argument("file", type=Path)
    export.add_argument("--with-phone", action="store_true", help="带联系电话（中间几位隐去）")
    export.add_argument("--full-phone", action="store_true", help="带完整的联系电话")
    add_workspace(export)
    export.set_defaults(carry_out=_export)


def _read(asked: argparse.Namespace) -> None:
    from jz_training.readers.roster.guarded import read_roster_guarded

    reading = read_roster_guarded(asked.file)
    if asked.json:
        print_json(roster_json(reading))
    else:
        _tell(reading)


def _tell(reading: RosterReading) -> None:
    for column in reading.columns:
        print(f"{column.sheet}  {column.heading} → {ROSTER_FIELDS[column.field]}")
    print(f"读到 {len(reading.people)} 人，略过 {len(reading.skipped)} 行")
    for row in reading.skipped:
        print(f"  略过第 {row.row} 行：{SKIP_REASONS[row.reason]}")
    for warning in reading.warnings:
        print(f"  注意：{warning_words(warning)}")


def _import(asked: argparse.Namespace) -> None:
    from jz_training.readers.roster.guarded import read_roster_guarded

    reading = read_roster_guarded(asked.file)
    _warn(reading)
    if not asked.many and any(w.code is WarningCode.MANY_ROWS for w in reading.warnings):
        raise Refused("people", "many_people", count=len(reading.people))
    with opened(asked) as desk:
        lines = desk.imports.preview(reading)
        for line in lines:
            if line.likeness is Likeness.DOUBTFUL:
                print(f"  {LIKENESS[line.likeness]}：第 {line.person.row} 行 {line.person.name}")
        decisions = {
            index: Decision(asked.doubtful)
            for index, line in enumerate(lines)
            if line.likeness is Likeness.DOUBTFUL and asked.doubtful
        }
        done = desk.imports.carry_out(reading, lines, decisions)
    print(f"新增 {done.added} 人，更新 {done.updated} 人，未动 {done.skipped} 人")


def _warn(reading: RosterReading) -> None:
    """Say on stderr what the window's preview shows before anything is kept."""
    for warning in reading.warnings:
        print(f"注意：{warning_words(warning)}", file=sys.stderr)
    if reading.skipped:
        print(f"略过 {len(reading.skipped)} 行，见 roster read。", file=sys.stderr)


def _export(asked: argparse.Namespace) -> None:
    from jz_training.cli.saving import save_workbook
    from jz_training.documents.excel.roster_xlsx import roster_xlsx
    from jz_training.services.people import PeopleQuery

    with looked_at(asked) as desk:
        organiser = desk.settings.get().organiser
        roster = desk.people.roster(PeopleQuery(), title="人员名册", organiser=organiser)
    with_phone = asked.with_phone or asked.full_phone
    content = roster_xlsx(roster, with_phone=with_phone, full_phones=asked.full_phone)
    print(save_workbook(asked.file, content))

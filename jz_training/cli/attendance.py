"""`attendance mark`, `close`, `reopen`: what the paper says, typed in a terminal."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.cli.words import Verbs, add_workspace, opened, the_training_id
from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.domain.mark_command import parse_marks
from jz_training.errors import BadMarks
from jz_training.labels import MARK_VOCABULARY, STATUSES, mark_fault_words

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

WORDS = {word: status for status, word in STATUSES.items()}


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs about attendance."""
    attendance = verbs.add_parser("attendance", help="考勤：登记、关闭、重新打开")
    steps = attendance.add_subparsers(required=True, metavar="…")
    mark = steps.add_parser("mark", help="按签到表的序号登记，如：缺席 3 7 12-15；请假 8 公")
    mark.add_argument("id")
    mark.add_argument("marks", nargs="?", default="", metavar="登记内容")
    mark.add_argument("--rest", choices=list(WORDS), help="其余未记录的人一律记为")
    add_workspace(mark)
    mark.set_defaults(carry_out=_mark)
    close = steps.add_parser("close", help="关闭场次")
    close.add_argument("id")
    add_workspace(close)
    close.set_defaults(carry_out=_close)
    reopen = steps.add_parser("reopen", help="重新打开已关闭的场次")
    reopen.add_argument("id")
    reopen.add_argument("--reason", required=True)
    add_workspace(reopen)
    reopen.set_defaults(carry_out=_reopen)


def _mark(asked: argparse.Namespace) -> None:
    with opened(asked) as desk:
        training_id = the_training_id(desk, asked.id)
        mark_by_command(desk, training_id, asked.marks)
        if asked.rest:
            desk.attendance.mark_rest(training_id, Mark(status=WORDS[asked.rest]))
        _tell(desk, training_id)


def mark_by_command(desk: Desk, training_id: UUID, command: str) -> None:
    """Record what one command line says. Raises BadMarks when a part is not understood."""
    if not command.strip():
        return
    numbers = [row.number for row in desk.attendance.sheet(training_id).rows]
    reading = parse_marks(command, numbers=numbers, words=MARK_VOCABULARY)
    if reading.faults:
        raise BadMarks("；".join(mark_fault_words(fault) for fault in reading.faults))
    desk.attendance.mark(training_id, reading.marks)


def _tell(desk: Desk, training_id: UUID) -> None:
    tally = desk.attendance.tally(training_id)
    unrecorded = STATUSES[AttendanceStatus.UNRECORDED]
    print(
        f"应到 {tally.expected} = 实到 {tally.present} + 请假 {tally.leave}"
        f" + 缺席 {tally.absent} + {unrecorded} {tally.unrecorded}"
    )


def _close(asked: argparse.Namespace) -> None:
    with opened(asked) as desk:
        training_id = the_training_id(desk, asked.id)
        desk.attendance.close(training_id)
        _tell(desk, training_id)


def _reopen(asked: argparse.Namespace) -> None:
    with opened(asked) as desk:
        desk.attendance.reopen(the_training_id(desk, asked.id), reason=asked.reason)
    print("已重新打开")

"""What several verbs share: options, opening a workspace, reading dates, printing JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from jz_training.errors import JzError, NotFound
from jz_training.paths import default_workspace

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

Verbs = Any  # argparse keeps the type of its sub-parsers to itself


def add_workspace(verb: argparse.ArgumentParser) -> None:
    """Add the option that names the folder of the data."""
    verb.add_argument("--workspace", type=Path, help="数据所在的文件夹（默认为本机的工作区）")


def add_json(verb: argparse.ArgumentParser) -> None:
    """Add the option for programs that read the answer."""
    verb.add_argument("--json", action="store_true", help="以 JSON 输出")


def workspace_of(asked: argparse.Namespace) -> Path:
    """Return the folder that was asked for, or the usual one."""
    folder: Path = asked.workspace or default_workspace()
    return folder


@contextmanager
def opened(asked: argparse.Namespace) -> Iterator[Desk]:
    """Open the workspace that was asked for to work in it; back up if due, close it again."""
    from jz_training.services.desk import open_desk

    desk = open_desk(workspace_of(asked))
    try:
        yield desk
        _back_up_if_due(desk)
    finally:
        desk.close()


def _back_up_if_due(desk: Desk) -> None:
    """What was asked for is saved by now: a backup that fails is told, and is no failure."""
    try:
        desk.backups.make_if_due()
    except JzError as error:
        print(f"没有自动备份：{error}", file=sys.stderr)


@contextmanager
def looked_at(asked: argparse.Namespace) -> Iterator[Desk]:
    """Open the workspace that was asked for to read, also while a window has it open."""
    from jz_training.services.desk import open_desk

    desk = open_desk(workspace_of(asked), reading=True)
    try:
        yield desk
    finally:
        desk.close()


def a_day(text: str) -> date:
    """Read a date as 2026-11-22; argparse turns the error into its own sentence."""
    return date.fromisoformat(text)


def a_moment(text: str) -> datetime:
    """Read a time as 2026-11-22T15:00 or “2026-11-22 15:00”."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None:
        raise ValueError(text)  # times are those of the wall clock, as on paper
    return moment


def some_hours(text: str) -> Decimal:
    """Read 学时 as 2 or 1.5."""
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error


def some_rows(text: str) -> int:
    """Read how many rows to leave blank: more than fit on ten pages is a slip."""
    rows = int(text)
    if not 0 <= rows <= 400:
        raise ValueError(text)
    return rows


def the_training_id(desk: Desk, text: str) -> UUID:
    """Return the training that a full or shortened id names. Raises NotFound."""
    from jz_training.services.ledger import TrainingQuery

    wanted = text.replace("-", "").lower()
    rows = desk.trainings.list(TrainingQuery())
    found = [row.training_id for row in rows if row.training_id.hex.startswith(wanted)]
    if len(found) != 1 or not wanted:
        raise NotFound("training")
    return found[0]


def print_json(value: object) -> None:
    """Print a value as JSON that a person can read too."""
    print(json.dumps(value, ensure_ascii=False, indent=2))

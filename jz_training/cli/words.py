"""What several verbs share: options, opening a workspace, reading dates, printing JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from jz_training.errors import NotFound
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


@contextmanager
def opened(asked: argparse.Namespace) -> Iterator[Desk]:
    """Open the workspace that was asked for, and close it again."""
    from jz_training.services.desk import open_desk

    desk = open_desk(asked.workspace or default_workspace())
    try:
        yield desk
    finally:
        desk.close()


def a_day(text: str) -> date:
    """Read a date as 2026-11-22; argparse turns the error into its own sentence."""
    return date.fromisoformat(text)


def a_moment(text: str) -> datetime:
    """Read a time as 2026-11-22T15:00 or “2026-11-22 15:00”."""
    return datetime.fromisoformat(text)


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

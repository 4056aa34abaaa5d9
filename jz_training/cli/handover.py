"""`handover`: a whole workspace as one file, for a successor's computer or for the archive."""

from __future__ import annotations

import argparse
from pathlib import Path

from jz_training.cli.words import Verbs, add_workspace, opened, workspace_of
from jz_training.domain.handover import HandoverFacts, HandoverKind
from jz_training.labels.handover import HANDOVER_KINDS, handover_words


def add_verbs(verbs: Verbs) -> None:
    """Add the verb with its three steps."""
    handover = verbs.add_parser("handover", help="整套数据移交给接手的人，或按年归档")
    steps = handover.add_subparsers(required=True, metavar="步骤")
    make = steps.add_parser("make", help="把工作区连同归档的材料写成一个文件，并检查")
    make.add_argument("--archive", action="store_true", help="写成只供查阅的归档")
    make.add_argument("--out", type=Path, required=True)
    add_workspace(make)
    make.set_defaults(carry_out=_make)
    read = steps.add_parser("read", help="看移交文件里有什么，不改动任何数据")
    read.add_argument("file", type=Path)
    read.set_defaults(carry_out=_read)
    take = steps.add_parser("take", help="在新的文件夹里接手一个移交文件")
    take.add_argument("file", type=Path)
    add_workspace(take)
    take.set_defaults(carry_out=_take)


def _make(asked: argparse.Namespace) -> None:
    kind = HandoverKind.ARCHIVE if asked.archive else HandoverKind.HANDOVER
    with opened(asked) as desk:
        _tell(desk.handing_over.write(asked.out, kind=kind))
    print(asked.out)


def _read(asked: argparse.Namespace) -> None:
    from jz_training.services.handing_over import look_into_handover

    _tell(look_into_handover(asked.file))


def _take(asked: argparse.Namespace) -> None:
    from jz_training.services.handing_over import take_over

    folder = workspace_of(asked)
    _tell(take_over(asked.file, folder))
    print(f"已接手：{folder}")


def _tell(facts: HandoverFacts) -> None:
    print(f"{HANDOVER_KINDS[facts.kind]}：{handover_words(facts)}")

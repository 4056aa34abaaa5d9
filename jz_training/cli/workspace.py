"""`check`, `backup`, `restore`, `history`, `undo`: looking after a workspace."""

from __future__ import annotations

import argparse
from datetime import datetime
from uuid import UUID

from jz_training.cli.words import Verbs, add_workspace, looked_at, opened, workspace_of
from jz_training.errors import DatabaseDamaged, WorkspaceUnsound
from jz_training.labels import BACKUP_KINDS, act_words, finding_words


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs that look after a workspace."""
    check = verbs.add_parser("check", help="检查数据、统计数和备份是否完好")
    check.add_argument("--repair", action="store_true", help="重新统计有出入的数")
    _ending(check, _check)
    backup = verbs.add_parser("backup", help="立即备份；加 --list 只列出已有的备份")
    backup.add_argument("--list", action="store_true")
    _ending(backup, _backup)
    restore = verbs.add_parser("restore", help="恢复一个备份；现有数据会先备份")
    restore.add_argument("name", help="备份的文件名，见 backup --list")
    _ending(restore, _restore)
    history = verbs.add_parser("history", help="列出最近的操作")
    history.add_argument("--limit", type=int, default=50)
    _ending(history, _history)
    undo = verbs.add_parser("undo", help="撤销最近一步，或指定的一步")
    undo.add_argument("id", nargs="?", type=UUID)
    _ending(undo, _undo)


def _ending(verb: argparse.ArgumentParser, carry_out: object) -> None:
    add_workspace(verb)
    verb.set_defaults(carry_out=carry_out)


def _check(asked: argparse.Namespace) -> None:
    with opened(asked) if asked.repair else looked_at(asked) as desk:
        if asked.repair:
            desk.repair()
        found = desk.check()
    for hint in found:
        if hint.is_hint:
            print(f"提示：{finding_words(hint)}")
    if faults := [finding_words(finding) for finding in found if not finding.is_hint]:
        raise WorkspaceUnsound(faults)
    print("检查通过：数据、统计数和备份都完好。")


def _backup(asked: argparse.Namespace) -> None:
    from jz_training.services.rescue import backups_of

    if asked.list:
        made = backups_of(workspace_of(asked))  # also when the data cannot be opened
    else:
        with opened(asked) as desk:
            made = (desk.backups.make(),)
    for row in made:
        kind = BACKUP_KINDS.get(row.kind, row.kind)
        print(row.name, f"{row.made_at:%Y-%m-%d %H:%M:%S}", kind, f"{row.size:,} 字节", sep="  ")


def _restore(asked: argparse.Namespace) -> None:
    try:
        with opened(asked) as desk:
            desk.restore(asked.name)
    except DatabaseDamaged:
        _restore_damaged(asked)
    else:
        print("已恢复。恢复前的数据也留了一份备份。")


def _restore_damaged(asked: argparse.Namespace) -> None:
    from jz_training.services.rescue import restore_damaged

    kept = restore_damaged(workspace_of(asked), asked.name, now=datetime.now())
    rest = f"损坏的文件留在 {kept}" if kept else "原来的数据文件不在了"
    print(f"已恢复。{rest}。")


def _history(asked: argparse.Namespace) -> None:
    with looked_at(asked) as desk:
        for act in desk.history.acts(limit=asked.limit):
            words = act_words(act.verb, act.subject, act.count)
            mark = "（已撤销）" if act.undone else ""
            print(
                f"{act.at:%Y-%m-%d %H:%M:%S}", act.operator or "—", words + mark, act.id, sep="  "
            )


def _undo(asked: argparse.Namespace) -> None:
    with opened(asked) as desk:
        act = desk.history.undo(asked.id) if asked.id else desk.history.undo_last()
    print(
        "没有可以撤销的操作。"
        if act is None
        else act_words("undo", f"{act.verb}|{act.subject}", act.count)
    )

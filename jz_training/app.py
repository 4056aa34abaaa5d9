"""Where the program is put together: the only place that knows everyone."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jz_training.labels import BACKUP_KINDS, PROGRAM
from jz_training.paths import default_workspace

if TYPE_CHECKING:
    from jz_training.services.desk import Desk
    from jz_training.ui.page import PageSpec

USAGE = "用法：jz-training [--workspace 文件夹]"


def run(words: Sequence[str]) -> int:
    """Open the window, or carry out the verb that the words name; return the exit code."""
    if not words or words[0] == "--workspace":
        return _open_window(_workspace(words))
    if words[0] == "gallery":
        return _draw_gallery(words[1:])
    from jz_training.cli.program import run_command

    return run_command(words)


def _workspace(words: Sequence[str]) -> Path:
    if not words:
        return default_workspace()
    if len(words) != 2:
        sys.exit(USAGE)
    return Path(words[1])


def _open_window(folder: Path) -> int:
    from jz_training.ui.start import Plan, open_window
    from jz_training.ui.trouble_page import Rescue

    _log_to(folder)
    rescue = Rescue(
        backups=lambda: _backups(folder),
        restore=lambda name: _restore(folder, name),
    )
    plan = Plan(folder=folder, open_desk=lambda: _open_desk(folder), pages=pages(), rescue=rescue)
    return open_window(plan)


def pages() -> tuple[PageSpec, ...]:
    """Return the pages of the rail; each is made when it is first opened."""
    from jz_training.ui.rail_pages import rail_pages

    return rail_pages()


def _open_desk(folder: Path) -> Desk:
    from jz_training.services.desk import open_desk  # SQLAlchemy: after the first paint

    return open_desk(folder)


def _backups(folder: Path) -> Sequence[tuple[str, str]]:
    from jz_training.services.rescue import usable_backups

    return [
        (row.name, f"{row.made_at:%Y-%m-%d %H:%M}　{BACKUP_KINDS.get(row.kind, row.kind)}备份")
        for row in usable_backups(folder)
    ]


def _restore(folder: Path, name: str) -> None:
    from jz_training.services.rescue import restore_over_damage

    restore_over_damage(folder, name)


def _log_to(folder: Path) -> None:
    """Keep what goes wrong in a file beside the data, for whoever helps."""
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "program.log", maxBytes=2**20, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return  # a folder that cannot be written is told by the window itself
    logging.basicConfig(
        level=logging.WARNING,
        handlers=[handler],
        format=f"%(asctime)s {PROGRAM} %(name)s %(levelname)s %(message)s",
    )


def _draw_gallery(words: Sequence[str]) -> int:
    from jz_training.ui.gallery import run_gallery

    if len(words) != 1:
        sys.exit("用法：jz-training gallery 文件夹")
    return run_gallery(Path(words[0]))

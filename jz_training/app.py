"""Where the program is put together: the only place that knows everyone."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

#: Options that open the window when no verb is named.
WINDOW_OPTIONS = ("--workspace",)


def run(words: Sequence[str]) -> int:
    """Open the window, or carry out the verb that the words name; return the exit code."""
    if not words or words[0] in WINDOW_OPTIONS:
        return _open_window(_workspace(words))
    if words[0] == "gallery":
        return _draw_gallery(words[1:])
    from jz_training.cli.program import run_command

    return run_command(words)


def _workspace(words: Sequence[str]) -> Path:
    from jz_training.paths import default_workspace

    if len(words) == 2:
        return Path(words[1])
    if words:
        sys.exit("用法：jz-training [--workspace 文件夹]")
    return default_workspace()


def _open_window(folder: Path) -> int:
    from jz_training.ui.start import open_window

    return open_window(folder)


def _draw_gallery(words: Sequence[str]) -> int:
    from jz_training.ui.gallery import run_gallery

    if len(words) != 1:
        sys.exit("用法：jz-training gallery 文件夹")
    return run_gallery(Path(words[0]))

"""Where a start of the program is sent on its way: the only place that knows everyone."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from jz_training.paths import default_workspace

NO_SCREEN = "这里没有图形界面，打不开窗口。可以改用命令行，输入 jz-training --help 查看用法。"


def run(words: Sequence[str]) -> int:
    """Open the window, or carry out the verb that the words name; return the exit code."""
    if not words or words[0] == "--workspace":
        return _open_window(words)
    if words[0] == "gallery":
        return _draw_gallery(words[1:])
    from jz_training.cli.program import run_command

    return run_command(words)


def _open_window(words: Sequence[str]) -> int:
    if words and len(words) != 2:
        sys.exit("用法：jz-training [--workspace 文件夹]")
    if not has_screen(sys.platform, os.environ):
        sys.exit(NO_SCREEN)  # Qt would abort without a word a person understands
    from jz_training.ui.start import open_window

    return open_window(Path(words[1]) if words else default_workspace())


def has_screen(platform: str, surroundings: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown at all, as far as one can know before Qt is loaded."""
    if platform in ("win32", "darwin"):
        return True
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(surroundings.get(name) for name in named)


def _draw_gallery(words: Sequence[str]) -> int:
    if len(words) != 1:
        sys.exit("用法：jz-training gallery 文件夹")
    from jz_training.ui.gallery.drawing import run_gallery

    return run_gallery(Path(words[0]))

"""One set-up at a time: a file that the system locks for us, and frees when we are killed."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from bootstrap.steps import say


@contextlib.contextmanager
def only_one(path: Path) -> Iterator[BinaryIO]:
    """Hold the guard at this path, waiting for whoever has it."""
    path.parent.mkdir(exist_ok=True)
    with path.open("a+b") as guard:
        if not take(guard):
            say("另一个进程正在准备运行环境，请稍候…")
            while not take(guard):
                time.sleep(0.3)
        # A pip that outlives us keeps the guard: until it ends nobody else may write to .venv.
        # Windows has no such inheritance, but there a folder in use cannot be put aside either.
        os.set_inheritable(guard.fileno(), True)
        yield guard


def take(guard: BinaryIO) -> bool:
    """Take the guard without waiting; False when another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            guard.seek(0)
            msvcrt.locking(guard.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True

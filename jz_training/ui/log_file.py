"""Our own errors, written whole into the workspace's `window.log`; support may ask for it."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_NAME = "window.log"
_MOST = 2**20  # bytes, and one older file of the same size


def begin_log(folder: Path) -> None:
    """Write the program's log into a workspace; the file appears with the first entry."""
    handler = RotatingFileHandler(
        folder / _NAME, maxBytes=_MOST, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger("jz_training").addHandler(handler)


def end_log() -> None:
    """Close the files of the log."""
    logger = logging.getLogger("jz_training")
    for handler in [h for h in logger.handlers if isinstance(h, RotatingFileHandler)]:
        logger.removeHandler(handler)
        handler.close()

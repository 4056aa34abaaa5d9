"""The verbs of the command line and where each is carried out."""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
from collections.abc import Sequence

from jz_training import __version__
from jz_training.cli import (
    attendance,
    certificates,
    demo,
    forms,
    handover,
    meeting,
    notice,
    reports,
    roster,
    trainings,
    workspace,
)
from jz_training.errors import JzError
from jz_training.labels import PROGRAM

#: Every file adds its own verbs to the parser.
PARTS = (
    demo, notice, roster, meeting, trainings, attendance, certificates, reports,
    forms, workspace, handover,
)  # fmt: skip

#: Exit codes: 0 done, 1 something a person can act on, 2 the words were wrong, 3 our own bug,
#: 130 stopped by Ctrl+C, as shells count it.
DONE, REFUSED, BUG, STOPPED = 0, 1, 3, 130


def parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs; each sets `carry_out`, which takes the parsed words."""
    top = argparse.ArgumentParser(prog="jz-training", description=PROGRAM)
    top.add_argument("--version", action="version", version=f"jz-training {__version__}")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="…", title="可用的命令")
    for part in PARTS:
        part.add_verbs(verbs)
    return top


def run_command(words: Sequence[str]) -> int:
    """Carry out one command and return its exit code; errors are told on stderr."""
    _speak_utf8()
    asked = parser().parse_args(words)
    try:
        asked.carry_out(asked)
        sys.stdout.flush()
    except JzError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:  # whoever read has enough; nor may the interpreter's end complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("已停止。", file=sys.stderr)
        return STOPPED
    except Exception:
        logging.getLogger(__name__).exception("unexpected")
        print("程序出了一点问题，这一步没有完成。已经保存的内容不受影响。", file=sys.stderr)
        return BUG
    return DONE


def _speak_utf8() -> None:
    """Write UTF-8 also where the console's own code page could not hold a rare character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

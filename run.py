"""Set this program up on a fresh machine, then run it (Windows: `py run.py …`).

    python3 run.py                  open the window
    python3 run.py test [WORDS]     run every check; WORDS go to pytest
    python3 run.py gallery DIR      draw every page and dialog into pictures, without a screen
    python3 run.py bench [WORDS]    measure the speed
    python3 run.py demo --out DIR   this and all other words go to `jz-training` unchanged

Needs a Python ≥ 3.11 and nothing else; docs/decisions/0001-one-bootstrap-script.md tells why it is
made this way.
"""

import sys

# Older versions must get as far as this sentence: no syntax newer than 3.6 in this file.
if sys.version_info < (3, 11):  # noqa: UP036
    found = "{}.{}".format(*sys.version_info)
    sys.exit("需要 Python 3.11 或更新的版本，现在运行的是 " + found + "。请安装新版本后再试。")

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bootstrap.environment import QT, RUNTIME, TOOLS, WINDOW, Environment
from bootstrap.steps import CannotGoOnError, say, surroundings

ROOT = Path(__file__).resolve().parent

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as check; check()"
CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("mypy of this script", ("-m", "mypy", "run.py")),
    ("import-linter", ("-c", LINT_IMPORTS, "--no-logo")),
    ("pytest", ("-m", "pytest")),
)

#: The whole suite runs on every processor, a file of tests on one of them; a part named runs alone.
PARALLEL = ("-n", "auto", "--dist", "loadfile")


@dataclass(frozen=True, kw_only=True)
class Errand:
    """What the words ask for: the parts that must stand, and what Python is then given."""

    parts: tuple[str, ...]
    arguments: tuple[str, ...]
    offscreen: bool = False


def main(words: Sequence[str]) -> int:
    """Set up what the words need, run them, and return the exit code."""
    environment = Environment(ROOT)
    errand = errand_of(words, xcb=needs_xcb(sys.platform, os.environ))
    try:
        environment.prepare(errand.parts)
    except CannotGoOnError as stop:
        say(str(stop))
        return 1
    except OSError as stop:
        say(unwritable(stop))
        return 1
    except KeyboardInterrupt:
        return interrupted()
    if words[:1] != ["test"]:
        return become(environment.python, errand)
    try:
        return run_checks(environment.python, words[1:])
    except KeyboardInterrupt:
        return interrupted()


def errand_of(words: Sequence[str], *, xcb: bool) -> Errand:
    """Tell what the words need; `xcb` is whether a window here needs the system's xcb libraries."""
    verb = words[0] if words else ""
    if verb == "test":
        return Errand(parts=(RUNTIME, TOOLS, QT), arguments=(), offscreen=True)
    if verb == "bench":
        script = str(ROOT / "bench" / "run.py")
        return Errand(parts=(RUNTIME, TOOLS, QT), arguments=(script, *words[1:]), offscreen=True)
    # -P: a file of the current folder must never stand in for one of ours
    program = ("-P", "-m", "jz_training", *words)
    if verb == "gallery":
        return Errand(parts=(RUNTIME, QT), arguments=program, offscreen=True)
    if opens_window(words):
        parts = (RUNTIME, QT, WINDOW) if xcb else (RUNTIME, QT)
        return Errand(parts=parts, arguments=program)
    return Errand(parts=(RUNTIME,), arguments=program)


def opens_window(words: Sequence[str]) -> bool:
    """Tell whether these words open the window: none, or options only, but not a question."""
    if {"-h", "--help", "--version"}.intersection(words):
        return False
    return not words or words[0].startswith("-")


def needs_xcb(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window on this platform goes through xcb, as far as one can know."""
    return platform == "linux" and not environment.get("QT_QPA_PLATFORM")


def interrupted() -> int:
    """Say that Ctrl+C was heard and return the exit code that is customary for it."""
    say("已中断。没有做完的，下次运行时会接着做。")
    return 130


def unwritable(stop: OSError) -> str:
    """Return the sentence for a file or folder that could not be read or written."""
    name = stop.filename or ROOT
    return f"不能准备运行环境：{stop.strerror}（{name}）。请检查磁盘空间和这个文件夹的写入权限。"


def run_checks(python: Path, words: Sequence[str]) -> int:
    """Run every check, also after one has failed; the words go to pytest."""
    failed = []
    for name, arguments in CHECKS:
        print("\n== " + name, flush=True)
        of_pytest = words or PARALLEL
        command = [str(python), *arguments, *(of_pytest if name == "pytest" else ())]
        if subprocess.run(command, cwd=ROOT, env=surroundings(offscreen=True)).returncode != 0:
            failed.append(name)
    print("\n" + ("没有通过：" + "、".join(failed) if failed else "全部检查通过。"), flush=True)
    return 1 if failed else 0


def become(python: Path, errand: Errand) -> int:
    """Turn into the errand's process; where that cannot be, wait for it and pass its exit code."""
    command = [str(python), *errand.arguments]
    environment = surroundings(offscreen=errand.offscreen)
    if os.name != "nt":
        os.execve(python, command, environment)
    with subprocess.Popen(command, env=environment) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # the program has heard it too, and decides


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

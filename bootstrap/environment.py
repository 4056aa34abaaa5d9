"""The folder .venv: built from the locks, trusted by its stamp, rebuilt when in doubt."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
import sysconfig
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bootstrap.guard import only_one
from bootstrap.steps import CannotGoOnError, run_step, say
from bootstrap.system import (
    provide_qt_libraries,
    provide_venv_module,
    provide_window_libraries,
)

FORMAT = 1  # raise it when .venv must be rebuilt although neither Python nor a lock has changed

RUNTIME, TOOLS, QT, WINDOW = "runtime", "tools", "qt", "window"


@dataclass(frozen=True, slots=True)
class Environment:
    """The environment of the program whose folder is `root`.

    It has parts, and the stamp holds a line (a fact) for each part that stands: the packages of
    the program, the tools for its developers, the system's libraries for Qt and for its windows.
    """

    root: Path

    @property
    def venv(self) -> Path:
        """The folder itself; whatever is there is ours to replace."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The Python that runs the program."""
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """The file that is written last: a .venv without it was cut short."""
        return self.venv / "set-up.txt"

    def prepare(self, parts: Sequence[str]) -> None:
        """Make sure that these parts stand; costs next to nothing when they do.

        Raises CannotGoOnError with a sentence for the user, OSError when the disk does not obey.
        """
        facts = self.facts()
        wanted = {facts[part] for part in parts}
        if wanted <= self.standing():
            return
        with only_one(self.root / ".venv.guard" / "lock"):
            if not wanted <= self.standing():
                self._set_up(parts, facts)

    def facts(self) -> dict[str, str]:
        """Return for each part the line that the stamp holds once the part stands."""
        python = f"{sys.base_prefix} {' '.join(sys.version.split())}"
        return {
            RUNTIME: f"{RUNTIME} {FORMAT} {fingerprint(self._lock(RUNTIME))} {python}",
            TOOLS: f"{TOOLS} {fingerprint(self._lock(TOOLS))}",
            QT: QT,
            WINDOW: WINDOW,
        }

    def standing(self) -> set[str]:
        """Return the lines of the stamp; none when .venv is missing, cut short or lost Python."""
        with contextlib.suppress(FileNotFoundError):
            if self.python.exists():
                return set(self.stamp.read_text(encoding="utf-8").splitlines())
        return set()

    def _lock(self, part: str) -> Path:
        """The lock of the tools names everything of the other one too."""
        return self.root / ("requirements-dev.lock" if part == TOOLS else "requirements.lock")

    def _set_up(self, parts: Sequence[str], facts: dict[str, str]) -> None:
        done = self.standing()
        if facts[RUNTIME] not in done or not done <= set(facts.values()):
            self._make_venv()
            done = set()
        missing = [part for part in parts if facts[part] not in done]
        if RUNTIME in missing or TOOLS in missing:
            self.stamp.unlink(missing_ok=True)  # cut short, it is not mended but made anew
            self._install(self._lock(TOOLS if TOOLS in missing else RUNTIME))
            done |= {facts[part] for part in parts if part in (RUNTIME, TOOLS)}
            self._write_stamp(done)
        for part, provide in ((QT, provide_qt_libraries), (WINDOW, provide_window_libraries)):
            if part in missing:
                provide(self.python)
                done.add(facts[part])
                self._write_stamp(done)
        say("运行环境已准备好。")

    def _make_venv(self) -> None:
        """Build a .venv without packages in the place of any older one."""
        provide_venv_module()
        say("正在准备运行环境（第一次需要联网，约一至三分钟）…")
        self.put_old_aside()
        # the base's own executable: ours may be a venv's, even the one just put aside
        base = getattr(sys, "_base_executable", None) or sys.executable
        if not run_step([base, "-I", "-m", "venv", str(self.venv)], inherit=True):
            raise CannotGoOnError("不能建立 Python 运行环境（.venv），原因见上。")
        self.point_at_program()

    def point_at_program(self) -> None:
        """Let .venv find the program's package in `root`, without building or copying it."""
        where = {"base": str(self.venv), "platbase": str(self.venv)}
        site = Path(sysconfig.get_path("purelib", "venv", where))
        # relative, so that the whole folder can be moved and may have any name
        line = os.path.relpath(self.root, site)
        (site / "jz_training.pth").write_text(line + "\n", encoding="ascii")

    def put_old_aside(self) -> None:
        """Take an old .venv out of the way in one step, then delete what lies aside."""
        if self.venv.exists():
            try:
                self.venv.rename(self.root / f".venv.old-{time.time_ns()}")
            except PermissionError as stop:  # Windows, while a program runs from it
                raise CannotGoOnError(
                    "运行环境（.venv）正在使用或不能改名。请先关闭本程序的所有窗口再试。"
                ) from stop
        for old in self.root.glob(".venv.old-*"):
            shutil.rmtree(old, ignore_errors=True)

    def _install(self, lock: Path) -> None:
        """Install exactly what the lock names; pip refuses whatever has another hash."""
        say("正在安装依赖…")
        quiet = () if sys.stderr.isatty() else ("--quiet",)
        pip = (str(self.python), "-I", "-m", "pip", "--disable-pip-version-check", *quiet)
        words = ("install", "--no-input", "--require-hashes", "-r", str(lock))
        if not run_step([*pip, *words], inherit=True):
            raise CannotGoOnError(
                "依赖没有装好，原因见上。多半是网络不通；或者这台机器没有合适的安装包："
                "需要 64 位的 Python 3.11–3.14，Linux 需要 glibc 2.34（ARM 为 2.39）以上。"
                "处理后重新运行即可。"
            )

    def _write_stamp(self, facts: set[str]) -> None:
        """Write the stamp so that a reader sees the whole of it or none."""
        draft = self.stamp.with_suffix(".new")
        draft.write_text("\n".join(sorted(facts)), encoding="utf-8")
        draft.replace(self.stamp)


def fingerprint(lock: Path) -> str:
    """Return a lock's hash; line ends do not count, as git may change them."""
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()

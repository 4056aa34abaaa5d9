"""What the system must have besides Python: venv, and the libraries that Qt opens windows with."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from bootstrap.steps import CannotGoOnError, run_step, say, why_it_fails

QT_PROBE = "import PySide6, PySide6.QtWidgets, PySide6.QtPrintSupport, PySide6.QtSvg"
# opened by hand: Qt would not raise but abort, and only once there is a screen
XCB_PROBE = """
import ctypes, pathlib
plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
ctypes.CDLL(str(plugins / "libqxcb.so"))
"""
QT_PACKAGES = (
    "libglib2.0-0",
    "libegl1",
    "libgl1",
    "libxkbcommon0",
    "libfontconfig1",
    "libdbus-1-3",
)
XCB_PACKAGES = (
    "libxcb-cursor0",
    "libxkbcommon-x11-0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
)


def provide_venv_module() -> None:
    """Make sure that this Python can make a venv; Debian keeps what it needs in a package apart.

    Raises CannotGoOnError when it cannot and we may not install that package.
    """
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    if sys.base_prefix != "/usr":
        raise CannotGoOnError("这个 Python 缺少 venv 或 ensurepip，请安装完整的 Python 后再试。")
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if not apt_install([package]):
        raise CannotGoOnError(missing_packages("这个 Python 缺少 venv 组件", [package]))


def provide_qt_libraries(python: Path) -> None:
    """Make sure that this Python's Qt can draw, be it into a file.

    Raises CannotGoOnError when a library is missing and we may not install it.
    """
    provide(python, QT_PROBE, QT_PACKAGES)


def provide_window_libraries(python: Path) -> None:
    """Make sure that this Python's Qt can open a window through xcb; raises CannotGoOnError."""
    provide(python, QT_PROBE + XCB_PROBE, QT_PACKAGES + XCB_PACKAGES)


def provide(python: Path, probe: str, packages: Sequence[str]) -> None:
    """Make sure that the probe runs, if need be by installing the packages.

    Raises CannotGoOnError, naming what is missing and the command, when that does not help.
    """
    command = [str(python), "-I", "-c", probe]
    why = why_it_fails(command)
    if why and sys.platform == "linux" and apt_install(packages):
        why = why_it_fails(command)
    if why and sys.platform == "linux":
        raise CannotGoOnError(missing_packages(f"缺少窗口需要的系统库（{why}）", packages))
    if why:
        raise CannotGoOnError(f"窗口组件不能启动：{why}")


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages if this is a Debian and we may; tell whether it was done."""
    right = right_to_install()
    if right is None:
        return False
    say("正在安装系统组件：" + " ".join(packages))
    apt = [*right, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    # the lists of some unrelated source may be out of reach: only the install itself counts
    run_step([*apt, "update"])
    options = ("-o", "DPkg::Lock::Timeout=120", "--no-install-recommends", "-y")
    return run_step([*apt, *options, "install", *packages])


def right_to_install() -> list[str] | None:
    """Return the words to put before apt-get; None when there is no apt-get or no right to it."""
    if not shutil.which("apt-get"):
        return None
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and not why_it_fails(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def missing_packages(what: str, packages: Sequence[str]) -> str:
    """Return the sentence for packages that we could not install ourselves."""
    command = "sudo apt-get install " + " ".join(packages)
    return (
        f"{what}。Debian、Ubuntu 一类的系统请先运行：\n    {command}\n"
        "其他系统请安装同名的组件，然后再试。"
    )

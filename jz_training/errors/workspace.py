"""A workspace that cannot be opened, saved in or trusted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from jz_training.errors.base import JzError


class WorkspaceInUse(JzError):
    """Another window or command is writing in this workspace."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"工作区“{self.path}”正在被另一个窗口使用。请先关闭那个窗口，再试一次。"


class WorkspaceUnusable(JzError):
    """The folder cannot serve as a workspace."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "is_a_file": "这个位置是一个文件，不是文件夹。",
        "cannot_make": "无法建立文件夹，请换一个位置。",
        "read_only_and_empty": "文件夹是只读的，里面还没有可用的数据。",
        "read_only_and_unfinished": (
            "文件夹是只读的，而上次保存没有完成。请把整个文件夹复制到可以写入的位置再打开。"
        ),
        "cannot_open": "数据文件打不开。请检查文件夹的权限和磁盘，再试一次。",
        "cannot_lock": "这个位置不能保证只有一处写入，请把文件夹放到本机的磁盘上。",
        "path_too_long": "文件夹的路径太长。请移到路径短一些的位置再打开。",
    }

    def __init__(self, path: Path, fault: str, *, details: str = "") -> None:
        super().__init__(path, fault)
        self.path = path
        self.fault = fault
        self.details = details

    def __str__(self) -> str:
        return f"无法使用工作区“{self.path}”：{self.SENTENCES[self.fault]}"


class WorkspaceUnsound(JzError):
    """A check found something; each finding is a sentence."""

    def __init__(self, findings: Sequence[str]) -> None:
        super().__init__(tuple(findings))
        self.findings = tuple(findings)

    def __str__(self) -> str:
        return "检查发现：\n" + "\n".join(f"· {finding}" for finding in self.findings)


class ReadOnly(JzError):
    """The workspace may only be read."""

    def __str__(self) -> str:
        return "工作区所在的文件夹是只读的，无法保存。请换一个可以写入的文件夹。"


class OnlyLookedAt(ReadOnly):
    """The workspace is an archive of a year: it is looked at and never changed."""

    def __str__(self) -> str:
        return "这是归档的数据，只供查阅，不能修改。要修改，请在平时使用的窗口里进行。"


class DatabaseIsNewer(JzError):
    """The data was made by a newer version of the program; nothing was changed."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(path, found)
        self.path = path
        self.found = found

    def __str__(self) -> str:
        return (
            "这份数据由更新版本的程序保存，本版本没有打开它，数据没有任何改动。"
            "请安装新版程序后再打开。"
        )


class DatabaseDamaged(JzError):
    """The data file fails its check; a backup can be restored."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(path)
        self.path = path
        self.details = details

    def __str__(self) -> str:
        return f"数据文件“{self.path.name}”没有通过检查。请恢复最近的备份。"


class DatabaseMissing(DatabaseDamaged):
    """The data file is gone or empty though there are backups: no fresh one is put in its place."""

    def __str__(self) -> str:
        return f"没有找到数据文件“{self.path.name}”，但是有备份。请恢复最近的备份。"


class DatabaseBusy(JzError):
    """Another program holds the data file for longer than one can wait."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"数据文件“{self.path.name}”正在被别的程序使用，这一步没有保存。请稍候再试。"


class BackupUnusable(JzError):
    """A backup fails its check and was not restored."""

    def __init__(self, name: str, *, details: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.details = details

    def __str__(self) -> str:
        return f"备份“{self.name}”没有通过检查，未恢复，当前数据没有改动。请换一个备份。"

"""Everything that can go wrong and that a person can act on.

A `JzError` keeps the facts as attributes and composes one polite sentence that says what happened
and what to do; one place in the window and one in the command line show it. Anything that is not
a `JzError` is our own bug: it is logged whole and shown briefly.
"""

from __future__ import annotations

from pathlib import Path


class JzError(Exception):
    """Something went wrong that the user can act on; `str()` is the sentence to show."""

    #: What support may ask for; shown behind 详情, never in front of the sentence.
    details: str = ""


# --- files in --------------------------------------------------------------------------------


class CannotRead(JzError):
    """A file from outside cannot be read; the sentence says what to do instead."""

    def __init__(self, path: Path | str, sentence: str, *, details: str = "") -> None:
        super().__init__(path, sentence)
        self.path = Path(path)
        self.sentence = sentence
        self.details = details

    def __str__(self) -> str:
        return f"无法读取“{self.path.name}”：{self.sentence}"


# --- files out -------------------------------------------------------------------------------


class CannotWrite(JzError):
    """A file could not be written; the old file, if there was one, is untouched."""

    def __init__(self, path: Path | str, sentence: str, *, details: str = "") -> None:
        super().__init__(path, sentence)
        self.path = Path(path)
        self.sentence = sentence
        self.details = details

    def __str__(self) -> str:
        return f"没有保存“{self.path.name}”：{self.sentence}"


class FontMissing(JzError):
    """No usable font for a role, or the bundled fonts are gone."""

    def __init__(self, role: str) -> None:
        super().__init__(role)
        self.role = role

    def __str__(self) -> str:
        return f"找不到可用的字体（{self.role}）。请重新安装本程序。"


# --- the workspace ---------------------------------------------------------------------------


class WorkspaceInUse(JzError):
    """Another window or command is writing in this workspace."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"工作区“{self.path}”正在被另一个窗口使用。请先关闭那个窗口，再试一次。"


class WorkspaceUnusable(JzError):
    """The folder cannot serve as a workspace."""

    def __init__(self, path: Path, sentence: str, *, details: str = "") -> None:
        super().__init__(path, sentence)
        self.path = path
        self.sentence = sentence
        self.details = details

    def __str__(self) -> str:
        return f"无法使用工作区“{self.path}”：{self.sentence}"


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
        return f"数据文件“{self.path.name}”没有通过检查。请从“设置 › 备份”恢复最近的备份。"


class BackupUnusable(JzError):
    """A backup fails its check and was not restored."""

    def __init__(self, name: str, *, details: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.details = details

    def __str__(self) -> str:
        return f"备份“{self.name}”没有通过检查，未恢复，当前数据没有改动。请换一个备份。"


class DiskFull(JzError):
    """The disk is full; what was saved before is intact."""

    def __str__(self) -> str:
        return "磁盘空间不足，这一步没有保存，之前的数据完好。请清理磁盘后再试。"


class ReadOnly(JzError):
    """The workspace may only be read."""

    def __str__(self) -> str:
        return "工作区所在的文件夹是只读的，无法保存。请换一个可以写入的文件夹。"


# --- what the rules refuse -------------------------------------------------------------------


class NotFound(JzError):
    """What was asked for is no longer there."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        return f"没有找到{self.what}，可能已被删除。请刷新后再看。"


class ChangedMeanwhile(JzError):
    """Somebody else changed the row since it was shown; nothing was overwritten."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        return f"{self.what}刚被别处改动过，这次没有保存，以免覆盖。请刷新后再改。"


class Refused(JzError):
    """A field holds something the rules do not allow. `field` names it for the form."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(field, sentence)
        self.field = field
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


class TrainingIsClosed(JzError):
    """Attendance of a closed training may not be marked before it is reopened."""

    def __str__(self) -> str:
        return "这个场次已经关闭，考勤不能再改。需要更正时请先“重新打开”并写明原因。"


class TrainingIsCancelled(JzError):
    """A cancelled training takes no list and no marks."""

    def __str__(self) -> str:
        return "这个场次已经取消，不能再登记。"


class ListNotFrozen(JzError):
    """There is no attendee list yet."""

    def __str__(self) -> str:
        return "这个场次还没有名单。请先在“名单”里确定应到人员。"


class CannotUndo(JzError):
    """An act cannot be undone because its rows were changed since."""

    def __init__(self, summary: str) -> None:
        super().__init__(summary)
        self.summary = summary

    def __str__(self) -> str:
        return f"“{self.summary}”涉及的内容后来又改过，不能整体撤销。请手工更正。"


class Stopped(JzError):
    """The user stopped a long job; nothing was kept of it."""

    def __str__(self) -> str:
        return "已停止，没有保存任何改动。"

"""Everything that can go wrong and that a person can act on.

A `JzError` keeps the facts as attributes and composes one polite sentence that says what happened
and what to do; one place in the window and one in the command line show it. Anything that is not
a `JzError` is our own bug: it is logged whole and shown briefly.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar


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


class DiskFull(JzError):
    """The disk is full; what was saved before is intact."""

    def __str__(self) -> str:
        return "磁盘空间不足，这一步没有保存，之前的数据完好。请清理磁盘后再试。"


class ReadOnly(JzError):
    """The workspace may only be read."""

    def __str__(self) -> str:
        return "工作区所在的文件夹是只读的，无法保存。请换一个可以写入的文件夹。"


# --- what the rules refuse -------------------------------------------------------------------


#: What may be missing or changed, in the words of the sentence.
THINGS = {
    "person": "这位人员",
    "unit": "这个单位",
    "training": "这个场次",
    "attendee": "名单里的这个人",
    "act": "这一步操作",
    "backup": "这个备份",
    "sheet": "这份签到表",
    "row": "这一条内容",
}

#: Why a field was refused, by code; facts are filled in.
REFUSALS = {
    "missing": "请填写这一项。",
    "too_long": "这一项最多 {limit} 个字。",
    "name_too_long": "姓名最多 {limit} 个字，请检查是否粘贴了别的内容。",
    "ends_before_start": "结束时间要晚于开始时间。",
    "too_long_lasting": "一个场次最长 24 小时；跨天的培训请分天建立场次。",
    "negative": "学时不能小于 0。",
    "too_many_hours": "学时请填 0 到 999 之间的数。",
    "many_people": "名单有 {count} 人，请确认选对了文件；无误请加 --many 再导入一次。",
    "same_unit": "已经有名为“{name}”的单位。",
    "circle": "上级单位不能是自己或自己的下级。",
    "nobody": "按这个范围没有找到应到人员。请调整单位、层级或类别。",
    "list_settled": "签到表已经打印或已经登记，序号不能再变。请用“名单变化”逐项调整。",
    "no_reason": "请写明原因。",
    "undecided": "还有 {count} 人待确认，请先逐个选择“新增”“更新”或“跳过”。",
    "several_matches": "“{name}”对应多位已有人员，不能直接更新。请选择“新增”或“跳过”。",
    "not_on_sheet": "名单上没有第 {number} 号。",
    "bad_character": "这一项含有无法保存的字符，请删去后重新输入。",
}


class NotFound(JzError):
    """What was asked for is no longer there; `what` is a key of THINGS."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        return f"没有找到{THINGS[self.what]}，可能已被删除。请刷新后再看。"


class ChangedMeanwhile(JzError):
    """Somebody else changed the row since it was shown; nothing was overwritten."""

    def __init__(self, what: str = "row", name: str = "") -> None:
        super().__init__(what, name)
        self.what = what
        self.name = name

    def __str__(self) -> str:
        thing = f"“{self.name}”" if self.name else THINGS[self.what]
        return f"{thing}刚被别处改动过，这次没有保存，以免覆盖。请刷新后再改。"


class Refused(JzError):
    """A field holds something the rules do not allow. `field` names it for the form."""

    def __init__(self, field: str, fault: str, **facts: object) -> None:
        super().__init__(field, fault)
        self.field = field
        self.fault = fault
        self.facts = facts

    def __str__(self) -> str:
        return REFUSALS[self.fault].format(**self.facts)


class StillUnrecorded(JzError):
    """A training cannot be closed while lines are unrecorded (DESIGN §5: the identity)."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count

    def __str__(self) -> str:
        return f"还有 {self.count} 人未记录，不能关闭。请先登记，或把其余的人一次记为到会或缺席。"


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


class BadMarks(JzError):
    """A line of marks was not understood; nothing of it was recorded."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return f"没有登记：{self.sentence}"


class WorkspaceUnsound(JzError):
    """A check found something; each finding is a sentence."""

    def __init__(self, findings: Sequence[str]) -> None:
        super().__init__(tuple(findings))
        self.findings = tuple(findings)

    def __str__(self) -> str:
        return "检查发现：\n" + "\n".join(f"· {finding}" for finding in self.findings)


class CannotUndo(JzError):
    """An act cannot be undone, as a rule because its rows were changed since."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "changed_since": "“{summary}”涉及的内容后来又改过，不能整体撤销。请手工更正。",
        "done_already": "“{summary}”已经撤销过了。",
        "final": "“{summary}”这一步不能撤销，请手工更正。",
        "on_paper": "“{summary}”的序号已经打印或已经登记，不能撤销。请用“名单变化”逐项调整。",
    }

    def __init__(self, summary: str, fault: str = "changed_since") -> None:
        super().__init__(summary, fault)
        self.summary = summary
        self.fault = fault

    def __str__(self) -> str:
        return self.SENTENCES[self.fault].replace("{summary}", self.summary)


class Stopped(JzError):
    """The user stopped a long job; nothing was kept of it."""

    def __str__(self) -> str:
        return "已停止，没有保存任何改动。"

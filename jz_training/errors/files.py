"""Files in and files out that could not be read or written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from jz_training.errors.base import JzError


class CannotRead(JzError):
    """A file from outside cannot be read; the sentence says what to do instead."""

    def __init__(self, path: Path | str, sentence: str, *, details: str = "") -> None:
        super().__init__(path, sentence)
        self.path = Path(path)
        self.sentence = sentence
        self.details = details

    def __str__(self) -> str:
        return f"无法读取“{self.path.name}”：{self.sentence}"


class NoPhotos(JzError):
    """There is no photo in a dossier that could stand on a page."""

    def __str__(self) -> str:
        return "这一场还没有可以排版的照片。请先在“照片”一项添加。"


class _FileFault(JzError):
    """Something is wrong with a file; `fault` names the sentence."""

    def __init__(self, path: Path | str, fault: str, *, details: str = "") -> None:
        super().__init__(path, fault)
        self.path = Path(path)
        self.fault = fault
        self.details = details


class CannotWrite(_FileFault):
    """A file could not be written; the old file, if there was one, is untouched.

    `fault` is a key of SENTENCES.
    """

    SENTENCES: ClassVar[dict[str, str]] = {
        "read_only": "这个文件被设为只读，请另存为别的文件名。",
        "open_in_office": "它正在 Excel 或 WPS 中打开，请先关闭，或另存为别的文件名。",
        "open_elsewhere": "它正在 别的程序 中打开，请先关闭，或另存为别的文件名。",
        "may_not_replace": "没有权限改写这个文件，请另存为别的文件名。",
        "not_whole": "写出的文件没有通过检查，原来的文件没有改动。请再试一次，或换一个位置。",
        "bad_character": "文件名中有不能使用的字符，请换一个文件名。",
        "name_too_long": "文件名太长，请改短一些。",
        "is_a_folder": "这个名字已经是一个文件夹，请换一个文件名。",
        "no_folder": "文件夹“{folder}”不存在，请换一个位置。",
        "folder_read_only": "文件夹“{folder}”不允许写入，请换一个位置。",
        "backups_read_only": "备份文件夹无法写入，请检查磁盘和权限。",
        "workspace_there": "这里已有一个工作区，不会覆盖。请换一个文件夹。",
        "cannot_make": "无法建立文件夹，请换一个位置。",
        "failed": "写入时出错，原来的文件没有改动。请检查磁盘，或换一个位置再试。",
    }

    def __str__(self) -> str:
        sentence = self.SENTENCES[self.fault].format(folder=self.path.parent)
        return f"没有保存“{self.path.name}”：{sentence}"


class HandoverUnusable(_FileFault):
    """A file of a whole workspace cannot be taken over; nothing was made of it."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "missing": "这个文件已经不在了，请重新选择。",
        "not_ours": "这不是本程序生成的移交或归档文件，或者文件被改动过。请重新要一份。",
        "damaged": "文件已损坏或没有拷贝完整。请重新拷贝一份；拷贝后先安全弹出 U 盘。",
        "newer": "这份文件由更新版本的程序生成。请安装新版程序后再打开。",
        "folder_not_empty": "选择的文件夹里已经有东西，不会覆盖。请选一个新的文件夹。",
        "not_empty": "这里已经有自己的内容，不会覆盖。请把移交的数据放到另一个文件夹。",
        "is_archive": "这是归档，只供查阅。请用“设置 › 备份”里的“查阅归档”打开。",
        "is_handover": "这是移交文件，不是归档。请用“接手移交的数据”打开。",
    }

    def __str__(self) -> str:
        return f"没有打开“{self.path.name}”：{self.SENTENCES[self.fault]}"


class CannotFile(_FileFault):
    """A file was not filed, or not copied out; the workspace and the file are as they were.

    `fault` is a key of SENTENCES.
    """

    SENTENCES: ClassVar[dict[str, str]] = {
        "missing": "这个文件已经不在了，请重新选择。",
        "is_a_folder": "这是一个文件夹，请选择其中的文件。",
        "empty": "这个文件是空的，请检查后重新选择。",
        "too_large": "文件超过 500 MB，请压缩或拆分后再归档。",
        "unreadable": "无法读取，请检查它是否正在别的程序中打开，或先复制到本机。",
        "not_a_form": "上级表格请用 .xlsx 或 .docx 文件；旧格式请用 Excel 或 WPS 另存后再选择。",
        "no_copy": "无法准备打开用的副本，请检查磁盘空间后再试。",
        "not_kept": "没有能保存到工作区，请检查磁盘和权限后再试。",
    }

    def __str__(self) -> str:
        return f"“{self.path.name}”没有处理成功：{self.SENTENCES[self.fault]}"


class FileMissing(JzError):
    """The file of a document is not there to be opened; `fault` is a key of SENTENCES."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "on_paper": "这份材料只登记了纸质件，没有电子文件。",
        "missing": "文件已不在工作区的 files 文件夹中，请重新归档，或从整机备份中找回。",
        "changed": "文件被改动过或已损坏，请重新归档，或从整机备份中找回。",
    }

    def __init__(self, name: str, fault: str) -> None:
        super().__init__(name, fault)
        self.name = name
        self.fault = fault

    def __str__(self) -> str:
        return f"打不开“{self.name}”：{self.SENTENCES[self.fault]}"


class CannotFill(JzError):
    """A superior's form was not filled; nothing was written. `fault` is a key of SENTENCES.

    `where` names the place in the form (工作表“Sheet1”第 14 行).
    """

    SENTENCES: ClassVar[dict[str, str]] = {
        "merged_rows": "{where}上下合并了单元格，一行数据放不进去。"
        "请在表格里取消这些合并，再更换文件。",
        "formula_across": "{where}有跨行的数组公式或模拟运算表，行数不够时不能自动加行。"
        "请先在表格里加够空行，再更换文件。",
        "pivot": "{where}有数据透视表，行数不够时不能自动加行。请先在表格里加够空行，再更换文件。",
        "three_dimensional": "{where}的公式跨多个工作表引用，行数不够时不能自动加行。"
        "请先在表格里加够空行，再更换文件。",
        "controls": "{where}下面有按钮、复选框等控件，行数不够时不能自动加行。"
        "请先在表格里加够空行，再更换文件。",
        "lists_overlap": "{where}有两份名单的行互相重叠，不能同时加行。请调整其中一份的行。",
        "too_many_rows": "{where}要填的行数超出了工作表的最后一行。请缩短统计期间。",
        "no_sheet": "表格里没有{where}，可能换过文件。请重新指定填写的位置。",
        "too_large": "表格里设过格式的空行太多。请删除有内容的行以下的所有行，保存后再更换文件。",
        "broken": "表格文件不能识别。请用 Excel 或 WPS 打开，另存后再更换文件。",
    }

    def __init__(self, fault: str, *, where: str = "", details: str = "") -> None:
        super().__init__(fault, where)
        self.fault = fault
        self.where = where
        self.details = details

    def __str__(self) -> str:
        return f"没有填写这份表格：{self.SENTENCES[self.fault].replace('{where}', self.where)}"


class CannotArchive(JzError):
    """A PDF that cannot become one for the archive; `fault` is a key of SENTENCES.

    `pages` are the numbers of the pages it is found on, none when it is the whole file.
    """

    SENTENCES: ClassVar[dict[str, str]] = {
        "locked": "文件有密码。",
        "unreadable": "文件读不出来。",
        "font": "没有嵌入字体。",
        "colours": "用的是四色印刷的颜色。",
        "form": "有没有固定外观的表单或批注。",
        "moving": "带有声音、视频或附件。",
        "program": "含有打印机程序。",
        "packing": "用了归档格式不允许的压缩方式。",
    }

    _NAMED = 5  # pages named before 等

    def __init__(self, fault: str, *, pages: Sequence[int] = ()) -> None:
        super().__init__(fault, pages)
        self.fault = fault
        self.pages = tuple(pages)

    def __str__(self) -> str:
        where = "、".join(map(str, self.pages[: self._NAMED]))
        more = f"等 {len(self.pages)} 页" if len(self.pages) > self._NAMED else " 页"
        place = f"第 {where}{more}" if where else ""
        advice = "请改存为普通 PDF，或换用另一份文件。"
        return f"不能存成归档 PDF：{place}{self.SENTENCES[self.fault]}{advice}"


class FontMissing(JzError):
    """No usable font for a role, or the bundled fonts are gone."""

    def __init__(self, role: str) -> None:
        super().__init__(role)
        self.role = role

    def __str__(self) -> str:
        return f"找不到可用的字体（{self.role}）。请重新安装本程序。"


class DiskFull(JzError):
    """The disk is full; what was saved before is intact."""

    def __str__(self) -> str:
        return "磁盘空间不足，这一步没有保存，之前的数据完好。请清理磁盘后再试。"

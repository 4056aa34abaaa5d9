"""The sentences with which a whole file is refused: what is wrong and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jz_training.errors import CannotRead
from jz_training.readers.limits import MEGABYTE

_SAVE_AS = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再导入。"


@dataclass(frozen=True, slots=True)
class TableRefusals:
    """The sentences about a table; `what` is what it should have held: 名单, 参会记录."""

    what: str

    def missing(self, path: Path, details: str = "") -> CannotRead:
        """There is no such file, or it may not be opened."""
        return _refuse(
            path, "文件不存在或无法打开。请检查位置，并先关闭正在使用它的程序。", details
        )

    def not_a_file(self, path: Path) -> CannotRead:
        """It is a folder, a pipe or a device."""
        return _refuse(path, f"这不是文件，可能是文件夹。请打开它，选择里面的{self.what}文件。")

    def is_empty(self, path: Path) -> CannotRead:
        """The file has no bytes, or nothing but blanks."""
        return _refuse(path, "文件是空的。请检查是否选对了文件。")

    def not_a_table(self, path: Path, what: str) -> CannotRead:
        """The content is of a known kind that holds no table; `what` names it in Chinese."""
        return _refuse(
            path, f"这是{what}，不是表格文件。请把{self.what}存成 .xlsx 或 .csv 后再导入。"
        )

    def unknown_kind(self, path: Path) -> CannotRead:
        """The content is none of the kinds that can be read."""
        return _refuse(path, f"不是能识别的表格文件。{_SAVE_AS}")

    def old_kind(self, path: Path, what: str) -> CannotRead:
        """A spreadsheet of a kind that is not read; `what` names it in Chinese."""
        return _refuse(path, f"这是{what}，不能直接读取。{_SAVE_AS}")

    def has_password(self, path: Path) -> CannotRead:
        """The workbook is encrypted."""
        return _refuse(path, "文件设有打开密码。请打开文件、取消密码并保存后再导入。")

    def is_broken(self, path: Path, details: str = "") -> CannotRead:
        """The file is cut off or damaged."""
        return _refuse(path, f"文件不完整或已损坏。{_SAVE_AS}如果打不开，请重新取得一份。", details)

    def too_large(self, path: Path, limit: int) -> CannotRead:
        """The file has more than `limit` bytes."""
        return _refuse(
            path,
            f"文件超过 {limit // MEGABYTE} MB。请只保留{self.what}所在的工作表，删去图片后再导入。",
        )

    def unpacks_too_large(self, path: Path, limit: int) -> CannotRead:
        """The workbook unpacks to more than `limit` bytes."""
        return _refuse(
            path,
            f"文件解压后超过 {limit // MEGABYTE} MB，不像一份{self.what}。"
            f"请把{self.what}复制到新的工作簿中，保存后再导入。",
        )

    def too_many_rows(self, path: Path, limit: int) -> CannotRead:
        """There are more than `limit` rows with content."""
        return _refuse(path, f"超过 {limit} 行。请分成几个文件，分别导入。")

    def odd_date(self, path: Path, sheet: str, row: int) -> CannotRead:
        """A number is formatted as a date or time that no calendar has; `row` counts from 1."""
        return _refuse(
            path,
            f"工作表“{sheet}”第 {row} 行有无法识别的日期或时间。"
            "请把那一行的单元格改成“常规”格式，保存后再导入。",
        )

    def took_too_long(self, path: Path, seconds: float) -> CannotRead:
        """Reading took longer than allowed and was ended."""
        return _refuse(
            path,
            f"读取超过 {seconds:.0f} 秒，已停止。请把{self.what}复制到新的工作簿中，保存后再导入。",
        )

    def took_too_much_memory(self, path: Path, details: str = "") -> CannotRead:
        """Reading took more memory than allowed, or died of it."""
        return _refuse(
            path,
            "文件内容异常（例如最右下角有多余的单元格），读取已停止。"
            f"请把{self.what}复制到新的工作簿中，保存后再导入。",
            details,
        )

    def not_understood(self, path: Path, details: str = "") -> CannotRead:
        """Reading ended in an unforeseen way; `details` has what support needs."""
        return _refuse(path, f"文件内容无法识别。{_SAVE_AS}", details)


def _refuse(path: Path, sentence: str, details: str = "") -> CannotRead:
    return CannotRead(path, sentence, details=details)

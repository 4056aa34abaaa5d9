"""The sentences with which a form is refused: what is wrong and what to do about it."""

from __future__ import annotations

from pathlib import Path

from jz_training.errors import CannotRead
from jz_training.readers.limits import MEGABYTE

_SAVE_AS = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再选择。"
_SAVE_AS_WORD = "请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”后再选择。"


def _refuse(path: Path, sentence: str, details: str = "") -> CannotRead:
    return CannotRead(path, sentence, details=details)


def missing(path: Path, details: str = "") -> CannotRead:
    """There is no such file, or it may not be opened."""
    return _refuse(path, "文件不存在或无法打开。请检查位置，并先关闭正在使用它的程序。", details)


def not_a_file(path: Path) -> CannotRead:
    """It is a folder, a pipe or a device."""
    return _refuse(path, "这不是文件，可能是文件夹。请选择里面的表格文件。")


def is_empty(path: Path) -> CannotRead:
    """The file has no bytes, or nothing to be filled."""
    return _refuse(path, "文件是空的，没有可以填写的内容。请检查是否选对了文件。")


def old_workbook(path: Path) -> CannotRead:
    """An .xls or .et, or a workbook of another kind."""
    return _refuse(path, f"这种表格不能直接填写。{_SAVE_AS}")


def old_document(path: Path) -> CannotRead:
    """A .doc or .wps, or a document of another kind."""
    return _refuse(path, f"这种文档不能直接填写。{_SAVE_AS_WORD}")


def is_a_template(path: Path) -> CannotRead:
    """An .xltx, .xltm or .dotx: what is made of it must not be a template again."""
    return _refuse(path, "这是模板文件。请用 Excel、Word 或 WPS 打开，另存为普通文件后再选择。")


def wrong_ending(path: Path, ending: str) -> CannotRead:
    """The content is of one kind and the name says another; `ending` is the right one."""
    return _refuse(path, f"文件内容和扩展名不一致。请把扩展名改为 .{ending} 后再选择。")


def strict(path: Path) -> CannotRead:
    """Saved as Strict Open XML, whose parts have other names."""
    return _refuse(path, f"文件是“Strict Open XML”格式。{_SAVE_AS}")


def not_a_form(path: Path) -> CannotRead:
    """The content is none of the kinds that can be filled."""
    return _refuse(path, "只能填写 Excel 表格（.xlsx）和 Word 文档（.docx）。请先另存为其中一种。")


def has_password(path: Path) -> CannotRead:
    """The file is encrypted."""
    return _refuse(path, "文件设有打开密码。请打开文件、取消密码并保存后再选择。")


def is_broken(path: Path, details: str = "") -> CannotRead:
    """The file is cut off or damaged."""
    return _refuse(
        path,
        "文件不完整或已损坏。请用 Excel、Word 或 WPS 打开后另存；打不开的，请重新取得一份。",
        details,
    )


def too_large(path: Path, limit: int) -> CannotRead:
    """The file has more than `limit` bytes."""
    return _refuse(
        path, f"文件超过 {limit // MEGABYTE} MB，不像一份要填的表格。请检查是否选对了文件。"
    )


def unpacks_too_large(path: Path, limit: int) -> CannotRead:
    """The file unpacks to more than `limit` bytes."""
    return _refuse(
        path, f"文件解压后超过 {limit // MEGABYTE} MB，不像一份要填的表格。请检查是否选对了文件。"
    )


def has_too_much_in_it(path: Path) -> CannotRead:
    """One part is far larger than a form: rows without end that hold only formats."""
    return _refuse(
        path,
        "文件里设过格式的空行太多，不像一份要填的表格。请删除有内容的行以下的所有行，保存后再选择。",
    )


def took_too_long(path: Path, seconds: float) -> CannotRead:
    """Reading took longer than allowed and was ended."""
    return _refuse(
        path, f"读取超过 {seconds:.0f} 秒，已停止。请把要填的工作表复制到新的工作簿中再选择。"
    )


def took_too_much_memory(path: Path, details: str = "") -> CannotRead:
    """Reading took more memory than allowed, or died of it."""
    return _refuse(
        path, "文件内容异常，读取已停止。请把要填的工作表复制到新的工作簿中再选择。", details
    )


def not_understood(path: Path, details: str = "") -> CannotRead:
    """Reading ended in an unforeseen way; `details` has what support needs."""
    return _refuse(
        path, "文件内容无法识别。请用 Excel、Word 或 WPS 打开，另存一份后再选择。", details
    )

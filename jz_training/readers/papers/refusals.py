"""The sentences with which a filed PDF is not bound: what is wrong and what to do about it."""

from __future__ import annotations

from pathlib import Path

from jz_training.errors import CannotRead
from jz_training.readers.limits import MEGABYTE

_ORIGINAL = "原件在压缩包里，可以单独打印。"
_PRINT_AGAIN = "请用 WPS 或浏览器打开，打印为 PDF 后重新归档。"


def _refuse(path: Path, sentence: str, details: str = "") -> CannotRead:
    return CannotRead(path, sentence, details=details)


def missing(path: Path, details: str = "") -> CannotRead:
    """There is no such file, or it may not be opened."""
    return _refuse(path, "文件不存在或无法打开，请重新归档。", details)


def not_a_file(path: Path) -> CannotRead:
    """It is a folder, a pipe or a device."""
    return _refuse(path, "这不是文件，请重新归档。")


def too_large(path: Path, limit: int) -> CannotRead:
    """The file has more than `limit` bytes."""
    return _refuse(path, f"文件超过 {limit // MEGABYTE} MB，没有并入。{_ORIGINAL}")


def too_many_pages(path: Path, limit: int) -> CannotRead:
    """The document has more than `limit` pages."""
    return _refuse(path, f"超过 {limit} 页，没有并入。{_ORIGINAL}")


def has_password(path: Path) -> CannotRead:
    """The document is encrypted."""
    return _refuse(path, "文件设有打开密码，没有并入。请取消密码后重新归档。")


def is_broken(path: Path, details: str = "") -> CannotRead:
    """The file is cut off or damaged, or no PDF."""
    return _refuse(path, f"文件不完整或已损坏，没有并入。{_PRINT_AGAIN}", details)


def took_too_long(path: Path, seconds: float) -> CannotRead:
    """Reading took longer than allowed and was ended."""
    return _refuse(path, f"读取超过 {seconds:.0f} 秒，没有并入。{_PRINT_AGAIN}")


def took_too_much_memory(path: Path, details: str = "") -> CannotRead:
    """Reading took more memory than allowed, or died of it."""
    return _refuse(path, f"文件内容异常，没有并入。{_PRINT_AGAIN}", details)


def not_understood(path: Path, details: str = "") -> CannotRead:
    """Reading ended in an unforeseen way; `details` has what support needs."""
    return _refuse(path, f"文件内容无法识别，没有并入。{_PRINT_AGAIN}", details)

"""The sentences with which a picture is refused: what is wrong and what to do about it."""

from __future__ import annotations

from pathlib import Path

from jz_training.errors import CannotRead
from jz_training.readers.limits import MEGABYTE

_AS_JPG = "请用看图软件打开，另存为 JPG 后再归档。"


def _refuse(path: Path, sentence: str, details: str = "") -> CannotRead:
    return CannotRead(path, sentence, details=details)


def missing(path: Path, details: str = "") -> CannotRead:
    """There is no such file, or it may not be opened."""
    return _refuse(path, "文件不存在或无法打开。请检查位置，并先关闭正在使用它的程序。", details)


def not_a_file(path: Path) -> CannotRead:
    """It is a folder, a pipe or a device."""
    return _refuse(path, "这不是文件，可能是文件夹。请打开它，选择里面的图片。")


def is_empty(path: Path) -> CannotRead:
    """The file has no bytes."""
    return _refuse(path, "文件是空的。请从手机或相机重新复制一份。")


def too_large(path: Path, limit: int) -> CannotRead:
    """The file has more than `limit` bytes."""
    return _refuse(path, f"图片超过 {limit // MEGABYTE} MB。{_AS_JPG}")


def too_many_pixels(path: Path, limit: int, details: str = "") -> CannotRead:
    """The picture has more than `limit` pixels, or claims to."""
    millions = limit // 10_000
    return _refuse(path, f"图片超过 {millions} 万像素。请在手机或看图软件里缩小后再归档。", details)


def is_heif(path: Path) -> CannotRead:
    """It is a picture of an iPhone in a format under patents."""
    return _refuse(
        path,
        "这是苹果手机的 HEIC 照片，不能直接读取。请在手机“设置→相机→格式”里选“兼容性最佳”后再拍；"
        "已经拍好的，用微信以图片发给自己再保存，或在手机上导出为 JPG。",
    )


def unknown_kind(path: Path) -> CannotRead:
    """The content is none of the kinds of pictures that are read."""
    return _refuse(path, f"不是能识别的图片。{_AS_JPG}")


def is_broken(path: Path, details: str = "") -> CannotRead:
    """The file is cut off or damaged."""
    return _refuse(path, "图片不完整或已损坏。请从手机或相机重新复制一份。", details)


def took_too_long(path: Path, seconds: float) -> CannotRead:
    """Reading took longer than allowed and was ended."""
    return _refuse(path, f"读取超过 {seconds:.0f} 秒，已停止。{_AS_JPG}")


def took_too_much_memory(path: Path, details: str = "") -> CannotRead:
    """Reading took more memory than allowed, or died of it."""
    return _refuse(path, f"图片内容异常，读取已停止。{_AS_JPG}", details)


def not_understood(path: Path, details: str = "") -> CannotRead:
    """Reading ended in an unforeseen way; `details` has what support needs."""
    return _refuse(path, f"图片内容无法识别。{_AS_JPG}", details)

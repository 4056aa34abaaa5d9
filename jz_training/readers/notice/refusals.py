"""The sentences with which a notice is refused: what is wrong and what to do about it."""

from __future__ import annotations

from pathlib import Path

from jz_training.errors import CannotRead
from jz_training.readers.limits import MEGABYTE

_SAVE_AS = "请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”后再导入，或复制文字后粘贴。"
_PASTE = "请打开文件，复制通知的文字后粘贴。"
_RECOGNISE = "请先用 WPS、微信或扫描软件的文字识别功能转成文字，再导入或粘贴文字。"


def _refuse(path: Path, sentence: str, details: str = "") -> CannotRead:
    return CannotRead(path, sentence, details=details)


def missing(path: Path, details: str = "") -> CannotRead:
    """There is no such file, or it may not be opened."""
    return _refuse(path, "文件不存在或无法打开。请检查位置，并先关闭正在使用它的程序。", details)


def not_a_file(path: Path) -> CannotRead:
    """It is a folder, a pipe or a device."""
    return _refuse(path, "这不是文件，可能是文件夹。请打开它，选择里面的通知文件。")


def is_empty(path: Path) -> CannotRead:
    """The file has no bytes, or nothing but blanks and pictures without words."""
    return _refuse(path, "文件里没有文字。请检查是否选对了文件。")


def too_large(path: Path, limit: int) -> CannotRead:
    """The file has more than `limit` bytes."""
    return _refuse(path, f"文件超过 {limit // MEGABYTE} MB，不像一份通知。{_PASTE}")


def unpacks_too_large(path: Path, limit: int) -> CannotRead:
    """The document unpacks to more than `limit` bytes."""
    return _refuse(path, f"文件解压后超过 {limit // MEGABYTE} MB，不像一份通知。{_PASTE}")


def too_long_to_paste(limit: int) -> CannotRead:
    """The pasted text has more than `limit` characters."""
    return _refuse(
        Path("粘贴的文字"), f"文字超过 {limit // 10_000} 万字，不像一份通知。请只复制通知的部分。"
    )


def nothing_pasted() -> CannotRead:
    """The clipboard holds no text."""
    return _refuse(Path("粘贴的文字"), "里面没有文字。请先复制通知的文字，再粘贴。")


def is_a_table(path: Path) -> CannotRead:
    """It is a workbook."""
    return _refuse(path, f"这是表格，不是通知。如果通知写在表格里，{_PASTE}名单请到“人员”导入。")


def is_slides(path: Path) -> CannotRead:
    """It is a presentation."""
    return _refuse(path, f"这是演示文稿，不是文字文档。{_PASTE}")


def is_a_picture(path: Path) -> CannotRead:
    """It is a picture: a photo or a scan."""
    return _refuse(path, f"这是图片，里面的文字不能直接读取。{_RECOGNISE}")


def is_an_archive(path: Path) -> CannotRead:
    """It is an archive with other files in it."""
    return _refuse(path, "这是压缩包。请先解压，再选择里面的通知文件。")


def old_kind(path: Path, what: str) -> CannotRead:
    """A document of a kind that is not read; `what` names it in Chinese."""
    return _refuse(path, f"这是{what}，不能直接读取。{_SAVE_AS}")


def is_ofd(path: Path) -> CannotRead:
    """A fixed-layout document of the national standard (GB/T 33190)."""
    return _refuse(
        path, "这是 OFD 版式文件，不能直接读取。请用 OFD 阅读器打开，复制文字后粘贴，或导出为 PDF。"
    )


def unknown_kind(path: Path) -> CannotRead:
    """The content is none of the kinds that can be read."""
    return _refuse(path, f"不是能识别的文字文件。{_SAVE_AS}")


def unknown_encoding(path: Path) -> CannotRead:
    """A text whose characters are of no encoding in use."""
    return _refuse(path, f"文字的编码无法识别，读出来会是乱码。{_SAVE_AS}")


def has_password(path: Path) -> CannotRead:
    """The document is encrypted."""
    return _refuse(path, "文件设有打开密码。请打开文件、取消密码并保存后再导入。")


def is_broken(path: Path, details: str = "") -> CannotRead:
    """The file is cut off or damaged."""
    return _refuse(path, f"文件不完整或已损坏。{_SAVE_AS}如果打不开，请重新取得一份。", details)


def is_scanned(path: Path) -> CannotRead:
    """A PDF whose pages are all pictures."""
    return _refuse(path, f"这份 PDF 是扫描的图片，没有文字。{_RECOGNISE}")


def has_no_real_text(path: Path) -> CannotRead:
    """A PDF whose fonts do not say which characters they draw."""
    return _refuse(path, f"这份 PDF 里的文字取出来是乱码。{_RECOGNISE}")


def took_too_long(path: Path, seconds: float) -> CannotRead:
    """Reading took longer than allowed and was ended."""
    return _refuse(path, f"读取超过 {seconds:.0f} 秒，已停止。{_PASTE}")


def took_too_much_memory(path: Path, details: str = "") -> CannotRead:
    """Reading took more memory than allowed, or died of it."""
    return _refuse(path, f"文件内容异常，读取已停止。{_PASTE}", details)


def not_understood(path: Path, details: str = "") -> CannotRead:
    """Reading ended in an unforeseen way; `details` has what support needs."""
    return _refuse(path, f"文件内容无法识别。{_SAVE_AS}", details)

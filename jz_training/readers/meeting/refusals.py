"""The sentences with which a whole export is refused: what is wrong and what to do about it."""

from __future__ import annotations

from pathlib import Path

from jz_training.errors import CannotRead
from jz_training.readers.grids.refusals import TableRefusals


class MeetingRefusals(TableRefusals):
    """What can be wrong with a table, and with an export."""

    __slots__ = ()

    def no_header(self, path: Path) -> CannotRead:
        """No row looks like a header."""
        return CannotRead(
            path,
            "前 30 行中没有找到参会记录的表头（姓名或昵称，以及入会、退会时间或参会时长）。"
            "可以在“导入线上记录”中手工指定各列，或者在表格上方加一行列名。",
        )

    def no_participants(self, path: Path) -> CannotRead:
        """There is a header and nobody under it."""
        return CannotRead(path, "找到了表头，但下面没有参会人。请检查是否选对了文件。")


refusals = MeetingRefusals("参会记录")

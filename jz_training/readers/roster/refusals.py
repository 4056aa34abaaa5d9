"""The sentences with which a whole roster is refused: what is wrong and what to do about it."""

from __future__ import annotations

from pathlib import Path

from jz_training.errors import CannotRead
from jz_training.readers.grids.refusals import TableRefusals


class RosterRefusals(TableRefusals):
    """What can be wrong with a table, and with a roster."""

    __slots__ = ()

    def no_header(self, path: Path) -> CannotRead:
        """No row looks like a header."""
        return CannotRead(
            path,
            "前 30 行中没有找到表头。请在名单上方加一行列名，至少要有“姓名”，"
            "还可以有“单位”“部门”“职务”“联系电话”等。",
        )

    def no_names(self, path: Path) -> CannotRead:
        """There is a header and nobody under it."""
        return CannotRead(path, "找到了表头，但“姓名”一列下面没有人名。请检查名单后再导入。")


refusals = RosterRefusals("名单")

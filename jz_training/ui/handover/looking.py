"""Looking at an archive: unpacked beside its file or elsewhere, in a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jz_training.domain.handover import HandoverFacts, HandoverKind
from jz_training.errors import CannotWrite, DiskFull, HandoverUnusable, JzError
from jz_training.labels.handover import HANDOVER_FILTERS, handover_words
from jz_training.ui.context import Context
from jz_training.ui.second_window import open_second_window


class ArchiveLook:
    """Asks for an archive and opens it beside this window."""

    def __init__(
        self,
        ctx: Context,
        owner: QWidget,
        *,
        show: Callable[[Path], bool] = open_second_window,
    ) -> None:
        self._ctx, self._owner, self._show = ctx, owner, show

    def begin(self) -> None:
        """Ask for the file and show what is in it."""
        wanted = HANDOVER_FILTERS[HandoverKind.ARCHIVE]
        path = self._ctx.ask.open_file("查阅归档", kinds=wanted)
        if path is None:
            return

        def look() -> HandoverFacts:
            from jz_training.services.handing_over import look_into_handover

            facts = look_into_handover(path)
            if facts.kind is HandoverKind.HANDOVER:
                raise HandoverUnusable(path, "is_handover")
            return facts

        self._ctx.work.read(look, lambda facts: self.offer(path, facts), owner=self._owner)

    def offer(self, path: Path, facts: HandoverFacts) -> None:
        """Show what is in an archive and open it when that is wished."""
        agreed = self._ctx.ask.confirm(
            "查阅这份归档？",
            detail=f"{handover_words(facts)}。\n\n会解开到文件旁边的“{path.stem}”文件夹，"
            "在另一个窗口里打开，只能查看、打印和导出，不能修改。",
            verb="查阅",
        )
        if agreed:
            self._unpack(path, facts, path.parent)

    def _unpack(self, path: Path, facts: HandoverFacts, place: Path) -> None:
        def unpack(progress: Callable[[int, int], None]) -> Path:
            from jz_training.services.handing_over import free_folder, is_unpacked, take_over

            if is_unpacked(facts, place / path.stem):
                return place / path.stem
            folder = free_folder(place, path.stem)
            take_over(path, folder, tell=progress)
            return folder

        def failed(error: JzError) -> bool:
            return self._ask_elsewhere(error, path, facts)

        self._ctx.work.long(
            "解开归档",
            unpack,
            lambda folder: show_folder(self._ctx, folder, self._show),
            owner=self._owner,
            failed=failed,
        )

    def _ask_elsewhere(self, error: JzError, path: Path, facts: HandoverFacts) -> bool:
        """Let another folder be chosen where there is no room or no right to write."""
        if not isinstance(error, DiskFull | CannotWrite):
            return False
        agreed = self._ctx.ask.confirm(
            "归档在这里解不开，请另选一个文件夹。", detail=str(error), verb="选择文件夹"
        )
        place = self._ctx.ask.folder("归档解开到哪里") if agreed else None
        if place is not None:
            self._unpack(path, facts, place)
        return True


def show_folder(ctx: Context, folder: Path, show: Callable[[Path], bool]) -> None:
    """Open a workspace in a window of its own and say where it lies."""
    if show(folder):
        ctx.toast(f"正在另一个窗口里打开“{folder.name}”。")
    else:
        ctx.ask.tell("数据已经放好，但另一个窗口没有打开。请关闭程序后再试。", detail=str(folder))

"""Taking over what somebody handed on: seen first, then asked, then verified and put in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jz_training.domain.handover import HandoverFacts, HandoverKind
from jz_training.labels.handover import HANDOVER_FILTERS, handover_words
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.handover.looking import ArchiveLook, show_folder
from jz_training.ui.second_window import open_second_window

_HERE = "接手以后就在这个窗口里接着做；人员、场次、材料、操作记录和各项设置都是移交过来的。"
_ELSEWHERE = "可以把移交的数据放到另一个文件夹，在另一个窗口里打开；这里的内容不会改动。"


class TakingOver:
    """Asks for a file and takes it over, into this workspace when it is empty, else beside it."""

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
        wanted = HANDOVER_FILTERS[HandoverKind.HANDOVER]
        path = self._ctx.ask.open_file("接手别人移交的数据", kinds=wanted)
        if path is None:
            return
        desk = self._ctx.desk

        def look() -> tuple[HandoverFacts, bool]:
            from jz_training.services.handing_over import look_into_handover

            return look_into_handover(path), desk.is_empty() and not desk.read_only

        self._ctx.work.read(look, lambda found: self._offer(path, *found), owner=self._owner)

    def _offer(self, path: Path, facts: HandoverFacts, is_empty: bool) -> None:
        if facts.kind is HandoverKind.ARCHIVE:
            ArchiveLook(self._ctx, self._owner, show=self._show).offer(path, facts)
        elif is_empty:
            self._offer_here(path, facts)
        else:
            self._offer_elsewhere(path, facts)

    def _offer_here(self, path: Path, facts: HandoverFacts) -> None:
        detail = f"{handover_words(facts)}。\n\n{_HERE}"
        if self._ctx.ask.confirm("接手这份数据？", detail=detail, verb="接手"):
            self._ctx.work.long(
                "接手移交的数据",
                lambda progress: self._ctx.desk.take_over(path, tell=progress),
                self._say_taken,
                owner=self._owner,
                kinds=kinds.EVERYTHING,
                on_desk=True,
            )

    def _say_taken(self, facts: HandoverFacts) -> None:
        whose = f"“{facts.organiser}”的数据" if facts.organiser else "移交的数据"
        held = f"人员 {facts.people} 人，场次 {facts.trainings} 个"
        self._ctx.toast(
            f"已接手{whose}：{held}。请把经办人改成自己。",
            actions=(("去修改", lambda: self._ctx.open_page("settings", tab="office")),),
        )

    def _offer_elsewhere(self, path: Path, facts: HandoverFacts) -> None:
        agreed = self._ctx.ask.confirm(
            "这里已经有自己的内容，移交的数据不会和它混在一起。",
            detail=f"{handover_words(facts)}。\n\n{_ELSEWHERE}",
            verb="选择文件夹",
        )
        place = self._ctx.ask.folder("移交的数据放在哪里") if agreed else None
        if place is not None:
            self._take_beside(path, place)

    def _take_beside(self, path: Path, place: Path) -> None:
        def take(progress: Callable[[int, int], None]) -> Path:
            from jz_training.services.handing_over import free_folder, take_over

            folder = free_folder(place, path.stem)
            take_over(path, folder, tell=progress)
            return folder

        self._ctx.work.long(
            "接手移交的数据",
            take,
            lambda folder: show_folder(self._ctx, folder, self._show),
            owner=self._owner,
        )

"""Workbooks and papers of any page: where to, made in the background, offered afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import file_actions

_WORKBOOKS = "Excel 工作簿 (*.xlsx)"


def save_workbook(ctx: Context, owner: QWidget, *, name: str, content: Callable[[], bytes]) -> None:
    """Ask where to save a workbook and write it; `content` runs on the desk's worker."""
    path = ctx.ask.save_file("另存为", name=f"{name}.xlsx", kinds=_WORKBOOKS)
    if path is None:
        return
    target = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")

    def run(_: object) -> Path:
        from jz_training import safe_files

        safe_files.save(target, content(), check=safe_files.is_workbook)
        return target

    ctx.work.long(
        "导出",
        run,
        lambda saved: ctx.toast(f"已导出“{saved.name}”。", actions=file_actions(saved)),
        owner=owner,
        on_desk=True,
    )


def show_pdf(ctx: Context, owner: QWidget, *, name: str, draw: Callable[[], bytes]) -> None:
    """Open a paper as it will be printed; `draw` runs on the desk's worker."""

    def show(data: bytes) -> None:
        from jz_training.ui.paper.preview_dialog import PreviewDialog

        PreviewDialog(ctx, owner, name=name, data=data).show()

    ctx.work.long(f"生成{name}", lambda _: draw(), show, owner=owner, on_desk=True)

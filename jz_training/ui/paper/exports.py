"""Files that are no papers: where to, made in the background, offered afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import file_actions

_WORKBOOKS = "Excel 工作簿 (*.xlsx)"


def save_as(
    ctx: Context,
    owner: QWidget,
    *,
    name: str,
    kinds: str,
    content: Callable[[], bytes],
    check: Callable[[Path], bool],
    on_desk: bool = True,
) -> None:
    """Ask where to save a file and write it; `name` has its ending, `check` tells a whole file."""
    target = with_ending(ctx.ask.save_file("另存为", name=name, kinds=kinds), Path(name).suffix)
    if target is None:
        return

    def run(_: object) -> Path:
        from jz_training import safe_files

        safe_files.save(target, content(), check=check)
        return target

    ctx.work.long(
        "导出",
        run,
        lambda saved: ctx.toast(f"已导出“{saved.name}”。", actions=file_actions(saved)),
        owner=owner,
        on_desk=on_desk,
    )


def is_calendar(path: Path) -> bool:
    """Tell whether a calendar file is whole from its first line to its last (RFC 5545, 3.4)."""
    content = path.read_bytes()
    return content.startswith(b"BEGIN:VCALENDAR") and content.rstrip().endswith(b"END:VCALENDAR")


def workbook_path(ctx: Context, title: str, *, name: str) -> Path | None:
    """Ask where to save a workbook called `name` at first; None when the user thinks better."""
    return with_ending(ctx.ask.save_file(title, name=f"{name}.xlsx", kinds=_WORKBOOKS), ".xlsx")


def with_ending(path: Path | None, ending: str) -> Path | None:
    """Return a chosen path with the ending of its kind, put behind what was typed if need be."""
    if path is None or path.suffix.lower() == ending:
        return path
    return path.with_name(f"{path.name}{ending}")

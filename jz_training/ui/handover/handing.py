"""Writing the whole workspace into a file: where to, in the background, offered afterwards."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jz_training.domain.handover import SUFFIX, HandoverFacts, HandoverKind
from jz_training.labels.handover import HANDOVER_FILTERS, handover_file_name
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import show_in_folder

_TITLES = {HandoverKind.HANDOVER: "移交给接手的人", HandoverKind.ARCHIVE: "年度归档"}
_JOBS = {HandoverKind.HANDOVER: "写移交文件", HandoverKind.ARCHIVE: "写归档文件"}
_AFTERWARDS = {
    HandoverKind.HANDOVER: "里面有电话等个人信息，请当面交给接手的人。",
    HandoverKind.ARCHIVE: "里面有电话等个人信息，请放在稳妥的地方。",
}


def write_handover(ctx: Context, owner: QWidget, kind: HandoverKind) -> None:
    """Ask where to save the file of everything, write it and read it back."""
    ctx.work.read(
        lambda: ctx.desk.settings.get().organiser, partial(_ask, ctx, owner, kind), owner=owner
    )


def _ask(ctx: Context, owner: QWidget, kind: HandoverKind, organiser: str) -> None:
    name = handover_file_name(organiser, kind=kind, day=ctx.desk.now().date())
    path = ctx.ask.save_file(_TITLES[kind], name=name, kinds=HANDOVER_FILTERS[kind])
    if path is None:
        return
    target = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
    ctx.work.long(
        _JOBS[kind],
        lambda progress: ctx.desk.handing_over.write(target, kind=kind, tell=progress),
        partial(_offer, ctx, target),
        owner=owner,
    )


def _offer(ctx: Context, target: Path, facts: HandoverFacts) -> None:
    ctx.toast(
        f"已保存“{target.name}”，并逐项核对过。{_AFTERWARDS[facts.kind]}",
        actions=(("打开所在文件夹", lambda: show_in_folder(target)),),
    )

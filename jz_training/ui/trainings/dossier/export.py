"""导出档案: the PDF and the zip of a dossier, made in the background, offered afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import file_actions
from jz_training.ui.shell.progress import Progress
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.dialog import PlainDialog


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is exported."""

    with_zip: bool
    with_originals: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written, and what is in neither as it should be: the document and why."""

    pdf: Path
    left_out: tuple[tuple[str, str], ...]


class ExportDialog(PlainDialog):
    """Asks what is exported; `wanted()` is the answer."""

    def __init__(self, parent: QWidget, *, missing: int) -> None:
        super().__init__(parent, title="导出档案", verb="选择位置…", width=460)
        self.body.addWidget(
            plain_label(
                "生成一份 PDF：封面、清单、各项材料按顺序装订，带书签和页码。",
                "secondary",
                wrap=True,
            )
        )
        self.zip = QCheckBox("同时把原件打成压缩包")
        self.zip.setChecked(True)
        self.originals = QCheckBox("压缩包里也放照片原图（可能带有拍摄时间和地点）")
        self.zip.toggled.connect(self.originals.setEnabled)
        self.body.addWidget(self.zip)
        self.body.addWidget(self.originals)
        if missing:
            said = f"还有 {missing} 项没有材料，清单上会写“无”。"
            self.body.addWidget(plain_label(said, "warning", wrap=True))

    def wanted(self) -> Wanted:
        """Return what was chosen."""
        zipped = self.zip.isChecked()
        return Wanted(with_zip=zipped, with_originals=zipped and self.originals.isChecked())


def export_dossier(
    ctx: Context, owner: QWidget, training_id: UUID, *, name: str, wanted: Wanted
) -> None:
    """Ask where to, then write the PDF and the zip beside it."""
    target = ctx.ask.save_file("导出档案", name=f"{name}.pdf", kinds="PDF 文件 (*.pdf)")
    if target is None:
        return
    if target.suffix.lower() != ".pdf":
        target = target.with_name(f"{target.name}.pdf")

    def run(progress: Progress) -> Exported:
        return _write(ctx, training_id, target, wanted, progress)

    def tell(made: Exported) -> None:
        ctx.toast(f"已导出“{made.pdf.name}”。", actions=file_actions(made.pdf))
        if made.left_out:
            ctx.ask.tell(
                f"有 {len(made.left_out)} 份材料没有并入 PDF，档案里各有一页说明。",
                detail="\n".join(f"{name}：{reason}" for name, reason in made.left_out),
            )

    ctx.work.long("导出档案", run, tell, owner=owner)


def _write(
    ctx: Context, training_id: UUID, target: Path, wanted: Wanted, progress: Progress
) -> Exported:
    from jz_training import safe_files
    from jz_training.documents.dossier.dossier_pdf import dossier_pdf
    from jz_training.documents.dossier.dossier_zip import write_dossier_zip
    from jz_training.readers.dossier_files import made_ready

    paper = ctx.desk.dossier_views.paper(training_id)
    with TemporaryDirectory(prefix="jz-", ignore_cleanup_errors=True) as folder:
        ready = made_ready(
            paper,
            Path(folder),
            step=lambda done, total: progress(done, total * 3),
            stop=lambda: progress.stopped,
        )
        bound = dossier_pdf(ready, step=lambda done, total: progress(total + done, total * 3))
        safe_files.save(target, bound.content, check=safe_files.is_pdf)
        left_out = dict(bound.left_out)
        if wanted.with_zip:
            beside = target.with_suffix(".zip")

            def write(unfinished: Path) -> None:
                missing = write_dossier_zip(
                    ready,
                    unfinished,
                    with_originals=wanted.with_originals,
                    step=lambda done, total: progress(2 * total + done, total * 3),
                )
                left_out.update({one: left_out.get(one, "没有放进压缩包。") for one in missing})

            safe_files.save(beside, write, check=safe_files.is_zip)
    return Exported(pdf=target, left_out=tuple(left_out.items()))

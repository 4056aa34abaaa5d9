"""`training dossier`: the dossier of a training (一会一档) as one PDF and a zip of originals."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.cli.saving import save_pdf, save_zip
from jz_training.cli.words import add_workspace, looked_at, the_training_id

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def add_dossier(dossier: argparse.ArgumentParser) -> None:
    """Describe the step."""
    dossier.add_argument("id")
    dossier.add_argument("--out", type=Path, required=True, help="写到这个文件夹")
    dossier.add_argument(
        "--originals", action="store_true", help="压缩包里也放照片原图（可能带有拍摄时间和地点）"
    )
    add_workspace(dossier)
    dossier.set_defaults(carry_out=_write)


def _write(asked: argparse.Namespace) -> None:
    with looked_at(asked) as desk:
        training = the_training_id(desk, asked.id)
        asked.out.mkdir(parents=True, exist_ok=True)
        for path in write_dossier(desk, training, asked.out, with_originals=asked.originals):
            print(path)


def write_dossier(
    desk: Desk, training: UUID, out: Path, *, with_originals: bool = False
) -> Iterator[Path]:
    """Write a dossier's PDF and its zip, and tell what could not be bound."""
    from jz_training.documents.dossier.dossier_pdf import dossier_pdf
    from jz_training.documents.dossier.dossier_zip import write_dossier_zip
    from jz_training.domain.dossier_paper import root_folder
    from jz_training.readers.dossier_files import made_ready

    with TemporaryDirectory(prefix="jz-") as folder:
        paper = made_ready(desk.dossier_views.paper(training), Path(folder))
        stem = out / f"{root_folder(paper)}_档案"
        bound = dossier_pdf(paper)
        yield save_pdf(Path(f"{stem}.pdf"), bound.content)
        yield save_zip(
            Path(f"{stem}.zip"),
            lambda target: write_dossier_zip(paper, target, with_originals=with_originals),
        )
        for name, reason in bound.left_out:
            print(f"没有并入 PDF：{name}：{reason}")

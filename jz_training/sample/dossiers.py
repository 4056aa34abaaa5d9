"""The evidence of the sample union's first training: pictures and a scan drawn here, of nobody."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PIL import Image, ImageDraw, ImageFilter

from jz_training.domain.dossier import DossierPart
from jz_training.domain.dossier_filing import ToFile

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

_WALLS = ("#d9cfc0", "#c9d3d6", "#cfd6c4")
_SIZE = (1200, 800)
_SHEET = (827, 1169)  # A4 at 100 dpi


def file_evidence(desk: Desk, training: UUID, told: dict[str, Any]) -> None:
    """File what is told of a training's dossier."""
    with TemporaryDirectory(prefix="jz-", ignore_cleanup_errors=True) as folder:
        desk.dossiers.file(training, list(_files(Path(folder), told)))
    for part in told["not_needed"]:
        desk.dossiers.set_not_needed(training, DossierPart(part), yes=True)


def _files(folder: Path, told: dict[str, Any]) -> Iterator[ToFile]:
    for number, scan in enumerate(told["scans"]):
        path = folder / f"scan{number}.jpg"
        _scan(number).save(path, quality=70)
        yield ToFile(part=DossierPart(scan["part"]), source=path, name=scan["name"])
    for one in told["texts"]:
        path = folder / f"{one['name']}.txt"
        path.write_text(one["text"], encoding="utf-8")
        yield ToFile(part=DossierPart(one["part"]), source=path, name=one["name"])
    for number, caption in enumerate(told["photos"]):
        path = folder / f"photo{number}.jpg"
        _room(number).save(path, quality=80)
        yield ToFile(part=DossierPart.PHOTO, source=path, name=f"照片{number + 1}", caption=caption)


def _room(number: int) -> Image.Image:
    """Return a meeting room without anybody: a wall, a banner, tables with papers and cups."""
    width, height = _SIZE
    picture = Image.new("RGB", _SIZE, _WALLS[number % len(_WALLS)])
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, height * 0.55, width, height), fill="#8b6f53")
    draw.rectangle((width * 0.18, 90, width * 0.82, 170), fill="#b3261e")
    draw.rectangle((width * 0.3, 220, width * 0.7, 400), fill="#f4f4f0", outline="#777777", width=6)
    for row in range(3):
        top = height * (0.6 + 0.13 * row) + 20 * number
        for seat in range(5 - number):
            left = 60 + seat * (width - 120) / (5 - number)
            draw.rectangle((left, top, left + 170, top + 46), fill="#a9825a", outline="#6b4f33")
            draw.rectangle((left + 20, top + 8, left + 80, top + 34), fill="#fafaf5")
            draw.ellipse((left + 110, top + 6, left + 142, top + 36), fill="#e8eef2")
    return picture.filter(ImageFilter.GaussianBlur(1.2))


def _scan(number: int) -> Image.Image:
    """Return a ruled sheet with scribbles where signatures stand, a little crooked."""
    chance = random.Random(number)
    sheet = Image.new("L", _SHEET, 250)
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((250, 80, 577, 108), fill=60)
    for row in range(21):
        y = 160 + row * 44
        draw.line((70, y, 757, y), fill=90, width=2)
        if row < 20:
            draw.rectangle((95, y + 14, 118, y + 28), fill=110)
            draw.rectangle((160, y + 14, 160 + chance.randint(50, 80), y + 30), fill=80)
            draw.rectangle((290, y + 14, 290 + chance.randint(90, 170), y + 30), fill=110)
            draw.line(_scribble(chance, 560, y + 22), fill=40, width=3, joint="curve")
    for x in (70, 145, 270, 530, 757):
        draw.line((x, 160, x, 1040), fill=90, width=2)
    return sheet.rotate(0.6, fillcolor=250, resample=Image.Resampling.BILINEAR)


def _scribble(chance: random.Random, x: int, y: int) -> list[tuple[float, float]]:
    return [(x + 14 * step, y + chance.uniform(-13, 13)) for step in range(chance.randint(7, 11))]

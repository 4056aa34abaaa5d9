"""After the meeting: photos and the signed sheet go into the dossier, and the dossier goes out."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

from PIL import Image
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from jz_training.domain.attendance import PRESENT
from jz_training.domain.dossier import DossierPart
from jz_training.services.desk import Desk
from jz_training.ui.trainings.dossier.dossier_tab import DossierTab
from jz_training.ui.trainings.dossier.export import Wanted, export_dossier
from jz_training.ui.trainings.training_page import TrainingPage
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training


def test_evidence_is_filed_after_closing_and_the_dossier_goes_out(
    qtbot: QtBot, window: Window, desk: Desk, tmp_path: Path
) -> None:
    training = a_listed_training(desk, people=3, venue="礼堂")
    rows = desk.attendance.sheet(training).rows
    desk.attendance.mark(training, {row.number: PRESENT for row in rows})
    desk.attendance.close(training)
    album = tmp_path / "DCIM"
    album.mkdir()
    for number in range(2):
        Image.new("RGB", (400, 300), (40 * number, 90, 120)).save(album / f"IMG_{number}.JPG")
    sheet = tmp_path / "签到表.jpg"
    Image.new("L", (600, 800), 240).save(sheet)

    page = window.open(TrainingPage, "training", training_id=training, tab="dossier")
    tab = page.tab("dossier")
    assert isinstance(tab, DossierTab)
    tab.choose(DossierPart.PHOTO)
    tab.take([album])
    qtbot.waitUntil(lambda: page.tabs.text_of("dossier") == "材料 2", timeout=30_000)
    tab.choose(DossierPart.SHEET)
    tab.take([sheet])
    qtbot.waitUntil(lambda: page.tabs.text_of("dossier") == "材料 3", timeout=30_000)
    assert DossierPart.SHEET not in desk.dossiers.of_training(training).missing

    target = tmp_path / "档案.pdf"
    window.answers.paths = [target]
    wanted = Wanted(with_zip=True, with_originals=False)
    export_dossier(page.ctx, tab, training, name="档案", wanted=wanted)
    # each file is read in a process of its own, and faces are loaded for the first time
    qtbot.waitUntil(lambda: target.with_suffix(".zip").exists(), timeout=30_000)
    window.settle()
    reader = PdfReader(io.BytesIO(target.read_bytes()))
    assert len(reader.pages) >= 6  # cover, list, our list, scan, photos, summary
    assert "礼堂" in reader.pages[0].extract_text()
    with ZipFile(tmp_path / "档案.zip") as packed:
        assert len(packed.namelist()) == 3
    assert window.answers.told == []

    desk.history.undo_last()  # the scan, filed on a closed training
    assert DossierPart.SHEET in desk.dossiers.of_training(training).missing
    assert desk.check() == ()

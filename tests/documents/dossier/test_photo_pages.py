"""照片页: two or four photos a page, each in its room above its caption, under the title."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jz_training.documents.dossier.photo_pages import photo_pages_pdf
from jz_training.domain.dossier import DossierPart
from jz_training.domain.dossier_paper import DossierPaper
from jz_training.errors import NoPhotos
from tests.documents.dossier.test_dossier_pdf import TITLE, a_photo, document, dossier
from tests.documents.pdf_reading import MM, opened, texts


@pytest.fixture
def paper(tmp_path: Path) -> DossierPaper:
    """Return a dossier with five photos, one of them upright, and a damaged one."""
    photos = []
    for number in range(5):
        size = (240, 320) if number == 1 else (320, 200)
        path = a_photo(tmp_path / f"{number}.jpg", size=size)
        photos.append(document(number, path.name, path, ready=path, caption=f"分组讨论{number}"))
    broken = tmp_path / "坏.jpg"
    broken.write_bytes(b"\xff\xd8 nothing")
    photos.append(document(9, "坏.jpg", broken, ready=broken))
    return dossier({DossierPart.PHOTO: tuple(photos)})


@pytest.mark.parametrize(
    ("per_page", "pages", "room"), [(2, 3, (150 * MM, 100 * MM)), (4, 2, (84 * MM, 63 * MM))]
)
def test_each_photo_fits_its_room_and_has_its_caption(paper, fonts, per_page, pages, room) -> None:
    data = photo_pages_pdf(paper, per_page=per_page, fonts=fonts)
    found = texts(data)
    assert len(found) == pages
    assert all(text.startswith(f"{TITLE}照片") for text in found)
    assert "2026年11月20日\u3000礼堂\u3000分组讨论4" in "".join(found)
    with opened(data) as pdf:
        images = [image for page in pdf.pages for image in page.images]
        assert len(images) == 5
        for image in images:
            wide, high = image["x1"] - image["x0"], image["bottom"] - image["top"]
            assert wide <= room[0] + 0.1
            assert high <= room[1] + 0.1
            assert wide == pytest.approx(room[0], abs=0.1) or high == pytest.approx(
                room[1], abs=0.1
            )
            assert image["bottom"] < 297 * MM - 20 * MM


def test_no_two_photos_lie_over_each_other(paper, fonts) -> None:
    with opened(photo_pages_pdf(paper, per_page=4, fonts=fonts)) as pdf:
        images = pdf.pages[0].images
    for at, one in enumerate(images):
        for two in images[at + 1 :]:
            beside = one["x1"] <= two["x0"] or two["x1"] <= one["x0"]
            assert beside or one["bottom"] <= two["top"] or two["bottom"] <= one["top"]


def test_without_a_photo_there_is_no_page(paper, fonts) -> None:
    with pytest.raises(NoPhotos):
        photo_pages_pdf(replace(paper, sections=()), fonts=fonts)
    assert photo_pages_pdf(paper, fonts=fonts) == photo_pages_pdf(paper, fonts=fonts)

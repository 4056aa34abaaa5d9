"""Cards on the table: the name twice, once on its head, never outside its face."""

from __future__ import annotations

from typing import Any

import pytest

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.meeting.name_tents import CARDS, name_tents_pdf
from jz_training.domain.meeting_papers import NameTentSize, PaperPerson
from tests.documents.meeting.views import HOSTILE, people
from tests.documents.pdf_reading import MM, opened, texts

EACH = pytest.mark.parametrize("size", list(NameTentSize))


def _pdf(fonts: Fonts, size: NameTentSize, *names: str, **changes: Any) -> bytes:
    return name_tents_pdf([PaperPerson(name=name) for name in names], size, fonts=fonts, **changes)


def _faces(
    data: bytes, size: NameTentSize = NameTentSize.STAND
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the signs of the upper and the lower face."""
    with opened(data) as pdf:
        signs = pdf.pages[0].chars
    middle = 297 * MM - CARDS[size].fold
    return (
        [sign for sign in signs if sign["bottom"] < middle],
        [sign for sign in signs if sign["top"] > middle],
    )


@EACH
def test_each_face_has_the_name_and_the_upper_one_stands_on_its_head(
    fonts: Fonts, size: NameTentSize
) -> None:
    upper, lower = _faces(_pdf(fonts, size, "周建业"), size)
    assert "".join(sign["text"] for sign in upper) == "周建业"
    assert "".join(sign["text"] for sign in lower) == "周建业"
    assert {round(sign["matrix"][0]) for sign in lower} == {1}
    assert {round(sign["matrix"][0]) for sign in upper} == {-1}
    assert upper[0]["x0"] > upper[-1]["x0"]


@EACH
def test_both_faces_mirror_each_other_about_the_fold(fonts: Fonts, size: NameTentSize) -> None:
    upper, lower = _faces(_pdf(fonts, size, "秦晓峰"), size)
    card = CARDS[size]
    for one, two in zip(upper, lower, strict=True):
        assert one["x0"] + two["x1"] == pytest.approx(2 * card.middle, abs=0.1)
        assert one["matrix"][5] + two["matrix"][5] == pytest.approx(2 * card.fold, abs=0.1)


@EACH
def test_a_name_of_two_characters_is_spaced_by_one(fonts: Fonts, size: NameTentSize) -> None:
    _, lower = _faces(_pdf(fonts, size, "叶静"), size)
    first, *_, last = lower
    assert last["x0"] - first["x0"] == pytest.approx(2 * first["size"], rel=0.02)


@EACH
@pytest.mark.parametrize(
    "name",
    ["古丽娜尔·买买提依明江", "买买提江阿布都热西提", "名" * 50, HOSTILE, "Anna " * 9, "·", " "],
)
def test_any_name_stays_on_its_face(fonts: Fonts, size: NameTentSize, name: str) -> None:
    data = _pdf(fonts, size, name)
    card = CARDS[size]
    top = 297 * MM - card.fold - card.face
    with opened(data) as pdf:
        for sign in pdf.pages[0].chars:
            assert card.left + 5 < sign["x0"] < sign["x1"] < card.left + card.width - 5
            assert top + 5 < sign["top"] < sign["bottom"] < top + 2 * card.face - 5
            assert not sign["top"] < top + card.face < sign["bottom"]


def test_a_long_name_is_parted_at_its_dot(fonts: Fonts) -> None:
    _, lower = _faces(_pdf(fonts, NameTentSize.FOLDED, "古丽娜尔·买买提依明江"))
    lines = {round(sign["top"]) for sign in lower}
    assert len(lines) == 2
    upper_line = [sign["text"] for sign in lower if round(sign["top"]) == min(lines)]
    assert "".join(upper_line) == "古丽娜尔·"


def test_a_longer_name_is_smaller(fonts: Fonts) -> None:
    _, three = _faces(_pdf(fonts, NameTentSize.STAND, "周建业"))
    _, six = _faces(_pdf(fonts, NameTentSize.STAND, "买买提江阿布"))
    assert three[0]["size"] > six[0]["size"] > 60


def test_unit_and_post_stand_small_below_the_name(fonts: Fonts) -> None:
    who = PaperPerson(name="周建业", unit="清河市纺织公司工会", post="主席")
    _, lower = _faces(name_tents_pdf([who], NameTentSize.STAND, fonts=fonts))
    name, rest = lower[:3], lower[3:]
    assert "".join(sign["text"] for sign in rest) == "清河市纺织公司工会　主席"
    assert min(sign["top"] for sign in rest) >= max(sign["bottom"] for sign in name) - 20
    assert rest[0]["size"] < name[0]["size"] / 4


def test_only_the_stand_card_is_cut_out_and_both_are_folded_in_the_middle(fonts: Fonts) -> None:
    for size, cuts in ((NameTentSize.FOLDED, 0), (NameTentSize.STAND, 1)):
        with opened(_pdf(fonts, size, "周建业")) as pdf:
            page = pdf.pages[0]
            assert len(page.rects) == cuts
            (fold,) = page.lines
            assert fold["y0"] == pytest.approx(CARDS[size].fold, abs=0.1)
            assert fold["linewidth"] < 0.6


def test_each_size_is_that_of_its_stand(fonts: Fonts) -> None:
    sizes = {size: (round(card.width / MM), round(card.face / MM)) for size, card in CARDS.items()}
    assert sizes[NameTentSize.LARGE] == (210, 140)
    assert sizes[NameTentSize.STAND] == (200, 100)
    assert sizes[NameTentSize.THREE_FOLD] == (210, 99)
    with opened(_pdf(fonts, NameTentSize.THREE_FOLD, "周建业")) as pdf:
        folds = [round(fold["top"] / MM) for fold in pdf.pages[0].lines]
    assert folds == [99, 198]


def test_hundreds_of_names_take_a_page_each_and_little_room(fonts: Fonts) -> None:
    data = name_tents_pdf(iter(people(300)), NameTentSize.FOLDED, fonts=fonts)
    assert len(texts(data)) == 300
    assert len(data) < 1_500_000


def test_nobody_is_no_card(fonts: Fonts) -> None:
    with pytest.raises(ValueError, match="no name"):
        _pdf(fonts, NameTentSize.FOLDED)


def test_the_same_names_give_the_same_bytes_and_report_what_no_font_has(fonts: Fonts) -> None:
    report = PaperReport()
    one = _pdf(fonts, NameTentSize.STAND, "周\U000f0000", report=report)
    assert one == _pdf(fonts, NameTentSize.STAND, "周\U000f0000")
    assert [each.code_point for each in report.missing] == ["U+F0000"]

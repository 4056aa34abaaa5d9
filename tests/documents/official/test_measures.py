"""What every paper of every skin obeys, measured with a ruler: GB/T 9704-2012 (domain.md §1).

A new document joins PAPERS, a new skin or letterhead STYLES.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import pytest

from jz_training.documents.certificate.hours_proof import hours_proof_writing
from jz_training.documents.fonts import Fonts
from jz_training.documents.meeting.meeting_notice import meeting_notice_writing
from jz_training.documents.official.gb9704 import (
    ADVANCE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_BOTTOM,
    TEXT_TOP,
)
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, Writing
from jz_training.documents.person_file.person_file_paper import person_file_writing
from jz_training.documents.record.record_paper import record_writing
from jz_training.documents.summary.period_summary import period_summary_writing
from jz_training.documents.summary.training_summary import training_summary_writing
from jz_training.domain.paper_style import Letterhead, PaperLayout, PaperSkin, PaperStyle
from tests.documents.certificate.test_certificate_papers import PROOF
from tests.documents.meeting.views import notice
from tests.documents.official.ruler import (
    Listener,
    Page,
    baseline,
    line_of,
    measured,
    page_number,
    without_blanks,
)
from tests.documents.person_file.views import person_file
from tests.documents.record.test_record_paper import record
from tests.factories import period_summary, training_summary

PAPERS: Mapping[str, Writing] = {
    "notice": meeting_notice_writing(notice()),
    "record": record_writing(record()),
    "training": training_summary_writing(training_summary(30)),
    "period": period_summary_writing(period_summary()),
    "person": person_file_writing(person_file()),
    "proof": hours_proof_writing(PROOF),
}

LETTERHEAD = Letterhead(
    mark="清河市纺织公司工会文件",
    number="清纺工〔2026〕12号",
    attachments=("2026年工会干部学习培训计划安排表", "参会回执"),
    copies_to="清河市总工会办公室，公司党委办公室",
    printed_by="清河市纺织公司工会办公室",
    printed_on=date(2026, 11, 13),
)
_DOCUMENT = PaperStyle(skin=PaperSkin.DOCUMENT, letterhead=LETTERHEAD, duplex=True)

STYLES: Mapping[str, PaperStyle] = {
    "text": PaperStyle(),
    "material": PaperStyle(
        skin=PaperSkin.MATERIAL, layout=PaperLayout(footer="内部材料"), duplex=True
    ),
    "document": _DOCUMENT,
    "upward": replace(
        _DOCUMENT,
        letterhead=replace(LETTERHEAD, signer="周建业", sealed=True, note="联系人：叶静"),
        duplex=False,
    ),
}


@dataclass(frozen=True)
class Printed:
    """A paper in a style: the file and its pages."""

    writing: Writing
    style: PaperStyle
    data: bytes
    pages: tuple[Page, ...]


@pytest.fixture(
    scope="module",
    params=[(paper, style) for paper in PAPERS for style in STYLES],
    ids=lambda pair: "-".join(pair),
)
def printed(request: pytest.FixtureRequest, fonts: Fonts) -> Printed:
    """Return each paper in each style, made and read once."""
    writing, style = PAPERS[request.param[0]], STYLES[request.param[1]]
    data = official_pdf(writing, style=style, fonts=fonts)
    return Printed(writing, style, data, measured(data, duplex=style.duplex))


def test_everything_stands_in_the_text_area(printed: Printed) -> None:
    for page in printed.pages:
        for sign in page.signs:
            assert page.left - 0.1 <= sign["x0"]
            assert sign["x1"] <= page.right + 0.4
            assert baseline(sign) <= TEXT_TOP
        for stroke in page.strokes:
            assert page.left - 0.1 <= stroke["x0"] <= stroke["x1"] <= page.right + 0.1
            assert TEXT_BOTTOM - 0.1 <= stroke["y0"] <= stroke["y1"] <= TEXT_TOP + 0.1


def test_text_stands_on_22_lines_of_28_characters(printed: Printed) -> None:
    for page in printed.pages:
        lines = page.lines()
        assert len(lines) <= 22
        for line in lines:
            wide = [sign for sign in line if not sign["text"].isascii()]
            assert len(wide) <= 28
            assert line_of(line[0]) == pytest.approx(round(line_of(line[0])), abs=0.01)
            assert 1 <= round(line_of(line[0])) <= 22
    assert sum(len(page.lines()) for page in printed.pages) >= 6  # a proof of hours has no more


def test_chinese_keeps_its_step_whatever_stands_beside_it(printed: Printed) -> None:
    for page in printed.pages:
        for line in page.lines():
            for one, two in pairwise(line):
                apart = two["x0"] - one["x1"] > ADVANCE  # 签发人 stands far from the number
                if not (apart or one["text"].isascii() or two["text"].isascii()):
                    assert two["x0"] - one["x0"] == pytest.approx(ADVANCE, abs=0.1)


def test_the_title_is_of_size_2_centred_and_above_all_text(printed: Printed) -> None:
    lines = printed.pages[0].lines(22.0)
    assert lines
    for line in lines:
        middle = (line[0]["x0"] + line[-1]["x1"]) / 2
        assert middle == pytest.approx((printed.pages[0].left + printed.pages[0].right) / 2, abs=1)
        assert line_of(line[0]) == pytest.approx(round(line_of(line[0])), abs=0.01)


def test_a_page_with_text_is_numbered_outside_and_no_other(printed: Printed) -> None:
    for page in printed.pages:
        number, says = page_number(page), page.said()
        imprint_alone = says.startswith("抄送") or not says
        assert "".join(sign["text"] for sign in number) == (
            "" if imprint_alone else f"— {page.number} —"
        )
        if not number:
            continue
        assert baseline(number[0]) + 14 * 0.38 == pytest.approx(79.37, abs=0.3)
        if page.number % 2:
            assert number[-1]["x1"] == pytest.approx(page.right - 14, abs=0.3)
        else:
            assert number[0]["x0"] == pytest.approx(page.left + 14, abs=0.3)


def test_only_the_mark_and_its_rule_are_red(printed: Printed) -> None:
    red = [
        thing
        for page in printed.pages
        for thing in (*page.signs, *page.strokes)
        if (1.0, 0.0, 0.0) in (thing["non_stroking_color"], thing["stroking_color"])
    ]
    said = "".join(thing.get("text", "|") for thing in red)
    dressed = printed.style.skin is PaperSkin.DOCUMENT
    assert said in {f"{LETTERHEAD.mark}|", f"|{LETTERHEAD.mark}"} if dressed else said == ""


def test_pages_are_a4_and_a_document_for_both_sides_ends_on_a_back(printed: Printed) -> None:
    for page in printed.pages:
        assert page.size == pytest.approx((PAGE_WIDTH, PAGE_HEIGHT), abs=0.1)
    if printed.style is STYLES["document"]:
        assert len(printed.pages) % 2 == 0


def test_what_is_read_back_is_what_was_put_in_and_each_time_the_same(
    printed: Printed, fonts: Fonts
) -> None:
    plain = printed.style.skin is PaperSkin.MATERIAL  # its unit and date stand elsewhere
    heard: list[str] = []

    def listening(paper: Paper) -> None:
        listener = Listener(paper, deaf_to=("signature", "date") if plain else ())
        printed.writing.write(listener)
        heard.extend(listener.said)

    again = Writing(printed.writing.facts, listening)
    assert official_pdf(again, style=printed.style, fonts=fonts) == printed.data
    said = "".join(page.said() for page in printed.pages)
    assert len(heard) > 10
    assert not [text for text in heard if without_blanks(text) not in said]

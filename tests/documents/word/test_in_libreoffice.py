"""Word documents as an office program sets them: converted by LibreOffice and measured.

Without 仿宋 and its like the program takes other faces; what is measured here does not hang on
them: the page, the 28 characters of a line, the middle of the title, numbers, heads, text.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from jz_training.documents.fonts import Fonts
from jz_training.documents.meeting.agenda_paper import agenda_docx
from jz_training.documents.meeting.meeting_notice import meeting_notice_docx
from jz_training.documents.notice.plan import plan_docx
from jz_training.documents.official.paper import PaperFacts, Writing
from jz_training.documents.word.word_paper import official_docx
from tests.documents import pdf_reading
from tests.documents.meeting.views import agenda, notice
from tests.documents.word.papers import DOCUMENT, TABLE, everything, opened, said
from tests.notice_factories import plan, plan_item

SOFFICE = shutil.which("soffice")
MM = 72 / 25.4

pytestmark = [
    pytest.mark.soak,  # the program takes 5 to 10 s to start and convert
    pytest.mark.skipif(
        SOFFICE is None,
        reason="LibreOffice (soffice) is not installed: no Word document was converted",
    ),
]


def _full_page() -> Writing:
    facts = PaperFacts(title="满页", author="", subject="")
    return Writing(facts, lambda paper: paper.paragraph("工" * 1500))


def _documents(fonts: Fonts) -> dict[str, bytes]:
    items = tuple(plan_item(number, title=f"第{number}讲") for number in range(1, 61))
    return {
        "full": official_docx(_full_page(), fonts=fonts),
        "document": official_docx(everything(), style=DOCUMENT, fonts=fonts),
        "notice": meeting_notice_docx(notice(), fonts=fonts),
        "agenda": agenda_docx(agenda(), fonts=fonts),
        "plan": plan_docx(plan(items=items), fonts=fonts),
    }


@pytest.fixture(scope="module")
def written(fonts: Fonts) -> dict[str, bytes]:
    return _documents(fonts)


@pytest.fixture(scope="module")
def converted(
    written: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """Convert all documents in one go: starting the program takes longer than converting."""
    folder = tmp_path_factory.mktemp("word")
    paths = [folder / f"{name}.docx" for name in written]
    for path in paths:
        path.write_bytes(written[path.stem])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE or "", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=100)
    return {path.stem: Path(path.with_suffix(".pdf")).read_bytes() for path in paths}


def _lines(data: bytes, page: int) -> list[list[dict[str, Any]]]:
    rows = defaultdict(list)
    for sign in pdf_reading.chars(data, page):
        rows[round(sign["top"])].append(sign)
    return [sorted(rows[top], key=lambda sign: sign["x0"]) for top in sorted(rows)]


def test_a_full_page_has_22_lines_of_28_characters_on_their_step(
    converted: dict[str, bytes],
) -> None:
    lines = [line for line in _lines(converted["full"], 1) if line[0]["text"] == "工"]
    assert [len(line) for line in lines] == [26, *[28] * 21]
    for line in lines[1:]:
        assert line[0]["x0"] == pytest.approx(28 * MM, abs=1.5)
        assert line[-1]["x0"] - line[0]["x0"] == pytest.approx(27 * 15.79, abs=3)
    steps = [after[0]["top"] - before[0]["top"] for before, after in pairwise(lines)]
    assert all(step == pytest.approx(28.95, abs=0.6) for step in steps)


@pytest.mark.parametrize("name", ["document", "notice", "agenda", "plan"])
def test_no_text_is_lost_on_the_way(
    written: dict[str, bytes], converted: dict[str, bytes], name: str
) -> None:
    whole = sorted(re.sub(r"\s", "", "".join(pdf_reading.texts(converted[name]))))
    wanted = sorted(re.sub(r"\s", "", said(opened(written[name]))))
    for sign in set(wanted):
        assert whole.count(sign) >= wanted.count(sign), sign


@pytest.mark.parametrize(
    ("name", "wide", "high"),
    [("document", 210, 297), ("agenda", 210, 297), ("plan", 297, 210)],
)
def test_pages_are_a4(converted: dict[str, bytes], name: str, wide: int, high: int) -> None:
    with pdf_reading.opened(converted[name]) as pdf:
        for page in pdf.pages:
            assert page.width == pytest.approx(wide * MM, abs=1)
            assert page.height == pytest.approx(high * MM, abs=1)


def test_the_title_stands_in_the_middle_of_the_text(converted: dict[str, bytes]) -> None:
    first = pdf_reading.found(converted["notice"], "关于召开")[0]
    line = [
        sign for sign in pdf_reading.chars(converted["notice"], 1) if sign["top"] == first["top"]
    ]
    middle = (line[0]["x0"] + line[-1]["x1"]) / 2
    assert middle == pytest.approx((28 + 156 / 2) * MM, abs=2)


def test_pages_are_numbered_outside(converted: dict[str, bytes]) -> None:
    with pdf_reading.opened(converted["document"]) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            foot = [sign for sign in page.chars if sign["top"] > 264 * MM]
            assert "".join(sign["text"] for sign in foot).replace(" ", "") == f"—{number}—"
            odd = number % 2 == 1
            edge = foot[-1]["x1"] - 184 * MM if odd else foot[0]["x0"] - 28 * MM
            assert abs(edge) == pytest.approx(14, abs=3)


def test_the_mark_is_red_and_the_imprint_stands_at_the_foot_of_the_last_page(
    converted: dict[str, bytes],
) -> None:
    mark = pdf_reading.found(converted["document"], "清河市纺织公司工会文件")
    assert all(tuple(sign["non_stroking_color"]) == (1, 0, 0) for sign in mark)
    assert mark[0]["top"] == pytest.approx((37 + 35) * MM, abs=8)
    with pdf_reading.opened(converted["document"]) as pdf:
        last = len(pdf.pages)
    printed = pdf_reading.found(converted["document"], "清河市纺织公司工会办公室", page=last)
    assert printed[0]["bottom"] == pytest.approx(262 * MM, abs=12)


def test_heads_stand_on_every_page_of_a_table(converted: dict[str, bytes]) -> None:
    pages = ["".join(text.split()) for text in pdf_reading.texts(converted["document"])]
    with_rows = [text for text in pages if re.search(r"第\d+车间", text)]
    assert len(with_rows) > 1
    assert all("应到人次" in text for text in with_rows)
    assert sum(text.count("80.0%") for text in pages) == len(TABLE.all_rows)


def test_a_list_counts_its_pages(converted: dict[str, bytes]) -> None:
    pages = ["".join(text.split()) for text in pdf_reading.texts(converted["plan"])]
    assert len(pages) > 1
    for number, text in enumerate(pages, start=1):
        assert f"第{number}页共{len(pages)}页" in text
        assert "序号" in text

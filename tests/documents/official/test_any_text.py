"""Whatever is written in a name, a title or a 版头: nothing leaves the page, nothing breaks."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jz_training.documents.fonts import Fonts
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.documents.official.ruled_table import Column, Table
from jz_training.domain.paper_style import Letterhead, PaperLayout, PaperSkin, PaperStyle
from tests.documents.official.ruler import baseline, measured

_PIECES = (
    "工会学习", "清河市总工会", "𠮷㐂䶮", "<b>粗</b>", "&nbsp;", "😀", "2026年1月5日", "Microsoft",
    "——", "……", "《", "》", "（", "）", "。", "，", "“", " ", "　", "\u202e", "\x00", "\ud800",
    "95.1%", "￥5,000", "{title}", "W" * 40, "长" * 60, "！" * 30, "(" * 30,
)  # fmt: skip

hostile = st.lists(st.sampled_from(_PIECES), max_size=7).map("".join)
styles = st.builds(
    PaperStyle,
    skin=st.sampled_from(PaperSkin),
    duplex=st.booleans(),
    letterhead=st.builds(
        Letterhead,
        mark=hostile,
        number=hostile,
        signer=hostile,
        sealed=st.booleans(),
        attachments=st.tuples(hostile, hostile),
        note=hostile,
        copies_to=hostile,
        printed_by=hostile,
        printed_on=st.none() | st.just(date(2026, 1, 5)),
    ),
    layout=st.builds(PaperLayout, title=hostile, footer=hostile),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=hostile, name=hostile, style=styles)
def test_nothing_leaves_the_text_area(
    fonts: Fonts, text: str, name: str, style: PaperStyle
) -> None:
    row = (text, name)

    def calls(paper: Paper) -> None:
        paper.title(text, note=name)
        paper.addressees(name)
        paper.heading(text)
        paper.table(
            Table(caption=name, columns=(Column("甲", 1), Column("乙", 4, 0.0)), rows=(row, row))
        )
        paper.paragraph(text)
        paper.signing(text, name)
        paper.ending(text, signature=name, date="2026年1月5日")
        paper.annex(name)
        paper.title(text)

    facts = PaperFacts(title=text, author=name, subject="", made_on=date(2026, 1, 5))
    data = official_pdf(Writing(facts, calls), style=style, fonts=fonts)
    for page in measured(data, duplex=style.duplex):
        for sign in page.signs:
            assert page.left - 0.3 <= sign["x0"]
            assert sign["x1"] <= page.right + 0.5
            assert baseline(sign) > 70
            assert sign["size"] >= 4.5

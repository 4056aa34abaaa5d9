"""Word's automatic numbers come out as they are drawn."""

from __future__ import annotations

from pathlib import Path

from jz_training.readers.notice.docx import read_zip
from jz_training.readers.notice.limits import NOTICE_LIMITS
from tests.readers.notice.papers import docx, level, listed, numbered, p, r

OFFICIAL = (
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)


def lines(path: Path, body: str, lists: str, styles: str = "") -> tuple[str, ...]:
    return read_zip(docx(path / "a.docx", body, lists=lists, styles=styles), NOTICE_LIMITS).lines


def test_the_four_levels_of_official_papers(tmp_path: Path) -> None:
    steps = [0, 1, 2, 2, 3, 1, 0, 1]
    body = "".join(numbered("项", at) for at in steps)
    assert lines(tmp_path, body, listed(*OFFICIAL)) == (
        "一、项", "（一）项", "1.项", "2.项", "（1）项", "（二）项", "二、项", "（一）项",
    )  # fmt: skip


def test_paragraphs_between_do_not_count(tmp_path: Path) -> None:
    body = numbered("甲") + p(r("正文")) + numbered("乙")
    assert lines(tmp_path, body, listed(*OFFICIAL)) == ("一、甲", "正文", "二、乙")


def test_numbers_of_upper_levels_stand_in_lower_ones(tmp_path: Path) -> None:
    rules = listed(
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "%1-%3"),
    )
    body = numbered("总则") + numbered("目的", 1) + numbered("依据", 1) + numbered("细", 2)
    assert lines(tmp_path, body, rules) == ("第一章总则", "1.1 目的", "1.2 依据", "一-1 细")


def test_a_style_numbers_its_paragraphs(tmp_path: Path) -> None:
    rules = listed(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>'),
    )
    place = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:styleId="h1">{place}</w:style><w:style w:styleId="h2">{place}</w:style>'
        '<w:style w:styleId="mine"><w:basedOn w:val="h1"/></w:style>'
    )
    body = "".join(
        p(r("题"), f'<w:pStyle w:val="{name}"/>{own}')
        for name, own in [
            ("h1", ""), ("h2", ""), ("h2", ""), ("mine", ""),
            ("h1", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        ]
    )  # fmt: skip
    assert lines(tmp_path, body, rules, styles) == (
        "一、题",
        "（一）题",
        "（二）题",
        "二、题",
        "题",
    )


def test_styles_based_on_each_other_in_a_circle_end(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    body = p(r("题"), '<w:pStyle w:val="a"/>')
    assert lines(tmp_path, body, listed(*OFFICIAL), styles) == ("题",)


def test_a_list_that_begins_anew_does_so_once(tmp_path: Path) -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    rules = listed(*OFFICIAL) + (
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{again}</w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(numbered("项", 0, one) for one in (1, 1, 2, 2, 3))
    expected = ("一、项", "二、项", "一、项", "二、项", "三、项")
    assert lines(tmp_path, body, rules) == expected


def test_bullets_draw_no_number(tmp_path: Path) -> None:
    assert lines(tmp_path, numbered("项"), listed(level(0, "bullet", "\uf06c"))) == ("项",)


def test_a_former_number_does_not_count(tmp_path: Path) -> None:
    former = '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    assert lines(tmp_path, p(r("文"), former) + numbered("项"), listed(*OFFICIAL)) == (
        "文",
        "一、项",
    )

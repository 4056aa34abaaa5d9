"""The sign-in sheet read back: everything on it, in its place, as typed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf, sign_in_sheets_pdf
from jz_training.domain.sheet import SheetColumns, SheetOptions
from jz_training.domain.training import SheetOrder
from jz_training.errors import Stopped
from tests.documents.pdf_reading import MM, chars, found, inside, opened, texts
from tests.factories import attendee, sheet

PHONES = SheetOptions(with_phone=True)


def test_every_page_carries_title_facts_and_its_own_count(fonts: Fonts) -> None:
    view = sheet(60)
    data, geometry = sign_in_sheet_pdf(view, fonts=fonts)
    pages = texts(data)
    assert len(pages) == geometry.pages == 2
    for number, text in enumerate(pages, start=1):
        assert f"{view.title}签到表" in text
        assert "时间：2026年11月20日（星期五）15:00—16:30" in text
        assert f"地点：{view.venue}" in text
        assert f"主办单位：{view.organiser}" in text
        assert f"主持：{view.chair}主讲：{view.speaker}" in text
        assert "序号姓　名单位及职务签　名" in text
        assert f"第 {number} 页　共 2 页" in text
        assert geometry.codes[number - 1] in text
    assert "本页应到 44 人" in pages[0]
    assert "本页应到 16 人" in pages[1]


def test_the_sheet_of_a_viewing_point_names_it_and_who_looks_after_it(fonts: Fonts) -> None:
    view = sheet(3, viewpoint="第一分会场", responsible="叶静", venue="织造车间会议室")
    text = texts(sign_in_sheet_pdf(view, fonts=fonts)[0])[0]
    assert f"{view.title}签到表（第一分会场）" in text
    assert "地点：织造车间会议室" in text
    assert "负责人：叶静" in text
    assert "主持：" not in text


def test_totals_and_signatures_stand_on_the_last_page_only(fonts: Fonts) -> None:
    pages = texts(sign_in_sheet_pdf(sheet(60), fonts=fonts)[0])
    for words in ("应到 60 人", "请假＿＿＿人", "缺席", "迟到", "记录人：", "审核人：", "盖章处"):
        assert words not in pages[0]
        assert words in pages[1]


@pytest.mark.parametrize("people", [1, 20, 21, 40, 41, 60, 200])
def test_everybody_stands_once_on_the_line_the_geometry_says(fonts: Fonts, people: int) -> None:
    view = sheet(people)
    data, geometry = sign_in_sheet_pdf(view, fonts=fonts)
    with opened(data) as pdf:
        signs = [page.chars for page in pdf.pages]
    named = {row.number: row for row in view.rows}
    for place in geometry.rows:
        line = place.line
        here = inside(
            signs[place.page - 1], x=line.x, y=line.y, width=line.width, height=line.height
        )
        text = "".join(sign["text"] for sign in here).replace("　", "")
        person = named.get(place.number)
        assert text == (f"{person.number}{person.name}{person.unit}" if person else "")


def test_nothing_is_printed_where_people_sign(fonts: Fonts) -> None:
    data, geometry = sign_in_sheet_pdf(sheet(60), fonts=fonts)
    signs = chars(data, 1)
    for place in (row for row in geometry.rows if row.page == 1):
        box = place.signature
        assert not inside(signs, x=box.x, y=box.y, width=box.width, height=box.height)


def test_the_ruled_lines_stand_where_the_geometry_says(fonts: Fonts) -> None:
    data, geometry = sign_in_sheet_pdf(sheet(30), fonts=fonts)
    with opened(data) as pdf:
        ruled = {round(line["top"], 1) for line in pdf.pages[0].lines if line["height"] == 0}
    for place in (row for row in geometry.rows if row.page == 1):
        assert any(abs(place.line.y * MM - top) < 0.2 for top in ruled)
    assert all(below - above >= 9.5 * MM - 0.1 for above, below in pairwise(sorted(ruled)))


def test_four_marks_stand_in_the_corners_of_every_page(fonts: Fonts) -> None:
    data, geometry = sign_in_sheet_pdf(sheet(60), fonts=fonts)
    with opened(data) as pdf:
        for page in pdf.pages:
            filled = {
                (
                    round(rect["x0"] / MM, 2),
                    round(rect["top"] / MM, 2),
                    round(rect["width"] / MM, 2),
                )
                for rect in page.rects
                if rect["fill"]
            }
            assert filled == {(mark.x, mark.y, mark.width) for mark in geometry.marks}


def test_the_code_stands_in_its_place(fonts: Fonts) -> None:
    data, geometry = sign_in_sheet_pdf(sheet(20), fonts=fonts)
    place = geometry.code_place
    here = inside(chars(data), x=place.x, y=place.y, width=place.width, height=place.height)
    assert "".join(sign["text"] for sign in here) == geometry.codes[0]


def test_the_order_by_strokes_is_said_under_the_title(fonts: Fonts) -> None:
    by_strokes = sign_in_sheet_pdf(sheet(5, order=SheetOrder.STROKES), fonts=fonts)[0]
    by_unit = sign_in_sheet_pdf(sheet(5), fonts=fonts)[0]
    assert "（按姓氏笔画为序）" in texts(by_strokes)[0]
    assert "笔画" not in texts(by_unit)[0]


@pytest.mark.parametrize("columns", list(SheetColumns))
def test_telephones_are_masked_and_only_printed_when_asked_for(
    fonts: Fonts, columns: SheetColumns
) -> None:
    options = SheetOptions(columns=columns, with_phone=True)
    rows = (attendee(1, phone="13812345678"),)
    asked = texts(sign_in_sheet_pdf(sheet(1, rows=rows, options=options), fonts=fonts)[0])[0]
    assert "138****5678" in asked
    assert "12345678" not in asked
    unasked = texts(sign_in_sheet_pdf(sheet(1, rows=rows), fonts=fonts)[0])[0]
    assert "****" not in unasked


def test_a_name_of_two_characters_is_set_wide(fonts: Fonts) -> None:
    rows = (attendee(1, name="王芳"), attendee(2, name="欧阳春梅"))
    text = texts(sign_in_sheet_pdf(sheet(2, rows=rows), fonts=fonts)[0])[0]
    assert "王　芳" in text
    assert "欧阳春梅" in text


@pytest.mark.parametrize(
    "name",
    [
        "𠮷㐂䶮𬭚",
        "<b>粗体",
        "<img src='/etc/hostname'/>",
        "<img src='//10.0.0.9/x.png'>",
        "<onDraw name='x'/>",
        "<font color='[[[getattr]]]'>x</font>",
        "A & B < C &amp; &#20320;",
        "(左)右\\反\\101)",
        "=1+1",
        "{{7*7}}%s%(x)s",
    ],
)
def test_text_is_printed_as_typed(fonts: Fonts, name: str) -> None:
    report = PaperReport()
    rows = (attendee(1, name=name, unit=name, post=name),)
    view = sheet(1, rows=rows, title=name, venue=name, chair=name)
    data, _ = sign_in_sheet_pdf(view, fonts=fonts, report=report)
    text = texts(data)[0]
    assert text.count(name) >= 5
    assert report.missing == ()
    with opened(data) as pdf:
        assert pdf.pages[0].images == []


def test_a_character_no_font_has_is_marked_told_and_asked_for_on_the_sheet(fonts: Fonts) -> None:
    report = PaperReport()
    rows = (attendee(1, name="李\U0001f600明"),)
    data, _ = sign_in_sheet_pdf(sheet(1, rows=rows), fonts=fonts, report=report)
    text = texts(data)[0]
    assert "李〓明" in text
    assert "“〓”处为字库没有的字，请用笔补写。" in text
    assert [(sign.code_point, sign.places) for sign in report.missing] == [
        ("U+1F600", ("李\U0001f600明",))
    ]


def test_only_the_page_that_lacks_a_character_asks_for_the_pen(fonts: Fonts) -> None:
    lacking = sheet(1, rows=(attendee(1, name="李\U0001f600明"),))
    data, _ = sign_in_sheets_pdf([lacking, sheet(1)], fonts=fonts)
    assert ["用笔补写" in text for text in texts(data)] == [True, False]


def test_a_name_of_two_hundred_characters_stays_in_its_cell(fonts: Fonts) -> None:
    report = PaperReport()
    rows = (attendee(1, name="长" * 200), attendee(2))
    data, geometry = sign_in_sheet_pdf(sheet(2, rows=rows), fonts=fonts, report=report)
    line = geometry.rows[0].line
    letters = [sign for sign in chars(data) if sign["text"] in "长…"]
    assert min(sign["x0"] for sign in letters) > (line.x + 11) * MM
    assert max(sign["x1"] for sign in letters) < (line.x + 11 + 27) * MM
    assert min(sign["top"] for sign in letters) > line.y * MM
    assert report.cut == ("长" * 200,)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=3, max_size=3), st.sampled_from(list(SheetColumns)))
def test_whatever_is_typed_stays_on_its_line(
    fonts: Fonts, typed: list[str], columns: SheetColumns
) -> None:
    name, unit, post = typed
    rows = (attendee(7, name=name, unit=unit, post=post),)
    view = sheet(1, rows=rows, options=SheetOptions(columns=columns, with_phone=True))
    data, geometry = sign_in_sheet_pdf(view, fonts=fonts)
    place = geometry.rows[0]
    line, sign = place.line, place.signature
    written = inside(chars(data), x=line.x, y=line.y - 5, width=line.width, height=19)
    head, below = (line.y - 1.2) * MM, (line.y + line.height) * MM
    own = [char for char in written if char["top"] > head]
    assert own
    for char in own:
        assert char["x0"] >= line.x * MM
        assert char["x1"] <= (line.x + line.width) * MM
        assert not sign.x * MM < (char["x0"] + char["x1"]) / 2 < (sign.x + sign.width) * MM
        assert char["bottom"] <= below + 2


@pytest.mark.parametrize(("times", "lines", "smallest"), [(1, 2, 18), (2, 3, 12), (5, 4, 8)])
def test_a_long_title_takes_lines_and_then_smaller_type(
    fonts: Fonts, times: int, lines: int, smallest: float
) -> None:
    title = "基层工会主席和新就业形态劳动者权益保障业务骨干培训班暨经验交流会（二期）" * times
    report = PaperReport()
    data, _ = sign_in_sheet_pdf(sheet(1, title=title), fonts=fonts, report=report)
    signs = found(data, f"{title}签到表")
    assert len({round(sign["top"]) for sign in signs}) == lines
    assert signs[0]["size"] >= smallest
    assert min(sign["top"] for sign in signs) > 10 * MM
    assert max(sign["bottom"] for sign in signs) < 31 * MM
    assert report.cut == ()


def test_the_same_sheet_gives_the_same_bytes(fonts: Fonts) -> None:
    assert sign_in_sheet_pdf(sheet(60), fonts=fonts) == sign_in_sheet_pdf(sheet(60), fonts=fonts)
    fresh = Fonts(bundled_only=True)
    assert sign_in_sheet_pdf(sheet(3), fonts=fresh) == sign_in_sheet_pdf(sheet(3), fonts=fonts)


def test_every_font_is_embedded(fonts: Fonts) -> None:
    data, _ = sign_in_sheet_pdf(sheet(60), fonts=fonts)
    with opened(data) as pdf:
        assert {char["fontname"].split("+")[1] for page in pdf.pages for char in page.chars} == {
            "NotoSerifSC-Regular",
            "NotoSansSC-Regular",
        }
    assert b"Helvetica" not in data
    assert data.count(b"/FontFile2") == data.count(b"/Type /FontDescriptor") == 2


def test_a_batch_is_one_document_with_the_sheets_in_order(fonts: Fonts) -> None:
    views = [sheet(count, title=f"第{count}期学习") for count in (3, 60, 1)]
    told: list[int] = []
    data, geometries = sign_in_sheets_pdf(views, fonts=fonts, progress=told.append)
    assert [geometry.pages for geometry in geometries] == [1, 2, 1]
    titles = [text[: text.index("签到表")] for text in texts(data)]
    assert titles == ["第3期学习", "第60期学习", "第60期学习", "第1期学习"]
    assert told == [1, 2, 3]


def test_a_batch_can_be_stopped(fonts: Fonts) -> None:
    told: list[int] = []
    views = [sheet(1), sheet(2), sheet(3)]
    with pytest.raises(Stopped):
        sign_in_sheets_pdf(views, fonts=fonts, progress=told.append, stop=lambda: told == [1])
    assert told == [1]


def test_no_sheets_are_no_document(fonts: Fonts) -> None:
    with pytest.raises(ValueError, match="no sheet"):
        sign_in_sheets_pdf([], fonts=fonts)


def test_a_sheet_without_facts_leaves_them_open(fonts: Fonts) -> None:
    bare = replace(sheet(0), venue="", chair="", speaker="", organiser="", made_on="")
    text = texts(sign_in_sheet_pdf(bare, fonts=fonts)[0])[0]
    assert "主持：主讲：" in text
    assert "制表" not in text


def test_lone_surrogates_in_a_title_do_no_harm(fonts: Fonts) -> None:
    data, _ = sign_in_sheet_pdf(sheet(1, title="坏\ud800字"), fonts=fonts)
    assert "坏〓字签到表" in texts(data)[0]

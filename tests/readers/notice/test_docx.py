"""The text of Word documents: what one reads on the page, once and in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from jz_training.readers.notice.docx import read_zip
from jz_training.readers.notice.limits import MOST_CHARACTERS, NOTICE_LIMITS
from jz_training.readers.notice.raw_text import RawText
from tests.readers.notice.papers import NOTICE, docx, p, r, table, typed


def read(path: Path, body: str) -> RawText:
    return read_zip(docx(path / "a.docx", body), NOTICE_LIMITS)


def lines(path: Path, body: str) -> tuple[str, ...]:
    return read(path, body).lines


def test_each_paragraph_is_a_line(tmp_path: Path) -> None:
    raw = read(tmp_path, typed(NOTICE))
    assert raw == RawText(lines=NOTICE, whole_paragraphs=True)


def test_runs_tabs_and_line_ends_are_as_typed(tmp_path: Path) -> None:
    body = p(r("时间：\t5月") + r("10日\n上午")) + p("") + p(r("完"))
    assert lines(tmp_path, body) == ("时间：\t5月10日", "上午", "", "完")


def test_the_end_of_a_page_is_an_empty_line(tmp_path: Path) -> None:
    body = p(r("上页") + '<w:r><w:br w:type="page"/></w:r>' + r("下页"))
    assert lines(tmp_path, body) == ("上页", "", "下页")


def test_tab_stops_of_a_paragraph_are_no_text(tmp_path: Path) -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'
    assert lines(tmp_path, p(r("正文"), stops)) == ("正文",)


def test_deleted_text_is_left_out_and_inserted_text_taken(tmp_path: Path) -> None:
    deleted = f"<w:del><w:r><w:delText>旧</w:delText></w:r>{r('旧的')}</w:del>"
    moved = f"<w:moveFrom>{r('移走')}</w:moveFrom><w:moveTo>{r('移来')}</w:moveTo>"
    body = p(r("一") + deleted + f"<w:ins>{r('新')}</w:ins>" + moved)
    assert lines(tmp_path, body) == ("一新移来",)


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    body = p(r("前半"), "<w:rPr><w:del/></w:rPr>") + p(r("后半")) + p(r("完"))
    assert lines(tmp_path, body) == ("前半后半", "完")


def test_a_deleted_mark_at_the_very_end_loses_no_text(tmp_path: Path) -> None:
    assert lines(tmp_path, p(r("末段"), "<w:rPr><w:del/></w:rPr>")) == ("末段",)


@pytest.mark.parametrize(
    ("switch", "seen"),
    [("<w:vanish/>", ""), ('<w:vanish w:val="0"/>', "隐"), ('<w:vanish w:val="true"/>', "")],
)
def test_hidden_text_is_left_out(tmp_path: Path, switch: str, seen: str) -> None:
    assert lines(tmp_path, p(r("明") + r("隐", switch) + r("显"))) == (f"明{seen}显",)


def test_codes_of_fields_are_left_out_and_their_results_taken(tmp_path: Path) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>REF 日期</w:instrText></w:r>"
    body = p(mark("begin") + code + mark("separate") + r("5月10日") + mark("end") + r("前"))
    assert lines(tmp_path, body) == ("5月10日前",)


def test_a_field_that_never_ends_does_not_hide_the_rest(tmp_path: Path) -> None:
    body = p(r("甲") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p(r("乙"))
    assert lines(tmp_path, body) == ("甲", "乙")


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p(r('示例市总工会'))}{p(r('文件'))}</w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"
    assert lines(tmp_path, p(both + r("标题"))) == ("示例市总工会", "文件", "标题")
    assert lines(tmp_path, p(r("标题") + both)) == ("标题", "示例市总工会", "文件")


def test_rows_are_lines_with_tabs_between_cells(tmp_path: Path) -> None:
    rows = table(["时间", "5月10日\n上午9:00"], ["地点", "礼堂"], ["", ""], ["对象", "", "主席"])
    expected = ("时间\t5月10日 上午9:00", "地点\t礼堂", "对象\t\t主席")
    assert lines(tmp_path, rows) == expected


def test_a_table_of_one_cell_is_a_frame_around_paragraphs(tmp_path: Path) -> None:
    assert lines(tmp_path, table(["一、计划\n二、学习"])) == ("一、计划", "二、学习")


def test_notes_former_properties_and_readings_are_no_text(tmp_path: Path) -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('pīn')}</w:rt><w:rubyBase>{r('拼')}</w:rubyBase></w:ruby></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    former = '<w:pPrChange><w:pPr><w:pStyle w:val="x"/></w:pPr></w:pPrChange>'
    body = p(ruby + note + r("音"), former)
    path = docx(tmp_path / "a.docx", body, extra={"word/footnotes.xml": b"<a>note</a>"})
    assert read_zip(path, NOTICE_LIMITS).lines == ("拼音",)


def test_another_prefix_and_the_strict_kind_are_read(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<x:p xmlns:x="{strict}"><x:r><x:t>严格</x:t></x:r></x:p>'
    assert lines(tmp_path, body) == ("严格",)


def test_a_text_longer_than_a_notice_is_cut(tmp_path: Path) -> None:
    raw = read(tmp_path, p(r("学" * 100_000)) * 5)
    assert raw.cut
    assert sum(map(len, raw.lines)) == MOST_CHARACTERS

"""How the paragraphs of a notice stand on the page."""

from __future__ import annotations

from dataclasses import replace

from jz_training.readers.notice.pasted import read_notice_text
from jz_training.ui.notices.text_shape import Shape, shapes_of
from tests.ui.notices.notice_words import STUDY


def test_title_addressees_headings_and_signature_are_told_apart(desk, study):
    notice = desk.notices.get(study)
    shapes = dict(zip(notice.text.split("\n"), shapes_of(notice), strict=True))
    assert shapes[notice.header.title] is Shape.TITLE
    assert shapes["各基层工会："] is Shape.FLUSH
    assert shapes["一、认真做好学习工作"] is Shape.HEADING
    assert shapes["清河市总工会"] is Shape.SIGNED
    assert shapes["2026年10月28日"] is Shape.SIGNED
    assert shapes["为把大会精神传达到每一名职工，现就有关事项通知如下。"] is Shape.BODY


def test_what_stands_above_the_title_is_its_head(desk):
    added = desk.notices.add(read_notice_text(f"清河市总工会文件\n清工文〔2026〕18号\n{STUDY}"))
    notice = desk.notices.get(added)
    assert shapes_of(notice)[:3] == (Shape.HEAD, Shape.HEAD, Shape.TITLE)


def test_a_text_without_its_title_has_neither_head_nor_title(desk):
    added = desk.notices.add(read_notice_text("请各单位组织学习。\n请于月底前报送情况。"))
    view = desk.notices.get(added)
    other = replace(view, header=replace(view.header, title="另取的标题"))
    assert set(shapes_of(other)) == {Shape.BODY}

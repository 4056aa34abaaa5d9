"""Setting a notice in type."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from jz_training.ui.notices.text_setting import set_notice


@pytest.fixture
def document(qapp, desk, study):
    made = QTextDocument()
    set_notice(made, desk.notices.get(study))
    return made


@pytest.fixture
def blocks(document):
    found = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    return {block.text(): block for block in found}


def test_a_block_holds_a_line_of_the_text(blocks, desk, study):
    assert list(blocks) == desk.notices.get(study).text.split("\n")


def test_the_title_is_centred_and_the_signature_stands_at_the_right(blocks):
    title = blocks["关于认真学习宣传贯彻清河市工会第九次代表大会精神的通知"]
    assert title.blockFormat().alignment() == Qt.AlignmentFlag.AlignHCenter
    signed = blocks["清河市总工会"].blockFormat()
    assert signed.alignment() == Qt.AlignmentFlag.AlignRight


def test_paragraphs_begin_two_letters_in_and_addressees_do_not(blocks):
    body = blocks["要结合实际制定培训计划。要通过举办专题学习会、报告会等组织学习。"]
    assert body.blockFormat().textIndent() == 30
    assert blocks["各基层工会："].blockFormat().textIndent() == 0

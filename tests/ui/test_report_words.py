"""What a report on a paper says in words."""

from __future__ import annotations

from pathlib import Path

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.ui.paper.report_words import font_lines
from tests.documents.fonts.small_fonts import small_font


def test_faces_that_could_not_be_used_are_named_with_why(tmp_path: Path) -> None:
    small_font(family="KaiTi", chinese="楷体", licence=2).save(tmp_path / "simkai.ttf")
    (tmp_path / "simhei.ttf").write_bytes(b"broken")
    report, fonts = PaperReport(), Fonts(folders=[tmp_path])
    for role in (FontRole.KAI, FontRole.HEI, FontRole.BODY):
        report.note_role(role, fonts)
    told = dict(font_lines(report))
    assert list(told) == ["楷体", "黑体", "仿宋"]
    assert told["楷体"].endswith("：“楷体”字体的授权不允许嵌入文件")
    assert told["黑体"].endswith("：“simhei.ttf”字体文件损坏或无法转换")

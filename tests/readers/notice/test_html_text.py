"""What is seen of web pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from jz_training.readers.notice.html_text import read_html


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>甲</p><p>乙<br>丙</p>", ("甲", "乙", "丙")),
        ("<head><title>题</title></head><body>正文<script>x</script></body>", ("正文",)),
        ("<p>学习\n   计划 5\n月</p>", ("学习计划 5 月",)),
        ("<p>见<span style='display: none'>不<b>见</b></span>了</p>", ("见了",)),
        ("<div hidden><div>里</div>外</div>后", ("后",)),
        ("<table><tr>\n<td><p>时间</p></td>\n<td>5月<br>10日</td></tr>", ("时间\t5月", "10日")),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", ("a\tb", "c\td")),
        ("&lt;甲&gt;&nbsp;&amp;", ("<甲> &",)),
        ("<title>没有结束</title><p>甲", ("甲",)),
    ],
)
def test_a_page_is_read_as_one_sees_it(tmp_path: Path, page: str, lines: tuple[str, ...]) -> None:
    (tmp_path / "a.html").write_text(f"<html>{page}", encoding="utf-8")
    assert read_html(tmp_path / "a.html").lines == lines

"""Links are found in what is pasted, and only web pages are opened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QDesktopServices

from jz_training.ui.publicity.links import host_of, may_open, open_link, split_link


@pytest.mark.parametrize(
    ("pasted", "title", "link"),
    [
        ("https://a.example/1", "", "https://a.example/1"),
        ("在织机旁 https://a.example/1?x=2", "在织机旁", "https://a.example/1?x=2"),
        ("【报道】https://a.example/1，请看", "【报道】 ，请看", "https://a.example/1"),
        ("HTTP://A.EXAMPLE 标题", "标题", "HTTP://A.EXAMPLE"),
        ("标题：a.example/1", "标题：a.example/1", ""),
        ("file:///etc/hosts", "file:///etc/hosts", ""),
    ],
)
def test_a_link_is_taken_out_of_what_was_pasted(pasted: str, title: str, link: str) -> None:
    assert split_link(pasted) == (title, link)


@given(st.text(max_size=40))
def test_whatever_is_taken_out_may_be_opened(text: str) -> None:
    _, link = split_link(f"{text}https://{text}")
    assert not link or may_open(link)


@pytest.mark.parametrize(
    "link",
    ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.example", "https://", "https://[", ""],
)
def test_nothing_but_a_web_page_is_opened(link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    assert open_link(link) is False
    assert opened == []


def test_a_web_page_is_handed_to_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True
    )
    assert open_link(" https://a.example/一 ")
    assert opened == ["https://a.example/一"]


def test_a_narrow_column_shows_the_host() -> None:
    assert host_of("https://news.example.com/a/b") == "news.example.com"
    assert host_of("见剪报本") == "见剪报本"
